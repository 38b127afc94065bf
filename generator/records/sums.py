"""The sums of a record, as a person checks them on paper: 上期结余 + 收到 − 用了 = 结余."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.base.finding import Key
from generator.base.inexact import UNWRITTEN, Inexact, is_exact
from generator.base.money import ZERO

Unit = Literal["元", "亩", "人", "户", "件", "份", "票", "项", "天", "分"]


@dataclass(frozen=True, slots=True)
class Addend:
    """One term of a sum."""

    label: str
    value: Decimal | int
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: its terms and the result that the record states.

    What was left out (`UNWRITTEN`) is no 0. Where the written terms make the result, it was nothing; where they do not, the
    sum cannot be checked, and the page says so.
    """

    title: str
    terms: tuple[Addend, ...]
    label: str
    """The name of the result: 结余"""
    stated: Decimal | int
    at: tuple[Key, ...]
    """The route to the stated result."""
    unit: Unit = "元"

    @property
    def result(self) -> Decimal:
        """The result of the terms that are written."""
        return total(-term.value if term.minus else term.value for term in self._written())

    @property
    def holds(self) -> bool:
        """Whether both results are equal to the cent, or that cannot be told. There is no tolerance (财务公开规定，真实可靠)."""
        return bool(self.stated == self.result or self.stated is UNWRITTEN or self.doubt)

    @property
    def doubt(self) -> str:
        """Why it cannot be checked, as the page says it; empty where it can."""
        result = self.result
        left_out = self._left_out()
        if left_out and (self.stated is UNWRITTEN or self.stated != result):
            return f"没有写{'、'.join(left_out)}，没法核对"
        if isinstance(result, Inexact) and result.lacking:
            return f"有{result.lacking}处没写数，没法核对"
        if not is_exact(result) or (not is_exact(self.stated) and self.stated is not UNWRITTEN):
            return "有的数不是准数，没法核对"
        return ""

    @property
    def shown(self) -> tuple[Addend, ...]:
        """The terms as a page lists them."""
        return self.terms if self.doubt else tuple(self._written())

    @property
    def is_reckoned(self) -> bool:
        """The record states no result, and this one follows from its terms."""
        return self.stated is UNWRITTEN and not self.doubt

    def _left_out(self) -> list[str]:
        return [term.label for term in self.terms if term.value is UNWRITTEN]

    def _written(self) -> Iterable[Addend]:
        return [term for term in self.terms if term.value is not UNWRITTEN]


def if_written(*terms: Addend) -> tuple[Addend, ...]:
    """Of terms that are rare, those that are written: where nothing is written there was none."""
    return tuple(term for term in terms if term.value is not UNWRITTEN)


def total(values: Iterable[Decimal | int | None]) -> Decimal:
    """The sum of the values that are given; `Inexact` where one of them is.

    >>> total([Decimal("1.50"), None, 2])
    Decimal('3.50')
    """
    return ZERO + sum(value for value in values if value is not None)
