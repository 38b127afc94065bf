"""报酬补贴: the pay of posts with its standard and months, and bonuses for a growing income."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import ZERO, round_half_up, spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, total
from generator.records.values import Model, Money, Number, People, Reference, Share, Term, Text, Title


class Pay(Model):
    """One post's pay over the period."""

    post: Text = Field(alias="岗位", description="写职务，可以写姓名")
    standard: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="标准", description="每月多少元")
    months: Annotated[Number, Expected()] = Field(UNWRITTEN, alias="月数")
    floating: Money | None = Field(None, alias="浮动")
    grade: Literal["优秀", "称职", "基本称职", "不称职"] | None = Field(None, alias="考核等次")
    paid: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="实发")


class Standard(Model):
    """What a post is paid, whoever holds it."""

    post: Text = Field(alias="岗位", description="写职务")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="标准", description="每月多少元")
    heads: People | None = Field(None, alias="人数")
    words: Text | None = Field(None, alias="怎么发", description="例如每月先发60%，绩效半年发一次")


class Bonus(Model):
    """A reward for growth of the collective's income."""

    before: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="上年收入")
    now: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="本年收入")
    ratio: Annotated[Share | None, Expected()] = Field(None, le=1, alias="比例", description="写成小数，例如 0.05")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="奖励金额")
    members: Reference | None = Field(None, alias="党员大会", description="哪次会同意的")
    representatives: Reference | None = Field(None, alias="代表会议", description="哪次会同意的")
    approval: Text | None = Field(None, alias="批准文号")


class Payroll(RecordBody):
    """One list, in 元."""

    title: Title = Field(alias="标题")
    type: Literal["基本报酬", "误工补贴", "增收奖励", "养老保险"] = Field(alias="类型")
    period: Term = Field(alias="期间")
    decision: Reference | None = Field(None, alias="决策", description="人员和标准是哪次会定的")
    review: Reference | None = Field(None, alias="考核", description="浮动部分按哪次考核发的")
    standards: tuple[Standard, ...] = Field((), alias="标准表", description="只公开各岗位标准的，一行写一个岗位")
    lines: tuple[Pay, ...] = Field((), alias="明细")
    bonus: Bonus | None = Field(None, alias="奖励")
    head_count: People | None = Field(None, alias="人数")
    amount: Annotated[Money, Expected(unless=("standards",))] = Field(UNWRITTEN, alias="合计")


def due_of(line: Pay) -> Decimal:
    """The pay that is due in 元: standard × months rounded to the cent, and the floating part."""
    return round_half_up(line.standard * line.months) + (line.floating or ZERO)


def amount_of(record: Payroll) -> Decimal:
    """All that was paid, in 元; the sum of the lines where no total is written."""
    return total(line.paid for line in record.lines) if record.amount is UNWRITTEN and record.lines else record.amount


def _brief(record: Payroll) -> str:
    amount = amount_of(record)
    if amount is UNWRITTEN and record.standards:
        return f"{record.type}，{len(record.standards)}种岗位的标准"
    return f"{record.type}，一共{spoken(amount)}"


def _sums(record: Payroll) -> tuple[Sum, ...]:
    found = []
    if record.amount is UNWRITTEN:
        return ()
    if record.lines:
        paid = Addend("各人实发相加", total(line.paid for line in record.lines))
        found.append(Sum("一共发了多少", (paid,), "合计", record.amount, ("合计",)))
    if record.bonus:
        reward = Addend("奖励金额", record.bonus.amount)
        found.append(Sum("奖励一共多少", (reward,), "合计", record.amount, ("合计",)))
    return tuple(found)


SAMPLE = """\
标题: 2026年第三季度误工补贴
类型: 误工补贴
期间: 2026-Q3
明细:
  - {岗位: 村务监督委员会主任 赵德顺, 标准: 600.00, 月数: "3", 实发: 1800.00}
  - {岗位: 一组组长 陈广田, 标准: 300.00, 月数: "3", 实发: 900.00}
  - {岗位: 三组组长 孙长林, 标准: 300.00, 月数: "3", 浮动: 100.00, 考核等次: 优秀, 实发: 1000.00}
人数: "3"
合计: 3700.00
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-09
      意见: 同意公开
"""

KIND = Kind(
    folder="payrolls",
    name="报酬补贴",
    model=Payroll,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.period.end,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
