"""Free tables of a record: a sheet each, whose headings, types and units are typed by the clerk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from generator.records.common import Kind
from generator.records.tables import ColumnType, Table
from generator.records.walk import Field, fields
from generator.workbook.cells import plainly, text_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SHEETS, COLUMNS, ROWS = 3, 12, 60
"""How many tables there is room for, and how large they may be."""
NAME, HEADINGS, TYPES, UNITS, SUMMED, FIRST = 2, 3, 4, 5, 6, 7
"""Rows, from 0: the table's name, what its columns are, the first row."""
LABELS = {NAME: "表的名称", HEADINGS: "列名", TYPES: "类型", UNITS: "单位", SUMMED: "计入合计"}
ABOUT = ("列", "类型", "单位", "计入合计")
"""What is said of a column, in the order of the rows below `NAME`."""
TYPES_OF: tuple[str, ...] = get_args(ColumnType)
TOTAL = "合计"
TABLES = "表格"
"""What the field of free tables is called."""


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A table as it was typed."""

    sheet: str
    name: str
    columns: tuple[tuple[str, ...], ...]
    """What is said of each, as `ABOUT`; empty where it was not."""
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


def has_tables(kind: Kind[Any]) -> bool:
    """Whether a record of the kind may hold free tables of its own."""
    model: type[BaseModel] = kind.model
    return any(field.name == TABLES and field.model is Table for field in fields(model))


def sheet_names() -> tuple[str, ...]:
    """表1, 表2, 表3"""
    return tuple(f"表{number}" for number in range(1, SHEETS + 1))


def lines_of(tables: Sequence[FreeTable]) -> Iterator[tuple[str, tuple[str, int, str] | None]]:
    """The tables in YAML, each line with its cell."""
    if tables:
        yield f"{TABLES}:", None
    for table in tables:
        head = (table.sheet, 0, "")
        named = [f"名称: {plainly(table.name)}"] if table.name else []
        first = [*named, "列:"]
        yield f"  - {first[0]}", head
        yield from ((f"    {line}", head) for line in first[1:])
        for column in table.columns:
            said = zip(ABOUT, column, strict=True)
            inner = ", ".join(f"{key}: {plainly(text, flow=True)}" for key, text in said if text)
            yield f"      - {{{inner}}}", head
        yield "    行:", head
        for index, row in enumerate(table.rows):
            yield f"      - [{_cells(row)}]", (table.sheet, index, "")
        if table.total:
            yield f"    合计: [{_cells(table.total)}]", (table.sheet, len(table.rows), "")


def _cells(row: Sequence[str]) -> str:
    return ", ".join(plainly(cell, flow=True) if cell else '""' for cell in row)


def read_table(sheet: str, grid: Sequence[Sequence[Any]], year: int | None) -> FreeTable | None:
    """What was typed into the sheet of a table; None where nothing was."""

    def cell(row: int, column: int) -> Any:
        return grid[row][column] if row < len(grid) and column < len(grid[row]) else None

    words = _field("文字")
    wide = [at for at in range(1, COLUMNS + 1) if text_of(cell(HEADINGS, at), words, year)]
    if not wide:
        return None
    sorts = [text_of(cell(TYPES, at), words, year) for at in wide]
    columns = tuple(
        tuple(text_of(cell(row, at), words, year) for row in (HEADINGS, TYPES, UNITS, SUMMED)) for at in wide
    )
    rows: list[tuple[str, ...]] = []
    total: tuple[str, ...] = ()
    for number in range(FIRST, len(grid)):
        row = tuple(text_of(cell(number, at), _field(sort), year) for at, sort in zip(wide, sorts, strict=True))
        if not any(row):
            continue
        if re.fullmatch(r"合计|总计", re.sub(r"\s", "", row[0])):
            total = row
        else:
            rows.append(row)
    return FreeTable(sheet, text_of(cell(NAME, 1), words, year), columns, tuple(rows), total)


@cache
def _field(sort: str) -> Field:
    """A cell of a column of a type, as a field of a record."""
    value = {"金额": "金额", "数量": "数"}.get(sort, "文字")
    plain = next(field for field in fields(Table) if field.name == "名称")
    return Field(**{**{name: getattr(plain, name) for name in plain.__slots__}, "value": value})


def tables_in(root: Mapping[str, Any]) -> tuple[FreeTable, ...]:
    """The tables of a record as it is written."""
    found = root.get(TABLES)
    some = found if isinstance(found, list) else []
    return tuple(
        FreeTable(
            sheet,
            str(one.get("名称", "")),
            tuple(tuple(str(column.get(name, "")) for name in ABOUT) for column in one.get("列", ())),
            tuple(tuple(map(str, row)) for row in one.get("行", ())),
            tuple(map(str, one.get(TOTAL, ()))),
        )
        for sheet, one in zip(sheet_names(), some, strict=False)
        if isinstance(one, Mapping)
    )


def write_sheet(
    page: Worksheet, title: str, table: FreeTable | None, notes: Mapping[int, str], looks: Mapping[str, Format]
) -> None:
    """An empty sheet for a table, or one with a table in it.

    Args:
        notes: what is wrong with a row, by its number from 0; the table as a whole is told at its first.
    """
    page.write_string(0, 0, title, looks["title"])
    page.write_string(
        1, 0, "没有表就空着。先写列名，再选类型、写单位；最后一行第一格写“合计”的，就是合计。", looks["small"]
    )
    page.set_column(0, 0, 10)
    page.set_column(1, COLUMNS, 15)
    for row, label in LABELS.items():
        page.write_string(row, 0, label, looks["head"])
    lines = [*table.rows, *([table.total] if table.total else [])] if table else []
    for row in range(FIRST, FIRST + ROWS):
        page.write_number(row, 0, row - FIRST + 1, looks["small"])
    for at in range(1, COLUMNS + 1):
        column = table.columns[at - 1] if table and at <= len(table.columns) else ("",) * len(ABOUT)
        for row, text in enumerate(column, HEADINGS):
            _put(page, row, at, text, looks["head_input"])
        for row in range(FIRST, FIRST + ROWS):
            index = row - FIRST
            text = (
                lines[index][at - 1] if index < len(lines) and at <= len(column) and at - 1 < len(lines[index]) else ""
            )
            wrong = index in notes and at == 1
            _put(page, row, at, text, looks["wrong" if wrong else "input"])
            if wrong:
                page.write_comment(row, at, notes[index], {"x_scale": 2.4, "y_scale": 1.6})
    _put(page, NAME, 1, table.name if table else "", looks["head_input"])
    page.data_validation(TYPES, 1, TYPES, COLUMNS, {"validate": "list", "source": list(TYPES_OF)})
    page.data_validation(SUMMED, 1, SUMMED, COLUMNS, {"validate": "list", "source": ["是", "否"]})


def _put(page: Worksheet, row: int, at: int, text: str, look: Format) -> None:
    if re.fullmatch(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]+)?", text):
        page.write_number(row, at, float(text), look)
    elif text:
        page.write_string(row, at, text, look)
    else:
        page.write_blank(row, at, None, look)
