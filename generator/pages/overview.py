"""Township home and county portal: villages side by side, in code order, without ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.law.obligations import Obligation
from generator.pages.desk import CountyDesk, TownshipDesk
from generator.pages.downloads import overview_downloads
from generator.pages.news import CSS
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board
from generator.records.kinds import BY_FOLDER
from generator.records.places import called
from generator.site import urls
from generator.site.cards import RECENT, summary
from generator.site.model import Item, Link, PlaceCard, Tally, TownshipSummary
from generator.site.news import News, counted, in_words


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing, with the village it is missing from."""

    village: str
    url: str
    obligation: Obligation


@dataclass(frozen=True, slots=True)
class OwnShelf:
    """The township's or the county's own records of one kind."""

    name: str
    url: str
    entries: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TownshipPage:
    """Context of theme/pages/township.html."""

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


@dataclass(frozen=True, slots=True)
class CountyPage:
    """Context of theme/pages/county.html."""

    year: int
    tally: Tally
    townships: tuple[TownshipSummary, ...]
    villages: int
    entries: int
    itself: PlaceCard | None
    """The county's own records; None where it has none."""
    boards: tuple[Link, ...]
    """The lists of its own records by board."""
    own: tuple[OwnShelf, ...]
    news_said: str
    changed: bool
    """Something stands on its page 更正和变动."""
    files: tuple[Link, ...]


def township_page(
    desk: TownshipDesk,
    news: Sequence[News],
) -> Page:
    """A township's home; `news` in order."""
    township, own, villages = desk.township, desk.own, desk.villages
    whole = summary(township, own, villages)
    gaps = [Gap(v.name, v.url, o) for v in villages for o in v.missing]
    gaps += [Gap(own.name, urls.status(own.place, desk.county.as_of.year), o) for o in own.missing]
    context = TownshipPage(
        slug=township.slug,
        year=desk.county.as_of.year,
        tally=whole.tally,
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.obligation.due, gap.url, gap.obligation.title))),
        itself=own if own.tally != Tally() or own.promises.due or own.questions else None,
        rows=villages,
        own=_shelves(own),
        recent=tuple(news[:RECENT]),
        css=CSS,
        news_said=in_words(counted(news)),
        news_url=urls.news(township.slug),
        remarks=whole.remarks,
        findings_url=urls.findings(township.slug),
        files=overview_downloads(desk.county, township.slug),
    )
    title = f"{desk.name}各{desk.words.village}三务公开｜{desk.county.name}"
    description = f"{desk.name}各{desk.words.village}公开情况。"
    return render(desk, township.url, title, description, "township.html", context)


def _shelves(own: PlaceCard) -> tuple[OwnShelf, ...]:
    return tuple(
        OwnShelf(BY_FOLDER[shelf.folder].name, urls.kind(own.place, shelf.folder), shelf.items) for shelf in own.shelves
    )


def county_page(
    desk: CountyDesk,
    townships: Sequence[TownshipSummary],
    own: PlaceCard | None,
    news: Sequence[News],
    *,
    changed: bool,
) -> Page:
    """The county portal.

    Args:
        news: in order.
        changed: something stands on its page 更正和变动.
    """
    context = CountyPage(
        year=desk.county.as_of.year,
        tally=sum((township.tally for township in townships), Tally()),
        townships=tuple(townships),
        villages=sum(len(township.villages) for township in townships),
        entries=sum(township.entries for township in townships),
        itself=own,
        boards=tuple(Link(f"{called(b, desk.words)}公开", urls.board(own.place, b)) for b in Board) if own else (),
        own=_shelves(own) if own else (),
        news_said=in_words(counted(news)),
        changed=changed,
        files=overview_downloads(desk.county),
    )
    title = f"{desk.name}{desk.words.village}级三务公开"
    return render(desk, urls.HOME, title, f"{title}：找你的{desk.words.village}。", "county.html", context)
