"""The search page: one form, filled with the county's places, and the names of the indexes it may load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board
from generator.records.kinds import KINDS
from generator.records.layout import OWN_RECORDS
from generator.records.places import called
from generator.site import urls
from generator.site.model import PlaceCard, TownshipSummary


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from."""

    value: str
    """As in the page's address and in the index: a slug, a kind's folder, a board's name."""
    name: str
    """As villagers read it."""


@dataclass(frozen=True, slots=True)
class SearchTownship:
    """A township that can be searched, or the county's own records."""

    slug: str
    name: str
    index: str
    """`Manifest.attribute` of its index; empty when it has published nothing."""
    villages: tuple[Choice, ...]
    """Its villages; its own records, if it has any, as `Choice("records", "石渡镇本级")`."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Context of theme/pages/search.html."""

    townships: tuple[SearchTownship, ...]
    boards: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    years: tuple[int, ...]
    """All that any index has, newest first."""


def search_page(
    desk: CountyDesk, townships: Sequence[TownshipSummary], own: PlaceCard | None, indexes: Mapping[str, str]
) -> Page:
    """The county's one search page.

    Args:
        own: the county's own records, where it has any.
        indexes: `Manifest.attribute` by township slug, and by the folder of the county's own records.
    """
    years = {year for township in townships for year in township.years}
    there = {folder for township in townships for folder in township.kinds}
    parts = [_township(township, indexes.get(township.slug, "")) for township in townships]
    if own:
        years |= {*own.years}
        there |= {shelf.folder for shelf in own.shelves}
        parts.append(SearchTownship(OWN_RECORDS, f"{own.name}本级", indexes.get(OWN_RECORDS, ""), ()))
    context = SearchPage(
        townships=tuple(parts),
        boards=tuple(Choice(board.value, called(board, desk.words)) for board in Board),
        kinds=tuple(Choice(kind.folder, kind.name) for kind in KINDS if kind.folder in there),
        years=tuple(sorted(years, reverse=True)),
    )
    title = f"搜索｜{desk.name}三务公开"
    description = f"按{desk.words.village}、种类、年份搜索公开的内容：事情、收款单位、金额、日期。"
    return render(desk, urls.SEARCH, title, description, "search.html", context)


def _township(township: TownshipSummary, index: str) -> SearchTownship:
    villages = [Choice(village.slug, village.name) for village in township.villages]
    if township.own_entries:
        villages.append(Choice(OWN_RECORDS, f"{township.name}本级"))
    return SearchTownship(township.slug, township.name, index, tuple(villages))
