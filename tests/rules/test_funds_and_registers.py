"""Edge cases of the rules on funds, registers, plans, statements and audits that are no example for clerks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.records.kinds import BY_FOLDER
from tests.support.village import HOME, judge

CENTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
LINES = st.lists(st.tuples(CENTS, CENTS, CENTS), min_size=1, max_size=6)
COLUMNS = ("期初", "增加", "减少", "期末")


def said(code: str, files: Mapping[str, str], as_of: date = date(2026, 11, 18)) -> list[Finding]:
    """One rule's findings; paths without a township are the village's."""
    placed = {path if path.startswith("shidu/") else f"{HOME}/{path}": text for path, text in files.items()}
    return [finding for finding in judge(placed, as_of=as_of).findings if finding.code == code]


def register(lines: list[list[Decimal]], totals: list[Decimal]) -> str:
    """A register of assets with these figures; each line says why it changed."""
    figures = [", ".join(f'{column}: "{value}"' for column, value in zip(COLUMNS, line, strict=True)) for line in lines]
    items = [f"  - {{名称: 第{number}项, 原因: 登记, {line}}}\n" for number, line in enumerate(figures, 1)]
    sums = [f'{column}合计: "{total}"\n' for column, total in zip(COLUMNS, totals, strict=True)]
    sample = BY_FOLDER["registers"].sample
    head = "标题: 台账\n类型: 资产\n期间: 2026-01-01至2026-06-30\n明细:\n"
    return head + "".join(items) + "".join(sums) + sample[sample.index("公开:") :]


@settings(max_examples=40)
@given(LINES, st.data())
def test_a_register_that_adds_up_is_clean_and_one_cent_makes_it_speak(
    drawn: list[tuple[Decimal, Decimal, Decimal]], data: st.DataObject
) -> None:
    lines = [[opening, added, removed, opening + added - removed] for opening, added, removed in drawn]
    totals = [sum(column, Decimal(0)) for column in zip(*lines, strict=True)]
    assert said("F05", {"registers/2026.yml": register(lines, totals)}) == []
    row = data.draw(st.integers(0, len(lines)))
    figures = lines[row] if row < len(lines) else totals
    figures[data.draw(st.integers(0, 3))] += Decimal("0.01")
    found = said("F05", {"registers/2026.yml": register(lines, totals)})
    assert found
    assert all(not re.search("[0-9]", finding.note) for finding in found), "a false figure is not shown to anybody"


@pytest.mark.parametrize("code", ["T08", "M05", "F27"])
def test_who_never_kept_it_is_not_accused(code: str) -> None:
    files = {"finance/2026-10.yml": BY_FOLDER["finance"].sample, "notices/a.yml": BY_FOLDER["notices"].sample}
    assert said(code, files, as_of=date(2032, 6, 1)) == []


@pytest.mark.parametrize("code", ["T08", "M05", "F27"])
def test_yearly_duties_are_those_of_villages(code: str) -> None:
    """A township may keep a plan or a register of its own; nothing follows from it."""
    kinds = ("plans", "registers", "funds")
    files = {f"shidu/records/{kind}/2020.yml": BY_FOLDER[kind].sample for kind in kinds}
    assert said(code, files, as_of=date(2032, 6, 1)) == []


def test_every_year_is_told_by_itself() -> None:
    """A plan of 2026 and none since: two years lack one by June 2028."""
    found = said("T08", {"plans/2026.yml": BY_FOLDER["plans"].sample}, as_of=date(2028, 6, 1))
    assert [finding.message[:5] for finding in found] == ["2027年", "2028年"]


GIVEN = """\
标题: 2026年下拨党建经费
类型: 党建经费
期间: 2026-Q3
上期结余: 5000.00
拨付:
  - {拨给: 柳湾村, 日期: 2026-07-10, 金额: 5000.00, 到账记录: /shidu/liuwan/%s}
结余: 0.00
"""


@pytest.mark.parametrize(("receipt", "text"), [("funds/2026-q3", "不是一份记录\n"), ("finance/2026-10", "")])
def test_an_allocation_is_compared_with_a_fund_or_not_at_all(receipt: str, text: str) -> None:
    """A village's file that cannot be read, or is no fund, is other rules' business."""
    sample = BY_FOLDER["funds"].sample
    files = {
        "shidu/records/funds/2026.yml": GIVEN % receipt + sample[sample.index("公开:") :],
        f"{receipt}.yml": text or BY_FOLDER[receipt.split("/")[0]].sample,
    }
    assert said("F13", files) == []


def test_an_allocation_meets_a_withheld_fund() -> None:
    """That the village's own sum is wrong does not make the township's allocation late."""
    sample = BY_FOLDER["funds"].sample
    files = {
        "shidu/records/funds/2026.yml": GIVEN % "funds/2026-q3" + sample[sample.index("公开:") :],
        "funds/2026-q3.yml": sample.replace("结余: 4700.00", "结余: 4701.00"),
    }
    assert len(said("F05", files)) == 1
    assert said("F13", files) == []
