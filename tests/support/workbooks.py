"""Types into a workbook as a clerk would, and what a record is as a filled workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.records.common import Kind
from generator.source.document import parse
from generator.workbook import free_tables
from generator.workbook.filled import Filled
from generator.workbook.free_tables import has_tables, tables_in
from generator.workbook.intake import FIRST, HEAD
from generator.workbook.sheets import BASE, Sheet, sheets_of


def root_of(text: str) -> Mapping[str, Any]:
    document = parse("x.yml", text.encode()).document
    assert document is not None
    return document.root


def filled_of(kind: Kind[Any], root: Mapping[str, Any]) -> Filled:
    """What of a record there is room for in a workbook."""
    rows: dict[str, list[dict[str, str]]] = {}
    for sheet in sheets_of(kind):
        items = [root] if sheet.is_base else inside(root, sheet.route) or []
        rows[sheet.name] = [texts(sheet, item) for item in items]
    return Filled(rows, tables_in(root) if has_tables(kind) else ())


def texts(sheet: Sheet, item: Any) -> dict[str, str]:
    found = {column.name: inside(item, column.route) for column in sheet.columns}
    joined = {name: "、".join(value) if isinstance(value, list) else value for name, value in found.items()}
    return {name: value for name, value in joined.items() if value}


def inside(part: Any, route: tuple[str, ...]) -> Any:
    for name in route:
        part = part.get(name) if isinstance(part, Mapping) else None
    return part


def typed(data: bytes, filled: Filled) -> openpyxl.Workbook:
    """The workbook with all of it typed in: figures and days as such, in the cells that may be changed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, rows in filled.rows.items():
        page = book[name]
        if name == BASE:
            for number in range(HEAD + 2, page.max_row + 1):
                put(page, number, 2, rows[0].get(str(page.cell(number, 1).value), ""))
            continue
        at = columns(page)
        for line in page.iter_rows(min_row=FIRST + 1):
            for cell in line:
                if not cell.protection.locked:
                    cell.value = None
        for number, row in enumerate(rows, FIRST + 1):
            for column, text in row.items():
                put(page, number, at[column], text)
    for table in filled.tables:
        page = book[table.sheet]
        put(page, free_tables.NAME + 1, 2, table.name)
        for across, about in enumerate(table.columns, 2):
            for down, text in enumerate(about, free_tables.HEADINGS + 1):
                put(page, down, across, text)
        for down, cells in enumerate((*table.rows, *([table.total] if table.total else [])), free_tables.FIRST + 1):
            for across, text in enumerate(cells, 2):
                put(page, down, across, text)
    return book


def columns(page: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in page[HEAD + 1] if cell.value}


def put(page: Worksheet, row: int, column: int, text: str) -> None:
    """As Excel takes what is typed: a figure and a day where the cell is for one."""
    cell = page.cell(row, column)
    value: str | float | date = text
    if cell.number_format in ("#,##0.00", "General"):
        try:
            value = float(text)
        except ValueError:
            value = text
    elif cell.number_format == "yyyy-mm-dd" and text:
        value = datetime.strptime(text, "%Y-%m-%d")
    cell.value = value or None if value == "" else value


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def row_of(page: Worksheet, words: str) -> int:
    """The row in which something stands."""
    rows = enumerate(page.iter_rows(min_row=FIRST + 1, values_only=True), FIRST + 1)
    return next(number for number, row in rows if any(words in str(value or "") for value in row))
