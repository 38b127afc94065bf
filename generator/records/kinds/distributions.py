"""收益分配: the distribution of the collective's result to losses, then reserves, then members (集体法第四十二条)."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from generator.base.money import round_half_up, spoken, yuan
from generator.records.common import Board, Kind, RecordBody
from generator.records.sums import Addend, Sum, total
from generator.records.values import Day, Model, Money, Number, People, Reference, Term, Text, Title


class Dividend(Model):
    """The dividend of one sort of share."""

    sort: Text = Field(alias="类别")
    heads: People | None = Field(None, alias="人数")
    shares: Number = Field(alias="股数")
    each: Money = Field(alias="每股")
    amount: Money = Field(alias="金额")


class Distribution(RecordBody):
    """One year's distribution, in 元."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    decision: Reference | None = Field(None, alias="决策")
    available: Money = Field(alias="可分配收益")
    loss: Money = Field(Decimal(0), alias="以前亏损")
    covered: Money = Field(Decimal(0), alias="弥补亏损")
    reserves: Money = Field(Decimal(0), alias="公积公益金")
    reserved_on: Day | None = Field(None, alias="提取日期")
    dividends: tuple[Dividend, ...] = Field((), alias="成员分配")
    paid_on: Day | None = Field(None, alias="发放日期")
    carried: Money = Field(Decimal(0), alias="未分配")


def shared(record: Distribution) -> Decimal:
    """The money for members, in 元."""
    return Decimal(total(one.amount for one in record.dividends))


def _sums(record: Distribution) -> tuple[Sum, ...]:
    terms = (
        Addend("弥补亏损", record.covered),
        Addend("公积公益金", record.reserves),
        Addend("成员分配", shared(record)),
        Addend("留到明年", record.carried),
    )
    return (
        Sum("怎么分的", terms, "可分配收益", record.available, ("可分配收益",)),
        *(_by_share(one, index) for index, one in enumerate(record.dividends)),
    )


def _by_share(one: Dividend, index: int) -> Sum:
    """Shares × amount of each, rounded to the cent."""
    term = Addend(f"{one.shares:f}股，每股{yuan(one.each)}元", round_half_up(one.shares * one.each))
    return Sum(f"{one.sort}分多少", (term,), "金额", one.amount, ("成员分配", index, "金额"))


SAMPLE = """\
标题: 2025年度集体收益分配
年度: "2025"
可分配收益: 100000.00
公积公益金: 20000.00
提取日期: 2026-01-12
成员分配:
  - {类别: 人口股, 人数: "1200", 股数: "1200", 每股: 30.00, 金额: 36000.00}
  - {类别: 集体扶助股, 人数: "40", 股数: "40", 每股: 100.00, 金额: 4000.00}
发放日期: 2026-01-22
未分配: 40000.00
公开:
  公开日期: 2026-01-14
  至: 2026-02-05
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-01-13
      意见: 同意公开
"""

KIND = Kind(
    folder="distributions",
    name="收益分配",
    model=Distribution,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.paid_on or record.publication.day,
    brief=lambda record: f"可分配{spoken(record.available)}，分给成员{spoken(shared(record))}",
    sample=SAMPLE,
    sums=_sums,
)
