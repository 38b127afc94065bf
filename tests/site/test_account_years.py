"""A year of accounts: nothing counted twice, nothing lost, and every sum the sum of its entries."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.dates import Period, month_of, months_between, parse_period, quarter_of, year_of
from generator.pages.finance.amounts import difference
from generator.pages.finance.year import FinanceYearPage, finance_year_views
from generator.records.kinds import BY_FOLDER
from generator.records.kinds.finance import Sums
from generator.site.accounts import AccountYear, account_years, added, spans
from generator.site.cards import card
from generator.site.model import Entry, PlaceSite
from tests.exports.model import AS_OF, VILLAGE, village
from tests.support.accounts import PUBLISHED, ROAD, account, place
from tests.support.desks import desk

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
PERIODS = st.one_of(
    DAYS.map(month_of),
    DAYS.map(quarter_of),
    DAYS.map(year_of),
    st.tuples(DAYS, st.integers(0, 60)).map(lambda pair: Period(pair[0], pair[0] + timedelta(days=pair[1]))),
)
CENTS = st.integers(0, 10**7).map(lambda cents: Decimal(cents) / 100)


def view(site: PlaceSite, year: int = 2026) -> FinanceYearPage:
    return next(one for one in finance_year_views(desk(site)) if one.year == year)


SAMPLE = next(iter(village({"finance/2026-10": BY_FOLDER["finance"].sample}).entries))


def entry(period: Period, number: int, *, told: bool) -> Entry:
    """An account over a period, with or without entries; nothing else about it matters here."""
    body = SAMPLE.body.model_copy(update={"period": period, "entries": SAMPLE.body.entries if told else ()})
    return replace(SAMPLE, body=body, url=f"{number}.html")


def weight(some: tuple[Entry, ...]) -> tuple[int, int]:
    return sum(e.body.period.days * (2 if e.body.entries else 1) for e in some), len(some)


def overlap(some: tuple[Entry, ...]) -> bool:
    pairs = combinations([e.body.period for e in some], 2)
    return any(a.start <= b.end and b.start <= a.end for a, b in pairs)


@settings(max_examples=200)
@given(st.lists(st.tuples(PERIODS, st.booleans()), min_size=1, max_size=6))
def test_no_day_counts_twice_and_none_is_given_away(drawn: list[tuple[Period, bool]]) -> None:
    """Whatever overlaps: what counts is apart, is as much as can be, and with what is left out makes up all."""
    entries = [entry(period, number, told=told) for number, (period, told) in enumerate(drawn)]
    for year in account_years(entries):
        own = tuple(e for e in entries if e.body.period.end.year == year.year)
        counted = tuple(e for term in year.terms for e in term.entries)
        assert sorted(e.url for e in (*counted, *year.left_out)) == sorted(e.url for e in own)
        assert not overlap(counted)
        every = (some for size in range(len(own) + 1) for some in combinations(own, size))
        assert weight(counted) == max(weight(some) for some in every if not overlap(some))
        assert year.sums == added(term.sums for term in year.terms)
        assert [term.period for term in year.terms] == sorted(term.period for term in year.terms)


@given(st.sets(st.integers(1, 12), min_size=1))
def test_spans_say_exactly_the_months(months: set[int]) -> None:
    said = spans((month_of(date(2026, month, 1)) for month in months), 2026)
    found = set(range(1, 13)) if said == "全年" else set()
    for a, b in re.findall(r"([0-9]+)(?:—([0-9]+))?月", said):
        found |= set(range(int(a), int(b or a) + 1))
    assert found == months


def test_odd_spans_are_said_as_they_are() -> None:
    """An accounting year from April to March, and days inside a month."""
    periods = [parse_period(text) for text in ("2026-Q1", "2026-05-03至2026-05-20", "2025-04-01至2026-03-31")]
    said = spans((period for period in periods if period), 2026)
    assert said == "1—3月、2025年4月1日至2026年3月31日、2026年5月3日至2026年5月20日"


def test_a_summary_beside_its_months_is_not_added_again() -> None:
    months = [account(f"2026-0{month}", ROAD) for month in (1, 2, 3)]
    (year,) = account_years(place(*months, account("2026-Q1", ROAD, ROAD, ROAD)).entries)
    assert year.sums.expense == 300
    assert [e.title for e in year.left_out] == ["2026年第一季度财务收支"]
    assert year.span == "1—3月"


def test_books_side_by_side_are_added() -> None:
    """村委会 and 合作社 keep different money over the same months."""
    office = account("2026-01", ROAD, 期初="500.00", 期末="400.00")
    society = account("2026-01", ROAD, name="合作社账户", 期初="700.00", 期末="600.00")
    (year,) = account_years(place(office, society).entries)
    (term,) = year.terms
    assert len(term.entries) == 2
    assert [term.sums.expense, year.opening, year.closing] == [200, 1200, 1000]


def test_old_accounts_without_any_account_tell_all_money() -> None:
    totals = f"期间: 2026-01\n合计: {{期初: 9.00, 收入: 1.00, 支出: 2.00, 期末: 8.00}}\n{PUBLISHED}"
    (year,) = account_years(place(totals, account("2026-Q1", ROAD), account("2026-Q1", name="合作社账户")).entries)
    assert sum(len(term.entries) for term in year.terms) + len(year.left_out) == 3
    assert len(year.terms) == 1


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 12),
            st.sampled_from(("收入", "支出", "暂付")),
            st.sampled_from(("修路修渠", "环境卫生", "其他支出", "")),
            CENTS,
        ),
        min_size=1,
        max_size=20,
    )
)
def test_purposes_add_up_to_the_year(drawn: list[tuple[int, str, str, Decimal]]) -> None:
    """By purpose, by month and all together come to the same, to the cent; so do the shares of 其他 and the card."""
    by_month: dict[int, list[dict[str, str]]] = {}
    for month, flow, category, amount in drawn:
        line = {"收支": flow, "金额": f"{amount:.2f}"} | ({"类别": category} if category else {})
        by_month.setdefault(month, []).append(line)
    site = place(*(account(f"2026-{month:02}", *lines) for month, lines in by_month.items()))
    page = view(site)
    told = [row.sums for row in page.months if row.sums]
    assert page.sums == added(told)
    for name, whole in (("支出", page.sums.expense), ("收入", page.sums.income)):
        assert whole == sum(amount for _, flow, _, amount in drawn if flow == name)
        for found in (one for one in page.flows if one.name == name):
            assert found.untold == 0
            assert found.whole == whole == sum(one.amount for one in found.purposes)
            for one in found.purposes:
                assert one.amount == sum(line.line.amount for line in one.lines)
            other = sum(amount for _, f, category, amount in drawn if f == name and category.startswith("其他"))
            assert found.other.amount == other
            assert found.other.over is (other * 10 > whole)
    money = card(site, AS_OF).money
    assert money
    assert (money.income, money.expense) == (page.sums.income, page.sums.expense)
    assert money.other == sum(a for _, f, category, a in drawn if f == "支出" and category.startswith("其他"))
    largest = [line.line.amount for line in page.largest]
    assert largest == sorted((a for _, f, _, a in drawn if f == "支出"), reverse=True)[: len(largest)]


@given(st.integers(1, 5000), CENTS)
def test_per_household(households: int, amount: Decimal) -> None:
    money = card(place(account("2026-01", ROAD)), AS_OF).money
    assert money
    each = replace(money, households=households).each(amount)
    assert each is not None
    assert abs(each * households - amount) < Decimal("0.000001")
    assert replace(money, households=None).each(amount) is None
    assert replace(money, households=households).each(None) is None


def test_accounts_published_as_totals() -> None:
    """What no entry tells is said as an amount, and no share of 其他 is claimed."""
    totals = f"期间: 2026-02\n合计: {{期初: 9.00, 收入: 1.00, 支出: 2.00, 期末: 8.00}}\n{PUBLISHED}"
    site = place(account("2026-01", ROAD, 期末="9.00"), totals)
    spent = view(site).flows[0]
    assert [spent.whole, spent.untold] == [102, 2]
    money = card(site, AS_OF).money
    assert money
    assert money.other is None


def test_every_day_of_the_year_has_its_row() -> None:
    """Accounts, what is late, withheld, not due yet, and what was before disclosure began."""
    names = {f"finance/2026-{month:02}": account(f"2026-{month:02}", ROAD) for month in (7, 8, 10)}
    monthly = f"{VILLAGE}财务每月公开: 是\n"
    site = village(
        {**names, "finance/2026-09": account("2026-09", ROAD)}, withheld=["finance/2026-09"], profile=monthly
    )
    rows = view(site).months
    assert [(row.label, row.state) for row in rows] == [
        ("1—6月", "网上没有"),
        ("7月", ""),
        ("8月", ""),
        ("9月", "暂缓公开"),
        ("10月", ""),
        ("11月", "没到时间"),
        ("12月", "没到时间"),
    ]
    assert [row.label for row in view(site).absent] == ["9月"]
    assert [row.more for row in rows if row.state == "没到时间"] == ["12月15日前公开", "2027年1月15日前公开"]
    days = {day for row in rows for day in months_between(row.period.start, row.period.end)}
    assert len(days) == 12


def test_quarters_that_are_due_stay_whole() -> None:
    rows = view(place(account("2026-Q2", ROAD))).months
    assert [(row.label, row.state, row.more) for row in rows] == [
        ("第一季度", "网上没有", ""),
        ("第二季度", "", ""),
        ("第三季度", "还没公开", "应在10月15日前公开"),
        ("第四季度", "没到时间", "2027年1月15日前公开"),
    ]


def test_only_the_same_months_are_compared() -> None:
    """What one of the years lacks is left out of both; a gap is never read as nothing spent."""
    this = [account(f"2026-{month:02}", {"金额": "30.00"}) for month in (5, 6, 7)]
    last = [account(f"2025-{month:02}", {"金额": "10.00"}) for month in (6, 7, 8)]
    site = place(*this, *last)
    compared = view(site).comparison
    assert compared
    assert compared.span == "6—7月"
    assert [compared.now.expense, compared.then.expense] == [60, 20]
    assert compared.words == "多花40元"
    assert view(site, 2025).comparison is None


@given(CENTS, CENTS, CENTS, CENTS)
def test_a_difference_is_said_both_ways(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    """Turned round, every more is a less of the same amount."""
    turned = str.maketrans("多少", "少多")
    one, other = Sums(a, b, Decimal(0)), Sums(c, d, Decimal(0))
    if one != other:
        assert difference(one, other).translate(turned) == difference(other, one)
    else:
        assert difference(one, other) == "一样多"


def test_what_decisions_allowed_and_what_was_paid() -> None:
    """Payments of all years under one decision; money that comes in under it is no payment."""
    decision = BY_FOLDER["decisions"].sample
    paid = {"金额": "46800.00", "决策": "decisions/2026-04-road"}
    back = {**paid, "收支": "收入", "金额": "5.00"}
    site = place(
        account("2025-12", {**paid, "金额": "1000.00"}),
        account("2026-06", paid, back),
        account("2026-10", paid),
        **{"decisions/2026-04-road": decision},
    )
    (plan,) = view(site).plans
    assert [plan.limit, plan.paid, plan.paid_ever] == [158000, 93600, 94600]
    assert plan.decision.url == "shidu/liuwan/decisions/2026-04-road.html"
    decided = view(site).largest[0].decision
    assert decided
    assert decided.url == plan.decision.url


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from((month_of, quarter_of, year_of)))
def test_the_same_period_of_the_year_before(day: date, span: Callable[[date], Period]) -> None:
    """Months stay whole, leap years or not; two years on, the label differs in the year alone."""
    period = span(day)
    before = period.year_before
    assert before == span(before.start)
    assert before.label == period.label.replace(str(day.year), str(day.year - 1))
    assert (before.label_in(day.year), period.label_in(day.year)) == (before.label, period.short_label)


def test_years_in_order() -> None:
    years = account_years(place(account("2025-12"), account("2026-01"), account("2024-Q1")).entries)
    assert [year.year for year in years] == [2026, 2025, 2024]
    assert all(isinstance(year, AccountYear) for year in years)
