"""更正和变动: what was changed at a place since it was first published, as the ledger knows it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.base.dates import day_long
from generator.base.redact import redact
from generator.records.kinds import BY_FOLDER
from generator.records.layout import TOWNSHIP_FILE, VILLAGE_FILE, Place
from generator.records.published import Published
from generator.rules.judge import JudgedPlace
from generator.site import urls
from generator.site.model import Entry, Gone, Happening


def happenings(one: JudgedPlace, entries: Sequence[Entry], as_of: date) -> tuple[Happening, ...]:
    """Later versions, records and places that are no longer there, changed settings, days that were claimed; newest first."""
    found = [
        *_of_entries(entries, as_of),
        *_gone(one, entries),
        *settings_changed((one.ledger or {}).get(one.place.profile_path)),
    ]
    return tuple(sorted(found, key=lambda each: (each.day or date.max, each.text), reverse=True))


def _of_entries(entries: Sequence[Entry], as_of: date) -> Iterator[Happening]:
    for entry in entries:
        if entry.version > 1:
            yield Happening(entry.revised or as_of, f"{entry.title}：改过，现在是第{entry.version}版", entry.url)
        if entry.origin:
            yield Happening(None, f"{entry.title}：从 {entry.origin.removesuffix('.yml')} 移过来", entry.url)
        if entry.late_online and entry.first:
            said = f"{entry.title}：写的公开日期是{day_long(entry.published)}，网站这一天才第一次公开"
            yield Happening(entry.first, said, entry.url)


def gone(
    lines: Mapping[str, Published], there: Container[str], place: Place, moved: Mapping[str, str]
) -> tuple[Gone, ...]:
    """The addresses at which records of the ledger were public and are no longer, and the homes of villages that are gone.

    Args:
        there: the paths of records that are there.
        moved: the earlier paths of records that were moved, and where they are now.
    """
    found = []
    for path in sorted(lines):
        if path in there or path == place.profile_path:
            continue
        to = moved.get(path, "")
        if path.endswith((VILLAGE_FILE, TOWNSHIP_FILE)):
            where = Place(*path.split("/")[:-1])
            found.append(
                Gone(urls.place(where), where.village or where.township, to and urls.place(Place(*to.split("/")[:-1])))
            )
        else:
            found.append(Gone(urls.page(path), _called(path), to and urls.page(to)))
    return tuple(found)


def _called(path: str) -> str:
    kind, name = path.removesuffix(".yml").split("/")[-2:]
    return f"{BY_FOLDER[kind].name if kind in BY_FOLDER else kind}（{name}）"


def _gone(one: JudgedPlace, entries: Sequence[Entry]) -> Iterator[Happening]:
    there = {entry.address.path for entry in entries} | {address.path for address in one.withheld}
    paths = [path for path in sorted(one.ledger or ()) if path not in there and path != one.place.profile_path]
    home = f"{one.place.folder}/"
    for path in paths:
        if to := one.moved.get(path):
            where = "" if to.startswith(home) and path.startswith(home) else f"，现在在 {to.rpartition('/')[0]}"
            yield Happening(None, redact(f"{_called(path)}换了网址{where}"), urls.page(path))
        elif path.startswith(home):
            yield Happening(None, redact(f"公开过的{_called(path)}现在没有了"), "")
    lost = [path for path in paths if not path.startswith(home) and path not in one.moved]
    for place, some in groupby(lost, lambda path: path.split("/")[1]):
        yield Happening(None, redact(f"公开过的 {place} 现在没有了，有{len(list(some))}份"), "")


def settings_changed(known: Published | None) -> Iterator[Happening]:
    """What was changed in a profile since it was first public, by its line of the ledger."""
    for day, words in known.said if known else ():
        yield Happening(day, f"公开的要求改过：{words}", "")
