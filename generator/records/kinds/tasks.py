"""清单督办: dated items with owner, due day and evidence: 责任、任务、问题清单 and 督办卡."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Reference, Text, Title


class Task(Model):
    """One item."""

    item: Text = Field(alias="事项")
    owner: Text | None = Field(None, alias="负责")
    due: Annotated[Day | None, Ahead()] = Field(None, alias="期限")
    done: Day | None = Field(None, alias="完成日期")
    result: Text | None = Field(None, alias="结果")
    evidence: tuple[Text, ...] = Field((), alias="佐证", description="照片、凭证号、文件名")
    carried: Text | None = Field(None, alias="转下期原因")
    record: Reference | None = Field(None, alias="记录")


class TaskList(RecordBody):
    """One list, or one card."""

    title: Title = Field(alias="标题")
    type: Literal["责任清单", "任务清单", "问题清单", "督办卡", "督查"] = Field(alias="类型")
    year: Text | None = Field(None, alias="年度")
    source: Text | None = Field(None, alias="来源", description="督导、暗访、信访、上级文件等")
    issued: Annotated[Day | None, Expected()] = Field(None, alias="发出日期")
    issued_by: Text | None = Field(None, alias="发出单位")
    to: Text | None = Field(None, alias="承办单位")
    items: tuple[Task, ...] = Field(alias="清单", min_length=1)


def _brief(record: TaskList) -> str:
    done = sum(one.done is not None for one in record.items)
    return f"{record.type}{len(record.items)}项，办完{done}项"


SAMPLE = """\
标题: 2026年第三季度问题清单
类型: 问题清单
年度: "2026"
来源: 村务监督委员会检查
发出日期: 2026-07-10
发出单位: 村务监督委员会
承办单位: 村民委员会
清单:
  - {事项: 三组路灯不亮, 负责: 村委会委员 吴建国, 期限: 2026-08-31, 完成日期: 2026-08-20, 结果: 换了6盏灯头, 佐证: [照片2张]}
  - {事项: 二组水渠漏水, 负责: 村委会委员 吴建国, 期限: 2026-09-30, 转下期原因: 要等稻田放水以后才能补}
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
    folder="tasks",
    name="清单督办",
    model=TaskList,
    board=lambda record: Board.PARTY if record.type == "责任清单" else Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.issued or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
