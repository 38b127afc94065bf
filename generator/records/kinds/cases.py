"""代办台账: what was taken in for villagers, handed on, done and answered. Who asked is never recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.base.dates import year_of
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.values import Day, Model, Term, Text, Title


class Case(Model):
    """One case."""

    number: Annotated[Text | None, Expected()] = Field(None, alias="编号")
    name: Text | None = Field(None, alias="事项", description="办什么事，照办事指南写")
    item: Annotated[Text | None, Expected(unless=("name",))] = Field(
        None, alias="事项编码", description="办事指南里的编码"
    )
    accepted: Annotated[Day | None, Expected()] = Field(None, alias="受理日期")
    receipt: Text | None = Field(None, alias="接收单号")
    promised: Annotated[Day | None, Ahead()] = Field(None, alias="承诺日期")
    handler: Text | None = Field(None, alias="代办岗位")
    passed: Day | None = Field(None, alias="移交日期")
    done: Day | None = Field(None, alias="办结日期")
    replied: Day | None = Field(None, alias="答复日期")
    outcome: Literal["即办", "限办", "移交", "不能办"] | None = Field(None, alias="结果")
    reason: Text | None = Field(None, alias="原因", description="不能办的原因")


class CaseBook(RecordBody):
    """The cases of one period."""

    title: Title = Field(alias="标题")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    cases: tuple[Case, ...] = Field((), alias="办件", max_length=2_000)


def completion(books: Iterable[CaseBook], as_of: date) -> tuple[int, int]:
    """How many cases are done, and how many there are, of those promised for a day of this year up to `as_of`."""
    year = year_of(as_of)
    promised = ((one, one.promised) for book in books for one in book.cases if one.promised)
    due = [one for one, day in promised if year.start <= day <= as_of]
    return sum(one.done is not None for one in due), len(due)


SAMPLE = """\
标题: 2026年9月代办台账
期间: 2026-09
办件:
  - 编号: 9-01
    事项: 高龄津贴申请
    事项编码: D01
    受理日期: 2026-09-03
    接收单号: J-118
    承诺日期: 2026-09-13
    代办岗位: 村文书 何秀英
    移交日期: 2026-09-04
    办结日期: 2026-09-10
    答复日期: 2026-09-11
    结果: 移交
  - 编号: 9-02
    事项: 高龄津贴申请
    事项编码: D01
    受理日期: 2026-09-08
    接收单号: J-119
    承诺日期: 2026-09-08
    代办岗位: 村文书 何秀英
    办结日期: 2026-09-08
    答复日期: 2026-09-08
    结果: 即办
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
    folder="cases",
    name="代办台账",
    model=CaseBook,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.period.end if record.period else record.publication.day,
    brief=lambda record: f"{len(record.cases)}件，办结{sum(one.done is not None for one in record.cases)}件",
    sample=SAMPLE,
)
