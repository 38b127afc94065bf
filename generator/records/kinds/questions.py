"""问答: what a villager asked and what was answered. Who asked is never recorded."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Day, Model, Text, Title


class Reply(Model):
    """An answer by a post."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    post: Text | None = Field(None, alias="岗位")
    text: Text | None = Field(None, alias="内容")


class Escalation(Model):
    """The question was passed on to the township."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    reply: Reply | None = Field(None, alias="答复")


class Question(RecordBody):
    """One question."""

    title: Title = Field(alias="标题")
    received: Annotated[Day | None, Expected()] = Field(None, alias="收到日期")
    channel: Literal["当面", "电话", "意见箱", "网上", "会议", "来信"] | None = Field(None, alias="方式")
    text: Text = Field(alias="问题")
    reply: Reply | None = Field(None, alias="答复")
    escalation: Escalation | None = Field(None, alias="转乡镇")


def days_to_reply(record: Question) -> int | None:
    """How many days after it was received it was answered. None where one of the days is not known."""
    if record.reply is None or record.reply.day is None or record.received is None:
        return None
    return (record.reply.day - record.received).days


def _brief(record: Question) -> str:
    if record.reply is None:
        return "还没有答复"
    days = days_to_reply(record)
    return "已经答复" if days is None else f"收到后第{days}天答复"


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
    day=lambda record: record.received or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
