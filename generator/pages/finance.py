"""财务收支: the reconciliation, where the money went and came from, every entry, who reviewed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import jinja2

from generator.base.money import ZERO
from generator.law.accounts import chart_on
from generator.pages.charts import MonthFigures
from generator.pages.page import Page
from generator.pages.shell import page, place_shell
from generator.records.common import Review
from generator.records.finance import Account, Finance, Sums, closing, movement, opening, sums
from generator.records.finance import Entry as LedgerEntry
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite

TREND = 6
OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry with its link."""

    entry: LedgerEntry
    basis: Link | None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one category with their subtotal, 元."""

    name: str
    amount: Decimal
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account over the period."""

    account: Account
    into: Decimal
    out: Decimal


@dataclass(frozen=True, slots=True)
class Other:
    """The share of 其他支出."""

    amount: Decimal
    limit: Decimal
    over: bool


@dataclass(frozen=True, slots=True)
class FinancePage:
    """Context of theme/pages/finance.html."""

    root: str
    as_of: date
    entry: Entry
    record: Finance
    label: str
    sums: Sums
    opening: Decimal | None
    closing: Decimal | None
    balanced: bool
    accounts: tuple[AccountRow, ...]
    spent: tuple[Group, ...]
    received: tuple[Group, ...]
    moved: tuple[Line, ...]
    """Advances, returns and transfers: neither income nor expense."""
    other: Other | None
    months: tuple[MonthFigures, ...]
    reviews: tuple[Review, ...]
    reviewed: bool
    earlier: Link | None
    later: Link | None
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


def finance_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One accounting period."""
    body: Finance = entry.body
    figures = sums(body)
    start, end = opening(body), closing(body)
    spent = _groups(place, entry, "支出")
    before, after = _neighbours(place, entry)
    context = FinancePage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        label=body.period.short_label,
        sums=figures,
        opening=start,
        closing=end,
        balanced=start is not None and end is not None and start + figures.net == end,
        accounts=tuple(_account(body, account) for account in body.accounts),
        spent=spent,
        received=_groups(place, entry, "收入"),
        moved=tuple(_line(place, entry, line) for line in body.entries if line.flow not in ("收入", "支出")),
        other=_other(spent, figures.expense, place.parameters.other_share),
        months=_trend(place, entry),
        reviews=body.publication.reviews,
        reviewed=any(review.day <= entry.published for review in body.publication.reviews),
        earlier=before,
        later=after,
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.parameters.reply_days,
    )
    shell = place_shell(county, township, place, entry.url, "财务")
    title = f"{place.name}{entry.title}｜{township.name}"
    return page(env, shell, entry.url, title, f"{entry.title}：{entry.brief}。", "finance.html", context, entry=entry)


def _line(place: PlaceSite, entry: Entry, line: LedgerEntry) -> Line:
    if not line.decision:
        return Line(line, None)
    return Line(line, place.links.titles.get(entry.address.resolve(line.decision).path))


def _groups(place: PlaceSite, entry: Entry, flow: str) -> tuple[Group, ...]:
    """By category, the largest first, 其他 always last."""
    body: Finance = entry.body
    chart = chart_on(body.period.end)
    shelves: dict[str, list[LedgerEntry]] = defaultdict(list)
    for line in body.entries:
        if line.flow == flow:
            name = line.category or chart.name_of(line.chart_code) or "没有分类"
            shelves[name].append(line)
    groups = [
        Group(name, _total(lines), tuple(_line(place, entry, line) for line in lines))
        for name, lines in shelves.items()
    ]
    return tuple(sorted(groups, key=lambda group: (group.name.startswith(OTHER), -group.amount, group.name)))


def _total(lines: Iterable[LedgerEntry]) -> Decimal:
    return sum((line.amount for line in lines), ZERO)


def _account(body: Finance, account: Account) -> AccountRow:
    if body.entries:
        return AccountRow(account, *movement(body, account.name))
    return AccountRow(account, account.income or ZERO, (account.expense or ZERO) + (account.advance or ZERO))


def _other(spent: tuple[Group, ...], expense: Decimal, limit: Decimal) -> Other | None:
    if not expense:
        return None
    amount = sum((group.amount for group in spent if group.name.startswith(OTHER)), ZERO)
    return Other(amount, limit, amount > expense * limit)


def _same_rhythm(place: PlaceSite, entry: Entry) -> list[Entry]:
    """The place's accounts over periods like this one's, in calendar order."""
    period = entry.body.period
    return sorted(
        (
            e
            for e in place.of_kind("finance")
            if (e.body.period.is_month, e.body.period.is_quarter) == (period.is_month, period.is_quarter)
        ),
        key=lambda e: (e.body.period.start, e.url),
    )


def _trend(place: PlaceSite, entry: Entry) -> tuple[MonthFigures, ...]:
    known = [e for e in _same_rhythm(place, entry) if e.body.period.start <= entry.body.period.start][-TREND:]
    if len(known) < 2:
        return ()
    figures = [(e.body.period.short_label, sums(e.body)) for e in known]
    return tuple(MonthFigures(label, one.income, one.expense) for label, one in figures)


def _neighbours(place: PlaceSite, entry: Entry) -> tuple[Link | None, Link | None]:
    known = _same_rhythm(place, entry)
    at = next(index for index, e in enumerate(known) if e.url == entry.url)
    links = [Link(e.body.period.short_label, e.url) for e in known]
    return (links[at - 1] if at else None), (links[at + 1] if at + 1 < len(links) else None)
