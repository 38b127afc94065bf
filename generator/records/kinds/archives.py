"""档案: the year's catalogue of papers, who keeps it, and what the checks found."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Count, Day, Model, Reference, Term, Text, Title


class Paper(Model):
    """One numbered file."""

    number: Annotated[Text | None, Expected()] = Field(None, alias="档案号")
    title: Text = Field(alias="题名")
    day: Day | None = Field(None, alias="日期")
    keep: Literal["永久", "30年", "10年"] | None = Field(None, alias="保管期限")
    pages: Count | None = Field(None, alias="页数")
    record: Reference | None = Field(None, alias="记录")


class Check(Model):
    """One check of the archive."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    by: Annotated[Text | None, Expected()] = Field(None, alias="检查单位")
    missing: tuple[Text, ...] = Field((), alias="缺少")
    mended: Day | None = Field(None, alias="补齐日期")


class Archive(RecordBody):
    """The catalogue of one year."""

    title: Title = Field(alias="标题")
    year: Annotated[Term | None, Expected()] = Field(None, alias="年度")
    keeper: Text | None = Field(None, alias="保管岗位")
    place: Text | None = Field(None, alias="存放地点")
    papers: tuple[Paper, ...] = Field((), alias="目录", max_length=2_000)
    checks: tuple[Check, ...] = Field((), alias="检查")


SAMPLE = """\
标题: 2026年村级档案目录
年度: "2026"
保管岗位: 村文书 何秀英
存放地点: 村委会档案柜
目录:
  - {档案号: 2026-会-09, 题名: 第三季度村民代表会议记录, 日期: 2026-09-28, 保管期限: 永久, 页数: "6"}
  - {档案号: 2026-会-10, 题名: 十月村干部例会记录, 日期: 2026-10-08, 保管期限: 30年, 页数: "4"}
检查:
  - {日期: 2026-07-10, 检查单位: 石渡镇党政办, 缺少: [五月支委会签到表], 补齐日期: 2026-07-20}
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
    folder="archives",
    name="档案目录",
    model=Archive,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: f"{len(record.papers)}份档案，检查{len(record.checks)}次",
    sample=SAMPLE,
)
