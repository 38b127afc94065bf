"""办事指南: the services that the village offers, with the papers and days that each needs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Count, Model, Text, Title


class Service(Model):
    """One matter."""

    name: Text = Field(alias="名称")
    code: Annotated[Text | None, Expected()] = Field(None, alias="编码")
    type: Annotated[Literal["全程代理", "咨询服务"] | None, Expected()] = Field(None, alias="类型")
    papers: tuple[Text, ...] = Field((), alias="材料")
    days: Count | None = Field(None, alias="办理天数", description="几天办完")


class ServiceList(RecordBody):
    """The catalogue."""

    title: Title = Field(alias="标题")
    items: tuple[Service, ...] = Field(alias="事项", min_length=1)


SAMPLE = """\
标题: 代办事项目录
事项:
  - {名称: 高龄津贴申请, 编码: D01, 类型: 全程代理, 材料: [户口簿复印件, 照片], 办理天数: "10"}
  - {名称: 宅基地申请, 编码: D02, 类型: 咨询服务, 材料: [申请书]}
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
    folder="services",
    name="办事指南",
    model=ServiceList,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: f"{len(record.items)}项",
    sample=SAMPLE,
)
