"""活动场所: the village's rooms and its board, checked against the standard of 两室."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Day, Flag, Model, Money, Number, Reference, Term, Text, Title


class Checklist(Model):
    """The eight points that a room has to meet."""

    windproof: Annotated[Flag | None, Expected()] = Field(None, alias="不透风")
    rainproof: Annotated[Flag | None, Expected()] = Field(None, alias="不漏雨")
    furniture: Annotated[Flag | None, Expected()] = Field(None, alias="有桌椅")
    rules: Annotated[Flag | None, Expected()] = Field(None, alias="有制度")
    archive: Annotated[Flag | None, Expected()] = Field(None, alias="有档案")
    display: Annotated[Flag | None, Expected()] = Field(None, alias="有宣传设备")
    meeting: Annotated[Flag | None, Expected()] = Field(None, alias="能开会")
    learning: Annotated[Flag | None, Expected()] = Field(None, alias="能学习")

    @property
    def unclear(self) -> bool:
        """Whether one of the eight points is not written."""
        return any(getattr(self, name) is None for name in type(self).model_fields)

    @property
    def complete(self) -> bool:
        """Whether all eight points are met."""
        return all(getattr(self, name) for name in type(self).model_fields)


class NoticeBoard(Model):
    """The physical board."""

    place: Text = Field(alias="位置")
    checked: Day | None = Field(None, alias="检查日期")
    flag: Flag | None = Field(None, alias="有旗杆")


class Works(Model):
    """Works that are planned."""

    words: Text = Field(alias="内容")
    start: Term | None = Field(None, alias="开始")
    end: Term | None = Field(None, alias="完成")
    subsidy: Money | None = Field(None, alias="补助")
    project: Reference | None = Field(None, alias="工程")


class Venue(RecordBody):
    """One place."""

    title: Title = Field(alias="标题")
    place: Text | None = Field(None, alias="地点")
    area: Number | None = Field(None, alias="面积", description="多少平方米")
    checked: Annotated[Day | None, Expected()] = Field(None, alias="检查日期")
    checklist: Checklist | None = Field(None, alias="两室标准")
    standard_met: Annotated[Flag | None, Expected()] = Field(None, alias="达标")
    board: NoticeBoard | None = Field(None, alias="公开栏")
    works: Works | None = Field(None, alias="新建改建")


SAMPLE = """\
标题: 村级活动场所情况
地点: 村委会院内
面积: "160"
检查日期: 2026-09-18
两室标准: {不透风: 是, 不漏雨: 是, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
达标: 是
公开栏: {位置: 村委会大门东侧, 检查日期: 2026-09-18, 有旗杆: 是}
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
    folder="venues",
    name="活动场所",
    model=Venue,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.checked or record.publication.day,
    brief=lambda record: {True: "达标", False: "还没达标", None: record.place or "活动场所"}[record.standard_met],
    sample=SAMPLE,
)
