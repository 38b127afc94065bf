"""Header and footer: where the reader is, the five tabs of a village, the type sizes, what the site can vouch for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import jinja2

from generator.pages.page import Page
from generator.pages.render import render
from generator.records.common import Board
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite

TabName = Literal["首页", "党务", "村务", "财务", "公开情况", ""]


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a village."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What identifies a record in the footer."""

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
    mark: Mark | None


def county_shell(county: CountySite, url: str, *, drawer: bool = False) -> Shell:
    """For pages of the county portal."""
    crumbs = () if url == urls.HOME else (Link(county.name, urls.HOME),)
    return Shell(urls.root_from(url), county, crumbs, county.name, urls.HOME, (), urls.SEARCH, drawer, None)


def place_shell(
    county: CountySite,
    township: TownshipSite,
    place: PlaceSite,
    url: str,
    tab: TabName = "",
    entry: Entry | None = None,
) -> Shell:
    """For pages of a township or village."""
    where = place.place
    crumbs = [Link(county.name, urls.HOME)]
    tabs: tuple[Tab, ...] = ()
    search = f"{urls.SEARCH}?t={where.township}"
    if where.village:
        crumbs.append(Link(township.own.name, township.own.url))
        search += f"&v={where.village}"
        targets = [("首页", place.url)]
        targets += [(board.value, urls.board(where, board)) for board in Board]
        targets.append(("公开情况", urls.status(where, county.as_of.year)))
        tabs = tuple(Tab(name, target, name == tab) for name, target in targets)
    mark = (
        Mark(entry.address.path.removesuffix(".yml"), entry.version, entry.published, entry.check_code)
        if entry
        else None
    )
    return Shell(urls.root_from(url), county, tuple(crumbs), place.name, place.url, tabs, search, False, mark)


def page(
    env: jinja2.Environment,
    shell: Shell,
    url: str,
    title: str,
    description: str,
    template: str,
    context: object,
    *,
    layout: Literal["lean", "article"] = "lean",
    noindex: bool = False,
) -> Page:
    """Render a page's three parts. `template` is a file of theme/pages/."""
    return Page(
        url=url,
        root=shell.root,
        title=title,
        description=description,
        header=render(env, "ui/header.html", shell),
        main=render(env, f"pages/{template}", context),
        footer=render(env, "ui/footer.html", shell),
        layout=layout,
        noindex=noindex,
    )
