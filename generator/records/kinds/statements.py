"""年度报表: the year's 资产负债表 and 收益及收益分配表 of the collective (财会〔2023〕14号)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, if_written, total
from generator.records.tables import Table
from generator.records.values import Model, Money, Term, Text, Title

CONTRA = frozenset({"133", "152", "162"})
"""Codes among the assets that are subtracted: depreciation and amortisation (chart of 2023)."""


UNDIVIDED = "322"
"""The code of 收益分配 in both charts. Its rest stands in the balance sheet."""
Category = Literal["资源", "债权债务", "收益分配", "其他"]
"""The categories of 财务公开 that may be empty in a year, out of eight."""


class Line(Model):
    """The balance or the year's total of one account."""

    code: Text = Field(alias="科目", description="会计科目的编号和名称")
    before: Money | None = Field(None, alias="年初", description="年初的数；收益和费用写上年的")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额", description="年末的数；收益和费用写全年的")

    @property
    def chart_code(self) -> str:
        """The code alone: `514 公益支出` → `514`."""
        return self.code.split(" ")[0]

    def shown(self, attribute: str) -> object:
        """What is subtracted among the assets has a minus, so that the column adds up."""
        value = getattr(self, attribute)
        return (
            -value if attribute in ("amount", "before") and value is not None and self.chart_code in CONTRA else value
        )


class Share(Model):
    """One part of the distribution of the result."""

    item: Text = Field(alias="项目")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Statement(RecordBody):
    """One year's statements, in 元."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    assets: tuple[Line, ...] = Field((), alias="资产")
    liabilities: tuple[Line, ...] = Field((), alias="负债")
    equity: tuple[Line, ...] = Field((), alias="所有者权益")
    income: tuple[Line, ...] = Field((), alias="收益")
    expense: tuple[Line, ...] = Field((), alias="费用")
    profit: Money | None = Field(None, alias="收益总额")
    tax: Money = Field(UNWRITTEN, alias="所得税费用")
    net: Money | None = Field(None, alias="净收益")
    brought: Money = Field(UNWRITTEN, alias="年初未分配收益")
    moved_in: Money = Field(UNWRITTEN, alias="其他转入")
    available: Money | None = Field(None, alias="可分配收益")
    shares: tuple[Share, ...] = Field((), alias="分配")
    carried: Money | None = Field(None, alias="年末未分配收益")
    tables: tuple[Table, ...] = Field((), alias="表格", description="不是这几张表的，照原样写成表")
    absent: tuple[Category, ...] = Field((), alias="没有的类别", description="财务公开八大类里这一年没有内容的")


def assets_of(record: Statement) -> Decimal:
    """The assets in 元, less depreciation."""
    return total(-one.amount if one.chart_code in CONTRA else one.amount for one in record.assets)


def owed_of(record: Statement) -> Decimal:
    """The liabilities in 元."""
    return total(one.amount for one in record.liabilities)


def balance_sums(record: Statement) -> tuple[Sum, ...]:
    """The sum of the balance sheet: assets = liabilities + owners' share."""
    if not record.assets or not (record.liabilities or record.equity):
        return ()
    equity = total(one.amount for one in record.equity)
    terms = (Addend("负债", owed_of(record)), Addend("所有者权益", equity))
    return (Sum("资产从哪里来", terms, "资产", assets_of(record), ("资产",)),)


def result_sums(record: Statement) -> tuple[Sum, ...]:
    """The sums of the result and its distribution, step by step. A step that is not stated is left out."""
    found = []
    income, expense = (total(one.amount for one in some) for some in (record.income, record.expense))
    if record.profit is not None and (record.income or record.expense):
        terms = (Addend("收益合计", income), Addend("费用合计", expense, minus=True))
        found.append(Sum("一年收益多少", terms, "收益总额", record.profit, ("收益总额",)))
    if record.profit is not None and record.net is not None:
        taxed = (Addend("收益总额", record.profit), *if_written(Addend("所得税费用", record.tax, minus=True)))
        found.append(Sum("交税以后剩多少", taxed, "净收益", record.net, ("净收益",)))
    if record.net is not None and record.available is not None:
        whole = (
            Addend("净收益", record.net),
            Addend("年初未分配收益", record.brought),
            *if_written(Addend("其他转入", record.moved_in)),
        )
        found.append(Sum("能分多少", whole, "可分配收益", record.available, ("可分配收益",)))
    if record.available is not None and record.carried is not None:
        given = total(one.amount for one in record.shares)
        terms = (Addend("可分配收益", record.available), Addend("分配合计", given, minus=True))
        found.append(Sum("分完还剩多少", terms, "年末未分配收益", record.carried, ("年末未分配收益",)))
    undivided = [one.amount for one in record.equity if one.chart_code == UNDIVIDED]
    if undivided and record.carried is not None:
        same = (Addend("资产负债表里的收益分配", total(undivided)),)
        found.append(Sum("两张表对得上", same, "年末未分配收益", record.carried, ("年末未分配收益",)))
    return tuple(found)


def _sums(record: Statement) -> tuple[Sum, ...]:
    return (*balance_sums(record), *result_sums(record))


def _brief(record: Statement) -> str:
    said = f"资产{spoken(assets_of(record))}" if record.assets else record.year.label
    if record.assets and (record.liabilities or record.equity):
        said += f"，负债{spoken(owed_of(record))}"
    return said if record.net is None else f"{said}，净收益{spoken(record.net)}"


SAMPLE = """\
标题: 2025年度会计报表
年度: "2025"
资产:
  - {科目: 101 库存现金, 金额: 1200.00}
  - {科目: 102 银行存款, 金额: 198800.00}
  - {科目: 151 固定资产, 金额: 860000.00}
  - {科目: 152 累计折旧, 金额: 160000.00}
负债:
  - {科目: 211 应付款, 金额: 40000.00}
所有者权益:
  - {科目: 301 资本, 金额: 500000.00}
  - {科目: 311 公积公益金, 金额: 320000.00}
  - {科目: 322 收益分配, 金额: 40000.00}
收益:
  - {科目: 501 经营收入, 金额: 182000.00}
  - {科目: 503 补助收入, 金额: 90000.00}
费用:
  - {科目: 511 经营支出, 金额: 64000.00}
  - {科目: 513 管理费用, 金额: 58000.00}
  - {科目: 514 公益支出, 金额: 70000.00}
收益总额: 80000.00
所得税费用: 0.00
净收益: 80000.00
年初未分配收益: 20000.00
可分配收益: 100000.00
分配:
  - {项目: 提取公积公益金, 金额: 20000.00}
  - {项目: 成员分配, 金额: 40000.00}
年末未分配收益: 40000.00
公开:
  公开日期: 2026-01-20
  至: 2026-02-10
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-01-18
      意见: 同意公开
"""

KIND = Kind(
    folder="statements",
    name="年度报表",
    model=Statement,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.year.end,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
