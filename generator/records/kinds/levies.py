"""一事一议: money and labour that villagers agreed to give for one matter, and what became of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, if_written, total
from generator.records.values import Day, Model, Money, Number, People, Reference, Term, Text, Title


class Exempt(Model):
    """A group that does not pay; counted, not named."""

    sort: Text = Field(alias="类别")
    heads: People = Field(alias="人数")


class Spent(Model):
    """One spending of the levy."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    summary: Text = Field(alias="摘要")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    voucher: Text | None = Field(None, alias="凭证号")


class Share(Model):
    """What one village or group gave, where one record tells of several."""

    name: Text = Field(alias="名称", description="哪个村、哪个组")
    matter: Text | None = Field(None, alias="事项")
    payers: People | None = Field(None, alias="出资人数")
    each: Money | None = Field(None, alias="人均筹资")
    labour: Number | None = Field(None, alias="人均筹劳", description="几个工")
    collected: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="实收")
    award: Money | None = Field(None, alias="财政奖补")


class Levy(RecordBody):
    """One levy of a village, or those of all villages of a township, in 元 and days of work."""

    title: Title = Field(alias="标题")
    year: Term = Field(alias="年度")
    matter: Annotated[Text | None, Expected(unless=("shares",))] = Field(None, alias="事项")
    decision: Reference | None = Field(None, alias="决策")
    payers: Annotated[People | None, Expected(unless=("shares",))] = Field(None, alias="出资人数")
    exempt: tuple[Exempt, ...] = Field((), alias="免交")
    each: Annotated[Money, Expected(unless=("shares",))] = Field(UNWRITTEN, alias="人均筹资")
    labour: Number | None = Field(None, alias="人均筹劳", description="几个工")
    collected: Annotated[Money, Expected(unless=("shares",))] = Field(UNWRITTEN, alias="实收")
    award: Money = Field(UNWRITTEN, alias="财政奖补")
    shares: tuple[Share, ...] = Field((), alias="各村各组", description="一份记录说几个村、几个组的，一行写一个")
    spent: tuple[Spent, ...] = Field((), alias="支出")
    balance: Annotated[Money, Expected(unless=("shares",))] = Field(UNWRITTEN, alias="结余")


def collected(record: Levy) -> Decimal:
    """What people gave, in 元; the sum of the villages where no total is written."""
    if record.collected is UNWRITTEN and record.shares:
        return total(one.collected for one in record.shares)
    return record.collected


def _brief(record: Levy) -> str:
    """Of one levy its matter and what each gave, of several how many they are."""
    whole = f"实收{spoken(collected(record))}"
    if record.shares:
        return f"{len(record.shares)}处，{whole}"
    return f"{record.matter or '没有写事项'}，每人{spoken(record.each)}，{whole}"


def _sums(record: Levy) -> tuple[Sum, ...]:
    used = total(one.amount for one in record.spent)
    shares = (Addend("各村各组实收相加", total(one.collected for one in record.shares)),)
    whole = Sum("一共收了多少", shares, "实收", record.collected, ("实收",))
    terms = (
        Addend("大家出的", collected(record)),
        *if_written(Addend("财政奖补", record.award)),
        Addend("支出", used, minus=True),
    )
    rest = Sum("还剩多少", terms, "结余", record.balance, ("结余",))
    is_kept = record.balance is not UNWRITTEN or not record.shares
    return (*([whole] if record.shares and record.collected is not UNWRITTEN else []), *([rest] if is_kept else []))


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
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
