"""Which pages there are: of one place, of a township, and of the county portal. Generators: pages need not all be held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.pages.changes import changes_page
from generator.pages.commitment.listing import commitments_page
from generator.pages.commitment.record import commitment_page
from generator.pages.decision.record import decision_page
from generator.pages.desk import CountyDesk, Desk, TownshipDesk
from generator.pages.finance.record import finance_page
from generator.pages.finance.year import finance_year_pages
from generator.pages.findings import findings_page
from generator.pages.gone import gone_page
from generator.pages.guide import guide_page
from generator.pages.indicators import county_indicators_page, township_indicators_page
from generator.pages.leads import LEADS
from generator.pages.lists import board_page, kind_page, withheld_list_page, withheld_page
from generator.pages.missing import missing_page
from generator.pages.news import county_news_page, township_news_page
from generator.pages.overview import county_page, township_page
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.search import search_page
from generator.pages.status import status_page, years
from generator.pages.village import village_page
from generator.records.common import Board
from generator.records.kinds import KINDS
from generator.site import urls
from generator.site.model import Entry, Happening, PlaceCard, TownshipSummary
from generator.site.news import News

RECORD_PAGES: dict[str, Callable[[Desk, Entry], Page]] = {
    "finance": finance_page,
    "decisions": decision_page,
    "commitments": commitment_page,
}
"""Kinds with a layout of their own; the others are shown as their model says."""
KNOWN = (*RECORD_PAGES, *LEADS)
"""Kinds with a layout or a lead of their own. They are listed even where there are none."""


def place_pages(desk: Desk) -> Iterator[Page]:
    """Every page of one place: records first, then the lists that link to them."""
    for entry in desk.place.entries:
        yield RECORD_PAGES.get(entry.address.kind, record_page)(desk, entry)
    for item in desk.place.withheld:
        yield withheld_page(desk, item)
    for one in desk.place.gone:
        yield gone_page(desk, one, _changes(desk))
    yield from finance_year_pages(desk)
    yield from _place_lists(desk)
    if desk.place.place.village:
        yield village_page(desk)


def township_pages(
    desk: TownshipDesk,
    news: Sequence[News],
) -> Iterator[Page]:
    """The pages over a township's places: what they need a word on, what happened, and the township's home."""
    yield findings_page(desk)
    yield township_indicators_page(desk)
    yield township_news_page(desk, news)
    yield township_page(desk, news)


def county_own_pages(desk: TownshipDesk) -> Iterator[Page]:
    """The pages over the county's own records that the portal does not make: what they need a word on."""
    yield findings_page(desk)


def portal_pages(
    desk: CountyDesk,
    townships: Sequence[TownshipSummary],
    own: PlaceCard | None,
    indexes: Mapping[str, str],
    news: Sequence[News],
    happenings: Sequence[Happening],
) -> Iterator[Page]:
    """The pages over all townships.

    Args:
        own: the county's own records, where it has any.
        indexes: the search index of each part, by slug.
        news: in order.
        happenings: what was changed in the county as a whole and in its own records.
    """
    yield search_page(desk, townships, own, indexes)
    yield guide_page(desk, townships)
    yield missing_page(desk, townships, own)
    yield county_indicators_page(desk, townships, own)
    yield county_news_page(desk, news, own)
    yield changes_page(desk, happenings)
    yield county_page(desk, townships, own, news, changed=bool(happenings))


def _changes(desk: Desk) -> str:
    """The page with the changes of a place."""
    where = desk.place.place
    return urls.CHANGES if where.is_county else urls.status(where, desk.county.as_of.year)


def _place_lists(desk: Desk) -> Iterator[Page]:
    place = desk.place
    there = {*(entry.address.kind for entry in place.entries), *(item.address.kind for item in place.withheld)}
    for kind in KINDS:
        if kind.folder == "commitments":
            yield commitments_page(desk)
        elif kind.folder in KNOWN or kind.folder in there:
            yield kind_page(desk, kind.folder)
    for board in Board:
        yield board_page(desk, board)
    yield withheld_list_page(desk)
    for year in years(place, desk.county.as_of):
        yield status_page(desk, year)
