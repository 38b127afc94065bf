"""报酬补贴: the pay of posts with its standard and months, and bonuses for a growing income."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from generator.base.money import round_half_up, spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.sums import Addend, Sum, total
from generator.records.values import Model, Money, Number, People, Reference, Share, Term, Text, Title


class Pay(Model):
    """One post's pay over the period."""

    post: Text = Field(alias="岗位", description="写职务，可以写姓名")
    standard: Money = Field(alias="标准", description="每月多少元")
    months: Number = Field(alias="月数")
    floating: Money = Field(Decimal(0), alias="浮动")
    grade: Literal["优秀", "称职", "基本称职", "不称职"] | None = Field(None, alias="考核等次")
    paid: Money = Field(alias="实发")


class Bonus(Model):
    """A reward for growth of the collective's income."""

    before: Money = Field(alias="上年收入")
    now: Money = Field(alias="本年收入")
    ratio: Share = Field(le=1, alias="比例", description="写成小数，例如 0.05")
    amount: Money = Field(alias="奖励金额")
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
    lines: tuple[Pay, ...] = Field((), alias="明细")
    bonus: Bonus | None = Field(None, alias="奖励")
    head_count: People | None = Field(None, alias="人数")
    amount: Money = Field(alias="合计")


def due_of(line: Pay) -> Decimal:
    """The pay that is due in 元: standard × months rounded to the cent, and the floating part."""
    return round_half_up(line.standard * line.months) + line.floating


def _sums(record: Payroll) -> tuple[Sum, ...]:
    found = []
    if record.lines:
        paid = Addend("各人实发相加", Decimal(total(line.paid for line in record.lines)))
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
    brief=lambda record: f"{record.type}，一共{spoken(record.amount)}",
    sample=SAMPLE,
    sums=_sums,
)
