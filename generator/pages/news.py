"""动态: what became public, was corrected or withheld, or passed its day, day by day, of a township and of the county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.dates import add_days
from generator.pages.desk import CountyDesk, TownshipDesk
from generator.pages.downloads import news_downloads
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site import urls
from generator.site.model import Link, PlaceCard
from generator.site.news import DAYS, News, by_day, counted, in_words

CSS = {"暂缓公开": "wait", "到期没公开": "miss", "到期没答复": "miss", "到期没办成": "miss"}
"""How a kind is marked that its title does not tell."""


@dataclass(frozen=True, slots=True)
class NewsDay:
    """What happened on a day."""

    day: date
    anchor: str
    said: str
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class WithheldAt:
    """What a place withholds now."""

    place: str
    url: str
    said: str
    """财务收支1份、公示公告2份"""


@dataclass(frozen=True, slots=True)
class NewsPage:
    """Context of theme/pages/news.html."""

    since: date
    length: int
    """In days."""
    said: str
    """All of them together."""
    days: tuple[NewsDay, ...]
    withheld: tuple[WithheldAt, ...]
    css: dict[str, str]
    files: tuple[Link, ...]


def township_news_page(
    desk: TownshipDesk,
    news: Sequence[News],
) -> Page:
    """A township's 动态; `news` in order."""
    withheld = tuple(_withheld(card) for card in desk.cards if card.withheld_kinds)
    return _news_page(desk, desk.township.slug, news, withheld)


def county_news_page(desk: CountyDesk, news: Sequence[News], own: PlaceCard | None) -> Page:
    """The county's 动态; `news` in order. What the county itself withholds (`own`) is told; each township tells its own."""
    return _news_page(desk, "", news, (_withheld(own),) if own and own.withheld_kinds else ())


def _news_page(
    desk: CountyDesk,
    folder: str,
    news: Sequence[News],
    withheld: tuple[WithheldAt, ...],
) -> Page:
    context = NewsPage(
        since=add_days(desk.county.as_of, 1 - DAYS),
        length=DAYS,
        said=in_words(counted(news)),
        days=tuple(NewsDay(day, urls.day_anchor(day), in_words(counted(its)), its) for day, its in by_day(news)),
        withheld=withheld,
        css=CSS,
        files=news_downloads(folder),
    )
    title = f"{desk.name}三务公开动态"
    return render(desk, urls.news(folder), title, f"{title}：最近{DAYS}天。", "news.html", context)


def _withheld(card: PlaceCard) -> WithheldAt:
    return WithheldAt(
        card.name, urls.withheld(card.place), "、".join(f"{one.kind}{one.count}份" for one in card.withheld_kinds)
    )
