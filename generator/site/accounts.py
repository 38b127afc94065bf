"""The accounts of a place by year: which of them count, their sums, and the days that they leave out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.dates import Period, month_of
from generator.base.money import ZERO
from generator.records.kinds.finance import Finance, Sums, closing, opening, sums
from generator.site.model import Entry

ALL = ""
"""The name that stands for every account."""


@dataclass(frozen=True, slots=True)
class Term:
    """The accounts of one span of days."""

    period: Period
    entries: tuple[Entry, ...]
    """One record, or one record for each set of books (村委会, 合作社)."""
    sums: Sums
    closing: Decimal | None


@dataclass(frozen=True, slots=True)
class AccountYear:
    """The accounts that end in one year, no day counted twice."""

    year: int
    terms: tuple[Term, ...]
    """In calendar order."""
    left_out: tuple[Entry, ...]
    """Accounts over days that others contain already, such as a year's summary beside its months."""
    opening: Decimal | None
    closing: Decimal | None

    @property
    def sums(self) -> Sums:
        return added(term.sums for term in self.terms)

    @property
    def span(self) -> str:
        """全年 · 1—8月、10月"""
        return spans((term.period for term in self.terms), self.year)


def account_years(entries: Iterable[Entry]) -> tuple[AccountYear, ...]:
    """The years in which accounts end, the newest first. Accounts in another currency cannot be added to the others."""
    by_year: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.body, Finance) and entry.body.currency is None:
            by_year[entry.body.period.end.year].append(entry)
    return tuple(_year(year, by_year[year]) for year in sorted(by_year, reverse=True))


def added(parts: Iterable[Sums]) -> Sums:
    """The sums of several accounts together."""
    parts = tuple(parts)
    return Sums(
        sum((part.income for part in parts), ZERO),
        sum((part.expense for part in parts), ZERO),
        sum((part.advance for part in parts), ZERO),
    )


def spans(periods: Iterable[Period], year: int) -> str:
    """The part of a year as text: 1—8月、10月. Days that are no whole months are written as they are."""
    months: set[int] = set()
    odd = []
    for period in sorted(periods):
        whole = period.start.day == 1 and period.end == month_of(period.end).end
        if whole and period.start.year == period.end.year == year:
            months |= set(range(period.start.month, period.end.month + 1))
        else:
            odd.append(period.label_in(year))
    starts = sorted(month for month in months if month - 1 not in months)
    ends = sorted(month for month in months if month + 1 not in months)
    if months == set(range(1, 13)):
        said = ["全年"]
    else:
        said = [f"{a}月" if a == b else f"{a}—{b}月" for a, b in zip(starts, ends, strict=True)]
    return "、".join([*said, *odd])


def _year(year: int, accounts: Iterable[Entry]) -> AccountYear:
    accounts = sorted(accounts, key=lambda e: (e.body.period, e.url))
    books = [_apart(book) for book in _books(accounts)]
    by_period: dict[Period, list[Entry]] = defaultdict(list)
    for book in books:
        for entry in book:
            by_period[entry.body.period].append(entry)
    return AccountYear(
        year,
        tuple(_term(period, tuple(by_period[period])) for period in sorted(by_period)),
        tuple(e for e in accounts if e not in by_period[e.body.period]),
        _together([(book[0].body.period.start, opening(book[0].body)) for book in books]),
        _together([(book[-1].body.period.end, closing(book[-1].body)) for book in books]),
    )


def _term(period: Period, entries: tuple[Entry, ...]) -> Term:
    closings = [(period.end, closing(entry.body)) for entry in entries]
    return Term(period, entries, added(sums(entry.body) for entry in entries), _together(closings))


def _together(balances: Sequence[tuple[date, Decimal | None]]) -> Decimal | None:
    """The money of several sets of books on one day. None if the days differ or a figure is not known."""
    known = [amount for _, amount in balances if amount is not None]
    if not known or len(known) < len(balances) or len({day for day, _ in balances}) > 1:
        return None
    return sum(known, ZERO)


def _books(accounts: Iterable[Entry]) -> list[list[Entry]]:
    """Sets of books. Accounts that share no account's name (村委会, 合作社) hold different money and may run side by side.

    Old records without accounts hold all the money.
    """
    books: list[tuple[set[str], list[Entry]]] = []
    for entry in accounts:
        names = {account.name for account in entry.body.accounts} or {ALL}
        same = [book for book in books if ALL in names | book[0] or names & book[0]]
        joined = (names.union(*(book[0] for book in same)), [*(e for book in same for e in book[1]), entry])
        books = [*(book for book in books if book not in same), joined]
    return [book for _, book in books]


def _apart(book: Sequence[Entry]) -> tuple[Entry, ...]:
    """The accounts that count. No two contain the same day, and together they contain as many days as possible.

    Days with single entries count double, because they say more. If two choices are equal, the shorter periods win.
    """
    ordered = sorted(book, key=lambda e: (e.body.period.end, e.body.period, e.url))
    ends = [entry.body.period.end for entry in ordered]
    best: list[tuple[int, int, tuple[Entry, ...]]] = [(0, 0, ())]
    for entry in ordered:
        period = entry.body.period
        days, count, before = best[bisect_left(ends, period.start)]
        taken = (days + period.days * (2 if entry.body.entries else 1), count + 1, (*before, entry))
        best.append(max(best[-1], taken, key=lambda one: one[:2]))
    return best[-1][2]
