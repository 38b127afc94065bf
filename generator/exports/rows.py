"""Plain records → the rows of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from generator.exports.json_values import shown
from generator.records.flat import AS_WRITTEN, JOINT, RECORD, Column, Shape, common_shapes, shapes
from generator.records.kinds import KINDS
from generator.records.tables import Table
from generator.site.model import Entry

Row = list[Any]
"""Texts and whole numbers; an empty text where there is nothing."""
Plain = Mapping[str, Any]
Run = tuple[tuple[str, ...], tuple[str, ...]]
"""Neighbouring columns that stand in the same part: the keys that lead to it, and their own."""
_NOTHING: Plain = {}


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows."""

    shape: Shape
    rows: Sequence[Row]


def filled(entries: Sequence[Entry], records: Sequence[Plain]) -> tuple[Filled, ...]:
    """Every table that has a row; records in the order given.

    Args:
        records: the entries as plain values, one each.
    """
    pairs = list(zip(entries, records, strict=True))
    tables = []
    for kind in KINDS:
        own = [pair for pair in pairs if pair[0].kind is kind]
        if own:
            record, *lists = shapes(kind)
            tables.append(Filled(record, [_record_row(record, plain) for _, plain in own]))
            tables += [_filled_list(shape, own) for shape in lists]
    tables += [_filled_list(shape, pairs) for shape in common_shapes()]
    return tuple(table for table in tables if table.rows)


def _record_row(shape: Shape, record: Plain) -> Row:
    row = [record.get(column.name, "") for column in RECORD[:-1]]
    row.append("；".join(note["说明"] for note in record["需要说明的地方"]))
    return _own_cells(shape, record, row)


def _filled_list(shape: Shape, pairs: Iterable[tuple[Entry, Plain]]) -> Filled:
    rows: list[Row] = []
    for entry, record in pairs:
        whose = [record["网址"], record["标题"]]
        if shape.is_long:
            rows += [whose + cells for cells in _cells(_tables(shape, entry))]
        else:
            for number, owner, item in _items(shape, record):
                lead = [*whose, owner, number] if shape.is_nested else [*whose, number]
                rows.append(_own_cells(shape, item, lead))
    return Filled(shape, rows)


def _items(shape: Shape, record: Plain) -> list[tuple[int, int, Plain]]:
    """What makes a row: its number in the record, the number of the row it belongs to, its values."""
    level = [(0, 0, record)]
    for step in shape.route:
        found: list[tuple[int, int, Plain]] = []
        for number, owner, item in level:
            value = item.get(step.name)
            if value is None:
                continue
            if step.many:
                found += [(len(found) + at, number, one) for at, one in enumerate(value, 1)]
            else:
                found.append((number, owner, value))
        level = found
    return level


def _tables(shape: Shape, entry: Entry) -> list[Table]:
    level = [entry.lasting]
    for step in shape.route:
        values = [getattr(item, step.attribute) for item in level]
        level = [one for value in values if value is not None for one in (value if step.many else (value,))]
    return level


def _cells(tables: Iterable[Table]) -> Iterator[Row]:
    for place, table in enumerate(map(shown, tables), 1):
        parts = {number for number, row in enumerate(table.rows, 1) if table.is_part(row)}
        for number, row in enumerate(table.lines, 1):
            sort = "合计" if number > len(table.rows) else "其中" if number in parts else "明细"
            for column, cell in zip(table.columns, row, strict=True):
                yield [place, table.name or "", number, sort, column.name, cell, column.unit or ""]
        if table.note:
            yield [place, table.name or "", len(table.lines) + 1, "备注", "备注", table.note, ""]


def _own_cells(shape: Shape, item: Plain, row: Row) -> Row:
    """`row` with the shape's own columns behind it."""
    for keys, names in _runs(shape):
        part = item
        for key in keys:
            part = part.get(key, _NOTHING)
        row += [part.get(name, "") for name in names] if part else [""] * len(names)
    if shape.own and shape.own[-1] is AS_WRITTEN:
        row[-1] = _as_written(shape, item)
    for index, column in _unusual(shape):
        row[index] = _in_a_cell(column, row[index])
    return row


def _as_written(shape: Shape, item: Plain) -> list[str] | str:
    """The inexact figures of a row: 金额：约820."""
    said = []
    for keys, _ in _runs(shape):
        part = item
        for key in keys:
            part = part.get(key, _NOTHING)
        written: Plain = part.get(AS_WRITTEN.name, _NOTHING)
        said += [f"{JOINT.join((*keys, name))}：{text}" for name, text in written.items()]
    return list(dict.fromkeys(said)) or ""


@cache
def _runs(shape: Shape) -> tuple[Run, ...]:
    split = [tuple(column.name.split(JOINT)) for column in shape.own]
    return tuple((keys, tuple(name[-1] for name in names)) for keys, names in groupby(split, lambda name: name[:-1]))


@cache
def _unusual(shape: Shape) -> tuple[tuple[int, Column], ...]:
    """Columns whose values are no single texts or numbers."""
    start = len(shape.lead)
    return tuple((start + at, c) for at, c in enumerate(shape.own) if c.many or c.type == "是否")


def _in_a_cell(column: Column, value: Any) -> str:
    if value == "":
        return ""
    if column.many:
        return "；".join(value)
    return "是" if value else "否"
