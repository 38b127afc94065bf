"""What the search knows of a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.dates import day_long
from generator.base.money import ZERO, round_half_up

TOWNSHIP_ITSELF = "records"
"""Stands where a village's slug would, for the township's own records; also their folder."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One published record, in the spelling of its page."""

    url: str
    """Relative to the site's root."""
    title: str
    day: date
    """Decides the year in which it is found and its place among the hits."""
    township: str
    township_name: str
    village: str | None
    """None for the township's own records."""
    village_name: str | None
    kind: str
    """The kind's folder."""
    kind_name: str
    board: str
    """党务、村务、财务"""
    text: str
    """Everything of the record that may be found, one cell or sentence per line."""
    amounts: tuple[Decimal, ...] = ()
    """元. The largest one is what sorting by amount goes by."""

    @property
    def village_slug(self) -> str:
        return self.village or TOWNSHIP_ITSELF

    @property
    def haystack(self) -> str:
        """Title, board, kind, place and date are found like the text; each is a line of its own."""
        place = self.township_name + (self.village_name or "")
        return f"{self.title}\n{self.board}\n{self.kind_name}\n{place}\n{day_long(self.day)}\n{self.text}"

    @property
    def amount(self) -> int:
        """The largest amount in whole 元, at least 0."""
        return (
            int(round_half_up(max(self.amounts, default=ZERO), Decimal(1))) if max(self.amounts, default=0) > 0 else 0
        )
