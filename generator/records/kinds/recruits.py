"""发展党员: notice, pre-review, ballot and approval of one batch. Names stand only while the notice runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED, is_left_out
from generator.records.common import Board, Kind, RecordBody
from generator.records.kinds.notices import Objection
from generator.records.marks import Ahead, Expected, Expires
from generator.records.values import Day, Model, Name, People, Text, Title


class Candidate(Model):
    """A candidate as the notice describes him."""

    name: Text = Field(alias="姓名")
    sex: Literal["男", "女"] | None = Field(None, alias="性别")
    born: Text | None = Field(None, alias="出生年月", description="只写年和月")
    post: Text | None = Field(None, alias="岗位", description="工作单位或职务")
    applied: Day | None = Field(None, alias="申请日期")


class Window(Model):
    """One notice."""

    round: Literal["推荐公示", "发展对象公示", "预备党员公示", "转正公示"] = Field(alias="公示")
    start: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="起")
    end: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="止")


class Ballot(Model):
    """The members' vote."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    expected: Annotated[People, Expected()] = Field(UNCOUNTED, alias="应到", description="有表决权的党员")
    present: Annotated[People, Expected()] = Field(UNCOUNTED, alias="实到")
    agree: Annotated[People, Expected()] = Field(UNCOUNTED, alias="同意")


class Recruits(RecordBody):
    """One batch at one stage."""

    title: Title = Field(alias="标题")
    stage: Literal["入党积极分子", "发展对象", "预备党员", "转正"] = Field(alias="阶段")
    count: Annotated[People, Expected()] = Field(UNCOUNTED, alias="人数")
    candidates: Annotated[tuple[Candidate, ...], Expires()] = Field((), alias="人员")
    windows: tuple[Window, ...] = Field((), alias="公示期")
    prereviewed: Day | None = Field(None, alias="预审日期")
    ballot: Ballot | None = Field(None, alias="票决")
    approved: Day | None = Field(None, alias="批准日期")
    probation_from: Day | None = Field(None, alias="预备期起")
    confirmed: Day | None = Field(None, alias="转正日期")
    sponsors: tuple[Name, ...] = Field((), alias="培养联系人", description="写岗位")
    objection: Objection | None = Field(None, alias="异议")


SAMPLE = """\
标题: 2026年接收预备党员
阶段: 预备党员
人数: "1"
公示期:
  - {公示: 发展对象公示, 起: 2026-08-03, 止: 2026-08-14}
  - {公示: 预备党员公示, 起: 2026-09-07, 止: 2026-09-18}
预审日期: 2026-09-01
票决: {日期: 2026-09-05, 应到: "50", 实到: "46", 同意: "45"}
批准日期: 2026-10-08
预备期起: 2026-09-05
培养联系人: [村党支部书记, 第二党小组组长]
异议:
  受理岗位: 石渡镇党委组织办
  办公电话: 0000-612 3301
  截止: 2026-10-26
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村党支部组织委员 郑国平
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-09
      意见: 保密审查过，同意公开
"""

KIND = Kind(
    folder="recruits",
    name="发展党员",
    model=Recruits,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: (record.ballot.day if record.ballot else None) or record.publication.day,
    brief=lambda record: record.stage if is_left_out(record.count) else f"{record.stage}{record.count}人",
    sample=SAMPLE,
)
