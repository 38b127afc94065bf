"""Which pages there are: of one place, of a township, and of the county portal. Generators: pages need not all be held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import jinja2

from generator.pages.commitment import commitment_page
from generator.pages.commitments import commitments_page
from generator.pages.decision import decision_page
from generator.pages.finance import finance_page
from generator.pages.finance_year import finance_year_pages
from generator.pages.findings import findings_page
from generator.pages.guide import guide_page
from generator.pages.indicators import county_indicators_page, township_indicators_page
from generator.pages.lists import board_page, kind_page, withheld_list_page, withheld_page
from generator.pages.missing import missing_page
from generator.pages.news import county_news_page, township_news_page
from generator.pages.overview import county_page, township_page
from generator.pages.page import Page
from generator.pages.plain import correction_page, notice_page, question_page
from generator.pages.record import record_page
from generator.pages.search import search_page
from generator.pages.status import status_page, years
from generator.pages.village import village_page
from generator.records.common import Board
from generator.records.kinds import KINDS
from generator.site.model import CountySite, Entry, PlaceCard, PlaceSite, TownshipSite, TownshipSummary
from generator.site.news import News

RecordPage = Callable[[jinja2.Environment, CountySite, TownshipSite, PlaceSite, Entry], Page]

RECORD_PAGES: dict[str, RecordPage] = {
    "finance": finance_page,
    "decisions": decision_page,
    "commitments": commitment_page,
    "notices": notice_page,
    "questions": question_page,
    "corrections": correction_page,
}
"""Kinds with a layout of their own; the others are shown as their model says. These are listed even where there are none."""


def place_pages(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite
) -> Iterator[Page]:
    """Every page of one place: records first, then the lists that link to them."""
    for entry in place.entries:
        yield RECORD_PAGES.get(entry.address.kind, record_page)(env, county, township, place, entry)
    for item in place.withheld:
        yield withheld_page(env, county, township, place, item)
    yield from finance_year_pages(env, county, township, place)
    yield from _place_lists(env, county, township, place)
    if place.place.village:
        yield village_page(env, county, township, place)


def township_pages(
    env: jinja2.Environment,
    county: CountySite,
    township: TownshipSite,
    own: PlaceCard,
    villages: Sequence[PlaceCard],
    news: Sequence[News],
) -> Iterator[Page]:
    """The pages over a township's places: what they need a word on, what happened, and the township's home."""
    yield findings_page(env, county, township, own, villages)
    yield township_indicators_page(env, county, township, own, villages)
    yield township_news_page(env, county, township, own, villages, news)
    yield township_page(env, county, township, own, villages, news)


def portal_pages(
    env: jinja2.Environment,
    county: CountySite,
    townships: Sequence[TownshipSummary],
    indexes: Mapping[str, str],
    news: Sequence[News],
) -> Iterator[Page]:
    """The pages over all townships. `indexes` names each township's search index, by slug; `news` in order."""
    yield search_page(env, county, townships, indexes)
    yield guide_page(env, county, townships)
    yield missing_page(env, county, townships)
    yield county_indicators_page(env, county, townships)
    yield county_news_page(env, county, news)
    yield county_page(env, county, townships, news)


def _place_lists(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite
) -> Iterator[Page]:
    there = {*(entry.address.kind for entry in place.entries), *(item.address.kind for item in place.withheld)}
    for kind in KINDS:
        if kind.folder == "commitments":
            yield commitments_page(env, county, township, place)
        elif kind.folder in RECORD_PAGES or kind.folder in there:
            yield kind_page(env, county, township, place, kind.folder)
    for board in Board:
        yield board_page(env, county, township, place, board)
    yield withheld_list_page(env, county, township, place)
    for year in years(place, county.as_of):
        yield status_page(env, county, township, place, year)
