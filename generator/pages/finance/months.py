"""The months of a year of accounts as rows: the figures where there are accounts, and in words why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from generator.base.dates import Period, day_long, day_short, months_between, year_of
from generator.law.obligations import Obligation
from generator.records.kinds.finance import Sums
from generator.site import urls
from generator.site.accounts import AccountYear, Term
from generator.site.model import Link, PlaceSite

CSS = {"还没公开": "miss"}


@dataclass(frozen=True, slots=True)
class Month:
    """One row: a month, or whatever span the accounts are over."""

    period: Period
    label: str
    pages: tuple[Link, ...] = ()
    """Its accounts; more than one where there are several sets of books."""
    sums: Sums | None = None
    """None where no accounts are public."""
    closing: Decimal | None = None
    state: str = ""
    """Why there are none: 还没公开 · 暂缓公开 · 没到时间 · 网上没有"""
    more: str = ""
    """10月20日前公开"""
    url: str = ""
    """Where a withheld record says so."""

    @property
    def css(self) -> str:
        return CSS.get(self.state, "wait")


def months(place: PlaceSite, year: AccountYear, as_of: date) -> tuple[Month, ...]:
    """Every day of the year stands in one row."""
    told = {month for term in year.terms for month in months_between(term.period.start, term.period.end)}
    rows = [*(_told(term, year.year) for term in year.terms), *_merged(_untold(place, year.year, told, as_of))]
    return tuple(sorted(rows, key=lambda row: row.period))


def _told(term: Term, year: int) -> Month:
    label = term.period.label_in(year)
    pages = tuple(Link(entry.title, entry.url) for entry in term.entries)
    return Month(term.period, label, pages, term.sums, term.closing)


def _untold(place: PlaceSite, year: int, told: set[Period], as_of: date) -> Iterator[Month]:
    """The months that no accounts tell; a quarter that is due as a whole stays whole."""
    due = [o for o in place.obligations if o.item == "财务收支"]
    whole = year_of(date(year, 1, 1))
    done: set[Period] = set()
    for month in months_between(whole.start, whole.end):
        if month in told or month in done:
            continue
        found = next((o for o in due if o.period.covers(month)), None)
        span = found.period if found else month
        parts = months_between(span.start, span.end)
        if told.isdisjoint(parts):
            done |= set(parts)
        else:
            span = month
        yield _absent(span, found, as_of)


def _absent(span: Period, due: Obligation | None, as_of: date) -> Month:
    row = Month(span, span.short_label, state="网上没有")
    if due is None:
        return replace(row, state="没到时间") if span.end >= as_of else row
    by = day_short(due.due) if due.due.year == span.end.year else day_long(due.due)
    if due.state == "缺":
        return replace(row, state="还没公开", more=f"应在{by}前公开")
    if due.state == "未到":
        return replace(row, state="没到时间", more=f"{by}前公开")
    if due.state == "暂缓":
        return replace(row, state="暂缓公开", url=urls.record(due.address) if due.address else "")
    return row


def _merged(rows: Iterable[Month]) -> Iterator[Month]:
    """Neighbouring months of which the same is said become one row."""
    last: Month | None = None
    for row in rows:
        if last is None:
            last = row
        elif _continues(last, row):
            span = Period(last.period.start, row.period.end)
            last = replace(last, period=span, label=span.short_label)
        else:
            yield last
            last = row
    if last:
        yield last


def _continues(last: Month, row: Month) -> bool:
    same = (last.state, last.more, last.url) == (row.state, row.more, row.url)
    return same and last.period.end + timedelta(days=1) == row.period.start
