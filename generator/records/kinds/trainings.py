"""培训: a course, the posts that took part, and their days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Day, Model, Money, Number, People, Text, Title

PostClass = Literal["书记主任", "其他村干部", "乡镇干部", "党员"]


class Trainee(Model):
    """A post and its days."""

    post: Text = Field(alias="岗位")
    post_class: Annotated[PostClass | None, Expected()] = Field(None, alias="岗位类别")
    days: Annotated[Number, Expected()] = Field(UNWRITTEN, alias="天数")


class Training(RecordBody):
    """One course."""

    title: Title = Field(alias="标题")
    type: Literal["任职培训", "脱产培训", "日常培训", "党员教育"] = Field(alias="类型")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    organiser: Text | None = Field(None, alias="主办")
    content: Text | None = Field(None, alias="内容")
    trainees: tuple[Trainee, ...] = Field((), alias="参加")
    heads: People | None = Field(None, alias="人数")
    cost: Money | None = Field(None, alias="经费")


SAMPLE = """\
标题: 村党组织书记任职培训
类型: 任职培训
日期: 2026-10-12
主办: 县委组织部
内容: 村级财务管理、三务公开、四议两公开
参加:
  - {岗位: 村党支部书记 林志远, 岗位类别: 书记主任, 天数: "4"}
人数: "1"
经费: 600.00
公开:
  公开日期: 2026-10-18
  至: 2026-11-05
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-17
      意见: 同意公开
"""

KIND = Kind(
    folder="trainings",
    name="培训",
    model=Training,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=lambda record: record.content or record.type,
    sample=SAMPLE,
)
