"""Township home and county portal: villages side by side, in code order, without ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import jinja2

from generator.law.obligations import Obligation
from generator.pages.downloads import overview_downloads
from generator.pages.news import CSS
from generator.pages.page import Page
from generator.pages.shell import county_shell, page, place_shell
from generator.records.kinds import BY_FOLDER
from generator.records.places import Contacts, Terms
from generator.site import urls
from generator.site.cards import RECENT, summary
from generator.site.model import CountySite, Item, Link, PlaceCard, Tally, TownshipSite, TownshipSummary
from generator.site.news import News, counted, in_words


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
    slug: str
    year: int
    tally: Tally
    gaps: tuple[Gap, ...]
    itself: PlaceCard | None
    """The township's own duties, promises and answers; None where there are none."""
    rows: tuple[PlaceCard, ...]
    """Its villages."""
    own: tuple[OwnShelf, ...]
    recent: tuple[News, ...]
    css: dict[str, str]
    news_said: str
    news_url: str
    remarks: int
    findings_url: str
    files: tuple[Link, ...]
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
    news_said: str
    files: tuple[Link, ...]
    contacts: Contacts | None


def township_page(
    env: jinja2.Environment,
    county: CountySite,
    township: TownshipSite,
    own: PlaceCard,
    villages: Sequence[PlaceCard],
    news: Sequence[News],
) -> Page:
    """A township's home.

    Args:
        own: the card of the township's own records.
        villages: in the order of their codes.
        news: in order.
    """
    whole = summary(township, own, villages)
    gaps = [Gap(v.name, v.url, o) for v in villages for o in v.missing]
    gaps += [Gap(own.name, urls.status(own.place, county.as_of.year), o) for o in own.missing]
    context = TownshipPage(
        root=urls.root_from(township.url),
        as_of=county.as_of,
        county_name=county.name,
        terms=county.terms,
        name=township.name,
        slug=township.slug,
        year=county.as_of.year,
        tally=whole.tally,
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.obligation.due, gap.url, gap.obligation.title))),
        itself=own if own.tally != Tally() or own.promises.due or own.questions else None,
        rows=tuple(villages),
        own=tuple(
            OwnShelf(BY_FOLDER[shelf.folder].name, urls.kind(own.place, shelf.folder), shelf.items)
            for shelf in own.shelves
        ),
        recent=tuple(news[:RECENT]),
        css=CSS,
        news_said=in_words(counted(news)),
        news_url=urls.news(township.slug),
        remarks=whole.remarks,
        findings_url=urls.findings(township.slug),
        files=overview_downloads(county, township.slug),
        contacts=own.contacts,
    )
    shell = place_shell(county, township, own, township.url)
    title = f"{township.name}各{county.terms.village}三务公开｜{county.name}"
    description = f"{township.name}各{county.terms.village}公开情况。"
    return page(env, shell, township.url, title, description, "township.html", context)


def county_page(
    env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary], news: Sequence[News]
) -> Page:
    """The county portal; `news` in order."""
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
        news_said=in_words(counted(news)),
        files=overview_downloads(county),
        contacts=county.contacts,
    )
    title = f"{county.name}{county.terms.village}级三务公开"
    return page(
        env,
        county_shell(county, urls.HOME),
        urls.HOME,
        title,
        f"{title}：找你的{county.terms.village}。",
        "county.html",
        context,
    )
