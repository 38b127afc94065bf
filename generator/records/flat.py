"""Records laid flat: which tables a kind of record fills, and their columns. All of it follows from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.records.common import Board, Kind, RecordBody
from generator.records.tables import Table
from generator.records.walk import Field, ValueType, shown_fields

JOINT = "/"
"""Between the names of a field and of the part it stands in: 公开/公开日期, as `disclose check` prints it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ValueType
    required: bool = False
    choices: tuple[str, ...] = ()
    meaning: str = ""
    many: bool = False
    """Several values in a cell, with ； between them."""

    @property
    def unit(self) -> str:
        return "元" if self.type == "金额" else ""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A table without its rows. There is one object for each, so it is its own identity."""

    name: str
    """`finance-entries`: of its file, and of its resource in a data package."""
    title: str
    """财务收支·收支明细"""
    lead: tuple[Column, ...]
    """What says which record a row belongs to."""
    own: tuple[Column, ...]
    route: tuple[Field, ...] = ()
    """From the record to what makes a row; empty where the record itself does."""
    of: str = ""
    """The table whose 网址 this one's 记录网址 stands for."""

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.lead + self.own

    @property
    def is_long(self) -> bool:
        """One row for each cell of the tables inside notices and decisions, each of which has columns of its own."""
        return bool(self.route) and self.route[-1].model is Table

    @property
    def is_nested(self) -> bool:
        """Its rows belong to rows of another table."""
        return _depth(self.route) > 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """The tables that are explained together."""

    slug: str
    name: str
    shapes: tuple[Shape, ...]


RECORD = (
    Column("网址", "网址", required=True, meaning="这份记录的页面，一直不变"),
    Column("标题", "文字", required=True),
    Column("概要", "文字", meaning="列表里标题下面的一句话"),
    Column("栏目", "文字", required=True, choices=tuple(board.value for board in Board)),
    Column("版本", "整数", required=True, meaning="第几次公开；更正一次加一"),
    Column("校验码", "文字", meaning="公开内容摘要的前8位，和页脚上的一样；正式公开以后才有"),
    Column("需要说明的地方", "文字", many=True, meaning="页面上“需要说明的地方”的话"),
)
"""What is known of every published record beside its own fields."""

ROW = (
    Column("记录网址", "网址", required=True, meaning="属于哪一份记录"),
    Column("记录标题", "文字", required=True),
    Column("所属行号", "整数", required=True, meaning="属于上一级表的哪一行；只有分两级的表有"),
    Column("行号", "整数", required=True, meaning="在这份记录里从1数起"),
)
"""What stands in front of the rows of a list inside records."""
_CELL = (
    Column("表号", "整数", required=True, meaning="这份记录的第几张表"),
    Column("表名", "文字"),
    Column("行号", "整数", required=True, meaning="在这张表里从1数起，合计也算一行"),
    Column("行类", "文字", required=True, choices=("明细", "其中", "合计", "备注"), meaning="“其中”是上一行的一部分"),
    Column("列", "文字", required=True),
    Column("值", "文字"),
    Column("单位", "文字"),
)
"""The long form of a table with columns of its own: a row for each cell."""

AS_WRITTEN = Column("写法", "文字", many=True, meaning="不准的数原来怎么写：约820、不详；不详的数，那一格空着")
"""Behind the columns of every table that has figures."""
_FIGURES: tuple[ValueType, ...] = ("金额", "数", "整数", "比例")


@cache
def shapes(kind: Kind[Any]) -> tuple[Shape, ...]:
    """The tables that only this kind fills; its records first."""
    taken = {column.name for column in RECORD}
    model: type[RecordBody] = kind.model
    columns = tuple(column for column in _columns(model) if column.name not in taken)
    own = tuple(field for field in shown_fields(model) if not field.inherited)
    return (Shape(kind.folder, kind.name, RECORD, _with_written(columns)), *_lists(own, kind.folder, kind.name))


@cache
def common_shapes() -> tuple[Shape, ...]:
    """The tables that records of all kinds fill: who reviewed them."""
    return tuple(_lists(shown_fields(RecordBody), "", "各种记录"))


def common_columns() -> tuple[Column, ...]:
    """The columns that the records of every kind have."""
    return (*RECORD, *_columns(RecordBody))


def _with_written(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return (*columns, AS_WRITTEN) if any(column.type in _FIGURES for column in columns) else columns


def _columns(model: type[BaseModel], before: str = "", required: bool = True) -> Iterator[Column]:
    """The single values of a model and of the single parts inside it."""
    for field in shown_fields(model):
        must = required and field.required
        if field.model is None:
            yield Column(
                before + field.name, field.value, must and not field.many, field.choices, field.meaning, field.many
            )
        elif not field.many:
            yield from _columns(field.model, before + field.name + JOINT, must)


def _lists(some: tuple[Field, ...], folder: str, title: str, route: tuple[Field, ...] = ()) -> Iterator[Shape]:
    """A table for each list of parts, also for lists inside parts."""
    for field in some:
        if field.model is None:
            continue
        way = (*route, field)
        if field.many:
            steps = (folder or "records", *(step.attribute.replace("_", "-") for step in way))
            name, words = "-".join(steps), "·".join((title, *(step.name for step in way)))
            if field.model is Table:
                yield Shape(name, words, ROW[:2], _CELL, way, folder)
            else:
                lead = ROW if _depth(way) > 1 else (*ROW[:2], ROW[3])
                yield Shape(name, words, lead, _with_written(tuple(_columns(field.model))), way, folder)
        if field.model is not Table:
            yield from _lists(shown_fields(field.model), folder, title, way)


def _depth(route: tuple[Field, ...]) -> int:
    return sum(field.many for field in route)
