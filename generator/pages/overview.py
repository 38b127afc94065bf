"""Township home and county portal: villages side by side, in code order, without ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import jinja2

from generator.law.obligations import Obligation
from generator.pages.page import Page
from generator.pages.shell import county_shell, page, place_shell
from generator.records.commitments import fulfilment, is_member
from generator.records.finance import Finance, closing
from generator.records.kinds import KINDS
from generator.records.places import Contacts, Terms
from generator.site import urls
from generator.site.model import CountySite, Entry, PlaceSite, Tally, TownshipSite, TownshipSummary

RECENT = 8


@dataclass(frozen=True, slots=True)
class VillageRow:
    """One village beside the others."""

    name: str
    url: str
    tally: Tally
    period: str
    """The latest accounts: 2026年10月"""
    balance: Decimal | None
    kept: int
    promised: int
    target: Decimal
    questions: int
    answered: int
    latest: date | None
    withheld: int


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
    entries: tuple[Entry, ...]


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
    rows: tuple[VillageRow, ...]
    own: tuple[OwnShelf, ...]
    recent: tuple[tuple[str, Entry], ...]
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


def township_page(env: jinja2.Environment, county: CountySite, township: TownshipSite) -> Page:
    """A township's home."""
    own = township.own
    year = county.as_of.year
    gaps = [Gap(v.name, v.url, o) for v in township.villages for o in v.missing()]
    recent = sorted(((v.name, e) for v in township.villages for e in v.entries[:RECENT]), key=lambda one: one[1].url)
    recent.sort(key=lambda one: one[1].published, reverse=True)
    context = TownshipPage(
        root=urls.root_from(own.url),
        as_of=county.as_of,
        county_name=county.name,
        terms=county.terms,
        name=own.name,
        year=year,
        tally=sum((v.tally(year) for v in township.villages), Tally()),
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.obligation.due, gap.url, gap.obligation.title))),
        rows=tuple(_row(v, county.as_of) for v in township.villages),
        own=tuple(
            OwnShelf(kind.name, urls.kind(own.place, kind.folder), own.of_kind(kind.folder)[:RECENT])
            for kind in KINDS
            if own.of_kind(kind.folder)
        ),
        recent=tuple(recent[:RECENT]),
        contacts=own.contacts,
    )
    shell = place_shell(county, township, own, own.url)
    title = f"{own.name}各{county.terms.village}三务公开｜{county.name}"
    return page(env, shell, own.url, title, f"{own.name}各{county.terms.village}公开情况。", "township.html", context)


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
    return page(env, shell, "404.html", title, title, "404.html", ErrorPage(root, county.name), noindex=True)


def _row(village: PlaceSite, as_of: date) -> VillageRow:
    accounts = [e for e in village.entries if isinstance(e.body, Finance)]
    latest = max(accounts, key=lambda e: e.body.period.end, default=None)
    kept, promised = fulfilment((e.body for e in village.of_kind("commitments") if not is_member(e.body)), as_of)
    questions = village.of_kind("questions")
    return VillageRow(
        name=village.name,
        url=village.url,
        tally=village.tally(as_of.year),
        period=latest.body.period.label if latest else "",
        balance=closing(latest.body) if latest else None,
        kept=kept,
        promised=promised,
        target=village.parameters.org_rate,
        questions=len(questions),
        answered=sum(e.body.reply is not None and e.body.reply.day <= as_of for e in questions),
        latest=max((e.published for e in village.entries), default=None),
        withheld=len(village.withheld),
    )
