"""What the search knows about a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.dates import day_long
from generator.base.money import ZERO, round_half_up

TOWNSHIP_ITSELF = "records"
"""The township's own records have this in place of a village's slug. It is also the name of their folder."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One published record, spelled as on its page."""

    url: str
    """The address of its page, relative to the site's root."""
    title: str
    day: date
    """The day that decides the year in which it is found and its place among the hits."""
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
    """Every text of the record that can be found, one cell or sentence per line."""
    amounts: tuple[Decimal, ...] = ()
    """The amounts in 元. Hits are sorted by the largest one."""

    @property
    def village_slug(self) -> str:
        return self.village or TOWNSHIP_ITSELF

    @property
    def haystack(self) -> str:
        """All lines that are searched: title, board, kind, place, date, and the text."""
        place = self.township_name + (self.village_name or "")
        return f"{self.title}\n{self.board}\n{self.kind_name}\n{place}\n{day_long(self.day)}\n{self.text}"

    @property
    def amount(self) -> int:
        """The largest amount in whole 元, or 0."""
        return (
            int(round_half_up(max(self.amounts, default=ZERO), Decimal(1))) if max(self.amounts, default=0) > 0 else 0
        )
