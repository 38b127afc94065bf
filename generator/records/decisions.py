"""四议两公开: a decision from proposal to result, each step with its day, its body and its count of heads."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from generator.base.money import yuan
from generator.records.common import Attachment, Board, Guarded, Kind, RecordBody
from generator.records.tables import Table
from generator.records.values import Count, Day, Model, Money, Reference, Text

StepName = Literal["提议", "商议", "审议", "决议", "决议公开", "结果公开"]
STEPS: tuple[StepName, ...] = ("提议", "商议", "审议", "决议", "决议公开", "结果公开")
STEP_TITLES: dict[StepName, str] = {
    "提议": "党组织提议",
    "商议": "村“两委”商议",
    "审议": "党员大会审议",
    "决议": "村民代表会议决议",
    "决议公开": "决议公开",
    "结果公开": "实施结果公开",
}
Meeting = Literal[
    "党组织会议", "两委联席会议", "党员大会", "党员议事会", "村民代表会议", "村民会议", "居民代表会议", "居民会议",
    "成员大会", "成员代表大会", "听证会", "协商会",
]  # fmt: skip
Matter = Literal[
    "村庄规划建设", "公益事业", "误工补贴", "集体收益使用", "土地承包", "集体经济项目", "宅基地方案", "征地补偿费",
    "集体财产处分", "重点帮扶", "收益分配", "日常事务", "其他重要事项",
]  # fmt: skip


class Step(Model):
    """One step. Meetings have head counts, publications a window."""

    name: StepName = Field(alias="步骤")
    day: Day | None = Field(None, alias="日期")
    until: Day | None = Field(None, alias="至")
    meeting: Meeting | None = Field(None, alias="会议")
    counted: Literal["人", "户代表"] = Field("人", alias="按什么算到会")
    place: Text | None = Field(None, alias="地点")
    expected: Count | None = Field(None, alias="应到")
    present: Count | None = Field(None, alias="实到")
    agree: Count | None = Field(None, alias="同意")
    against: Count | None = Field(None, alias="反对")
    abstain: Count | None = Field(None, alias="弃权")
    vote_by: Text | None = Field(None, alias="表决方式")
    content: Text | None = Field(None, alias="内容")
    channels: tuple[Text, ...] = Field((), alias="渠道")
    actual_cost: Money | None = Field(None, alias="实际花费")
    attachments: tuple[Attachment, ...] = Field((), alias="附件")


class Execution(Model):
    """What was done after the decision."""

    started: Day | None = Field(None, alias="开工")
    completed: Day | None = Field(None, alias="完工")
    accepted: Day | None = Field(None, alias="验收")
    contractor: Text | None = Field(None, alias="承办单位")
    contract_price: Money | None = Field(None, alias="合同价")
    responsible: Text | None = Field(None, alias="负责人")


class Opinion(Model):
    """The supervisory body's word."""

    body: Text = Field(alias="机构")
    day: Day | None = Field(None, alias="日期")
    opinion: Text = Field(alias="意见")


class Decision(RecordBody):
    """A decision. `金额上限` is the most it may cost, 元."""

    title: Text = Field(alias="标题")
    question: Text | None = Field(None, alias="议题", description="要大家表决的是什么事、最多花多少钱")
    """What was asked, in one sentence with the money."""
    procedure: Literal["四议两公开", "听证", "协商", "其他"] = Field("四议两公开", alias="程序")
    matter: Matter = Field("其他重要事项", alias="事项")
    origin: Literal["群众建议", "村干部提议", "上级安排"] | None = Field(
        None, alias="动议", description="事情是谁提出来的"
    )
    logbook: Text | None = Field(None, alias="登记号", description="四议两公开记录簿上的号")
    limit: Money | None = Field(None, alias="金额上限", description="决议定的最多花多少")
    steps: tuple[Step, ...] = Field(alias="步骤", max_length=20)
    authorised_by: Reference | None = Field(None, alias="授权", description="村民会议授权的决议")
    """The villagers' assembly that handed the matter to the representatives."""
    merged: Text | None = Field(None, alias="合并说明", description="提议和商议为什么合成一次会")
    """Why 提议 and 商议 were one meeting (书记、主任“一肩挑”)."""
    supervision: Opinion | None = Field(None, alias="监督意见")
    execution: Execution | None = Field(None, alias="实施")
    tables: tuple[Table, ...] = Field((), alias="表格")


