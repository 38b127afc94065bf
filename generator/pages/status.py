"""公开情况: what should have been public this year, item by item and month by month, readable without colour."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from generator.law.obligations import UNUSED, Obligation
from generator.pages.desk import Desk
from generator.pages.downloads import place_downloads
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board
from generator.site import urls
from generator.site.model import Entry, Happening, Link, Note, PlaceSite, Tally

CSS = {"按时": "o", "晚": "l", "缺": "x", "未到": "w", "暂缓": "h", "不适用": "w"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one item."""

    month: int
    css: str
    """Empty where nothing was due."""
    word: str
    more: str
    """共3件 where several fell into the month; 改1次 where what was published was corrected."""
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the directory over the year."""

    board: Board
    name: str
    rhythm: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Context of theme/pages/status.html."""

    year: int
    tally: Tally
    rows: tuple[Row, ...]
    remarks: tuple[Obligation, ...]
    """Missing first, then late, by due day."""
    links: dict[str, str]
    """Path of a record → its page, for late ones."""
    entries: dict[str, Entry]
    """Path of a record → what it says of its days."""
    exempt: dict[str, str]
    """Items that do not apply here, and why."""
    unused: tuple[str, ...]
    """Items of which the village never published a record."""
    notes: tuple[Note, ...]
    happenings: tuple[Happening, ...]
    """This year's page alone has them."""
    other_years: tuple[Link, ...]
    withheld: int
    withheld_url: str
    files: tuple[Link, ...]


def years(place: PlaceSite, as_of: date) -> tuple[int, ...]:
    """The years that have a page, newest first; this year always has one. Nothing is laid down for the county: it has none."""
    if place.place.is_county:
        return ()
    return tuple(sorted({obligation.year for obligation in place.obligations} | {as_of.year}, reverse=True))


def status_page(desk: Desk, year: int) -> Page:
    """One year of one village. An obligation stands in the month its period ends."""
    county, place = desk.county, desk.place
    own = [obligation for obligation in place.obligations if obligation.year == year]
    poor = [o for o in own if o.state in ("缺", "晚")]
    unused = [o for o in own if o.reason == UNUSED]
    context = StatusPage(
        year=year,
        tally=place.tally(year),
        rows=_rows(place, [o for o in own if o.reason != UNUSED], county.as_of),
        remarks=tuple(sorted(poor, key=lambda o: (o.state == "晚", o.due, o.title))),
        links={o.address.path: urls.record(o.address) for o in poor if o.address},
        entries={entry.address.path: entry for entry in place.entries if entry.late_online or entry.posted},
        exempt={o.item: o.reason or "" for o in own if o.state == "不适用" and o.reason != UNUSED},
        unused=tuple(o.item for o in unused),
        notes=place.notes,
        happenings=place.happenings if year == county.as_of.year else (),
        other_years=tuple(Link(f"{y}年", urls.status(place.place, y)) for y in years(place, county.as_of) if y != year),
        withheld=len(place.withheld),
        withheld_url=urls.withheld(place.place),
        files=place_downloads(county, place),
    )
    title = f"{place.name}{year}年公开情况"
    url = urls.status(place.place, year)
    description = f"{title}：该公开的公开了没有。"
    return render(desk, url, f"{title}｜{desk.township.name}", description, "status.html", context, tab="公开情况")


def _rows(place: PlaceSite, own: list[Obligation], as_of: date) -> tuple[Row, ...]:
    items: dict[tuple[str, str], list[Obligation]] = defaultdict(list)
    for obligation in own:
        items[obligation.item, obligation.rhythm].append(obligation)
    rows = []
    for (name, rhythm), some in items.items():
        months: dict[int, list[Obligation]] = defaultdict(list)
        for obligation in some:
            months[obligation.period.end.month].append(obligation)
        cells = tuple(_cell(place, month, months.get(month, []), as_of) for month in range(1, 13))
        rows.append(Row(some[0].board, name, rhythm, cells))
    return tuple(rows)


def _cell(place: PlaceSite, month: int, some: list[Obligation], as_of: date) -> Cell:
    if not some:
        return Cell(month, "", "", "", "")
    worst = min(some, key=lambda o: ("缺", "晚", "暂缓", "未到", "按时", "不适用").index(o.state))
    word = {"晚": f"晚{worst.days(as_of)}天"}.get(worst.state, worst.state)
    corrected = sum(len(place.links.corrections.get(o.address.path, ())) for o in some if o.address)
    more = f"共{len(some)}件" if len(some) > 1 else f"改{corrected}次" if corrected else ""
    url = urls.record(worst.address) if worst.address else ""
    return Cell(month, CSS[worst.state], word, more, url)
