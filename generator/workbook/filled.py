"""What was typed into a workbook: texts by sheet, row and column, and the record that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.records.common import Kind
from generator.records.tables import Table
from generator.workbook.cells import written
from generator.workbook.free_tables import TABLES, FreeTable, lines_of
from generator.workbook.sheets import BASE, ordered, sheets_of

Row = Mapping[str, str]
"""Name of a column → text. What is empty is not there."""
Cell = tuple[str, int, str]
"""Sheet, row (0 for `BASE`), name of the column; an empty name for the row as a whole."""
_Line = tuple[str, Cell | None]


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook as it was filled in."""

    rows: Mapping[str, Sequence[Row]]
    """By sheet. `BASE` has one row."""
    tables: tuple[FreeTable, ...] = ()
    """Of kinds that may hold tables of any shape."""

    @property
    def base(self) -> Row:
        """The single values of the record."""
        return next(iter(self.rows.get(BASE, ())), {})


@dataclass(frozen=True, slots=True)
class Yaml:
    """A record as text, and the cell that each line comes from."""

    text: str
    cells: Mapping[int, Cell]
    """Number of a line, from 1."""


def as_yaml(kind: Kind[Any], filled: Filled) -> Yaml:
    """The record in the order of its model, a value a line, as a careful hand would type it."""
    lists = {sheet.route: sheet.name for sheet in sheets_of(kind) if not sheet.is_base}
    lines = list(_part(kind.model, (), filled, lists, ""))
    cells = {number: cell for number, (_, cell) in enumerate(lines, 1) if cell is not None}
    return Yaml("".join(f"{line}\n" for line, _ in lines), cells)


def _part(
    model: type[BaseModel],
    route: tuple[str, ...],
    filled: Filled,
    lists: Mapping[tuple[str, ...], str],
    indent: str,
) -> Iterator[_Line]:
    """The record, or a single part of it: its values are lines of `BASE`, its lists have sheets of their own."""
    for field in ordered(model):
        at = (*route, field.name)
        if field.model is None:
            if text := filled.base.get("/".join(at)):
                yield f"{indent}{field.name}: {written(text, field)}", (BASE, 0, "/".join(at))
        elif at == (TABLES,) and field.model is Table:
            yield from lines_of(filled.tables)
        elif at in lists:
            for index, row in enumerate(filled.rows.get(lists[at], ())):
                if not index:
                    yield f"{indent}{field.name}:", None
                yield from _dashed(_row(field.model, (), row, lists[at], index, f"{indent}    "), f"{indent}  ")
        elif not field.many and (inner := list(_part(field.model, at, filled, lists, f"{indent}  "))):
            yield f"{indent}{field.name}:", None
            yield from inner


def _row(
    model: type[BaseModel], route: tuple[str, ...], row: Row, sheet: str, index: int, indent: str
) -> Iterator[_Line]:
    for field in ordered(model):
        name = "/".join((*route, field.name))
        if field.model is None:
            if text := row.get(name):
                yield f"{indent}{field.name}: {written(text, field)}", (sheet, index, name)
        elif not field.many and (
            inner := list(_row(field.model, (*route, field.name), row, sheet, index, f"{indent}  "))
        ):
            yield f"{indent}{field.name}:", (sheet, index, "")
            yield from inner


def _dashed(lines: Iterator[_Line], indent: str) -> Iterator[_Line]:
    """The lines of an item, the first one behind a dash."""
    for number, (line, cell) in enumerate(lines):
        yield (line if number else f"{indent}- {line.lstrip()}"), cell
