"""承诺: who promised what until when, how far it is, and what proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED, is_left_out
from generator.records.common import Attachment, Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Count, Day, Flag, Model, Money, Number, Reference, Text, Title

Promisor = Literal["村班子", "村干部", "党员", "乡镇党委"]
PromiseType = Literal["一般", "创业", "任期目标", "十事", "廉洁", "辞职"]
State = Literal["进行中", "到期没完成", "已兑现", "晚兑现", "已撤销"]


class Target(Model):
    """An amount that can be counted: 20 盏."""

    amount: Number = Field(alias="数量")
    unit: Text = Field(alias="单位")


class Progress(Model):
    """The progress on a day."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    done: Number | None = Field(None, alias="完成数量", description="单位和“衡量/单位”一样")
    words: Text = Field(alias="情况")


class Evidence(Model):
    """A photo, a voucher or a report."""

    name: Text = Field(alias="名称")
    day: Day | None = Field(None, alias="日期")
    reference: Reference | None = Field(None, alias="记录")
    voucher: Text | None = Field(None, alias="凭证号")
    attachment: Attachment | None = Field(None, alias="附件")


class Closing(Model):
    """销号: done, and checked by somebody else than the owner."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="完成日期")
    verified_by: Annotated[Text | None, Expected()] = Field(None, alias="核实岗位", description="谁去核实的")
    verified_on: Day | None = Field(None, alias="核实日期")
    words: Text | None = Field(None, alias="核实情况")


class Evaluation(Model):
    """The evaluation by representatives or members, in heads."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    expected: Count | None = Field(None, alias="应到")
    voters: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="参加")
    good: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="满意")
    fair: Count = Field(UNCOUNTED, alias="基本满意")
    poor: Count = Field(UNCOUNTED, alias="不满意")

    @property
    def verdicts(self) -> tuple[tuple[str, int], ...]:
        """The written ones of the three opinions, each with its heads."""
        said = (("满意", self.good), ("基本满意", self.fair), ("不满意", self.poor))
        return tuple((word, heads) for word, heads in said if not is_left_out(heads))


class Change(Model):
    """A change of a promise, and who decided it."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    field: Literal["期限", "事项", "衡量"] = Field(alias="改了什么")
    old: Annotated[Text | None, Expected()] = Field(None, alias="原来")
    new: Annotated[Text | None, Expected()] = Field(None, alias="改为")
    decided_by: Annotated[Text | None, Expected()] = Field(None, alias="决定机构")
    decision: Reference | None = Field(None, alias="决策")


class Accountability(Model):
    """A consequence of a promise that was not kept in time."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    measure: Text = Field(alias="措施")


class Commitment(RecordBody):
    """One promise."""

    title: Title = Field(alias="标题")
    number: Text | None = Field(None, alias="编号")
    type: PromiseType = Field("一般", alias="类型")
    promisor: Promisor = Field(alias="承诺主体")
    promised_by: Text | None = Field(None, alias="承诺人", description="谁答应的")
    term: Text | None = Field(None, alias="任期或年度")
    took_office: Day | None = Field(None, alias="任职日期", description="上任后作的承诺，写哪天上任的")
    set_on: Day | None = Field(None, alias="制定日期", description="哪天商量定下来的")
    resigns_if: Text | None = Field(None, alias="辞职条件", description="辞职承诺：什么情况下辞职")
    measure: Text | None = Field(None, alias="措施")
    target: Target | None = Field(None, alias="衡量")
    owner: Text | None = Field(None, alias="责任岗位", description="谁负责办")
    due: Annotated[Day | None, Ahead()] = Field(None, alias="期限")
    cost: Money | None = Field(None, alias="花费")
    progress: tuple[Progress, ...] = Field((), alias="进展")
    evidence: tuple[Evidence, ...] = Field((), alias="佐证")
    closing: Closing | None = Field(None, alias="销号")
    evaluation: Evaluation | None = Field(None, alias="评议")
    changes: tuple[Change, ...] = Field((), alias="变更")
    accountability: tuple[Accountability, ...] = Field((), alias="问责")
    delay_reason: Text | None = Field(None, alias="没按期的原因")
    withdrawn: Flag = Field(False, alias="已撤销")


