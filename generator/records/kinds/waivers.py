"""情况说明: the public, approved reason why a record does not follow a rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.base.shortened import shortened
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead
from generator.records.values import Day, Reference, Text, Title


class Waiver(RecordBody):
    """One explanation of one remark. It is shown beside the remark and never takes it away."""

    title: Title = Field(alias="标题")
    rule: Text = Field(alias="规则", description="规则编号，例如 A01")
    record: Reference = Field(alias="记录")
    reason: Text = Field(alias="原因")
    approved_by: Text = Field(alias="批准", description="写岗位")
    until: Annotated[Day, Ahead()] = Field(alias="有效至", description="到哪一天还没改好，就不再这样写")


SAMPLE = """\
标题: 十月例会记录为什么没有发言
规则: A01
记录: meetings/2026-10
原因: 那天停电，只做了签到，发言没有记下来，十一月起改用记录本。
批准: 村务监督委员会主任 赵德顺
有效至: 2026-12-31
公开:
  公开日期: 2026-10-20
  至: 2026-11-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-19
      意见: 同意公开
"""

KIND = Kind(
    folder="waivers",
    name="情况说明",
    model=Waiver,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: shortened(record.reason),
    sample=SAMPLE,
)
