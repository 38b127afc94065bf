"""四议两公开: a decision from proposal to result, each step with its day, its body and its count of heads."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED
from generator.records.common import Attachment, Board, Kind, RecordBody
from generator.records.kinds.commitments import Evaluation
from generator.records.marks import Ahead, Expected, Internal, Person, Unsearched
from generator.records.tables import Table
from generator.records.values import Count, Day, Flag, Model, Money, Name, Reference, Text, Title

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
Procedure = Literal["四议两公开", "4+2+4", "五步法", "听证", "协商", "其他"]
WANTED: dict[Procedure, tuple[StepName, ...]] = {
    "四议两公开": STEPS,
    "4+2+4": STEPS,
    "五步法": ("提议", "商议", "决议", "决议公开", "结果公开"),
}
"""The steps that a procedure lays down; of others no steps are laid down. 五步法 calls the first three 民主提案, 民主议案
and 民主表决; its 创业承诺 is a record of its own (承诺), its 监督实施 is told by 过程监督."""
FIVE_TITLES: dict[StepName, str] = {"提议": "民主提案", "商议": "民主议案", "决议": "民主表决"}
Meeting = Literal[
    "党组织会议", "两委联席会议", "党员大会", "党员议事会", "村民代表会议", "村民会议", "居民代表会议", "居民会议",
    "成员大会", "成员代表大会", "听证会", "协商会",
]  # fmt: skip
Matter = Literal[
    "村庄规划建设", "公益事业", "误工补贴", "集体收益使用", "土地承包", "集体经济项目", "宅基地方案", "征地补偿费",
    "集体财产处分", "重点帮扶", "收益分配", "集体章程", "成员确认", "份额量化", "合并分立", "非成员待遇", "日常事务",
    "一事一议", "村级预算", "发包出租", "资产处置", "宅基地审批", "救助帮扶", "其他重要事项",
]  # fmt: skip


class Step(Model):
    """One step. Meetings have head counts, publications a window."""

    name: StepName = Field(alias="步骤")
    day: Annotated[Day | None, Ahead(unless=("present", "agree"))] = Field(None, alias="日期")
    until: Annotated[Day | None, Ahead()] = Field(None, alias="至")
    meeting: Meeting | None = Field(None, alias="会议")
    noticed: Day | None = Field(None, alias="通知日期", description="哪天通知大家开会的")
    urgent: Text | None = Field(None, alias="紧急原因", description="来不及提前通知的原因")
    counted: Annotated[Literal["人", "户代表"], Internal()] = Field("人", alias="按什么算到会")
    place: Text | None = Field(None, alias="地点")
    expected: Count | None = Field(None, alias="应到")
    present: Count | None = Field(None, alias="实到")
    agree: Count | None = Field(None, alias="同意")
    against: Count | None = Field(None, alias="反对")
    abstain: Count | None = Field(None, alias="弃权")
    vote_by: Text | None = Field(None, alias="表决方式")
    content: Text | None = Field(None, alias="内容")
    channels: Annotated[tuple[Name, ...], Unsearched()] = Field((), alias="渠道")
    actual_cost: Money | None = Field(None, alias="实际花费")
    attachments: tuple[Attachment, ...] = Field((), alias="附件")


class Execution(Model):
    """What was done after the decision, or is to be done."""

    started: Annotated[Day | None, Ahead()] = Field(None, alias="开工")
    completed: Annotated[Day | None, Ahead()] = Field(None, alias="完工")
    accepted: Annotated[Day | None, Ahead()] = Field(None, alias="验收")
    contractor: Annotated[Text | None, Person()] = Field(None, alias="承办单位")
    contract_price: Money | None = Field(None, alias="合同价")
    responsible: Text | None = Field(None, alias="负责人")


class TownReview(Model):
    """4+2+4: the township's party committee looks at the plan before the villagers vote."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    result: Annotated[Literal["同意", "修改后同意", "不同意"] | None, Expected()] = Field(None, alias="结果")
    number: Text | None = Field(None, alias="文号")


class Cards(Model):
    """4+2+4: the opinion cards of the households, in cards."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期", description="哪天收齐的")
    issued: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="发放", description="发出几张意见卡")
    returned: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="收回")
    support: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="赞成")


class Oversight(Model):
    """What the supervisors saw on a day while work went on."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    words: Text = Field(alias="内容")


class Interest(Model):
    """An officer whom the matter concerns in person, and whether he took no part in it."""

    post: Text = Field(alias="岗位", description="岗位和姓名")
    relation: Text = Field(alias="关系", description="和这件事有什么关系，不写亲属的姓名")
    recused: Flag = Field(False, alias="回避", description="讨论和表决时有没有离开")


