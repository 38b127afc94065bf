"""目标指标: metrics with a count, a whole, and the share to be reached by a year."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN, all_exact
from generator.base.share import share
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.values import Model, Number, Share, Term, Text, Title

Metric = Literal[
    "五个好达标", "活动场所达标", "远程教育站点", "示范社区", "两新组织五规范", "有产业有集体收入的村", "人均纯收入比",
    "书记有带富能力", "两委成员有带富能力", "示范村", "有一技之长党员", "一肩挑", "后备干部", "党建指导员到村", "其他指标",
]  # fmt: skip


class Goal(Model):
    """One metric."""

    metric: Metric = Field(alias="指标")
    name: Text | None = Field(None, alias="名称", description="“其他指标”写明是什么")
    level: Text | None = Field(None, alias="统计范围", description="乡镇党委、村级党组织等")
    done: Annotated[Number, Expected()] = Field(UNWRITTEN, alias="完成")
    whole: Annotated[Number, Expected()] = Field(UNWRITTEN, alias="总数")
    aim: Share | None = Field(None, alias="目标", description="写成小数，例如 0.65")
    by: Term | None = Field(None, alias="目标年")

    @property
    def called(self) -> str:
        """Its own name, or that of its metric."""
        return self.name or self.metric

    @property
    def aim_said(self) -> str:
        """The aim as text: 65%. It is empty if there is no aim."""
        return "" if self.aim is None else share(self.aim)

    def beside(self) -> tuple[tuple[str, str], ...]:
        """66.6%, 达到"""
        unclear = self.aim is None or not self.whole or not all_exact(self.done, self.whole)
        reached = "" if unclear else "没有达到" if self.short else "达到"
        return (("完成了", share(self.done, self.whole)), ("达到没有", reached))

    @property
    def short(self) -> bool:
        """Whether it is below its aim. It is not, if the aim or the whole is missing."""
        if self.aim is None or not all_exact(self.done, self.whole):
            return False
        return self.whole > 0 and self.done < self.aim * self.whole


class Targets(RecordBody):
    """The metrics of one period."""

    title: Title = Field(alias="标题")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    goals: tuple[Goal, ...] = Field(alias="指标", min_length=1)


SAMPLE = """\
标题: 2026年上半年党建目标完成情况
期间: 2026-Q2
指标:
  - {指标: 活动场所达标, 统计范围: 村, 完成: "1", 总数: "1", 目标: "1", 目标年: "2026"}
  - {指标: 有一技之长党员, 统计范围: 党员, 完成: "20", 总数: "57", 目标: "0.30", 目标年: "2026"}
公开:
  公开日期: 2026-07-10
  至: 2026-07-30
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-07-09
      意见: 同意公开
"""

KIND = Kind(
    folder="targets",
    name="目标指标",
    model=Targets,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.period.end if record.period else record.publication.day,
    brief=lambda record: f"{len(record.goals)}项指标",
    sample=SAMPLE,
)
