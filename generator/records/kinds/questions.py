"""问答: what a villager asked and what was answered. Who asked is never recorded."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.values import Day, Model, Text, Title


class Reply(Model):
    """An answer by a post."""

    day: Day = Field(alias="日期")
    post: Text | None = Field(None, alias="岗位")
    text: Text | None = Field(None, alias="内容")


class Escalation(Model):
    """The question was passed on to the township."""

    day: Day = Field(alias="日期")
    reply: Reply | None = Field(None, alias="答复")


class Question(RecordBody):
    """One question."""

    title: Title = Field(alias="标题")
    received: Day = Field(alias="收到日期")
    channel: Literal["当面", "电话", "意见箱", "网上", "会议", "来信"] | None = Field(None, alias="方式")
    text: Text = Field(alias="问题")
    reply: Reply | None = Field(None, alias="答复")
    escalation: Escalation | None = Field(None, alias="转乡镇")


def _brief(record: Question) -> str:
    if record.reply is None:
        return "还没有答复"
    return f"收到后第{(record.reply.day - record.received).days}天答复"


SAMPLE = """\
标题: 三组路灯什么时候装
收到日期: 2026-10-31
方式: 当面
问题: 三组到村口的路晚上没有灯，路灯什么时候装？
答复:
  日期: 2026-11-06
  岗位: 村委会主任 林志远
  内容: 10月25日村民代表会议已经同意装路灯，12月20日前装好。
公开:
  公开日期: 2026-11-06
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-11-06
      意见: 同意公开
"""

KIND = Kind(
    folder="questions",
    name="问答",
    model=Question,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.received,
    brief=_brief,
    sample=SAMPLE,
)