class Opinion(Model):
    """The opinion of the supervisory body."""

    body: Text = Field(alias="机构")
    day: Day | None = Field(None, alias="日期")
    opinion: Annotated[Text | None, Expected()] = Field(None, alias="意见")


class Decision(RecordBody):
    """A decision. `金额上限` is the most it may cost, 元."""

    title: Title = Field(alias="标题")
    question: Text | None = Field(None, alias="议题", description="要大家表决的是什么事、最多花多少钱")
    """What was asked, in one sentence with the money."""
    procedure: Procedure = Field("四议两公开", alias="程序")
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
    interests: tuple[Interest, ...] = Field((), alias="利害关系", description="谁和这件事有利害关系，回避了没有")
    town_review: TownReview | None = Field(None, alias="镇审核")
    cards: Cards | None = Field(None, alias="民意采集")
    supervision: Opinion | None = Field(None, alias="监督意见")
    oversight: tuple[Oversight, ...] = Field((), alias="过程监督", description="办的过程中，监督的人哪天看了什么")
    promise: Reference | None = Field(None, alias="承诺", description="五步法里谁承诺把事办好，是哪一份承诺")
    execution: Execution | None = Field(None, alias="实施")
    evaluation: Evaluation | None = Field(None, alias="评议", description="结果公开以后，大家满意不满意")
    tables: tuple[Table, ...] = Field((), alias="表格")


Share = Literal["四分之三", "三分之二", "一半"]
"""四分之三 and 三分之二 mean at least so many, 一半 means more than half."""


def least(share: Share, whole: int) -> int:
    """The smallest number of heads that is enough.

    >>> least("三分之二", 42), least("一半", 36), least("一半", 37), least("四分之三", 42)
    (28, 19, 19, 32)
    """
    match share:
        case "四分之三":
            return -(-whole * 3 // 4)
        case "三分之二":
            return -(-whole * 2 // 3)
        case "一半":
            return whole // 2 + 1


MEMBERS_SINCE = date(2025, 5, 1)
"""From this day 农村集体经济组织法 is in force."""


def of_all(record: Decision, step: Step) -> Share | None:
    """The share of all members or delegates of the collective that must agree. None if others vote."""
    if step.meeting not in ("成员大会", "成员代表大会") or step.day is None or step.day < MEMBERS_SINCE:
        return None
    return "四分之三" if record.matter == "非成员待遇" else "三分之二"


def wanted(record: Decision) -> tuple[StepName, ...]:
    """The steps that the procedure of a decision requires. Some procedures require none."""
    return WANTED.get(record.procedure, ())


def step_of(record: Decision, name: StepName) -> Step | None:
    """The first step of that name."""
    return next((step for step in record.steps if step.name == name), None)


def resolution_day(record: Decision) -> date | None:
    """The day of the vote that decides."""
    step = step_of(record, "决议")
    return step.day if step else None


def held(step: Step, as_of: date) -> bool:
    """Whether a step was taken. One without a day was: only a day that lies ahead says that it is still planned."""
    return step.day is None or step.day <= as_of


def passed_over(record: Decision, as_of: date) -> tuple[StepName, ...]:
    """The meetings that the procedure lays down and that are not in the record, though what comes after them is.

    A decision that is still under way (进行中) lacks nothing: its next meetings were not due yet.
    """
    meetings = [name for name in wanted(record) if not name.endswith("公开")]
    done = record.execution
    if done and (done.started or done.completed or done.accepted or done.contract_price is not None):
        reached = len(meetings)
    else:
        taken = {step.name for step in record.steps if held(step, as_of)}
        reached = max((at for at, name in enumerate(wanted(record), 1) if name in taken), default=0)
    given = {step.name for step in record.steps}
    return tuple(name for name in meetings[:reached] if name not in given)


def resolution_published(record: Decision, itself: date) -> date | None:
    """The day on which the resolution became public: as its step says, or else by the record itself, if it came after the vote.

    Args:
        itself: the day on which the record became public.
    """
    step, voted = step_of(record, "决议公开"), resolution_day(record)
    if step:
        return step.day
    return itself if voted and itself >= voted else None


def result_published(record: Decision, itself: date) -> date | None:
    """The day on which the result became public by the record itself, which came after the work was done; there is no step of its own."""
    completed = record.execution.completed if record.execution else None
    if step_of(record, "结果公开") or completed is None:
        return None
    return itself if itself >= completed else None


def _day(record: Decision) -> date:
    days = [step.day for step in record.steps if step.day]
    return resolution_day(record) or (max(days) if days else record.publication.day)


def _brief(record: Decision) -> str:
    step = step_of(record, "决议")
    if step and step.agree is not None and step.present is not None:
        return f"到会{step.present}人，同意{step.agree}人"
    return record.question or record.matter


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
    sample=SAMPLE,
)
