"""征地补偿: what came in for taken land, how it was shared out, what was kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, total
from generator.records.values import Day, Households, Model, Money, Mu, Reference, Text, Title


class Received(Model):
    """Money that was received."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    source: Annotated[Text | None, Expected()] = Field(None, alias="来源")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Given(Model):
    """What one sort of compensation came to; households are counted, not named."""

    sort: Text = Field(alias="类别", description="土地补偿费、青苗补偿费等")
    households: Households | None = Field(None, alias="户数")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Compensation(RecordBody):
    """One taking of land, in 元 and 亩."""

    title: Title = Field(alias="标题")
    project: Annotated[Text | None, Expected()] = Field(None, alias="项目")
    approval: Text | None = Field(None, alias="批文")
    area: Mu | None = Field(None, alias="面积")
    decision: Reference | None = Field(None, alias="决策", description="分配方案是哪次会定的")
    receipts: Annotated[tuple[Received, ...], Expected()] = Field((), alias="收到")
    given: tuple[Given, ...] = Field((), alias="分配")
    kept: Money = Field(UNWRITTEN, alias="集体留存")
    balance: Money = Field(UNWRITTEN, alias="还没分配")


def received(record: Compensation) -> Decimal:
    """The money that came in, in 元; `UNWRITTEN` where nothing is said of it."""
    return total(one.amount for one in record.receipts) if record.receipts else UNWRITTEN


def _sums(record: Compensation) -> tuple[Sum, ...]:
    if not record.receipts:
        return ()
    terms = (*(Addend(one.sort, one.amount) for one in record.given), Addend("集体留存", record.kept))
    whole = (*terms, Addend("还没分配", record.balance))
    return (Sum("收到的钱到哪里去了", whole, "收到", received(record), ("收到",)),)


SAMPLE = """\
标题: 县道改造占地补偿
项目: 县道X201改造
批文: 澄政土〔2026〕12号
面积: "6.4"
收到:
  - {日期: 2026-06-20, 来源: 澄安县自然资源局, 金额: 268000.00}
分配:
  - {类别: 土地补偿费, 户数: "9", 金额: 180000.00}
  - {类别: 青苗补偿费, 户数: "9", 金额: 34000.00}
集体留存: 54000.00
还没分配: 0.00
公开:
  公开日期: 2026-07-05
  至: 2026-08-10
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-07-04
      意见: 同意公开
"""

KIND = Kind(
    folder="compensations",
    name="征地补偿",
    model=Compensation,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: min((one.day for one in record.receipts if one.day), default=record.publication.day),
    brief=lambda record: f"收到{spoken(received(record))}",
    sample=SAMPLE,
    sums=_sums,
)
