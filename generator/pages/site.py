"""Which pages there are: of one place, and of the county portal. Generators: pages need not all be held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import jinja2

from generator.pages.commitment import commitment_page, commitments_page
from generator.pages.decision import decision_page
from generator.pages.finance import finance_page
from generator.pages.lists import board_page, kind_page, withheld_list_page, withheld_page
from generator.pages.overview import county_page
from generator.pages.page import Page
from generator.pages.plain import correction_page, notice_page, question_page
from generator.pages.search import search_page
from generator.pages.status import status_page, years
from generator.pages.village import village_page
from generator.records.common import Board
from generator.records.kinds import KINDS
from generator.site.model import CountySite, Entry, PlaceSite, TownshipSite, TownshipSummary

RecordPage = Callable[[jinja2.Environment, CountySite, TownshipSite, PlaceSite, Entry], Page]

RECORD_PAGES: dict[str, RecordPage] = {
    "finance": finance_page,
    "decisions": decision_page,
    "commitments": commitment_page,
    "notices": notice_page,
    "questions": question_page,
    "corrections": correction_page,
}


def place_pages(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite
) -> Iterator[Page]:
    """Every page of one place: records first, then the lists that link to them."""
    for entry in place.entries:
        yield RECORD_PAGES[entry.address.kind](env, county, township, place, entry)
    for item in place.withheld:
        yield withheld_page(env, county, township, place, item)
    yield from _place_lists(env, county, township, place)
    if place.place.village:
        yield village_page(env, county, township, place)


def portal_pages(
    env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary], indexes: Mapping[str, str]
) -> Iterator[Page]:
    """The pages over all townships. `indexes` names each township's search index, by slug."""
    yield search_page(env, county, townships, indexes)
    yield county_page(env, county, townships)


def _place_lists(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite
) -> Iterator[Page]:
    for kind in KINDS:
        if kind.folder == "commitments":
            yield commitments_page(env, county, township, place)
        else:
            yield kind_page(env, county, township, place, kind.folder)
    for board in Board:
        yield board_page(env, county, township, place, board)
    yield withheld_list_page(env, county, township, place)
    for year in years(place, county.as_of):
        yield status_page(env, county, township, place, year)