Share = Literal["三分之二", "一半"]
"""At least two thirds, or more than half."""


def least(share: Share, whole: int) -> int:
    """The smallest number of heads that is enough.

    >>> least("三分之二", 42), least("一半", 36), least("一半", 37)
    (28, 19, 19)
    """
    return -(-whole * 2 // 3) if share == "三分之二" else whole // 2 + 1


def step_of(record: Decision, name: StepName) -> Step | None:
    """The first step of that name."""
    return next((step for step in record.steps if step.name == name), None)


def resolution_day(record: Decision) -> date | None:
    """The day of the vote that decides."""
    step = step_of(record, "决议")
    return step.day if step else None


def _day(record: Decision) -> date:
    days = [step.day for step in record.steps if step.day]
    return resolution_day(record) or (max(days) if days else record.publication.day)


def _brief(record: Decision) -> str:
    step = step_of(record, "决议")
    if step and step.agree is not None and step.present is not None:
        return f"到会{step.present}人，同意{step.agree}人"
    return record.question or record.matter


def _guarded(record: Decision) -> Guarded:
    fields = {"公开/公开日期": record.publication.day.isoformat()}
    if record.limit is not None:
        fields["金额上限"] = yuan(record.limit)
    for step in record.steps:
        if step.day:
            fields[f"步骤/{step.name}/日期"] = step.day.isoformat()
        counts = {
            "应到": step.expected,
            "实到": step.present,
            "同意": step.agree,
            "反对": step.against,
            "弃权": step.abstain,
        }
        fields |= {f"步骤/{step.name}/{name}": str(count) for name, count in counts.items() if count is not None}
        if step.actual_cost is not None:
            fields[f"步骤/{step.name}/实际花费"] = yuan(step.actual_cost)
    return fields


SAMPLE = """\
标题: 村口至三组道路硬化
议题: 把村口到三组的1.2公里土路铺成水泥路，花费不超过15.8万元。
事项: 其他重要事项
动议: 群众建议
登记号: 2026年第7号
金额上限: 158000.00
步骤:
  - 步骤: 提议
    日期: 2026-04-08
    会议: 党组织会议
    地点: 村党支部会议室
    应到: 5
    实到: 5
    同意: 5
    反对: 0
    弃权: 0
    内容: 三组群众多次反映下雨天路难走，支部提议今年修。
  - 步骤: 商议
    日期: 2026-04-12
    会议: 两委联席会议
    应到: 7
    实到: 7
    同意: 7
    反对: 0
    弃权: 0
  - 步骤: 审议
    日期: 2026-04-18
    会议: 党员大会
    应到: 57
    实到: 46
    同意: 45
    反对: 0
    弃权: 1
  - 步骤: 决议
    日期: 2026-04-25
    会议: 村民代表会议
    应到: 42
    实到: 36
    同意: 34
    反对: 1
    弃权: 1
    内容: 同意修路方案，花费不超过15.8万元，公开询价选施工队。
  - 步骤: 决议公开
    日期: 2026-04-27
    至: 2026-05-13
    渠道: [公开栏, 网站]
  - 步骤: 结果公开
    日期: 2026-11-10
    至: 2026-11-26
    内容: 10月28日完工，11月6日验收合格。
    实际花费: 156000.00
监督意见:
  机构: 村务监督委员会
  日期: 2026-04-26
  意见: 程序齐全，到会和票数符合规定。
实施:
  开工: 2026-05-20
  完工: 2026-10-28
  验收: 2026-11-06
  合同价: 156000.00
  负责人: 村委会主任 林志远
公开:
  公开日期: 2026-04-27
  至: 2026-05-13
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-04-26
      意见: 同意公开
"""

KIND = Kind(
    folder="decisions",
    name="四议两公开",
    model=Decision,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=_day,
    brief=_brief,
    guarded=_guarded,
    sample=SAMPLE,
)
