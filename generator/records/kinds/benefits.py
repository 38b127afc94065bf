"""救助补贴: a batch of aid, its rows with masked names and allowed columns only, its total, where to object."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import spoken
from generator.records.common import Board, Kind, RecordBody
from generator.records.kinds.notices import Objection
from generator.records.marks import Expected, Expires
from generator.records.sums import Addend, Sum, total
from generator.records.values import Day, Households, Model, Money, Mu, People, Reference, Term, Text, Title

BenefitType = Literal[
    "低保", "特困供养", "临时救助", "残疾补贴", "高龄津贴", "农业补贴", "救灾救济", "困境儿童", "留守儿童", "学生资助",
    "大病救助", "慰问", "离任干部补贴", "困难党员救助", "其他补贴",
]  # fmt: skip


class Row(Model):
    """One household. No other columns may be public (社会救助暂行办法)."""

    name: Text | None = Field(None, alias="姓名", description="写成王某某")
    code: Text | None = Field(None, alias="户编号", description="村里自己编的号，不是身份证号")
    group: Text | None = Field(None, alias="组")
    members: People | None = Field(None, alias="户人口")
    category: Text | None = Field(None, alias="类别")
    area: Mu | None = Field(None, alias="面积")
    standard: Money | None = Field(None, alias="标准")
    amount: Money = Field(UNWRITTEN, alias="金额", description="初审时还没有定的不写")


class Batch(RecordBody):
    """One batch, in 元."""

    title: Title = Field(alias="标题")
    type: BenefitType = Field(alias="类型")
    stage: Literal["初审公示", "批准公布", "发放"] = Field(alias="阶段")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    standard: Text | None = Field(None, alias="标准", description="怎么定的标准")
    basis: Text | None = Field(None, alias="依据")
    first: Reference | None = Field(None, alias="初审公示", description="批准以前的那次公示")
    approved: Day | None = Field(None, alias="批准日期")
    rows: Annotated[tuple[Row, ...], Expires()] = Field((), alias="名单", max_length=2_000)
    households: Households | None = Field(None, alias="户数", description="按户发的写户数")
    persons: People | None = Field(None, alias="人数", description="按人发的写人数")
    amount: Annotated[Money, Expected(once=("approved",))] = Field(UNWRITTEN, alias="合计")
    fund: Reference | None = Field(None, alias="资金", description="用的哪笔专项资金")
    accounts: Reference | None = Field(None, alias="账目", description="在哪个月的账里")
    voucher: Text | None = Field(None, alias="凭证号")
    budget: Money | None = Field(None, alias="预算")
    objection: Objection | None = Field(None, alias="异议")


def _sums(record: Batch) -> tuple[Sum, ...]:
    if not record.rows:
        return ()
    found = []
    if any(row.amount is not UNWRITTEN for row in record.rows) or record.amount is not UNWRITTEN:
        amounts = Addend("名单上的金额相加", total(row.amount for row in record.rows))
        found.append(Sum("一共多少钱", (amounts,), "合计", record.amount, ("合计",)))
    if record.households is not None:
        rows = Addend("名单上的户数", len(record.rows))
        found.append(Sum("一共多少户", (rows,), "户数", record.households, ("户数",), "户"))
    if record.persons is not None and (heads := _heads(record)) is not None:
        found.append(Sum("一共多少人", (Addend("名单上的人数", heads),), "人数", record.persons, ("人数",), "人"))
    return tuple(found)


def _heads(record: Batch) -> int | None:
    """The number of persons in the list: one for each row, or the sum of the households' heads. None if they are not written."""
    if record.households is None:
        return len(record.rows)
    members = [row.members for row in record.rows]
    return None if None in members else int(total(members))


def _brief(record: Batch) -> str:
    counts = [f"{record.households}户"] if record.households is not None else []
    counts += [f"{record.persons}人"] if record.persons is not None else []
    counts += [spoken(record.amount)] if record.amount is not UNWRITTEN else []
    return "，".join((record.stage, *counts))


SAMPLE = """\
标题: 2026年第三季度临时救助发放
类型: 临时救助
阶段: 发放
期间: 2026-Q3
标准: 每人150元
依据: 县民政局临时救助办法
名单:
  - {姓名: 王某某, 组: 一组, 户人口: "1", 标准: 150.00, 金额: 150.00}
  - {姓名: 李某某, 组: 二组, 户人口: "1", 标准: 150.00, 金额: 150.00}
  - {姓名: 陈某某, 组: 三组, 户人口: "2", 标准: 150.00, 金额: 300.00}
户数: "3"
合计: 600.00
异议:
  受理岗位: 村务监督委员会
  办公电话: 0000-612 3318
  截止: 2026-10-26
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
    folder="benefits",
    name="救助补贴",
    model=Batch,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.period.end if record.period else record.publication.day,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
