"""指标: shares of a township and of the county, each with what was counted, out of what, and what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import jinja2

from generator.pages.page import Page
from generator.pages.shell import Shell, county_shell, page, place_shell
from generator.site import urls
from generator.site.indicators import INDICATORS, added, counted, unstated
from generator.site.model import CountySite, Measured, PlaceCard, TownshipSite, TownshipSummary


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

    root: str
    as_of: date
    name: str
    year: int
    lines: tuple[Line, ...]


def township_indicators_page(
    env: jinja2.Environment,
    county: CountySite,
    township: TownshipSite,
    own: PlaceCard,
    villages: Sequence[PlaceCard],
) -> Page:
    """Of one township, with each of its villages."""
    url = urls.indicators(township.slug)
    places = [(own.name, own.url, own.measured)]
    places += [(card.name, card.url, unstated(own.measured, card.measured)) for card in villages]
    beside = added(one for card in villages for one in card.measured if not one.stated)
    return _page(env, county, place_shell(county, township, own, url), url, township.name, places, beside)


def county_indicators_page(env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary]) -> Page:
    """Of the county, with each of its townships."""
    url = urls.indicators()
    places = [(one.name, urls.indicators(one.slug), one.measured) for one in townships]
    return _page(env, county, county_shell(county, url), url, county.name, places)


def _page(
    env: jinja2.Environment,
    county: CountySite,
    shell: Shell,
    url: str,
    name: str,
    places: Sequence[tuple[str, str, Sequence[Measured]]],
    beside: Sequence[Measured] = (),
) -> Page:
    whole = added(one for _, _, measured in places for one in measured)
    context = IndicatorsPage(
        root=urls.root_from(url),
        as_of=county.as_of,
        name=name,
        year=county.as_of.year,
        lines=tuple(_line(one, places, beside) for one in whole),
    )
    title = f"{name}公开和办事指标"
    return page(
        env, shell, url, f"{title}｜{county.name}", f"{title}：比例怎么算、目标是多少。", "indicators.html", context
    )


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
