"""任职变动: who took or left which post, by which steps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Reference, Text, Title


class Step(Model):
    """One step before the decision: 推荐、考察 …"""

    name: Text = Field(alias="环节")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    result: Text | None = Field(None, alias="结果")


class Appointment(RecordBody):
    """One change of one post."""

    title: Title = Field(alias="标题")
    post: Text = Field(alias="岗位")
    post_class: Annotated[Literal["书记主任", "其他村干部", "乡镇干部", "后备人选"] | None, Expected()] = Field(
        None, alias="岗位类别"
    )
    name: Text | None = Field(None, alias="姓名")
    type: Literal["任职", "离任", "调整", "试用", "辞职"] = Field(alias="类型")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    since: Day | None = Field(None, alias="原任职起", description="离任的写哪天上任的")
    reason: Text | None = Field(None, alias="原因")
    promise: Reference | None = Field(None, alias="辞职承诺")
    consulted: Text | None = Field(None, alias="事先沟通", description="和县委组织部沟通的函号")
    reported: Text | None = Field(None, alias="事后报告", description="书面报告的文号")
    filed: Text | None = Field(None, alias="备案文号")
    nominations: tuple[Step, ...] = Field((), alias="推荐")
    exams: tuple[Step, ...] = Field((), alias="考察")
    meeting: Reference | None = Field(None, alias="会议")
    approved: Day | None = Field(None, alias="批准日期")
    probation_to: Annotated[Day | None, Ahead()] = Field(None, alias="试用期止")
    assessed: Day | None = Field(None, alias="考核日期")
    trained: Day | None = Field(None, alias="任职培训日期")
    audit: Reference | None = Field(None, alias="离任审计")


SAMPLE = """\
标题: 村党支部书记任职
岗位: 村党支部书记
岗位类别: 书记主任
姓名: 林志远
类型: 任职
日期: 2026-09-10
事先沟通: 澄组函〔2026〕21号
事后报告: 石党〔2026〕33号
推荐:
  - {环节: 党员推荐, 日期: 2026-08-12}
  - {环节: 群众推荐, 日期: 2026-08-13}
  - {环节: 组织推荐, 日期: 2026-08-15}
考察:
  - {环节: 考德, 日期: 2026-08-20}
  - {环节: 考绩, 日期: 2026-08-20}
  - {环节: 考能, 日期: 2026-08-21}
  - {环节: 考廉, 日期: 2026-08-21}
批准日期: 2026-09-08
任职培训日期: 2026-10-15
公开:
  公开日期: 2026-10-16
  至: 2026-11-05
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-15
      意见: 保密审查过，同意公开
"""

KIND = Kind(
    folder="appointments",
    name="任职变动",
    model=Appointment,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=lambda record: f"{record.type}：{record.post}",
    sample=SAMPLE,
)
