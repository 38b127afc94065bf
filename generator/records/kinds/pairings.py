"""结对联系: who helps or keeps in touch with whom. Households have numbers, no names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Text, Title

OF_HOUSEHOLDS: frozenset[str] = frozenset({"干部结对帮扶", "党员中心户帮扶"})
"""The types that help a household in need. The others are between posts, places and units."""


class Pair(Model):
    """One helper and who is helped."""

    helper: Text = Field(alias="帮扶岗位", description="岗位或单位")
    helped: Annotated[Text | None, Expected()] = Field(None, alias="对象", description="村、单位，或村里自己编的户编号")
    start: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="起")
    end: Annotated[Day | None, Ahead()] = Field(None, alias="止")
    changed: Day | None = Field(None, alias="脱贫日期")
    visits: tuple[Day, ...] = Field((), alias="走访")
    projects: tuple[Text, ...] = Field((), alias="项目")


class Pairing(RecordBody):
    """One list."""

    title: Title = Field(alias="标题")
    type: Literal["干部结对帮扶", "党员中心户帮扶", "党建指导员", "领导联系点", "单位共建"] = Field(alias="类型")
    pairs: tuple[Pair, ...] = Field(alias="结对", min_length=1)


SAMPLE = """\
标题: 2026年村干部结对帮扶
类型: 干部结对帮扶
结对:
  - {帮扶岗位: 村党支部书记 林志远, 对象: 户1-03, 起: 2026-01-10, 走访: [2026-02-06, 2026-05-12, 2026-08-15]}
  - {帮扶岗位: 村委会委员 吴建国, 对象: 户3-11, 起: 2026-01-10, 走访: [2026-03-02, 2026-06-20, 2026-09-10], 项目: [帮卖红薯800斤]}
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
    folder="pairings",
    name="结对联系",
    model=Pairing,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: f"{record.type}{len(record.pairs)}对",
    sample=SAMPLE,
)
