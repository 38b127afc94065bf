"""calendar.ics: what is on display and until when, and by when promises are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.dates import add_days, day_long
from generator.exports.feed import identity
from generator.exports.json_values import address
from generator.records.kinds.commitments import Commitment, state
from generator.records.places import Terms, called
from generator.site.model import CountySite, Entry, PlaceSite

WIDTH = 75
"""Bytes in a line, by RFC 5545."""


@dataclass(frozen=True, slots=True)
class Event:
    """A span of whole days, both ends included."""

    uid: str
    entry: Entry
    first: date
    last: date
    summary: str
    words: str


def calendar_ics(county: CountySite, place: PlaceSite) -> bytes:
    """The place's calendar; empty of events when nothing is on display or due."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//village-disclosure//calendar//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(place.name)}三务公开",
    ]
    for event in _events(county, place):
        lines += _lines(county, event, place.terms)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _events(county: CountySite, place: PlaceSite) -> Iterator[Event]:
    for entry in place.entries:
        if entry.until and entry.until >= county.as_of:
            words = f"有意见请在{day_long(entry.until)}结束前提出。"
            uid = f"display-{identity(county, entry.url)}"
            yield Event(uid, entry, entry.published, entry.until, f"正在公示：{entry.title}", words)
        body = entry.body
        if isinstance(body, Commitment) and body.due and state(body, county.as_of) == "进行中":
            uid = f"due-{identity(county, entry.url)}"
            yield Event(uid, entry, body.due, body.due, f"承诺到期：{entry.title}", f"{entry.brief}。")


def _lines(county: CountySite, event: Event, words: Terms) -> Iterable[str]:
    link = address(county, event.entry.url)
    return (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        # The day of this version, not today: the file changes only when its content does.
        f"DTSTAMP:{add_days(event.entry.revised or event.entry.published, -1):%Y%m%d}T160000Z",
        f"SEQUENCE:{event.entry.version - 1}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{add_days(event.last, 1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.summary)}",
        f"DESCRIPTION:{_escaped(event.words)}",
        *((f"URL:{link}",) if county.site_url else ()),
        f"CATEGORIES:{called(event.entry.board, words)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A long line in pieces of at most 75 bytes, never cut inside a character.

    >>> [len(piece.encode()) for piece in _folded("SUMMARY:" + "路" * 30).split("\\r\\n")]
    [74, 25]
    """
    if len(line.encode()) <= WIDTH:
        return line
    pieces, piece, size = [], "", 0
    for character in line:
        length = len(character.encode())
        if size + length > WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += length
    return "\r\n".join([*pieces, piece])
