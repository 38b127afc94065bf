"""Reports the sums of a record that do not hold, with both figures and the difference. The rules on totals share this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.base.money import yuan
from generator.records.sums import Addend, Sum, Unit
from generator.rules.rule import Problem

_SHOWN = 5
"""Up to so many terms are written out. If there are more, only their sum is told."""


def unbalanced(sums: Iterable[Sum]) -> Iterator[Problem]:
    """A problem at the stated result of every sum that does not hold. The note has no figure, because one is false."""
    for one in sums:
        if one.holds:
            continue
        difference = figure(abs(one.result - one.stated), one.unit)
        yield Problem(
            one.at,
            f"{one.title}：{_reckoned(one)}，写的“{one.label}”是{figure(one.stated, one.unit)}，相差{difference}{one.unit}",
            "对照原件，看是这个数抄错了，还是哪一项漏写、多写、写错了",
            f"“{one.label}”写的数和各项算出来的不一样，正在更正。",
        )


def _reckoned(one: Sum) -> str:
    """期初100.00＋增加20.00－减少0.00＝120.00"""
    if len(one.shown) > _SHOWN:
        return f"{len(one.shown)}项加起来是{figure(one.result, one.unit)}"
    terms = "".join(_term(term, one, first=not number) for number, term in enumerate(one.shown))
    return terms if len(one.shown) == 1 else f"{terms}＝{figure(one.result, one.unit)}"


def _term(term: Addend, one: Sum, *, first: bool) -> str:
    sign = "－" if term.minus else "" if first else "＋"
    return f"{sign}{term.label}{figure(term.value, one.unit)}"


def figure(value: Decimal | int, unit: Unit) -> str:
    """A value as tables write it: 46,800.00 · 1,854.1"""
    return yuan(Decimal(value)) if unit == "元" else f"{value:,}"
