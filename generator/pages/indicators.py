"""指标: shares of a township and of the county, each with what was counted, out of what, and what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.desk import CountyDesk, TownshipDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site import urls
from generator.site.indicators import INDICATORS, added, counted, unstated
from generator.site.model import Measured, PlaceCard, TownshipSummary


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
    beside: Measured | None
    """What can be counted in the villages' own records, where the figure above is one that a record states."""


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
    own = desk.own
    places = [(own.name, own.url, own.measured)]
    places += [(card.name, card.url, unstated(own.measured, card.measured)) for card in desk.villages]
    beside = added(one for card in desk.villages for one in card.measured if not one.stated)
    return _page(desk, urls.indicators(desk.township.slug), places, beside)


def county_indicators_page(desk: CountyDesk, townships: Sequence[TownshipSummary], own: PlaceCard | None) -> Page:
    """Of the county, with its own records where it has any, and each of its townships."""
    stated = own.measured if own else ()
    places: list[tuple[str, str, Sequence[Measured]]] = [(f"{own.name}本级", own.url, own.measured)] if own else []
    places += [(one.name, urls.indicators(one.slug), unstated(stated, one.measured)) for one in townships]
    beside = added(one for township in townships for one in township.measured if not one.stated) if own else ()
    return _page(desk, urls.indicators(), places, beside)


def _page(
    desk: CountyDesk,
    url: str,
    places: Sequence[tuple[str, str, Sequence[Measured]]],
    beside: Sequence[Measured] = (),
) -> Page:
    whole = added(one for _, _, measured in places for one in measured)
    context = IndicatorsPage(
        year=desk.county.as_of.year,
        lines=tuple(_line(one, places, beside) for one in whole),
    )
    title = f"{desk.name}公开和办事指标"
    description = f"{title}：比例怎么算、目标是多少。"
    return render(desk, url, f"{title}｜{desk.county.name}", description, "indicators.html", context)


def _line(one: Measured, places: Sequence[tuple[str, str, Sequence[Measured]]], beside: Sequence[Measured]) -> Line:
    known = INDICATORS.get(one.name)
    own = [(name, url, part) for name, url, measured in places for part in measured if part.name == one.name]
    parts = (Of(name, url, part.done, part.whole) for name, url, part in _counted(own))
    return Line(
        name=one.name,
        said=f"{known.counted}，占{known.whole}" if known else "完成的，占总数",
        done=one.done,
        whole=one.whole,
        aim=one.aim,
        source="记录里写的目标" if one.stated or known is None else known.source,
        places=tuple(parts),
        beside=next((other for other in beside if one.stated and other.name == one.name), None),
    )


def _counted(own: Sequence[tuple[str, str, Measured]]) -> Sequence[tuple[str, str, Measured]]:
    """Each place's part as it goes into the sum above it."""
    return own if len(own) == 1 else [(name, url, counted(part)) for name, url, part in own]
