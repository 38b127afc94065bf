"""Lists: one kind, one board, what is withheld, and a withheld record's own address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.pages.desk import Desk
from generator.pages.downloads import place_downloads
from generator.pages.page import Page
from generator.pages.shell import TABS, TabName, render
from generator.records.common import Board
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.kinds.finance import Finance
from generator.records.places import called
from generator.site import urls
from generator.site.model import Entry, Link, PlaceSite, Withheld

HEADINGS = {
    "finance": "财务收支",
    "decisions": "四议两公开决议",
    "notices": "公示和公告",
    "questions": "问和答",
    "corrections": "更正",
}
"""Where it says more than the kind's name."""

KIND_TABS: dict[str, TabName] = {
    "finance": "财务",
    "decisions": "村务",
    "questions": "村务",
    "notices": "",
    "corrections": "",
}


@dataclass(frozen=True, slots=True)
class YearShelf:
    """The entries published in one year, newest first."""

    year: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class KindLink:
    """One kind on a board, with how many there are."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """Context of theme/pages/list.html."""

    heading: str
    lead: str
    years: tuple[YearShelf, ...]
    kinds: tuple[KindLink, ...]
    account_years: tuple[Link, ...]
    """Where accounts are among the entries."""
    withheld: tuple[Withheld, ...]
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WithheldPage:
    """Context of theme/pages/withheld.html."""

    item: Withheld
    due: date | None
    """By when it should have been public, where there is such a day."""
    others: str


def kind_page(desk: Desk, folder: str) -> Page:
    """All records of one kind (承诺 have a page of their own)."""
    place = desk.place
    url = urls.kind(place.place, folder)
    kind = BY_FOLDER[folder]
    heading = f"{place.name}{HEADINGS.get(folder, kind.name)}"
    entries = place.of_kind(folder)
    withheld = tuple(item for item in place.withheld if item.address.kind == folder)
    lead = f"共{len(entries)}件，新的在前。" if entries else f"还没有公开过{kind.name}。"
    files = place_downloads(desk.county, place, folder) if entries else ()
    return _list(desk, url, KIND_TABS.get(folder, ""), heading, lead, entries, (), withheld, files)


def board_page(desk: Desk, board: Board) -> Page:
    """One of the three boards, all kinds."""
    place = desk.place
    entries = place.on_board(board)
    kinds = tuple(
        KindLink(kind.name, urls.kind(place.place, kind.folder), count)
        for kind in KINDS
        if (count := sum(entry.address.kind == kind.folder for entry in entries))
    )
    heading = f"{place.name}{called(board, place.terms)}公开"
    lead = f"共{len(entries)}件，新的在前。" if entries else "还没有公开过。"
    url = urls.board(place.place, board)
    files = place_downloads(desk.county, place, board=board) if entries else ()
    return _list(desk, url, TABS[board], heading, lead, entries, kinds, (), files)


def withheld_list_page(desk: Desk) -> Page:
    """Everything withheld for the time being."""
    place = desk.place
    url = urls.withheld(place.place)
    count = len(place.withheld)
    lead = f"有{count}件正在更正，改好了就公开。" if count else "现在没有暂缓公开的。"
    heading = f"{place.name}暂缓公开的"
    return _list(desk, url, "公开情况", heading, lead, (), (), place.withheld, ())


def _list(
    desk: Desk,
    url: str,
    tab: TabName,
    heading: str,
    lead: str,
    entries: tuple[Entry, ...],
    kinds: tuple[KindLink, ...],
    withheld: tuple[Withheld, ...],
    files: tuple[Link, ...],
) -> Page:
    years = tuple(YearShelf(y, tuple(shelf)) for y, shelf in groupby(entries, key=lambda entry: entry.published.year))
    context = ListPage(
        heading=heading,
        lead=lead,
        years=years,
        kinds=kinds,
        account_years=_account_years(desk.place, entries),
        withheld=withheld,
        files=files,
    )
    title = f"{heading}｜{desk.township.name}"
    return render(desk, url, title, f"{heading}：{lead}", "list.html", context, tab=tab)


def _account_years(place: PlaceSite, entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    accounts = (entry.body for entry in entries if isinstance(entry.body, Finance))
    found = {body.period.end.year for body in accounts if body.currency is None}
    return tuple(Link(f"{y}年的账", urls.finance_year(place.place, y)) for y in sorted(found, reverse=True))


def withheld_page(desk: Desk, item: Withheld) -> Page:
    """What stands at the address of a record that is withheld: a neutral reason, never its content."""
    place = desk.place
    context = WithheldPage(
        item=item,
        due=min((o.due for o in place.obligations if o.address == item.address), default=None),
        others=urls.withheld(place.place),
    )
    title = f"暂缓公开｜{place.name}"
    description = f"{place.name}的这份{item.kind.name}暂缓公开，正在更正。"
    return render(desk, item.url, title, description, "withheld.html", context, noindex=True)
