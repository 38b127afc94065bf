"""财务收支: the reconciliation, where the money went and came from, every entry, who reviewed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from generator.base.dates import day_long
from generator.base.inexact import UNWRITTEN, is_exact
from generator.base.money import ZERO, yuan
from generator.law.chart_of_accounts import chart_on
from generator.law.purposes import is_other, purpose
from generator.pages.charts import MonthFigures
from generator.pages.desk import Desk
from generator.pages.finance.amounts import ANCHORS, Bit, Other, account_files, shared, shelved
from generator.pages.page import Page
from generator.pages.render import until
from generator.pages.shell import render
from generator.records.common import Review
from generator.records.kinds.finance import Account, Finance, Sums, closing, movement, opening, sums
from generator.records.kinds.finance import Entry as LedgerEntry
from generator.site import urls
from generator.site.model import Entry, Link, PlaceSite

TREND = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One entry with its links."""

    number: int
    """Its place in the record, from 1; its address on the page is #e and this."""
    entry: LedgerEntry
    basis: Link | None
    more: tuple[str, ...] = ()
    """What the columns do not say: its account, where that is not clear, its code, its fund."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one category with their subtotal, 元."""

    anchor: str
    name: str
    amount: Decimal
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account over the period."""

    account: Account
    into: Decimal | None
    """None where neither entries nor the account itself say it."""
    out: Decimal | None
    more: tuple[str, ...]
    """Figures of the account that the columns do not show."""


@dataclass(frozen=True, slots=True)
class FinancePage:
    """Context of theme/pages/finance.html."""

    label: str
    unit: str
    """元, or the other currency of the record."""
    sums: Sums
    opening: Decimal | None
    closing: Decimal | None
    balanced: bool
    doubt: str
    """Why it cannot be told whether they balance."""
    stated: tuple[str, ...]
    """Totals of the record that differ from those above."""
    carried: Link | None
    """The period before, where it closed with what this one opens with."""
    accounts: tuple[AccountRow, ...]
    spent: tuple[Group, ...]
    received: tuple[Group, ...]
    shared: tuple[Decimal, Decimal]
    """The wholes of which the groups of `spent` and `received` are shares; 0 where reversals make them no shares."""
    moved: tuple[Line, ...]
    """Advances, returns and transfers: neither income nor expense."""
    others: tuple[Other, ...]
    months: tuple[MonthFigures, ...]
    reviews: tuple[Review, ...]
    reviewed: bool
    earlier: Link | None
    later: Link | None
    next_due: str
    """Where no later one is public: 11月的账，12月15日前公开"""
    year: Link
    files: tuple[Link, ...]


def finance_page(desk: Desk, entry: Entry) -> Page:
    """One accounting period."""
    title, description = f"{desk.name}{entry.title}｜{desk.township.name}", f"{entry.title}：{entry.brief}。"
    return render(desk, entry.url, title, description, "finance.html", finance_view(desk, entry), entry=entry)


def finance_view(desk: Desk, entry: Entry) -> FinancePage:
    """What is shown of one accounting period, on the site and on paper."""
    body: Finance = entry.body
    place = desk.place
    figures = sums(body)
    start, end = opening(body), closing(body)
    spent, received = _groups(place, entry, "支出"), _groups(place, entry, "收入")
    rhythm = _same_rhythm(place, entry)
    before, after = _neighbours(rhythm, entry)
    year = body.period.end.year
    return FinancePage(
        label=body.period.short_label,
        unit=body.currency or "元",
        sums=figures,
        opening=start,
        closing=end,
        balanced=start is not None
        and end is not None
        and _is_exact(start, end, figures)
        and start + figures.net == end,
        doubt=_doubt(start, end, figures),
        stated=_stated(body, start, end, figures),
        carried=_link(before, year) if before and start is not None and _leads_to(before.body, body) else None,
        accounts=tuple(_account(body, account) for account in body.accounts),
        spent=spent,
        received=received,
        shared=(
            shared(figures.expense, (group.amount for group in spent)),
            shared(figures.income, (group.amount for group in received)),
        ),
        moved=tuple(
            _line(place, entry, number, line) for number, line in enumerate(body.entries, 1) if line.flow not in ANCHORS
        ),
        others=tuple(
            _other(body, flow, whole, groups, place.parameters.other_share)
            for flow, whole, groups in (("支出", figures.expense, spent), ("收入", figures.income, received))
            if groups and whole > 0 and is_exact(whole)
        ),
        months=_trend(rhythm, entry),
        reviews=body.publication.reviews,
        reviewed=any(review.day <= entry.published for review in body.publication.reviews),
        earlier=_link(before, year),
        later=_link(after, year),
        next_due="" if after else _next_due(place, body),
        year=Link(f"{year}年的账", urls.finance_year(place.place, year))
        if body.currency is None
        else Link("全部的账", urls.kind(place.place, "finance")),
        files=account_files(place, [entry]),
    )


def _is_exact(start: Decimal | None, end: Decimal | None, figures: Sums) -> bool:
    return all(is_exact(one) for one in (start, end, figures.net))


def _doubt(start: Decimal | None, end: Decimal | None, figures: Sums) -> str:
    absent = [name for name, value in (("期初", start), ("期末", end)) if value is None]
    absent += [name for name, value in (("收入", figures.income), ("支出", figures.expense)) if value is UNWRITTEN]
    if absent:
        return f"没有写{'、'.join(absent)}，对不了账。"
    return "" if _is_exact(start, end, figures) else "有的数不详，或者不是准数，对不了账。"


def _stated(body: Finance, start: Decimal | None, end: Decimal | None, figures: Sums) -> tuple[str, ...]:
    whole = body.totals
    if whole is None:
        return ()
    pairs = (
        ("期初", whole.opening, start),
        ("收入", whole.income, figures.income),
        ("支出", whole.expense, figures.expense),
        ("暂付", whole.advance, figures.advance),
        ("期末", whole.closing, end),
    )
    return tuple(f"{name}{yuan(said)}" for name, said, shown in pairs if said is not None and said != shown)


def _line(place: PlaceSite, entry: Entry, number: int, line: LedgerEntry) -> Line:
    names = {account.name for account in entry.body.accounts}
    more = [line.account] if line.account and names != {line.account} else []
    more += [one for one in (line.code, f"专款：{line.fund}" if line.fund else None) if one]
    if line.flow in ANCHORS:
        more += [f"转入账户：{line.to_account}"] if line.to_account else []
    else:
        other = (("类别", line.category), ("对方", line.party), ("经手", line.handler), ("批准", line.approver))
        more += [f"{name}：{said}" for name, said in other if said]
    basis = place.links.titles.get(entry.address.resolve(line.decision).path) if line.decision else None
    return Line(number, line, basis, tuple(more))


def _groups(place: PlaceSite, entry: Entry, flow: str) -> tuple[Group, ...]:
    """By purpose, the largest first, 其他 always last."""
    body: Finance = entry.body
    chart = chart_on(body.period.end)
    shelves: dict[str, list[Line]] = defaultdict(list)
    for number, line in enumerate(body.entries, 1):
        if line.flow == flow:
            shelves[purpose(line, chart)].append(_line(place, entry, number, line))
    return tuple(Group(*shelf) for shelf in shelved(flow, shelves, lambda line: line.entry.amount))


def _account(body: Finance, account: Account) -> AccountRow:
    into, out = account.income, total_of(account.expense, account.advance)
    if body.entries:
        into, out = movement(body, account.name)
    more = []
    if account.statement is not None:
        day = f"（{day_long(account.statement_day)}）" if account.statement_day else ""
        more.append(f"银行对账单{day}{yuan(account.statement)}")
    written = (("收入", account.income, into), ("支出", account.expense, out), ("暂付", account.advance, None))
    more += [f"{name}{yuan(said)}" for name, said, shown in written if said is not None and said != shown]
    return AccountRow(account, into, out, tuple(more))


def total_of(*amounts: Decimal | None) -> Decimal | None:
    """The sum of the amounts that are written, 元; None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None


