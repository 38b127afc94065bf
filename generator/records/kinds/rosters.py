"""值班: who is at the office when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Term, Text, Title


class Duty(Model):
    """One day."""

    day: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="日期")
    post: Text = Field(alias="岗位")
    hours: Text | None = Field(None, alias="时间")


class Roster(RecordBody):
    """The duties of one month."""

    title: Title = Field(alias="标题")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    place: Text | None = Field(None, alias="地点")
    duties: tuple[Duty, ...] = Field(alias="班次", min_length=1)


SAMPLE = """\
标题: 2026年11月村干部值班表
期间: 2026-11
地点: 村委会值班室
班次:
  - {日期: 2026-11-09, 岗位: 村文书 何秀英, 时间: 8:30—17:30}
  - {日期: 2026-11-10, 岗位: 村委会委员 吴建国, 时间: 8:30—17:30}
公开:
  公开日期: 2026-10-30
  至: 2026-11-30
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-29
      意见: 同意公开
"""

KIND = Kind(
    folder="rosters",
    name="值班表",
    model=Roster,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.period.start if record.period else record.publication.day,
    brief=lambda record: "，".join((*([record.period.label] if record.period else []), f"{len(record.duties)}班")),
    sample=SAMPLE,
)
