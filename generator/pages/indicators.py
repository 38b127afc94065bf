"""指标: shares of a township and of the county, each with what was counted, out of what, and what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.desk import CountyDesk, TownshipDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site import urls
from generator.site.indicators import INDICATORS, added
from generator.site.model import Measured, TownshipSummary


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator, of all places together and of each that counts towards it."""

    name: str
    said: str
    """兑现的承诺，占到期的承诺"""
    done: Decimal
    whole: Decimal
    aim: Decimal | None
    source: str
    places: tuple[Of, ...]


@dataclass(frozen=True, slots=True)
class Of:
    """One place's part."""

    name: str
    url: str
    done: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True)
class IndicatorsPage:
    """Context of theme/pages/indicators.html."""

    year: int
    lines: tuple[Line, ...]


def township_indicators_page(desk: TownshipDesk) -> Page:
    """Of one township, with each of its villages."""
    places = [(card.name, card.url, card.measured) for card in desk.cards]
    return _page(desk, urls.indicators(desk.township.slug), places)


def county_indicators_page(desk: CountyDesk, townships: Sequence[TownshipSummary]) -> Page:
    """Of the county, with each of its townships."""
    places = [(one.name, urls.indicators(one.slug), one.measured) for one in townships]
    return _page(desk, urls.indicators(), places)


def _page(
    desk: CountyDesk,
    url: str,
    places: Sequence[tuple[str, str, Sequence[Measured]]],
) -> Page:
    whole = added(one for _, _, measured in places for one in measured)
    context = IndicatorsPage(
        year=desk.county.as_of.year,
        lines=tuple(_line(one, places) for one in whole),
    )
    title = f"{desk.name}公开和办事指标"
    description = f"{title}：比例怎么算、目标是多少。"
    return render(desk, url, f"{title}｜{desk.county.name}", description, "indicators.html", context)


def _line(one: Measured, places: Sequence[tuple[str, str, Sequence[Measured]]]) -> Line:
    known = INDICATORS.get(one.name)
    parts = (
        Of(name, url, part.done, part.whole)
        for name, url, measured in places
        for part in measured
        if part.name == one.name
    )
    return Line(
        name=one.name,
        said=f"{known.counted}，占{known.whole}" if known else "完成的，占总数",
        done=one.done,
        whole=one.whole,
        aim=one.aim,
        source=known.source if known else "记录里写的目标",
        places=tuple(parts),
    )
