"""整顿: the rectification of a weak organisation: causes, helpers, measures with their days, acceptance."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.records.common import Attachment, Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Text, Title

HelperSort = Literal["领导帮扶", "组织部门帮带", "部门帮解难题", "乡镇干部帮治"]
HELPERS: tuple[HelperSort, ...] = get_args(HelperSort)
"""四帮: all four sorts of helpers are needed."""


class Helper(Model):
    """One helper of 四帮."""

    sort: HelperSort = Field(alias="类型")
    post: Text = Field(alias="帮扶岗位")


class Measure(Model):
    """One measure."""

    item: Text = Field(alias="措施")
    due: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="期限")
    done: Day | None = Field(None, alias="完成日期")
    result: Text | None = Field(None, alias="结果")


class Rectification(RecordBody):
    """One case."""

    title: Title = Field(alias="标题")
    target: Text = Field(alias="对象", description="哪个村的党组织")
    found: Annotated[Day | None, Expected()] = Field(None, alias="确定日期")
    causes: tuple[Text, ...] = Field((), alias="原因")
    leader: Text | None = Field(None, alias="包村领导", description="写岗位")
    helpers: tuple[Helper, ...] = Field((), alias="帮扶")
    planned: Day | None = Field(None, alias="方案日期")
    plan: Attachment | None = Field(None, alias="方案")
    measures: tuple[Measure, ...] = Field((), alias="措施")
    accepted: Day | None = Field(None, alias="验收日期")
    accepted_by: Text | None = Field(None, alias="验收单位")


def _brief(record: Rectification) -> str:
    done = sum(one.done is not None for one in record.measures)
    return f"措施{len(record.measures)}条，办完{done}条{'，已验收' if record.accepted else ''}"


SAMPLE = """\
标题: 后进村党组织整顿
对象: 西南村党支部
确定日期: 2026-03-10
原因: [三会一课不经常, 账目公开不及时]
包村领导: 镇党委副书记
帮扶:
  - {类型: 领导帮扶, 帮扶岗位: 县政府副县长}
  - {类型: 组织部门帮带, 帮扶岗位: 县委组织部组织科科长}
  - {类型: 部门帮解难题, 帮扶岗位: 县水利局副局长}
  - {类型: 乡镇干部帮治, 帮扶岗位: 镇组织委员}
方案日期: 2026-03-28
措施:
  - {措施: 每月开一次支委会, 期限: 2026-06-30, 完成日期: 2026-06-28, 结果: 四到六月都开了}
  - {措施: 补齐上半年账目公开, 期限: 2026-07-20, 完成日期: 2026-07-18, 结果: 六个月都已公开}
验收日期: 2026-09-30
验收单位: 县委组织部
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
    folder="rectifications",
    name="整顿",
    model=Rectification,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.found or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
