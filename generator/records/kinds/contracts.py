"""合同: a lease, sale, purchase or building contract of the collective, its other side, and the payments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected, Internal, Person
from generator.records.tables import Table
from generator.records.values import Count, Day, Flag, Model, Money, Mu, Reference, Text, Title


class Instalment(Model):
    """A payment that is due by a day."""

    due: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="日期")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Rent(Model):
    """The rent or price of a span of time or of a measure: 每亩每年300元, from 2031 on 每亩每年350元."""

    start: Annotated[Day | None, Ahead()] = Field(None, alias="起")
    end: Annotated[Day | None, Ahead()] = Field(None, alias="止")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    per: Annotated[Text | None, Expected()] = Field(None, alias="计法", description="每年、每亩每年、每垧每年等")


class Paid(Model):
    """A payment that was made."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    voucher: Text | None = Field(None, alias="凭证号")
    accounts: Reference | None = Field(None, alias="账目", description="在哪个月的账里")


class Contract(RecordBody):
    """One contract. A person is masked."""

    title: Title = Field(alias="标题")
    type: Literal["发包", "租赁", "出让", "采购", "工程", "投资", "借款", "其他"] = Field(alias="类型")
    offered: Flag | None = Field(None, alias="待发包", description="还没有定给谁的写“是”")
    owner: Text | None = Field(None, alias="发包方", description="村集体，或者哪个组")
    object: Text | None = Field(None, alias="标的")
    area: Mu | None = Field(None, alias="面积")
    measure: Text | None = Field(None, alias="数量", description="不按亩算的：34.5垧、两间、3台")
    party: Annotated[Text | None, Person(told_by="party_kind")] = Field(
        None, alias="对方", description="单位写全称，个人写成王某某"
    )
    party_kind: Annotated[Literal["单位", "个人"] | None, Internal()] = Field(None, alias="对方类别")
    outsider: Flag = Field(False, alias="外部承包", description="对方不是本集体成员")
    relation: Text | None = Field(None, alias="与村干部关系", description="没有的写“无”")
    recusal: Text | None = Field(None, alias="回避情况")
    signed: Annotated[Day | None, Expected(unless=("offered",))] = Field(None, alias="签订日期")
    start: Annotated[Day | None, Ahead()] = Field(None, alias="起")
    end: Annotated[Day | None, Ahead()] = Field(None, alias="止")
    term: Text | None = Field(None, alias="期限", description="没有写起止的，照写几年")
    price: Money | None = Field(None, alias="总价")
    price_words: Text | None = Field(None, alias="价款说明", description="总价管几年、含不含税、怎么涨")
    rents: tuple[Rent, ...] = Field((), alias="租金", description="按年、按亩算的；以后要涨的，一段写一行")
    method: Literal["招标", "拍卖", "公开协商", "产权交易平台", "直接签订"] | None = Field(None, alias="方式")
    bidders: Count | None = Field(None, alias="报名家数")
    reserve: Money | None = Field(None, alias="底价")
    reserve_per: Text | None = Field(None, alias="底价计法", description="每亩每年等；不写就是总价")
    rounds: Count | None = Field(None, alias="竞价轮数")
    platform: Text | None = Field(None, alias="交易平台")
    deposit: Money | None = Field(None, alias="竞投保证金")
    bond: Money | None = Field(None, alias="履约保证金")
    payment: Text | None = Field(None, alias="付款方式")
    direct_reason: Text | None = Field(None, alias="直接签订原因")
    approval: Text | None = Field(None, alias="乡镇批准", description="批准文号")
    credit_check: Text | None = Field(None, alias="资信审查")
    decision: Reference | None = Field(None, alias="决策")
    schedule: tuple[Instalment, ...] = Field((), alias="约定收付")
    paid: tuple[Paid, ...] = Field((), alias="实际收付")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20)


def _brief(record: Contract) -> str:
    price = f"，{spoken(record.price)}" if record.price is not None else ""
    if not price and record.rents:
        first = record.rents[0]
        price = f"，{first.per or ''}{spoken(first.amount)}{'起' if record.rents[1:] else ''}"
    return f"{'待' if record.offered else ''}{record.type}{record.object or ''}{price}"


SAMPLE = """\
标题: 农产品冷库租赁合同
类型: 租赁
标的: 农产品冷库一座
对方: 石渡果蔬合作社
对方类别: 单位
与村干部关系: 无
签订日期: 2026-03-20
起: 2026-04-01
止: 2029-03-31
总价: 108000.00
方式: 公开协商
报名家数: "3"
底价: 100000.00
约定收付:
  - {日期: 2026-04-10, 金额: 36000.00}
  - {日期: 2027-04-10, 金额: 36000.00}
  - {日期: 2028-04-10, 金额: 36000.00}
实际收付:
  - {日期: 2026-04-08, 金额: 36000.00, 凭证号: 收-9}
公开:
  公开日期: 2026-03-24
  至: 2026-04-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-03-23
      意见: 同意公开
"""

KIND = Kind(
    folder="contracts",
    name="合同",
    model=Contract,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.signed or record.start or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
