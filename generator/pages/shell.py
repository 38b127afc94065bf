"""Header and footer: where the reader is, the five tabs of a village, the type sizes, what the site can vouch for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

import jinja2

from generator.pages.downloads import overview_alternates, place_alternates
from generator.pages.forward import Forward, record_message
from generator.pages.page import Page
from generator.pages.render import render
from generator.records.common import Board
from generator.records.places import Terms, called
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceCard, PlaceSite, TownshipSite

TabName = Literal["首页", "党务", "村务", "财务", "公开情况", ""]


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
    check_code: str
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
    words: Terms
    """What things are called where the reader is."""
    alternates: tuple[Link, ...] = field(default=(), compare=False)
    """What the pages that are no record are besides, for programs; `kind` is the type."""


def county_shell(county: CountySite, url: str, *, drawer: bool = False) -> Shell:
    """For pages of the county portal."""
    crumbs = () if url == urls.HOME else (Link(county.name, urls.HOME),)
    alternates = overview_alternates(county.name) if url == urls.HOME else ()
    root = urls.root_from(url)
    return Shell(root, county, crumbs, county.name, urls.HOME, (), urls.SEARCH, drawer, county.terms, alternates)


def place_shell(
    county: CountySite,
    township: TownshipSite,
    place: PlaceSite | PlaceCard,
    url: str,
    tab: TabName = "",
) -> Shell:
    """For pages of a township or village."""
    where = place.place
    words = place.terms if isinstance(place, PlaceSite) else county.terms
    crumbs = [Link(county.name, urls.HOME)]
    tabs: tuple[Tab, ...] = ()
    search = f"{urls.SEARCH}?t={where.township}"
    if where.village:
        crumbs.append(Link(township.name, township.url))
        search += f"&v={where.village}"
        targets = [("首页", place.url)]
        targets += [(board.value, urls.board(where, board)) for board in Board]
        targets.append(("公开情况", urls.status(where, county.as_of.year)))
        tabs = tuple(Tab(called(name, words), target, name == tab) for name, target in targets)
    if isinstance(place, PlaceCard):
        alternates = overview_alternates(township.name, where.township)
    else:
        alternates = place_alternates(place)
    return Shell(
        urls.root_from(url), county, tuple(crumbs), place.name, place.url, tabs, search, False, words, alternates
    )


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


def page(
    env: jinja2.Environment,
    shell: Shell,
    url: str,
    title: str,
    description: str,
    template: str,
    context: object,
    *,
    entry: Entry | None = None,
    forward: str = "",
    layout: Literal["lean", "article"] = "lean",
    noindex: bool = False,
) -> Page:
    """Render a page.

    Args:
        template: a file of theme/pages/.
        entry: the record that it shows.
        forward: what is pasted into a WeChat group; a record has its own.
    """
    main = render(env, f"pages/{template}", context, shell.words)
    county = shell.county
    if entry:
        noindex = noindex or entry.lists_persons
        forward = record_message(shell.place_name, entry, county.as_of, county.site_url)
    if forward:
        main += render(env, "ui/forward.html", Forward(forward))
    return framed(env, shell, url, title, description, main, entry=entry, layout=layout, noindex=noindex)


def framed(
    env: jinja2.Environment,
    shell: Shell,
    url: str,
    title: str,
    description: str,
    main: str,
    *,
    entry: Entry | None = None,
    layout: Literal["lean", "article"] = "lean",
    noindex: bool = False,
) -> Page:
    """Put head, header and footer around the main part."""
    site_url = shell.county.site_url
    head = Head(
        root=shell.root,
        description=description,
        tags=_government_tags(shell.county, title),
        noindex=noindex,
        canonical=site_url + url if site_url and url != urls.ERROR else "",
        alternates=() if entry else shell.alternates,
    )
    return Page(
        url=url,
        root=shell.root,
        title=title,
        head=render(env, "ui/head.html", head),
        header=_shared(env, "ui/header.html", shell),
        main=main,
        mark=render(env, "ui/mark.html", _mark(entry, shell.root, site_url)) if entry else "",
        footer=_shared(env, "ui/footer.html", shell),
        layout=layout,
        noindex=noindex,
    )


@lru_cache(maxsize=64)
def _shared(env: jinja2.Environment, template: str, shell: Shell) -> str:
    """Header and footer are the same for all pages of a place at one depth and tab."""
    return render(env, template, shell)


def _mark(entry: Entry, root: str, site_url: str) -> Mark:
    return Mark(
        root=root,
        path=entry.address.path.removesuffix(".yml"),
        version=entry.version,
        published=entry.published,
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
