"""What a place hands up to its township and a township to the county: frozen, small, and plain JSON on a disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.model import TownshipSite


@dataclass(frozen=True, slots=True)
class PlaceExport:
    """One place in the tables of its township and county."""

    folder: str
    name: str
    url: str
    code: str
    """The 区划代码; empty without a readable profile."""
    is_village: bool
    tally: tuple[int, int, int, int, int]
    """Of this year: 按时, 晚, 缺, 暂缓, 未到."""
    rows: Mapping[str, int]
    """How many rows each of its tables has, by the table's name."""
    latest: date | None
    """The day of its newest publication."""


@dataclass(frozen=True, slots=True)
class TownshipExport:
    """One township in the tables of the county."""

    slug: str
    name: str
    url: str
    places: tuple[PlaceExport, ...]
    """The township itself, then its villages."""


def township_export(township: TownshipSite, places: Sequence[PlaceExport]) -> TownshipExport:
    """Put the places of a township together.

    Args:
        places: the township itself first, then its villages in the order of their codes.
    """
    return TownshipExport(township.slug, township.name, township.url, tuple(places))
