"""What is pasted into a WeChat group: one line of at most 120 characters with the page's address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.base.dates import day_long, day_short
from generator.base.money import spoken
from generator.records.kinds.commitments import Commitment, state
from generator.records.kinds.finance import Finance, closing
from generator.site.model import Entry, PlaceSite

LIMIT = 120
LEAST = 40
"""Characters that the words need beside the address; a longer address is left out."""
SHORT = 8
"""Less of a result than this says nothing."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Context of theme/ui/forward.html."""

    text: str


def record_message(place: str, entry: Entry, as_of: date, site_url: str) -> str:
    """What is public, its result, until when, and where."""
    end = f"公示到{day_short(entry.until)}。" if entry.until and entry.until >= as_of else ""
    return message(place, entry.title, _result(entry, as_of), end, f"{site_url}{entry.url}" if site_url else "")


def village_message(place: PlaceSite, as_of: date, site_url: str) -> str:
    """The village's latest money and how much is on display."""
    accounts = max(place.of_kind("finance"), key=lambda e: (e.body.period.end, e.body.period.start), default=None)
    money = f"{accounts.body.period.short_label}{_result(accounts, as_of)}，" if accounts else ""
    showing = sum(entry.on_display(as_of) for entry in place.entries)
    title = f"三务公开更新到{day_short(as_of)}"
    return message(place.name, title, f"{money}正在公示{showing}件", "", f"{site_url}{place.url}" if site_url else "")


def message(place: str, title: str, result: str, end: str, address: str) -> str:
    """Put the parts together, without line breaks and within the limit; the result gives way first, then the title."""
    named = title if title.startswith(place) else f"{place}：{title}"
    head, result, end = (" ".join(part.split()) for part in (named, result, end))
    address = f" {address}" if address and len(address) < LIMIT - LEAST else ""
    room = LIMIT - len(address) - len(end)
    head = _cut(head, room - 1)
    left = room - len(head) - 2
    if not result or left < min(SHORT, len(result)):
        return f"{head}。{end}{address}"
    return f"{head}，{_clauses(result.rstrip('。'), left)}。{end}{address}"


def _result(entry: Entry, as_of: date) -> str:
    body = entry.body
    if isinstance(body, Commitment):
        due = f"，期限{day_long(body.due)}" if body.due else ""
        return f"{state(body, as_of)}{due}"
    left = closing(body) if isinstance(body, Finance) else None
    return entry.brief if left is None else f"{entry.brief}，账上还有{spoken(left)}"


def _clauses(text: str, room: int) -> str:
    """As many whole clauses as there is room for, so that no amount is cut in two."""
    return text if len(text) <= room else text[: room + 1].rpartition("，")[0] or _cut(text, room)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"
