"""The entries of a year's accounts: where each stands, the largest payments, what was paid of what decisions allowed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from heapq import nlargest

from generator.base.dates import day_short
from generator.records.kinds.finance import Entry as LedgerEntry
from generator.site.accounts import AccountYear
from generator.site.model import Entry, Link, PlaceSite

LARGEST = 8


@dataclass(frozen=True, slots=True)
class YearLine:
    """One entry with the record that holds it."""

    entry: Entry
    number: int
    """Its place in the record, from 1."""
    line: LedgerEntry
    decided: str
    """The path of the decision that it names, where it does."""
    decision: Link | None
    """The same as a link, where that decision is public."""

    @property
    def day(self) -> str:
        """10月8日; the period where the entry has no day."""
        return day_short(self.line.day) if self.line.day else str(self.entry.body.period.short_label)

    @property
    def url(self) -> str:
        """Where the entry stands on its month's page."""
        return f"{self.entry.url}#e{self.number}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a decision allowed, and what was paid of it, 元."""

    decision: Link
    limit: Decimal
    paid: Decimal
    """In the year."""
    paid_ever: Decimal


def year_lines(place: PlaceSite, year: AccountYear) -> Iterator[YearLine]:
    """Every entry of the year, in calendar order of the records."""
    titles = place.links.titles
    for entry in (entry for term in year.terms for entry in term.entries):
        for number, line in enumerate(entry.body.entries, 1):
            decided = entry.address.resolve(line.decision).path if line.decision else ""
            yield YearLine(entry, number, line, decided, titles.get(decided))


def largest(lines: Iterable[YearLine]) -> list[YearLine]:
    """The largest payments; of equal ones the earlier first."""
    return nlargest(LARGEST, (one for one in lines if one.line.flow == "支出"), key=lambda one: one.line.amount)


def paid_under(lines: Iterable[YearLine]) -> dict[str, Decimal]:
    """What was paid under each decision, by its path, in the order of the first payments."""
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for one in lines:
        if one.decided and one.line.paid:
            paid[one.decided] += one.line.paid
    return paid


def plans(place: PlaceSite, lines: Iterable[YearLine], ever: Mapping[str, Decimal]) -> Iterator[Plan]:
    """Decisions with a limit under which something was paid in the year."""
    decisions = {e.address.path: e for e in place.of_kind("decisions")}
    for path, amount in paid_under(lines).items():
        found = decisions.get(path)
        if found and found.body.limit is not None:
            yield Plan(Link(found.title, found.url), found.body.limit, amount, ever[path])
