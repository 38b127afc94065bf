"""专项资金: money that may be spent for its purpose only, what came in, what it was spent on, what is left."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Person
from generator.records.sums import Addend, Sum, total
from generator.records.values import Count, Day, Flag, Model, Money, Reference, Term, Text, Title

FundType = Literal[
    "党建经费", "党员教育经费", "党费", "服务群众经费", "运转经费", "培训经费", "纪检经费", "关爱基金", "维修基金",
    "捐赠", "救灾救济", "其他专项",
]  # fmt: skip
PARTY: frozenset[str] = frozenset({"党建经费", "党员教育经费", "党费", "关爱基金", "纪检经费"})


class Receipt(Model):
    """Money that was received. A person who gave it is masked."""

    day: Day = Field(alias="日期")
    source: Annotated[Text, Person()] = Field(alias="来源", description="谁拨的，谁给的；个人写成王某某")
    amount: Money = Field(alias="金额")
    voucher: Text | None = Field(None, alias="凭证号")


class Spending(Model):
    """Money that was spent."""

    day: Day = Field(alias="日期")
    purpose: Text = Field(alias="用途", description="“允许用途”里的一种")
    summary: Text = Field(alias="摘要")
    amount: Money = Field(alias="金额")
    voucher: Text | None = Field(None, alias="凭证号")
    accounts: Reference | None = Field(None, alias="账目", description="在哪个月的账里")
    decision: Reference | None = Field(None, alias="决策", description="哪次会定的，决策或者会议记录都可以")


class Allocation(Model):
    """Money passed on to a village."""

    to: Text = Field(alias="拨给")
    day: Day = Field(alias="日期")
    amount: Money = Field(alias="金额")
    receipt: Reference | None = Field(None, alias="到账记录", description="那个村的专项资金记录")


class Fund(RecordBody):
    """One fund over one period."""

    title: Title = Field(alias="标题")
    type: FundType = Field(alias="类型")
    period: Term = Field(alias="期间")
    basis: Text | None = Field(None, alias="依据", description="哪份文件定的")
    least: Money | None = Field(None, alias="最低标准", description="规定至少拨多少")
    members: Count | None = Field(None, alias="党员数")
    purposes: tuple[Text, ...] = Field((), alias="允许用途")
    own_account: Flag | None = Field(None, alias="专用账户")
    opening: Money = Field(Decimal(0), alias="上期结余")
    receipts: tuple[Receipt, ...] = Field((), alias="收到")
    spendings: tuple[Spending, ...] = Field((), alias="支出")
    allocations: tuple[Allocation, ...] = Field((), alias="拨付")
    closing: Money = Field(alias="结余")


def received(record: Fund) -> Decimal:
    """The money received, in 元."""
    return Decimal(total(one.amount for one in record.receipts))


def spent(record: Fund) -> Decimal:
    """The money spent, in 元. Money passed on to villages is included."""
    return Decimal(total([*(one.amount for one in record.spendings), *(one.amount for one in record.allocations)]))


def _sums(record: Fund) -> tuple[Sum, ...]:
    terms = [
        Addend("上期结余", record.opening),
        Addend("收到", received(record)),
        Addend("支出", Decimal(total(one.amount for one in record.spendings)), minus=True),
    ]
    if record.allocations:
        terms.append(Addend("拨付", Decimal(total(one.amount for one in record.allocations)), minus=True))
    return (Sum("还剩多少", tuple(terms), "结余", record.closing, ("结余",)),)


def _brief(record: Fund) -> str:
    """All terms of the sum, so that what is left follows from what is said."""
    before = f"上期剩{spoken(record.opening)}，" if record.opening else ""
    return f"{before}收到{spoken(received(record))}，用了{spoken(spent(record))}，还剩{spoken(record.closing)}"


SAMPLE = """\
标题: 2026年第三季度党建经费
类型: 党建经费
期间: 2026-Q3
依据: 县委组织部关于下拨基层党建经费的通知
允许用途: [党员培训, 订阅报刊, 活动场所, 表彰慰问]
上期结余: 1200.00
收到:
  - {日期: 2026-07-15, 来源: 石渡镇财政所, 金额: 5000.00, 凭证号: 收-18}
支出:
  - {日期: 2026-08-20, 用途: 党员培训, 摘要: 八月主题党日教材和误餐, 金额: 860.00, 凭证号: 支-31}
  - {日期: 2026-09-08, 用途: 订阅报刊, 摘要: 订阅第四季度党报党刊, 金额: 640.00, 凭证号: 支-35}
结余: 4700.00
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-09
      意见: 同意公开
"""

KIND = Kind(
    folder="funds",
    name="专项资金",
    model=Fund,
    board=lambda record: Board.PARTY if record.type in PARTY else Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.period.end,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