def state(record: Commitment, as_of: date) -> State:
    """The state of a promise on a day. It follows from the closing and the due day and is never typed in."""
    if record.withdrawn:
        return "已撤销"
    closed = record.closing.day if record.closing else None
    if record.closing and (closed is None or closed <= as_of):
        return "晚兑现" if record.due and closed and closed > record.due else "已兑现"
    return "到期没完成" if record.due and record.due < as_of else "进行中"


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How many promises were due by a day, how many were kept, and how many of those late."""

    due: int = 0
    kept: int = 0
    late: int = 0

    @property
    def missed(self) -> int:
        """Due and not kept."""
        return self.due - self.kept

    @property
    def said(self) -> str:
        """到期20条，兑现19条（其中1条晚）"""
        late = f"（其中{self.late}条晚）" if self.late else ""
        return f"到期{self.due}条，兑现{self.kept}条{late}"

    def short_by(self, target: Decimal) -> int:
        """How many more must be kept to reach the target; nothing is due, nothing is short.

        >>> [Fulfilment(20, kept).short_by(Decimal("0.95")) for kept in (18, 19)], Fulfilment().short_by(Decimal(1))
        ([1, 0], 0)
        """
        return max(0, int((target * self.due).to_integral_value(ROUND_CEILING)) - self.kept)

    def __add__(self, other: Fulfilment) -> Fulfilment:
        return Fulfilment(self.due + other.due, self.kept + other.kept, self.late + other.late)


def fulfilment(records: Iterable[Commitment], as_of: date) -> Fulfilment:
    """By `as_of`; withdrawn promises and those not yet due do not count (a promise kept early does)."""
    counts = Counter(state(record, as_of) for record in records)
    kept = counts["已兑现"] + counts["晚兑现"]
    return Fulfilment(kept + counts["到期没完成"], kept, counts["晚兑现"])


def is_member(record: Commitment) -> bool:
    """Whether it counts for the members' rate and not for the organisation's."""
    return record.promisor == "党员"


CHANGEABLE: Mapping[str, str] = {"标题": "事项", "期限": "期限", "衡量": "衡量"}
"""The fields that a decision may change once they are public, with their names in 变更."""


def _brief(record: Commitment) -> str:
    due = f"期限{record.due.year}年{record.due.month}月{record.due.day}日" if record.due else ""
    return "，".join(part for part in (record.owner or record.promised_by or record.promisor, due) if part)


SAMPLE = """\
标题: 9月底前修好二组断头水渠380米
编号: 2026-05
承诺主体: 村班子
承诺人: 村“两委”班子
任期或年度: 2026年
措施: 水渠380米清淤、补砌断口2处，能把水送到渠尾田块。
衡量: {数量: 380, 单位: 米}
责任岗位: 村委会委员 吴建国
期限: 2026-09-30
花费: 6000.00
进展:
  - 日期: 2026-09-08
    情况: 开工
  - 日期: 2026-09-26
    完成数量: 380
    情况: 完工，渠尾通水
佐证:
  - 名称: 渠尾通水照片
    日期: 2026-09-26
    附件: {名称: 渠尾通水照片, 仅存纸质: 是}
销号:
  完成日期: 2026-09-26
  核实岗位: 村务监督委员会主任 赵德顺
  核实日期: 2026-09-28
  核实情况: 到现场看过，380米都通水。
评议:
  日期: 2026-10-25
  应到: 42
  参加: 38
  满意: 31
  基本满意: 5
  不满意: 2
公开:
  公开日期: 2026-02-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 镇党委
      日期: 2026-02-08
      意见: 同意公开
"""

KIND = Kind(
    folder="commitments",
    name="承诺",
    model=Commitment,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
