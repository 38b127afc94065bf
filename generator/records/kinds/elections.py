"""选举: an election from the voters' list to the hand-over, with the day of each step and the count of votes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED, is_left_out
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.tables import Table
from generator.records.values import Count, Day, Flag, Model, People, Text, Title


class Objected(Model):
    """An objection to the voters' list; who objected is not told."""

    filed: Annotated[Day | None, Expected()] = Field(None, alias="提出日期")
    decided: Day | None = Field(None, alias="处理日期")
    published: Day | None = Field(None, alias="公布日期")


class Round(Model):
    """One round of recommendation (两推一选)."""

    name: Text = Field(alias="环节", description="党员推荐、群众推荐等")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    present: People | None = Field(None, alias="参加")


class Elected(Model):
    """A person elected to a post, with the votes."""

    post: Text = Field(alias="岗位")
    name: Annotated[Text | None, Expected()] = Field(None, alias="姓名")
    votes: Annotated[Count, Expected()] = Field(UNCOUNTED, alias="票数")


class HandOver(Model):
    """The hand-over from the old committee to the new one."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    items: tuple[Text, ...] = Field((), alias="内容", description="印章、财务账目、固定资产、工作档案等")


class Election(RecordBody):
    """One election."""

    title: Title = Field(alias="标题")
    type: Literal["村民委员会", "居民委员会", "党组织", "村务监督委员会", "村民代表", "理事会", "监事会"] = Field(
        alias="类型"
    )
    term: Text | None = Field(None, alias="届次")
    way: Text | None = Field(None, alias="方式", description="两推一选、自荐海选等")
    listed: Day | None = Field(None, alias="名单公布日期", description="选民名单哪天公布的")
    objections: tuple[Objected, ...] = Field((), alias="名单异议")
    rounds: tuple[Round, ...] = Field((), alias="推荐")
    day: Annotated[Day | None, Ahead(unless=("elected", "announced")), Expected()] = Field(None, alias="投票日期")
    second: Flag | None = Field(None, alias="另行选举", description="第一次没选满，再选一次的写“是”")
    registered: Annotated[People, Expected(once=("elected", "announced"))] = Field(UNCOUNTED, alias="登记选民")
    voted: Annotated[People, Expected(once=("elected", "announced"))] = Field(UNCOUNTED, alias="参加投票")
    issued: Count | None = Field(None, alias="发出选票")
    returned: Count | None = Field(None, alias="收回选票")
    valid: Count | None = Field(None, alias="有效选票")
    polls: Count | None = Field(None, alias="投票站", description="几个投票站")
    candidates: People | None = Field(None, alias="候选人数")
    seats: People | None = Field(None, alias="应选人数")
    most_proxies: People | None = Field(None, alias="最多受委托", description="一个人最多代几个人投票")
    elected: tuple[Elected, ...] = Field((), alias="当选")
    announced: Day | None = Field(None, alias="结果公布日期")
    handover: HandOver | None = Field(None, alias="移交")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20)


def _brief(record: Election) -> str:
    heads = [
        f"{name}{count}人"
        for name, count in (("登记", record.registered), ("投票", record.voted))
        if not is_left_out(count)
    ]
    return "，".join(heads) or (f"当选{len(record.elected)}人" if record.elected else "进行中")


SAMPLE = """\
标题: 第十二届村民委员会选举
类型: 村民委员会
届次: 第十二届
方式: 自荐海选
名单公布日期: 2026-08-20
名单异议:
  - {提出日期: 2026-08-23, 处理日期: 2026-08-25, 公布日期: 2026-08-25}
推荐:
  - {环节: 村民提名, 日期: 2026-09-05, 参加: "980"}
投票日期: 2026-09-20
登记选民: "1120"
参加投票: "1004"
候选人数: "6"
应选人数: "5"
最多受委托: "3"
当选:
  - {岗位: 村委会主任, 姓名: 林志远, 票数: "902"}
  - {岗位: 村委会委员, 姓名: 吴建国, 票数: "816"}
  - {岗位: 村委会委员, 姓名: 何秀英, 票数: "798"}
  - {岗位: 村委会委员, 姓名: 陈春兰, 票数: "765"}
  - {岗位: 村委会委员, 姓名: 樊国庆, 票数: "731"}
结果公布日期: 2026-09-20
移交: {日期: 2026-09-26, 内容: [印章, 财务账目, 固定资产, 工作档案]}
公开:
  公开日期: 2026-09-20
  至: 2026-10-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-09-20
      意见: 同意公开
"""

KIND = Kind(
    folder="elections",
    name="选举",
    model=Election,
    board=lambda record: Board.PARTY if record.type == "党组织" else Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
