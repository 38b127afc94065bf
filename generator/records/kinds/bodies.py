"""组织机构: who sits on which body, for how long, and what else they hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Flag, Households, Model, People, Text, Title

OrganType = Literal[
    "党组织", "村民委员会", "居民委员会", "村务监督委员会", "居务监督委员会", "民主理财小组", "村民代表会议", "居民代表会议",
    "成员代表大会", "理事会", "监事会",
]  # fmt: skip


class Member(Model):
    """A holder of a post."""

    post: Text = Field(alias="职务")
    name: Text = Field(alias="姓名")
    woman: Flag | None = Field(None, alias="女")
    finance: Flag | None = Field(None, alias="懂财务")
    relative: Text | None = Field(None, alias="近亲属", description="和哪位村干部是近亲属，没有不写")
    other: tuple[Text, ...] = Field((), alias="兼任")


class Assembly(Model):
    """The representatives, in counts."""

    households: Annotated[Households, Expected()] = Field(UNCOUNTED, alias="户数")
    representatives: Annotated[People, Expected()] = Field(UNCOUNTED, alias="代表人数")
    women: People = Field(UNCOUNTED, alias="女代表")
    officers: People = Field(UNCOUNTED, alias="委员人数", description="村委会委员、居委会委员当然参加的有几人")


class Organ(RecordBody):
    """One body over one term."""

    title: Title = Field(alias="标题")
    type: OrganType = Field(alias="类型")
    term: Text | None = Field(None, alias="届次")
    elected: Day | None = Field(None, alias="产生日期")
    ends: Annotated[Day | None, Ahead()] = Field(None, alias="任期止")
    elected_by: Text | None = Field(None, alias="产生方式")
    form: Literal["党支部", "党总支", "党委"] | None = Field(None, alias="组织形式")
    party_members: People | None = Field(None, alias="党员数")
    members: tuple[Member, ...] = Field((), alias="成员")
    assembly: Assembly | None = Field(None, alias="代表")


SAMPLE = """\
标题: 第十二届村务监督委员会
类型: 村务监督委员会
届次: 第十二届
产生日期: 2026-09-22
任期止: 2031-09-21
产生方式: 村民代表会议推选
成员:
  - {职务: 主任, 姓名: 赵德顺}
  - {职务: 委员, 姓名: 孙玉梅, 女: 是, 懂财务: 是}
  - {职务: 委员, 姓名: 陈广田}
公开:
  公开日期: 2026-09-24
  至: 2026-10-12
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-09-23
      意见: 同意公开
"""

KIND = Kind(
    folder="bodies",
    name="组织机构",
    model=Organ,
    board=lambda record: Board.PARTY if record.type == "党组织" else Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.elected or record.publication.day,
    brief=lambda record: f"{record.type}{len(record.members)}人" if record.members else record.type,
    sample=SAMPLE,
)
