"""Where a year's money went and where it came from, thing by thing, each with its entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.law.chart_of_accounts import chart_on
from generator.law.purposes import is_other, purpose
from generator.pages.finance.amounts import Bit, Other, shared, shelved, total
from generator.pages.finance.lines import YearLine


@dataclass(frozen=True, slots=True)
class Purpose:
    """All that one thing cost or brought in the year, 元."""

    anchor: str
    name: str
    amount: Decimal
    lines: tuple[YearLine, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the year's money went, or where it came from, 元."""

    name: str
    whole: Decimal
    shared: Decimal
    """The whole of which each purpose is a share; 0 where reversals make them no shares."""
    purposes: tuple[Purpose, ...]
    untold: Decimal
    """What no entry tells: accounts that were published as totals."""
    other: Other


def flow(name: str, whole: Decimal, lines: Iterable[YearLine], limit: Decimal) -> Flow:
    """Sort a year's entries of one flow (支出, 收入) by what they were for.

    Args:
        whole: all that was spent or came in, with what no entry tells.
        limit: the county's for the share of 其他.
    """
    shelves: dict[str, list[YearLine]] = defaultdict(list)
    other = []
    for one in lines:
        if one.line.flow == name:
            chart = chart_on(one.entry.body.period.end)
            shelves[purpose(one.line, chart)].append(one)
            if is_other(one.line, chart):
                other.append(Bit(one.line.summary, one.url, one.line.amount))
    purposes = tuple(Purpose(*shelf) for shelf in shelved(name, shelves, lambda one: one.line.amount))
    untold = whole - total(one.amount for one in purposes)
    whole_of_shares = shared(whole, (one.amount for one in purposes))
    return Flow(name, whole, whole_of_shares, purposes, untold, Other(name, whole, limit, tuple(other)))
