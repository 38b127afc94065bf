"""党员队伍: counts of members, of those away, of posts and candidates. Nobody is named."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED, is_left_out
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Count, Model, People, Term, Text, Title


class Mobile(Model):
    """Members who work elsewhere."""

    away: Annotated[People, Expected()] = Field(UNCOUNTED, alias="流出")
    arrived: People = Field(UNCOUNTED, alias="流入")
    both: People = Field(UNCOUNTED, alias="两地登记", description="流出地和流入地都登记的")
    reached: People = Field(UNCOUNTED, alias="联系得上")


class Recruited(Model):
    """New members of the year."""

    total: Annotated[People, Expected()] = Field(UNCOUNTED, alias="总数")
    educated: People = Field(UNCOUNTED, alias="高中以上")
    young: People = Field(UNCOUNTED, alias="35岁以下")
    women: People = Field(UNCOUNTED, alias="妇女")


class MemberPost(Model):
    """A post for members without office."""

    name: Text = Field(alias="岗位")
    duty: Text | None = Field(None, alias="职责")
    heads: Annotated[People, Expected()] = Field(UNCOUNTED, alias="人数")
    logged: Count = Field(UNCOUNTED, alias="记录次数", description="服务了多少次")


class Pool(Model):
    """A list of people kept by count only."""

    name: Text = Field(alias="类别")
    heads: Annotated[People, Expected()] = Field(UNCOUNTED, alias="人数")


class Membership(RecordBody):
    """The members of a branch over one year, in counts."""

    title: Title = Field(alias="标题")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    form: Literal["党支部", "党总支", "党委"] = Field("党支部", alias="组织形式")
    members: Annotated[People, Expected()] = Field(UNCOUNTED, alias="党员数")
    skilled: People | None = Field(None, alias="有一技之长")
    last_recruited: Term | None = Field(None, alias="最近发展党员", description="哪一年")
    mobile: Mobile | None = Field(None, alias="流动党员")
    recruited: Recruited | None = Field(None, alias="新发展")
    candidates: tuple[Pool, ...] = Field((), alias="积极分子")
    posts: tuple[MemberPost, ...] = Field((), alias="设岗定责")
    office_posts: People | None = Field(None, alias="干部职数")
    reserves: People | None = Field(None, alias="后备干部")
    loans: Count | None = Field(None, alias="创业贷款笔数", description="只写笔数，不写谁借的")


SAMPLE = """\
标题: 2026年党员队伍情况
期间: "2026"
党员数: "57"
有一技之长: "20"
最近发展党员: "2026"
流动党员: {流出: "12", 流入: "1", 两地登记: "11", 联系得上: "12"}
新发展: {总数: "1", 高中以上: "1", 35岁以下: "1", 妇女: "1"}
积极分子:
  - {类别: 在村务农, 人数: "2"}
  - {类别: 外出务工, 人数: "1"}
设岗定责:
  - {岗位: 环境卫生监督岗, 职责: 每周看一次村道卫生, 人数: "4", 记录次数: "36"}
干部职数: "5"
后备干部: "5"
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村党支部组织委员 郑国平
  审核:
    - 机构: 石渡镇党委
      日期: 2026-10-09
      意见: 保密审查过，可以公开
"""

KIND = Kind(
    folder="members",
    name="党员队伍",
    model=Membership,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: record.form if is_left_out(record.members) else f"{record.form}，党员{record.members}人",
    sample=SAMPLE,
)
