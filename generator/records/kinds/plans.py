"""财务计划: the planned income and expense of a year, decided before it begins."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, total
from generator.records.values import Model, Money, Reference, Term, Text, Title


class Planned(Model):
    """One line of the plan."""

    item: Text = Field(alias="项目")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    words: Text | None = Field(None, alias="用途")


class Plan(RecordBody):
    """The plan of one year, in 元. A total that is not written follows from the lines."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    decision: Reference | None = Field(None, alias="决策")
    income: tuple[Planned, ...] = Field((), alias="收入计划")
    expense: tuple[Planned, ...] = Field((), alias="支出计划")
    income_total: Annotated[Money, Expected(unless=("income",))] = Field(UNWRITTEN, alias="收入合计")
    expense_total: Annotated[Money, Expected(unless=("expense",))] = Field(UNWRITTEN, alias="支出合计")


def _sums(record: Plan) -> tuple[Sum, ...]:
    both = (("收入", record.income, record.income_total), ("支出", record.expense, record.expense_total))
    return tuple(
        Sum(f"计划{name}", tuple(Addend(one.item, one.amount) for one in lines), "合计", stated, (f"{name}合计",))
        for name, lines, stated in both
        if lines
    )


def _brief(record: Plan) -> str:
    both = ((record.income, record.income_total), (record.expense, record.expense_total))
    income, expense = (total(one.amount for one in lines) if said is UNWRITTEN else said for lines, said in both)
    return f"计划收入{spoken(income)}，支出{spoken(expense)}"


SAMPLE = """\
标题: 2026年财务收支计划
年度: "2026"
收入计划:
  - {项目: 集体资产租金, 金额: 120000.00}
  - {项目: 上级补助, 金额: 180000.00}
支出计划:
  - {项目: 道路和水渠维修, 金额: 160000.00}
  - {项目: 环境卫生, 金额: 60000.00}
  - {项目: 办公和误工, 金额: 50000.00}
收入合计: 300000.00
支出合计: 270000.00
公开:
  公开日期: 2026-02-10
  至: 2026-03-02
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-02-09
      意见: 同意公开
"""

KIND = Kind(
    folder="plans",
    name="财务计划",
    model=Plan,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.year.start,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
