"""收益分配: the distribution of the collective's result to losses, then reserves, then members (集体法第四十二条)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import round_half_up, spoken, yuan
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, if_written, total
from generator.records.values import Day, Model, Money, Number, People, Reference, Term, Text, Title


class Dividend(Model):
    """The dividend of one sort of share."""

    sort: Text = Field(alias="类别")
    heads: People | None = Field(None, alias="人数")
    shares: Number | None = Field(None, alias="股数")
    each: Money | None = Field(None, alias="每股", description="每股多少元")
    per_head: Money | None = Field(None, alias="每人", description="按人分的，每人多少元")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Distribution(RecordBody):
    """One year's distribution, in 元."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    decision: Reference | None = Field(None, alias="决策")
    available: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="可分配收益")
    loss: Money = Field(UNWRITTEN, alias="以前亏损")
    covered: Money = Field(UNWRITTEN, alias="弥补亏损")
    reserves: Money = Field(UNWRITTEN, alias="公积公益金")
    reserved_on: Day | None = Field(None, alias="提取日期")
    dividends: tuple[Dividend, ...] = Field((), alias="成员分配")
    paid_on: Day | None = Field(None, alias="发放日期")
    carried: Money = Field(UNWRITTEN, alias="未分配")


def shared(record: Distribution) -> Decimal:
    """The money for members, in 元."""
    return total(one.amount for one in record.dividends)


def _sums(record: Distribution) -> tuple[Sum, ...]:
    terms = (
        *if_written(Addend("弥补亏损", record.covered)),
        Addend("公积公益金", record.reserves),
        Addend("成员分配", shared(record)),
        Addend("留到明年", record.carried),
    )
    return (
        Sum("怎么分的", terms, "可分配收益", record.available, ("可分配收益",)),
        *(found for index, one in enumerate(record.dividends) for found in _each(one, index)),
    )


def _each(one: Dividend, index: int) -> Iterator[Sum]:
    """Shares × amount of each, or heads × amount of each, rounded to the cent. What is not written is not checked."""
    at = ("成员分配", index, "金额")
    ways = ((one.shares, "股，每股", one.each), (one.heads, "人，每人", one.per_head))
    for count, words, each in ways:
        if count is not None and each is not None and one.amount is not UNWRITTEN:
            term = Addend(f"{count:f}{words}{yuan(each)}元", round_half_up(count * each))
            yield Sum(f"{one.sort}分多少", (term,), "金额", one.amount, at)


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
