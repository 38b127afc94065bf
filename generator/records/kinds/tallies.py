"""民情统计: how many opinions, disputes and visits there were. Counts only, nobody is named."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.base.inexact import UNCOUNTED
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Expected
from generator.records.sums import Addend, Sum, total
from generator.records.values import Cases, Model, Term, Text, Title


class Channel(Model):
    """One way to be heard."""

    name: Text = Field(alias="渠道", description="民情信箱、采集卡、热线、走访等")
    received: Annotated[Cases, Expected()] = Field(UNCOUNTED, alias="收到")
    answered: Cases = Field(UNCOUNTED, alias="答复")


class Mediation(Model):
    """Disputes, in cases."""

    received: Annotated[Cases, Expected()] = Field(UNCOUNTED, alias="受理")
    solved: Cases = Field(UNCOUNTED, alias="村内解决")
    passed_on: Cases = Field(UNCOUNTED, alias="上交乡镇")
    open: Cases = Field(UNCOUNTED, alias="正在调解")


class Tally(RecordBody):
    """One period."""

    title: Title = Field(alias="标题")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    channels: tuple[Channel, ...] = Field((), alias="民情")
    mediation: Mediation | None = Field(None, alias="调解")


def _sums(record: Tally) -> tuple[Sum, ...]:
    if record.mediation is None:
        return ()
    one = record.mediation
    terms = (
        Addend("村内解决", one.solved),
        Addend("上交乡镇", one.passed_on),
        Addend("正在调解", one.open),
    )
    return (Sum("纠纷怎么样了", terms, "受理", one.received, ("调解", "受理"), "件"),)


SAMPLE = """\
标题: 2026年第三季度民情统计
期间: 2026-Q3
民情:
  - {渠道: 民情信箱, 收到: "4", 答复: "4"}
  - {渠道: 走访, 收到: "18", 答复: "17"}
调解: {受理: "6", 村内解决: "5", 上交乡镇: "1"}
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
    folder="tallies",
    name="民情统计",
    model=Tally,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.period.end if record.period else record.publication.day,
    brief=lambda record: f"收到意见{total(one.received for one in record.channels)}件" if record.channels else "调解",
    sample=SAMPLE,
    sums=_sums,
)
