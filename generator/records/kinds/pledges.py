"""责任书: one year's 一书两单: the letter, the lists, the report, the review, the assessment, the inspection."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Day, Model, Reference, Term, Text, Title


class Sheet(Model):
    """One of the two lists of what is to be done in the year."""

    name: Text = Field(alias="名称")
    day: Annotated[Day | None, Expected()] = Field(None, alias="下发日期")
    record: Reference | None = Field(None, alias="记录", description="清单也登记在网站上的，写它的位置")


class Pledge(RecordBody):
    """One year's letter of responsibility and what follows from it."""

    title: Title = Field(alias="标题")
    year: Annotated[Term | None, Expected()] = Field(None, alias="年度")
    giver: Text | None = Field(None, alias="签给", description="和谁签的")
    signed: Day | None = Field(None, alias="签订日期")
    lists: tuple[Sheet, ...] = Field((), alias="清单", description="两份任务清单")
    reported: Day | None = Field(None, alias="述职日期")
    reviewed: Day | None = Field(None, alias="评议日期")
    assessed: Day | None = Field(None, alias="考核日期")
    inspected: Day | None = Field(None, alias="督查日期")
    result: Text | None = Field(None, alias="结果")


SAMPLE = """\
标题: 2025年党建责任书
年度: "2025"
签给: 石渡镇党委
签订日期: 2025-02-20
清单:
  - {名称: 全年党建任务清单, 下发日期: 2025-03-05}
  - {名称: 党风廉政任务清单, 下发日期: 2025-03-05}
述职日期: 2025-12-18
评议日期: 2025-12-18
考核日期: 2025-12-26
督查日期: 2025-12-29
结果: 考核为良好
公开:
  公开日期: 2026-01-10
  至: 2026-01-30
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-01-09
      意见: 同意公开
"""

KIND = Kind(
    folder="pledges",
    name="责任书",
    model=Pledge,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.signed or record.publication.day,
    brief=lambda record: record.result or (record.year.label if record.year else "责任书"),
    sample=SAMPLE,
)
