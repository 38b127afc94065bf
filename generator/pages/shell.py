"""A whole page: its main part, and around it head, header and footer. Page functions only say what is theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

import jinja2

from generator.pages.desk import CountyDesk, Desk, TownshipDesk, common, root
from generator.pages.downloads import overview_alternates, place_alternates
from generator.pages.forward import Forward, record_message
from generator.pages.page import Page
from generator.pages.render import fill
from generator.records.common import Board
from generator.records.layout import Place
from generator.records.places import called
from generator.site import urls
from generator.site.model import CountySite, Entry, Link

Layout = Literal["lean", "article"]
TabName = Literal["首页", "党务", "村务", "财务", "公开情况", ""]
TABS: dict[Board, TabName] = {Board.PARTY: "党务", Board.VILLAGE: "村务", Board.FINANCE: "财务"}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a village."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """Context of theme/ui/mark.html: what identifies a record."""

    root: str
    path: str
    version: int
    published: date
    first: date | None
    """The day on which it was first on this site; None where the ledger does not hold it."""
    check_code: str
    """Empty until the ledger holds it."""
    address: str
    """For paper; empty where the county has no website yet."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Context of theme/ui/header.html and theme/ui/footer.html."""

    root: str
    county: CountySite
    crumbs: tuple[Link, ...]
    place_name: str
    home: str
    tabs: tuple[Tab, ...]
    search: str
    """Search page, narrowed to the place the reader is in."""
    drawer: bool
    """Rule and help pages have Material's side navigation."""
    alternates: tuple[Link, ...] = field(default=(), compare=False)
    """What the pages that are no record are besides, for programs; `kind` is the type."""


@dataclass(frozen=True, slots=True)
class Head:
    """Context of theme/ui/head.html."""

    root: str
    description: str
    tags: tuple[tuple[str, str], ...]
    """政府网站页面标签, only those the county gave (国办发〔2017〕47号)."""
    noindex: bool
    canonical: str
    alternates: tuple[Link, ...]


def render(
    desk: CountyDesk,
    url: str,
    title: str,
    description: str,
    template: str,
    context: object = None,
    *,
    tab: TabName = "",
    entry: Entry | None = None,
    forward: str = "",
    layout: Layout = "lean",
    noindex: bool = False,
) -> Page:
    """Render a page.

    Args:
        template: a file of theme/pages/. It sees the fields of `context` and what `common` gives.
        context: a frozen dataclass of what this page alone has to say; None where that is nothing.
        tab: where the page stands among a village's tabs; a record's page stands on its board.
        entry: the record that it shows.
        forward: what is pasted into a WeChat group; a record has its own.
    """
    main = fill(desk.env, f"pages/{template}", common(desk, url, entry), context)
    if entry:
        tab = TABS[entry.board]
        noindex = noindex or entry.lists_persons
        forward = record_message(desk.name, entry, desk.county.as_of, desk.county.site_url)
    if forward:
        main += fill(desk.env, "ui/forward.html", Forward(forward))
    return framed(desk, url, title, description, main, tab=tab, entry=entry, layout=layout, noindex=noindex)


def framed(
    desk: CountyDesk,
    url: str,
    title: str,
    description: str,
    main: str,
    *,
    tab: TabName = "",
    entry: Entry | None = None,
    layout: Layout = "lean",
    noindex: bool = False,
) -> Page:
    """Put head, header and footer around the main part. The arguments are those of `render`."""
    env, site_url = desk.env, desk.county.site_url
    shell = _shell(desk, url, tab, drawer=layout == "article")
    head = Head(
        root=shell.root,
        description=description,
        tags=_government_tags(desk.county, title),
        noindex=noindex,
        canonical=site_url + url if site_url and url != urls.ERROR else "",
        alternates=() if entry else shell.alternates,
    )
    return Page(
        url=url,
        root=shell.root,
        title=title,
        head=fill(env, "ui/head.html", head),
        header=_shared(env, "ui/header.html", shell),
        main=main,
        mark=fill(env, "ui/mark.html", _mark(entry, shell.root, site_url)) if entry else "",
        footer=_shared(env, "ui/footer.html", shell),
        layout=layout,
        noindex=noindex,
    )


def _shell(desk: CountyDesk, url: str, tab: TabName, *, drawer: bool) -> Shell:
    """Where the reader is."""
    county = desk.county
    crumbs = () if url == urls.HOME else (Link(county.name, urls.HOME),)
    home, search = urls.HOME, urls.SEARCH
    tabs: tuple[Tab, ...] = ()
    alternates = overview_alternates(county.name) if url == urls.HOME else ()
    if isinstance(desk, TownshipDesk):
        home, search = desk.township.url, _search(desk.own.place)
        alternates = overview_alternates(desk.name, desk.township.slug)
    elif isinstance(desk, Desk):
        home, search = desk.place.url, _search(desk.place.place)
        alternates = place_alternates(desk.place)
        if desk.place.place.village:
            crumbs = (*crumbs, Link(desk.township.name, desk.township.url))
            tabs = _tabs(desk, tab)
    return Shell(root(county, url), county, crumbs, desk.name, home, tabs, search, drawer, alternates)


def _search(where: Place) -> str:
    village = f"&v={where.village}" if where.village else ""
    return f"{urls.SEARCH}?t={where.township}{village}"


def _tabs(desk: Desk, current: TabName) -> tuple[Tab, ...]:
    where = desk.place.place
    targets = [("首页", desk.place.url)]
    targets += [(board.value, urls.board(where, board)) for board in Board]
    targets.append(("公开情况", urls.status(where, desk.county.as_of.year)))
    return tuple(Tab(called(name, desk.words), target, name == current) for name, target in targets)


@lru_cache(maxsize=64)
def _shared(env: jinja2.Environment, template: str, shell: Shell) -> str:
    """Header and footer are the same for all pages of a place at one depth and tab."""
    return fill(env, template, shell)


def _mark(entry: Entry, root: str, site_url: str) -> Mark:
    return Mark(
        root=root,
        path=entry.address.path.removesuffix(".yml"),
        version=entry.version,
        published=entry.published,
        first=entry.first,
        check_code=entry.check_code,
        address=f"{site_url}{entry.url}" if site_url else "",
    )


def _government_tags(county: CountySite, title: str) -> tuple[tuple[str, str], ...]:
    site = county.government
    if site is None:
        return ()
    given = [("SiteName", site.site_name), ("SiteDomain", site.site_domain), ("SiteIDCode", site.site_code)]
    tags = [(name, value) for name, value in given if value]
    return (*tags, ("ArticleTitle", title)) if tags else ()
