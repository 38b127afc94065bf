"""更正和变动: what was changed at a place since it was first published, as the ledger knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.base.dates import day_long
from generator.base.redact import redact
from generator.records.kinds import BY_FOLDER
from generator.rules.judge import JudgedPlace
from generator.site.model import Entry, Happening


def happenings(one: JudgedPlace, entries: Sequence[Entry], as_of: date) -> tuple[Happening, ...]:
    """Later versions, records and places that are no longer there, changed settings, days that were claimed; newest first."""
    found = [*_of_entries(entries, as_of), *_gone(one, entries), *_settings(one)]
    return tuple(sorted(found, key=lambda each: (each.day or date.max, each.text), reverse=True))


def _of_entries(entries: Sequence[Entry], as_of: date) -> Iterator[Happening]:
    for entry in entries:
        if entry.version > 1:
            yield Happening(entry.revised or as_of, f"{entry.title}：改过，现在是第{entry.version}版", entry.url)
        if entry.late_online and entry.first:
            said = f"{entry.title}：写的公开日期是{day_long(entry.published)}，网站这一天才第一次公开"
            yield Happening(entry.first, said, entry.url)


def _gone(one: JudgedPlace, entries: Sequence[Entry]) -> Iterator[Happening]:
    there = {entry.address.path for entry in entries} | {address.path for address in one.withheld}
    paths = [path for path in sorted(one.ledger or ()) if path not in there and path != one.place.profile_path]
    home = f"{one.place.folder}/"
    for path in paths:
        if path.startswith(home):
            kind, name = path.removesuffix(".yml").split("/")[-2:]
            called = f"{BY_FOLDER[kind].name if kind in BY_FOLDER else kind}（{name}）"
            yield Happening(None, redact(f"公开过的{called}现在没有了"), "")
    for place, some in groupby((path for path in paths if not path.startswith(home)), lambda path: path.split("/")[1]):
        yield Happening(None, redact(f"公开过的 {place} 现在没有了，有{len(list(some))}份"), "")


def _settings(one: JudgedPlace) -> Iterator[Happening]:
    known = (one.ledger or {}).get(one.place.profile_path)
    for day, words in known.said if known else ():
        yield Happening(day, f"公开的要求改过：{words}", "")
