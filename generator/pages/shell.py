"""Header and footer: where the reader is, the five tabs of a village, the type sizes, what the site can vouch for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

import jinja2

from generator.pages.page import Page
from generator.pages.render import render
from generator.records.common import Board
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

    path: str
    version: int
    published: date
    check_code: str


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


def county_shell(county: CountySite, url: str, *, drawer: bool = False) -> Shell:
    """For pages of the county portal."""
    crumbs = () if url == urls.HOME else (Link(county.name, urls.HOME),)
    return Shell(urls.root_from(url), county, crumbs, county.name, urls.HOME, (), urls.SEARCH, drawer)


def place_shell(
    county: CountySite,
    township: TownshipSite,
    place: PlaceSite | PlaceCard,
    url: str,
    tab: TabName = "",
) -> Shell:
    """For pages of a township or village."""
    where = place.place
    crumbs = [Link(county.name, urls.HOME)]
    tabs: tuple[Tab, ...] = ()
    search = f"{urls.SEARCH}?t={where.township}"
    if where.village:
        crumbs.append(Link(township.name, township.url))
        search += f"&v={where.village}"
        targets = [("首页", place.url)]
        targets += [(board.value, urls.board(where, board)) for board in Board]
        targets.append(("公开情况", urls.status(where, county.as_of.year)))
        tabs = tuple(Tab(name, target, name == tab) for name, target in targets)
    return Shell(urls.root_from(url), county, tuple(crumbs), place.name, place.url, tabs, search, False)


@dataclass(frozen=True, slots=True)
class Head:
    """Context of theme/ui/head.html."""

    root: str
    description: str
    tags: tuple[tuple[str, str], ...]
    """政府网站页面标签, only those the county gave (国办发〔2017〕47号)."""
    noindex: bool
    canonical: str


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
    layout: Literal["lean", "article"] = "lean",
    noindex: bool = False,
) -> Page:
    """Render a page. `template` is a file of theme/pages/; `entry` the record that it shows."""
    main = render(env, f"pages/{template}", context)
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
    )
    return Page(
        url=url,
        root=shell.root,
        title=title,
        head=render(env, "ui/head.html", head),
        header=_shared(env, "ui/header.html", shell),
        main=main,
        mark=render(env, "ui/mark.html", _mark(entry)) if entry else "",
        footer=_shared(env, "ui/footer.html", shell),
        layout=layout,
        noindex=noindex,
    )


@lru_cache(maxsize=64)
def _shared(env: jinja2.Environment, template: str, shell: Shell) -> str:
    """Header and footer are the same for all pages of a place at one depth and tab."""
    return render(env, template, shell)


def _mark(entry: Entry) -> Mark:
    return Mark(entry.address.path.removesuffix(".yml"), entry.version, entry.published, entry.check_code)


def _government_tags(county: CountySite, title: str) -> tuple[tuple[str, str], ...]:
    site = county.government
    if site is None:
        return ()
    given = [("SiteName", site.site_name), ("SiteDomain", site.site_domain), ("SiteIDCode", site.site_code)]
    tags = [(name, value) for name, value in given if value]
    return (*tags, ("ArticleTitle", title)) if tags else ()
