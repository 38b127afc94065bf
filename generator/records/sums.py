"""The sums of a record, as a person checks them on paper: 上期结余 + 收到 − 用了 = 结余."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.base.finding import Key

Unit = Literal["元", "亩", "人", "户", "件", "份", "票", "项", "天", "分"]


@dataclass(frozen=True, slots=True)
class Addend:
    """One term of a sum."""

    label: str
    value: Decimal | int
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: its terms and the result that the record states."""

    title: str
    terms: tuple[Addend, ...]
    label: str
    """The name of the result: 结余"""
    stated: Decimal | int
    at: tuple[Key, ...]
    """The route to the stated result."""
    unit: Unit = "元"

    @property
    def result(self) -> Decimal | int:
        """The result of the terms."""
        return total(-term.value if term.minus else term.value for term in self.terms)

    @property
    def holds(self) -> bool:
        """Whether both results are equal to the cent. There is no tolerance (财务公开规定，真实可靠)."""
        return self.result == self.stated


def total(values: Iterable[Decimal | int | None]) -> Decimal | int:
    """The sum of the values that are given.

    >>> total([Decimal("1.50"), None, 2])
    Decimal('3.50')
    """
    return sum((value for value in values if value is not None), start=0)
