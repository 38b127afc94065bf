"""公示公告: what is posted on the wall, with typed tables, a window and where to object."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.base.shortened import shortened
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead
from generator.records.tables import Table
from generator.records.values import Day, Model, Term, Text, Title

Topic = Literal[
    "一般", "村务事项", "党务事项", "承诺通报", "发展党员", "党费", "低保", "补贴发放", "救助慰问", "表彰", "选举",
    "协商",     "征地预公告", "征地补偿安置方案", "工程", "资金分配", "收益分配", "制度", "会议活动", "清单",
]  # fmt: skip


_AFFAIRS = re.compile(r"(?:居|政|镇|乡|社区?|街道?|嘎查|苏木|村街)务")


def _read_board(value: object) -> object:
    """The board for public affairs has another name in a 社区, a township or a 嘎查."""
    return "村务" if isinstance(value, str) and _AFFAIRS.fullmatch(value) else value


BoardName = Annotated[Literal["党务", "村务", "财务"], BeforeValidator(_read_board)]


class Objection(Model):
    """Where to object, and until when. Telephones are those of offices."""

    post: Text | None = Field(None, alias="受理岗位")
    phone: Text | None = Field(None, alias="办公电话")
    place: Text | None = Field(None, alias="地点")
    until: Annotated[Day | None, Ahead()] = Field(None, alias="截止", description="最晚哪天提意见")


class Notice(RecordBody):
    """One notice."""

    title: Title = Field(alias="标题")
    board: BoardName = Field(alias="栏目")
    form: Literal["公示", "公告", "通告", "通报", "通知", "制度", "报告", "请示"] = Field("公告", alias="形式")
    topic: Topic = Field("一般", alias="事项")
    period: Term | None = Field(None, alias="期间")
    number: Text | None = Field(None, alias="文号")
    dated: Annotated[Day | None, Ahead()] = Field(None, alias="成文日期")
    basis: tuple[Text, ...] = Field((), alias="依据")
    text: Text | None = Field(None, alias="正文")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20)
    objection: Objection | None = Field(None, alias="异议")


def _brief(record: Notice) -> str:
    if record.text:
        first = record.text.replace("\n", "").split("。")[0]
        return shortened(first)
    return record.topic if record.topic != "一般" else record.form


SAMPLE = """\
标题: 2026年第三季度村务事项公开
栏目: 村务
形式: 公告
事项: 村务事项
期间: 2026-Q3
发布单位: 柳湾村村民委员会
成文日期: 2026-10-08
正文: |
  第三季度办了这些事：环境整治、农田水利、养老服务。数字见下表。
表格:
  - 名称: 第三季度办事情况
    列:
      - {列: 事项, 类型: 文字}
      - {列: 数量, 类型: 数量, 单位: 处, 计入合计: 否}
      - {列: 花费, 类型: 金额, 单位: 元}
    行:
      - [清理河道, "3", "4200.00"]
      - [维修水渠, "1", "6000.00"]
    合计: [合计, "", "10200.00"]
异议:
  受理岗位: 村务监督委员会
  办公电话: 0000-612 3318
  截止: 2026-10-26
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
    folder="notices",
    name="公示公告",
    model=Notice,
    board=lambda record: Board(record.board),
    title=lambda record: record.title,
    day=lambda record: record.dated or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
