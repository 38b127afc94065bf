"""专项资金: money that may be spent for its purpose only, what came in, what it was spent on, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected, Person
from generator.records.sums import Addend, Sum, total
from generator.records.values import Count, Day, Flag, Model, Money, Reference, Term, Text, Title

FundType = Literal[
    "党建经费", "党员教育经费", "党费", "服务群众经费", "运转经费", "培训经费", "纪检经费", "关爱基金", "维修基金",
    "捐赠", "救灾救济", "其他专项",
]  # fmt: skip
PARTY: frozenset[str] = frozenset({"党建经费", "党员教育经费", "党费", "关爱基金", "纪检经费"})


class Receipt(Model):
    """Money that was received. A person who gave it is masked."""

    day: Annotated[Day | None, Expected(unless=("planned",))] = Field(None, alias="日期")
    source: Annotated[Text | None, Person(), Expected()] = Field(
        None, alias="来源", description="谁拨的，谁给的；个人写成王某某"
    )
    planned: Money | None = Field(None, alias="计划", description="定了还没有到的钱")
    amount: Annotated[Money, Expected(unless=("planned",))] = Field(UNWRITTEN, alias="金额", description="真的收到的钱")
    voucher: Text | None = Field(None, alias="凭证号")


class Spending(Model):
    """Money that was spent."""

    day: Annotated[Day | None, Expected(unless=("planned",))] = Field(None, alias="日期")
    purpose: Annotated[Text | None, Expected()] = Field(None, alias="用途", description="“允许用途”里的一种")
    summary: Text = Field(alias="摘要")
    planned: Money | None = Field(None, alias="计划", description="定了还没有付的钱")
    amount: Annotated[Money, Expected(unless=("planned",))] = Field(UNWRITTEN, alias="金额", description="真的付了的钱")
    voucher: Text | None = Field(None, alias="凭证号")
    accounts: Reference | None = Field(None, alias="账目", description="在哪个月的账里")
    decision: Reference | None = Field(None, alias="决策", description="哪次会定的，决策或者会议记录都可以")


class Allocation(Model):
    """Money passed on to a village."""

    to: Text = Field(alias="拨给")
    day: Annotated[Day | None, Expected(unless=("planned",))] = Field(None, alias="日期")
    planned: Money | None = Field(None, alias="计划", description="定了还没有拨的钱")
    amount: Annotated[Money, Expected(unless=("planned",))] = Field(UNWRITTEN, alias="金额", description="真的拨了的钱")
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
    planned: Money | None = Field(None, alias="计划合计", description="定了还没有付的，一共多少")
    opening: Money = Field(UNWRITTEN, alias="上期结余")
    receipts: tuple[Receipt, ...] = Field((), alias="收到")
    spendings: tuple[Spending, ...] = Field((), alias="支出")
    allocations: tuple[Allocation, ...] = Field((), alias="拨付")
    closing: Annotated[Money, Expected(unless=("planned",))] = Field(UNWRITTEN, alias="结余")


Line = Receipt | Spending | Allocation


def real(lines: Sequence[Line]) -> Decimal:
    """What really was paid or received, in 元. A line that is only planned is neither."""
    return total(one.amount for one in lines if one.amount is not UNWRITTEN or one.planned is None)


def received(record: Fund) -> Decimal:
    """The money received, in 元."""
    return real(record.receipts)


def spent(record: Fund) -> Decimal:
    """The money spent, in 元. Money passed on to villages is included."""
    return real((*record.spendings, *record.allocations))


def _sums(record: Fund) -> tuple[Sum, ...]:
    lines: Sequence[Line] = (*record.spendings, *record.allocations)
    lines = lines or record.receipts
    planned = [Addend(_called(one), planned) for one in lines if (planned := one.planned) is not None]
    plan = Sum("计划怎么用", tuple(planned), "计划合计", _or_unwritten(record.planned), ("计划合计",))
    terms = [Addend("上期结余", record.opening), Addend("收到", received(record))]
    terms.append(Addend("支出", real(record.spendings), minus=True))
    if record.allocations:
        terms.append(Addend("拨付", real(record.allocations), minus=True))
    rest = Sum("还剩多少", tuple(terms), "结余", record.closing, ("结余",))
    is_real = record.closing is not UNWRITTEN or (record.planned is None and not planned)
    return (*([plan] if planned else []), *([rest] if is_real else []))


def _called(line: Line) -> str:
    match line:
        case Receipt():
            return line.source or "收到"
        case Spending():
            return line.summary
        case Allocation():
            return line.to


def _or_unwritten(value: Decimal | None) -> Decimal:
    return UNWRITTEN if value is None else value


def _brief(record: Fund) -> str:
    """All terms of the sum, so that what is left follows from what is said."""
    lines: Sequence[Line] = (*record.spendings, *record.allocations)
    planned = [one.planned for one in lines if one.planned is not None]
    said = []
    if record.planned is not None or planned:
        said.append(f"计划{spoken(total(planned) if record.planned is None else record.planned)}")
    if record.closing is not UNWRITTEN or not said:
        if record.opening:
            said.append(f"上期剩{spoken(record.opening)}")
        said += [f"收到{spoken(received(record))}", f"用了{spoken(spent(record))}", f"还剩{spoken(record.closing)}"]
    return "，".join(said)


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
