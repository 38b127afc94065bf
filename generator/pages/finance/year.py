"""A year's accounts of a place: what money was for and each of its entries, every month, against last year and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.base.dates import day_short
from generator.base.money import spoken
from generator.pages.desk import Desk
from generator.pages.finance.amounts import account_files, difference
from generator.pages.finance.flows import Flow, flow
from generator.pages.finance.lines import Plan, YearLine, largest, paid_under, plans, year_lines
from generator.pages.finance.months import Month, months
from generator.pages.page import Page
from generator.pages.render import until
from generator.pages.shell import render
from generator.records.common import Board
from generator.records.kinds.finance import Sums
from generator.records.places import Village
from generator.site import urls
from generator.site.accounts import AccountYear, account_years, added, spans
from generator.site.model import Link


@dataclass(frozen=True, slots=True)
class SameTerm:
    """A period of this year beside the same one of last year."""

    label: str
    now: Sums
    then: Sums


@dataclass(frozen=True, slots=True)
class Comparison:
    """The periods that both years have."""

    year: int
    span: str
    terms: tuple[SameTerm, ...]
    now: Sums
    then: Sums
    words: str
    """多收2.7万元，少花0.6万元"""


@dataclass(frozen=True, slots=True)
class FinanceYearPage:
    """Context of theme/pages/finance_year.html."""

    board: Board
    year: int
    span: str
    """1—10月"""
    sums: Sums
    opening: Decimal | None
    opens: str
    """1月1日"""
    closing: Decimal | None
    closes: str
    balanced: bool
    households: int | None
    months: tuple[Month, ...]
    peak: Decimal
    """The longest bar."""
    absent: tuple[Month, ...]
    """Months of the year that should be here and are not."""
    flows: tuple[Flow, ...]
    comparison: Comparison | None
    largest: tuple[YearLine, ...]
    plans: tuple[Plan, ...]
    left_out: tuple[Link, ...]
    other_years: tuple[Link, ...]
    files: tuple[Link, ...]


def finance_year_pages(desk: Desk) -> Iterator[Page]:
    """A page for each year that the place has accounts of."""
    for context in finance_year_views(desk):
        url = urls.finance_year(desk.place.place, context.year)
        title = f"{desk.name}{context.year}年的账"
        words = f"{title}：{context.span}收入{spoken(context.sums.income)}，支出{spoken(context.sums.expense)}。"
        yield render(desk, url, f"{title}｜{desk.township.name}", words, "finance_year.html", context, tab="财务")


def finance_year_views(desk: Desk) -> Iterator[FinanceYearPage]:
    """What is shown of each year, the newest first."""
    years = account_years(desk.place.entries)
    lines = {year.year: tuple(year_lines(desk.place, year)) for year in years}
    paid = paid_under(line for some in lines.values() for line in some)
    for year in years:
        yield _view(desk, years, year, lines[year.year], paid)


def _view(
    desk: Desk,
    years: Sequence[AccountYear],
    year: AccountYear,
    lines: Sequence[YearLine],
    paid: Mapping[str, Decimal],
) -> FinanceYearPage:
    place = desk.place
    figures = year.sums
    first, last = year.terms[0].period, year.terms[-1].period
    rows = months(place, year, desk.county.as_of)
    limit = place.parameters.other_share
    flows = (flow("支出", figures.expense, lines, limit), flow("收入", figures.income, lines, limit))
    return FinanceYearPage(
        board=Board.FINANCE,
        year=year.year,
        span=year.span,
        sums=figures,
        opening=year.opening,
        opens=until(first.start, last.end),
        closing=year.closing,
        closes=day_short(last.end),
        balanced=year.opening is not None and year.closing is not None and year.opening + figures.net == year.closing,
        households=place.profile.households if isinstance(place.profile, Village) else None,
        months=rows,
        peak=max(max(term.sums.income, term.sums.expense) for term in year.terms),
        absent=tuple(row for row in rows if row.state in ("还没公开", "暂缓公开")),
        flows=tuple(one for one in flows if one.whole or one.purposes),
        comparison=_comparison(year, next((one for one in years if one.year == year.year - 1), None)),
        largest=tuple(largest(lines)),
        plans=tuple(plans(place, lines, paid)),
        left_out=tuple(Link(entry.title, entry.url) for entry in year.left_out),
        other_years=tuple(
            Link(f"{one.year}年的账", urls.finance_year(place.place, one.year)) for one in years if one is not year
        ),
        files=account_files(place, (entry for term in year.terms for entry in term.entries)),
    )


def _comparison(year: AccountYear, last: AccountYear | None) -> Comparison | None:
    before = {term.period: term.sums for term in last.terms} if last else {}
    shared = [term for term in year.terms if term.period.year_before in before]
    if not shared:
        return None
    terms = tuple(
        SameTerm(term.period.label_in(year.year), term.sums, before[term.period.year_before]) for term in shared
    )
    now, then = added(term.now for term in terms), added(term.then for term in terms)
    span = spans((term.period for term in shared), year.year)
    return Comparison(year.year - 1, span, terms, now, then, difference(now, then))
