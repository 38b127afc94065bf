"""一事一议: money and labour that villagers agreed to give for one matter, and what became of it."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.sums import Addend, Sum, total
from generator.records.values import Day, Model, Money, Number, People, Reference, Term, Text, Title


class Exempt(Model):
    """A group that does not pay; counted, not named."""

    sort: Text = Field(alias="类别")
    heads: People = Field(alias="人数")


class Spent(Model):
    """One spending of the levy."""

    day: Day = Field(alias="日期")
    summary: Text = Field(alias="摘要")
    amount: Money = Field(alias="金额")
    voucher: Text | None = Field(None, alias="凭证号")


class Levy(RecordBody):
    """One levy, in 元 and days of work."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    matter: Text = Field(alias="事项")
    decision: Reference | None = Field(None, alias="决策")
    payers: People = Field(alias="出资人数")
    exempt: tuple[Exempt, ...] = Field((), alias="免交")
    each: Money = Field(alias="人均筹资")
    labour: Number | None = Field(None, alias="人均筹劳", description="几个工")
    collected: Money = Field(alias="实收")
    award: Money = Field(Decimal(0), alias="财政奖补")
    spent: tuple[Spent, ...] = Field((), alias="支出")
    balance: Money = Field(alias="结余")


def _sums(record: Levy) -> tuple[Sum, ...]:
    used = Decimal(total(one.amount for one in record.spent))
    terms = (
        Addend("大家出的", record.collected),
        Addend("财政奖补", record.award),
        Addend("支出", used, minus=True),
    )
    return (Sum("还剩多少", terms, "结余", record.balance, ("结余",)),)


SAMPLE = """\
标题: 2026年三组桥面一事一议筹资
年度: "2026"
事项: 三组桥面加宽
出资人数: "310"
免交:
  - {类别: 五保户, 人数: "6"}
  - {类别: 现役军人家庭, 人数: "4"}
人均筹资: 15.00
人均筹劳: "2"
实收: 4650.00
财政奖补: 9300.00
支出:
  - {日期: 2026-09-12, 摘要: 桥面加宽材料款, 金额: 13800.00, 凭证号: 支-37}
结余: 150.00
公开:
  公开日期: 2026-09-20
  至: 2026-10-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-09-19
      意见: 同意公开
"""

KIND = Kind(
    folder="levies",
    name="一事一议筹资",
    model=Levy,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.year.end,
    brief=lambda record: f"{record.matter}，每人{spoken(record.each)}，实收{spoken(record.collected)}",
    sample=SAMPLE,
    sums=_sums,
)
