"""Edge cases of the rules on contracts, split payments, pay and levies that are no example for clerks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.records.kinds.contracts import KIND as CONTRACTS
from generator.records.kinds.finance import KIND as FINANCE
from generator.records.kinds.levies import KIND as LEVIES
from generator.records.kinds.payrolls import KIND as PAYROLLS
from tests.support.village import AS_OF, HOME, judge

DAYS = st.integers(-400, 0).map(lambda days: AS_OF + timedelta(days=days))
CENTS = st.integers(1, 2_000_000).map(lambda cents: Decimal(cents) / 100)
ROWS = st.lists(st.tuples(DAYS, CENTS), max_size=6)


def found(code: str, files: dict[str, str], **parameters: Any) -> list[Finding]:
    judged = judge({f"{HOME}/{path}": text for path, text in files.items()}, **parameters)
    assert [finding for finding in judged.findings if finding.code[0] == "Y" or finding.code == "S01"] == []
    return [finding for finding in judged.findings if finding.code == code]


def laid_over(sample: str, key: str, block: str) -> str:
    """A sample whose one top-level block is another."""
    lines, kept, skipping = sample.splitlines(), [], False
    for line in lines:
        skipping = line.startswith(f"{key}:") if line[0] not in " -" else skipping
        kept += [] if skipping else [line]
    return block + "\n".join(kept) + "\n"


def rows(key: str, pairs: list[tuple[date, Decimal]]) -> str:
    lines = "".join(f"  - {{日期: {day}, 金额: {amount:.2f}}}\n" for day, amount in pairs)
    return f"{key}:{'' if lines else ' []'}\n{lines}"


@settings(max_examples=60)
@given(ROWS.filter(bool), ROWS)
def test_overdue_is_what_all_payments_do_not_cover(
    due: list[tuple[date, Decimal]], paid: list[tuple[date, Decimal]]
) -> None:
    text = laid_over(CONTRACTS.sample, "约定收付", rows("约定收付", due))
    text = laid_over(text, "实际收付", rows("实际收付", paid))
    text = laid_over(text, "总价", f"总价: {sum(amount for _, amount in due):.2f}\n")
    whole = sum((amount for _, amount in paid), Decimal(0))
    old = sum((amount for day, amount in due if (AS_OF - day).days > 30), Decimal(0))
    assert bool(found("F15", {"contracts/a.yml": text})) == (old > whole)


def test_lease_from_leap_day() -> None:
    text = laid_over(laid_over(CONTRACTS.sample, "起", "起: 2024-02-29\n"), "止", "止: 2044-02-29\n")
    assert found("F15", {"contracts/a.yml": text}) == []
    text = laid_over(text, "止", "止: 2044-03-01\n")
    assert len(found("F15", {"contracts/a.yml": text})) == 1


PAYMENTS = st.lists(st.tuples(st.integers(1, 31), st.integers(1, 12_000)), max_size=8)


@settings(max_examples=60)
@given(PAYMENTS, st.integers(1, 40), st.data())
def test_split_payments_are_found_in_any_order(
    payments: list[tuple[int, int]], window: int, data: st.DataObject
) -> None:
    """Found at all where some window reaches the threshold, and as often whichever way the lines stand."""

    def hints(lines: list[tuple[int, int]]) -> int:
        body = "".join(
            f"  - {{收支: 支出, 日期: 2026-10-{day:02d}, 摘要: 水渠石料款, 金额: {amount}.00, 对方: 石渡石料场}}\n"
            for day, amount in lines
        )
        text = laid_over(FINANCE.sample, "收支明细", f"收支明细:{'' if body else ' []'}\n{body}")
        return len(found("F16", {"finance/2026-10.yml": text}, 拆分天数=str(window)))

    small = sorted((day, amount) for day, amount in payments if amount < 10_000)
    reached = any(sum(amount for day, amount in small if first <= day < first + window) >= 10_000 for first, _ in small)
    assert bool(hints(payments)) == reached
    by_day = dict(payments)
    lines = list(by_day.items())
    assert hints(lines) == hints(data.draw(st.permutations(lines)))


def test_part_of_a_month_is_paid_to_the_cent() -> None:
    line = '明细:\n  - {岗位: 一组组长, 标准: 333.33, 月数: "2.5", 实发: 833.33}\n'
    text = laid_over(laid_over(PAYROLLS.sample, "明细", line), "合计", "合计: 833.33\n")
    text = laid_over(text, "人数", "")
    assert found("F18", {"payrolls/a.yml": text}) == []


def test_township_decides_in_other_ways() -> None:
    files = {
        "shidu/records/payrolls/a.yml": PAYROLLS.sample,
        "shidu/records/levies/a.yml": LEVIES.sample,
        "shidu/records/contracts/a.yml": CONTRACTS.sample.replace("类型: 租赁", "类型: 发包\n面积: 38\n外部承包: 是"),
    }
    assert {f.code for f in judge(files).findings} & {"F18", "F21", "D13"} == set()
