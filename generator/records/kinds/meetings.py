"""会议活动: a meeting or activity with 十有: time, place, topic, people, agenda, speeches, resolutions, minutes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Day, Flag, Model, People, Reference, Text, Title

MeetingType = Literal[
    "村民会议", "村民代表会议", "居民会议", "居民代表会议", "成员大会", "成员代表大会", "两委联席会议", "村干部例会",
    "民主恳谈会", "民情沟通日", "村民协商", "党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "党员议事会",
    "党委专题会", "联系会议", "月例会", "群团专题会议", "其他会议",
]  # fmt: skip
PARTY: frozenset[str] = frozenset({
    "党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "党员议事会", "党委专题会", "联系会议", "月例会",
    "群团专题会议",
})  # fmt: skip


class Voice(Model):
    """A speech and its result. Speakers are not named."""

    words: Text = Field(alias="内容")
    reply: Text | None = Field(None, alias="答复")
    replied: Day | None = Field(None, alias="答复日期")
    decision: Reference | None = Field(None, alias="决策")


class Agreed(Model):
    """A result of a consultation, and its progress."""

    item: Text = Field(alias="事项")
    owner: Text | None = Field(None, alias="负责")
    state: Literal["没开始", "正在办", "办完了"] = Field("没开始", alias="进度")
    updated: Day | None = Field(None, alias="更新日期")
    words: Text | None = Field(None, alias="情况")


class Meeting(RecordBody):
    """One meeting or activity."""

    title: Title = Field(alias="标题")
    type: MeetingType = Field(alias="类型")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    place: Text | None = Field(None, alias="地点")
    topic: Text | None = Field(None, alias="主题")
    host: Text | None = Field(None, alias="主持")
    noticed: Day | None = Field(None, alias="通知日期")
    urgent: Text | None = Field(None, alias="紧急原因", description="来不及提前通知的原因")
    expected: People | None = Field(None, alias="应到")
    present: People | None = Field(None, alias="实到")
    share: Text | None = Field(None, alias="到会率", description="登记表上写的，例如 85.7%")
    signed: Flag | None = Field(None, alias="有签到表")
    vote_by: Text | None = Field(None, alias="表决方式")
    agenda: tuple[Text, ...] = Field((), alias="议程")
    speeches: tuple[Text, ...] = Field((), alias="发言", description="发言要点，不写是谁说的")
    resolutions: tuple[Text, ...] = Field((), alias="决议", description="没有决议的写“无决议”")
    voices: tuple[Voice, ...] = Field((), alias="意见")
    agreed: tuple[Agreed, ...] = Field((), alias="协商结果")
    archive: Text | None = Field(None, alias="档案号")


def _brief(record: Meeting) -> str:
    heads = f"，到会{record.present}人" if record.present is not None else ""
    return f"{record.topic or record.type}{heads}"


SAMPLE = """\
标题: 第三季度村民代表会议
类型: 村民代表会议
日期: 2026-09-28
地点: 村委会会议室
主题: 通报第三季度村务，商量路灯位置
主持: 村委会主任 林志远
应到: 42
实到: 36
到会率: 85.7%
有签到表: 是
议程: [通报第三季度财务和村务, 商量三组路灯位置]
发言: [路口和学校门前先装, 电费从村集体出要写清楚]
决议: [路灯先装三组路口和学校门前]
档案号: 2026-会-09
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-09
      意见: 保密审查过，同意公开
"""

KIND = Kind(
    folder="meetings",
    name="会议活动",
    model=Meeting,
    board=lambda record: Board.PARTY if record.type in PARTY else Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
