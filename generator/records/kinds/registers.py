"""台账: the assets, land, claims and debts of the collective, one line each, from opening to closing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.finding import Key
from generator.base.inexact import UNWRITTEN
from generator.base.money import ZERO, with_unit
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected, Person
from generator.records.sums import Addend, Sum, Unit, if_written, total
from generator.records.values import Day, Model, Number, Reference, Term, Text, Title

Column = Literal["期初", "增加", "减少", "期末"]


class Item(Model):
    """One asset, plot or debt. A person who owes or is owed is masked."""

    name: Text = Field(alias="名称")
    sort: Text | None = Field(None, alias="类别", description="房屋、耕地、银行贷款、应付工程款等")
    party: Annotated[Text | None, Person()] = Field(
        None, alias="对方", description="欠谁的、谁欠的、谁在用；个人写成王某某"
    )
    opening: Number = Field(UNWRITTEN, alias="期初")
    added: Number = Field(UNWRITTEN, alias="增加")
    removed: Number = Field(UNWRITTEN, alias="减少")
    closing: Annotated[Number, Expected()] = Field(UNWRITTEN, alias="期末")
    day: Day | None = Field(None, alias="变动日期")
    due: Annotated[Day | None, Ahead()] = Field(None, alias="到期")
    interest: Text | None = Field(None, alias="利率", description="没有利息的写“无息”")
    reason: Text | None = Field(None, alias="原因")
    decision: Reference | None = Field(None, alias="决策")
    contract: Reference | None = Field(None, alias="合同")


class Register(RecordBody):
    """One register over one period; money in 元, land in 亩."""

    title: Title = Field(alias="标题")
    type: Literal["资产", "资源", "债权", "债务"] = Field(alias="类型")
    period: Term = Field(alias="期间")
    items: tuple[Item, ...] = Field((), alias="明细", max_length=2_000)
    opening: Number = Field(UNWRITTEN, alias="期初合计")
    added: Number = Field(UNWRITTEN, alias="增加合计")
    removed: Number = Field(UNWRITTEN, alias="减少合计")
    closing: Annotated[Number, Expected(unless=("items",))] = Field(UNWRITTEN, alias="期末合计")


def unit_of(record: Register) -> Unit:
    """The unit of its figures: 亩 for land, else 元."""
    return "亩" if record.type == "资源" else "元"


def closing_of(record: Register) -> Decimal:
    """What it all comes to at the end; the sum of the lines where no total is written."""
    return total(one.closing for one in record.items) if record.closing is UNWRITTEN else record.closing


def _sums(record: Register) -> tuple[Sum, ...]:
    added, removed = (
        total(lines) if stated is UNWRITTEN else stated
        for lines, stated in (
            ((one.added for one in record.items if one.added is not UNWRITTEN), record.added),
            ((one.removed for one in record.items if one.removed is not UNWRITTEN), record.removed),
        )
    )
    roll = _movement("一期里的变动", (record.opening, added, removed), record.closing, ("期末合计",), unit_of(record))
    return (*roll, *_column(record, "期末"))


def line_sums(record: Register) -> Iterator[Sum]:
    """The sums of every line. They are checked, but there are too many for a page."""
    for index, item in enumerate(record.items):
        figures = (item.opening, item.added, item.removed)
        yield from _movement(f"“{item.name}”的变动", figures, item.closing, ("明细", index, "期末"), unit_of(record))
    for name in ("期初", "增加", "减少"):
        yield from _column(record, name)


def _movement(
    title: str, figures: tuple[Decimal, Decimal, Decimal], closing: Decimal, at: tuple[Key, ...], unit: Unit
) -> Iterator[Sum]:
    """From the beginning to the end. Where both are written, what was not written of the change did not change."""
    opening, added, removed = figures
    if opening is not UNWRITTEN and closing is not UNWRITTEN:
        terms = if_written(Addend("期初", opening), Addend("增加", added), Addend("减少", removed, minus=True))
        yield Sum(title, terms, str(at[-1]), closing, at, unit)


def _opening(item: Item) -> Decimal:
    """Nothing, for what came in the period: it has no beginning."""
    is_new = item.added is not UNWRITTEN and item.closing is not UNWRITTEN
    if (
        item.opening is UNWRITTEN
        and is_new
        and total((item.added, -item.removed if item.removed is not UNWRITTEN else None)) == item.closing
    ):
        return ZERO
    return item.opening


def _column(record: Register, name: Column) -> Iterator[Sum]:
    figures, stated = {
        "期初": ((_opening(one) for one in record.items), record.opening),
        "增加": ((one.added for one in record.items if one.added is not UNWRITTEN), record.added),
        "减少": ((one.removed for one in record.items if one.removed is not UNWRITTEN), record.removed),
        "期末": ((one.closing for one in record.items), record.closing),
    }[name]
    if record.items and stated is not UNWRITTEN:
        items = Addend(f"各项{name}相加", total(figures))
        yield Sum(f"各项{name}加起来", (items,), f"{name}合计", stated, (f"{name}合计",), unit_of(record))


SAMPLE = """\
标题: 2026年上半年固定资产台账
类型: 资产
期间: 2026-01-01至2026-06-30
明细:
  - {名称: 村委会办公楼, 类别: 房屋, 期初: "620000.00", 期末: "620000.00"}
  - {名称: 农产品冷库, 类别: 设备, 期初: "180000.00", 增加: "60000.00", 期末: "240000.00", 变动日期: 2026-05-12, 原因: 加装一台制冷机}
期初合计: "800000.00"
增加合计: "60000.00"
减少合计: "0.00"
期末合计: "860000.00"
公开:
  公开日期: 2026-07-10
  至: 2026-07-30
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-07-09
      意见: 同意公开
"""

KIND = Kind(
    folder="registers",
    name="资产债务台账",
    model=Register,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.period.end,
    brief=lambda record: f"{record.type}{len(record.items)}项，期末{with_unit(closing_of(record), unit_of(record))}",
    sample=SAMPLE,
    sums=_sums,
)
