"""A record's own arithmetic, as a person would check it on paper: 上期结余 + 收到 − 用了 = 结余."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.base.finding import Key

Unit = Literal["元", "亩", "人", "户", "件", "份", "票", "项", "天", "分"]


@dataclass(frozen=True, slots=True)
class Addend:
    """One figure of a sum."""

    label: str
    value: Decimal | int
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms, and what the record says they come to."""

    title: str
    terms: tuple[Addend, ...]
    label: str
    """What the result is called: 结余"""
    stated: Decimal | int
    at: tuple[Key, ...]
    """Route of the stated result."""
    unit: Unit = "元"

    @property
    def result(self) -> Decimal | int:
        """What the terms come to."""
        return total(-term.value if term.minus else term.value for term in self.terms)

    @property
    def holds(self) -> bool:
        """To the cent; no tolerance (财务公开规定，真实可靠)."""
        return self.result == self.stated


def total(values: Iterable[Decimal | int | None]) -> Decimal | int:
    """The sum of what is given.

    >>> total([Decimal("1.50"), None, 2])
    Decimal('3.50')
    """
    return sum((value for value in values if value is not None), start=0)