def _other(body: Finance, flow: str, whole: Decimal, groups: Sequence[Group], limit: Decimal) -> Other:
    chart = chart_on(body.period.end)
    lines = (line for group in groups for line in group.lines if is_other(line.entry, chart))
    bits = tuple(Bit(line.entry.summary, f"#e{line.number}", line.entry.amount) for line in lines)
    return Other(flow, whole, limit, bits)


def _same_rhythm(place: PlaceSite, entry: Entry) -> list[Entry]:
    """The place's accounts over periods like this one's, in calendar order."""
    period, currency = entry.body.period, entry.body.currency
    return sorted(
        (
            e
            for e in place.of_kind("finance")
            if e.body.currency == currency
            and (e.body.period.is_month, e.body.period.is_quarter) == (period.is_month, period.is_quarter)
        ),
        key=lambda e: (e.body.period.start, e.url),
    )


def _trend(rhythm: Sequence[Entry], entry: Entry) -> tuple[MonthFigures, ...]:
    known = [e for e in rhythm if e.body.period.start <= entry.body.period.start][-TREND:]
    if len(known) < 2:
        return ()
    year = entry.body.period.end.year
    figures = [(e.body.period, sums(e.body)) for e in known]
    return tuple(
        MonthFigures(period.short_label.removeprefix("第"), period.label_in(year), one.income, one.expense)
        for period, one in figures
    )


def _neighbours(rhythm: Sequence[Entry], entry: Entry) -> tuple[Entry | None, Entry | None]:
    at = next(index for index, e in enumerate(rhythm) if e.url == entry.url)
    return (rhythm[at - 1] if at else None), (rhythm[at + 1] if at + 1 < len(rhythm) else None)


def _link(entry: Entry | None, year: int) -> Link | None:
    return Link(entry.body.period.label_in(year), entry.url) if entry else None


def _leads_to(before: Finance, body: Finance) -> bool:
    """One ends on the day before the other starts, with the same money."""
    return before.period.end + timedelta(days=1) == body.period.start and closing(before) == opening(body)


def _next_due(place: PlaceSite, body: Finance) -> str:
    after = body.period.end + timedelta(days=1)
    due = (o for o in place.obligations if o.item == "财务收支" and o.period.start == after)
    found = next(due, None)
    if found is None or found.published:
        return ""
    label = found.period.label_in(body.period.end.year)
    words = {"未到": f"，{until(found.due, body.period.end)}前公开", "缺": "还没有公开", "暂缓": "暂缓公开"}
    return f"{label}的账{words.get(found.state, '')}"
