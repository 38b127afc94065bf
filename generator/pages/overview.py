"""Township home and county portal: villages side by side, in code order, without ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import jinja2

from generator.law.obligations import Obligation
from generator.pages.page import Page
from generator.pages.shell import county_shell, page, place_shell
from generator.records.kinds import BY_FOLDER
from generator.records.places import Contacts, Terms
from generator.site import urls
from generator.site.cards import RECENT
from generator.site.model import CountySite, Item, PlaceCard, Tally, TownshipSite, TownshipSummary


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing, with the village it is missing from."""

    village: str
    url: str
    obligation: Obligation


@dataclass(frozen=True, slots=True)
class OwnShelf:
    """The township's own records of one kind."""

    name: str
    url: str
    entries: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TownshipPage:
    """Context of theme/pages/township.html."""

    root: str
    as_of: date
    county_name: str
    terms: Terms
    name: str
    year: int
    tally: Tally
    gaps: tuple[Gap, ...]
    rows: tuple[PlaceCard, ...]
    own: tuple[OwnShelf, ...]
    recent: tuple[tuple[str, Item], ...]
    contacts: Contacts | None


@dataclass(frozen=True, slots=True)
class CountyPage:
    """Context of theme/pages/county.html."""

    root: str
    as_of: date
    terms: Terms
    name: str
    year: int
    tally: Tally
    townships: tuple[TownshipSummary, ...]
    villages: int
    entries: int
    contacts: Contacts | None


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Context of theme/pages/404.html."""

    root: str
    name: str


def township_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, own: PlaceCard, villages: Sequence[PlaceCard]
) -> Page:
    """A township's home.

    Args:
        own: the card of the township's own records.
        villages: in the order of their codes.
    """
    gaps = [Gap(v.name, v.url, o) for v in villages for o in v.missing]
    recent = sorted(((v.name, item) for v in villages for item in v.recent), key=lambda one: one[1].url)
    recent.sort(key=lambda one: one[1].published, reverse=True)
    context = TownshipPage(
        root=urls.root_from(township.url),
        as_of=county.as_of,
        county_name=county.name,
        terms=county.terms,
        name=township.name,
        year=county.as_of.year,
        tally=sum((v.tally for v in villages), Tally()),
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.obligation.due, gap.url, gap.obligation.title))),
        rows=tuple(villages),
        own=tuple(
            OwnShelf(BY_FOLDER[shelf.folder].name, urls.kind(own.place, shelf.folder), shelf.items)
            for shelf in own.shelves
        ),
        recent=tuple(recent[:RECENT]),
        contacts=own.contacts,
    )
    shell = place_shell(county, township, own, township.url)
    title = f"{township.name}各{county.terms.village}三务公开｜{county.name}"
    description = f"{township.name}各{county.terms.village}公开情况。"
    return page(env, shell, township.url, title, description, "township.html", context)


def county_page(env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary]) -> Page:
    """The county portal."""
    context = CountyPage(
        root="",
        as_of=county.as_of,
        terms=county.terms,
        name=county.name,
        year=county.as_of.year,
        tally=sum((township.tally for township in townships), Tally()),
        townships=tuple(townships),
        villages=sum(len(township.villages) for township in townships),
        entries=sum(township.entries for township in townships),
        contacts=county.contacts,
    )
    title = f"{county.name}村级三务公开"
    return page(
        env,
        county_shell(county, urls.HOME),
        urls.HOME,
        title,
        f"{title}：找你的{county.terms.village}。",
        "county.html",
        context,
    )


def error_page(env: jinja2.Environment, county: CountySite, root: str) -> Page:
    """What the server shows for an address that is not there.

    Args:
        root: the site's absolute path, because the page is served at any depth.
    """
    title = "没有找到这一页"
    shell = replace(county_shell(county, urls.HOME), root=root)
    return page(env, shell, urls.ERROR, title, title, "404.html", ErrorPage(root, county.name), noindex=True)
