"""表彰: who is commended for what, within which quota, after which notice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Count, Day, Model, Term, Text, Title


class Recipient(Model):
    """An organisation, or a post-holder who agreed to be named."""

    name: Text = Field(alias="名称", description="单位，或“岗位 姓名”")
    sort: Annotated[Literal["组织", "个人"] | None, Expected()] = Field(None, alias="类别")


class Honour(RecordBody):
    """One commendation."""

    title: Title = Field(alias="标题")
    year: Annotated[Term | None, Expected()] = Field(None, alias="年度")
    type: Text = Field(alias="种类", description="标杆支部、红星党员、优秀信息员等")
    level: Literal["县", "乡镇", "村"] = Field("乡镇", alias="层级")
    quota: Count | None = Field(None, alias="名额")
    recipients: tuple[Recipient, ...] = Field((), alias="对象")
    notice_from: Day | None = Field(None, alias="公示起")
    notice_to: Annotated[Day | None, Ahead()] = Field(None, alias="公示止")
    day: Day | None = Field(None, alias="命名日期")
    basis: Text | None = Field(None, alias="依据")


SAMPLE = """\
标题: 2026年标杆支部
年度: "2026"
种类: 标杆支部
层级: 乡镇
名额: "2"
对象:
  - {名称: 柳湾村党支部, 类别: 组织}
公示起: 2026-09-14
公示止: 2026-09-23
命名日期: 2026-09-28
依据: 石渡镇党委表彰办法
公开:
  公开日期: 2026-09-29
  至: 2026-10-20
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-09-29
      意见: 同意公开
"""

KIND = Kind(
    folder="honours",
    name="表彰",
    model=Honour,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=lambda record: f"{record.type}{len(record.recipients)}个",
    sample=SAMPLE,
)
