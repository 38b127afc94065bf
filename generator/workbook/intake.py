"""Reads a filled workbook of ours: .xlsx, .xls or .ods, saved by whatever program.

Nothing personal is kept that a number gives away: ID, mobile and card numbers are taken out of every text as it is read.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from generator.base import numbers
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, locate
from generator.rules.privacy.scan import fold
from generator.workbook.cells import text_of
from generator.workbook.filled import Cell, Filled, Row
from generator.workbook.free_tables import FIRST as FIRST_OF_TABLE
from generator.workbook.free_tables import FreeTable, has_tables, read_table, sheet_names
from generator.workbook.sheets import BASE, Column, Sheet, sheets_of

MARK = "三务公开填报表"
"""Stands in the first cell of the hidden sheet, with the address of the record behind it."""
HIDDEN = "选项"
HEAD = 3
"""Row of the headings, from 0. Above them: the title, how to fill it in, the sums."""
FIRST = HEAD + 2
"""The first row to fill in; the one above it is an example."""
LABEL, VALUE = 0, 1
"""Columns of `BASE`."""
TOTALS = re.compile(r"(?:本月|本页|本年|本期)?(?:合计|总计|小计|累计)")
_STAR = re.compile(r"[\s＊*]+$")
MAX_ROWS, MAX_BYTES = 3_000, 20_000_000
_AS_LONG = range(15, 20)
"""Digits of an ID number of either length and of a bank card."""


class NotRead(Exception):
    """The file is no workbook of ours; the message tells the clerk what it is."""


@dataclass(frozen=True, slots=True)
class Read:
    """A workbook that was read."""

    address: Address
    filled: Filled
    places: Mapping[Cell, str]
    """Where each cell stands in the file: 收支明细!F8."""
    removed: Mapping[Cell, str]
    """Cells out of which a personal number was taken, and what it was."""
    told: tuple[str, ...]
    """What was passed over."""


def read(data: bytes) -> Read:
    """Read a workbook that `disclose workbook` made.

    Raises:
        NotRead: it cannot be opened, or is another one.
    """
    book = opened(data)
    address = _address(book)
    rows: dict[str, list[Row]] = {}
    places: dict[Cell, str] = {}
    removed: dict[Cell, str] = {}
    told: list[str] = []
    visible = {one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible}
    year = int(address.name[:4]) if re.match(r"[0-9]{4}", address.name) else None
    for sheet in sheets_of(BY_FOLDER[address.kind]):
        if sheet.name not in book.sheet_names:
            told.append(f"没有“{sheet.name}”这张表，当作没有填")
            continue
        if sheet.name not in visible:
            told.append(f"“{sheet.name}”这张表是隐藏的，没有读")
            continue
        grid = grid_of(book, sheet.name)
        if sheet.is_base:
            rows[BASE] = [_base(sheet, grid, year, places, removed)]
        else:
            rows[sheet.name] = _rows(sheet, grid, year, places, removed, told)
    tables: list[FreeTable] = []
    free = sheet_names() if has_tables(BY_FOLDER[address.kind]) else ()
    for name in free:
        if name in visible and (table := read_table(name, grid_of(book, name), year)):
            tables.append(table_without_numbers(table, places, removed))
    known = {sheet.name for sheet in sheets_of(BY_FOLDER[address.kind])} | {HIDDEN, "怎么填", *free}
    told += [f"“{name}”这张表不是填报表里的，没有读" for name in book.sheet_names if name in visible - known]
    return Read(address, Filled(rows, tuple(tables)), places, removed, tuple(told))


def opened(data: bytes) -> CalamineWorkbook:
    """A workbook of any program. Raises NotRead where it cannot be opened."""
    if len(data) > MAX_BYTES:
        raise NotRead(f"文件太大，超过{MAX_BYTES // 1_000_000}MB")
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as error:  # the reader names its errors after file formats; a clerk needs one sentence
        raise NotRead("打不开：不是 Excel 文件（.xlsx、.xls、.ods），坏了，或者有密码") from error


def _address(book: CalamineWorkbook) -> Address:
    if HIDDEN not in book.sheet_names:
        raise NotRead("不是 disclose workbook 做的填报表")
    first = (grid_of(book, HIDDEN) or [[""]])[0]
    address = locate(f"{first[1]}.yml") if len(first) > 1 and first[0] == MARK else None
    if not isinstance(address, Address):
        raise NotRead("认不出是哪个地方、哪种记录的填报表：“选项”这张表改过了")
    return address


def grid_of(book: CalamineWorkbook, name: str) -> list[list[Any]]:
    """The cells of a sheet, blank ones too, by row."""
    grid: list[list[Any]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MAX_ROWS)
    return grid


def plain(heading: Any) -> str:
    """A heading without the blanks and marks that people add."""
    return re.sub(r"[\s:：*＊]", "", unicodedata.normalize("NFKC", str(heading)))


def _base(
    sheet: Sheet, grid: Sequence[Sequence[Any]], year: int | None, places: dict[Cell, str], removed: dict[Cell, str]
) -> Row:
    known = {plain(column.name): column for column in sheet.columns}
    found: dict[str, str] = {}
    for number, row in enumerate(grid[HEAD + 1 :], HEAD + 1):
        column = known.get(plain(row[LABEL])) if row else None
        if column is not None and len(row) > VALUE and column.name not in found:
            cell = (BASE, 0, column.name)
            places[cell] = f"{BASE}!B{number + 1}"
            if text := without_numbers(text_of(row[VALUE], column.field, year), cell, removed):
                found[column.name] = text
    return found


def _rows(
    sheet: Sheet,
    grid: Sequence[Sequence[Any]],
    year: int | None,
    places: dict[Cell, str],
    removed: dict[Cell, str],
    told: list[str],
) -> list[Row]:
    columns = _columns(sheet, grid[HEAD] if len(grid) > HEAD else [])
    missing = [column.name for column in sheet.columns if column not in columns.values() and column.required]
    if missing:
        raise NotRead(f"“{sheet.name}”的第{HEAD + 1}行里没有“{missing[0]}”这一列：表头改过了，重新做一份填报表")
    found: list[Row] = []
    for number, row in enumerate(grid[FIRST:], FIRST):
        texts = {
            column: (at, text)
            for at, column in columns.items()
            if at < len(row) and (text := text_of(row[at], column.field, year))
        }
        if not texts:
            continue
        if any(TOTALS.fullmatch(re.sub(r"\s", "", text)) for _, text in texts.values()):
            told.append(f"“{sheet.name}”第{number + 1}行是合计，没有当成一行")
            continue
        index = len(found)
        kept: dict[str, str] = {}
        for column, (_, text) in texts.items():
            cell = (sheet.name, index, column.name)
            kept[column.name] = without_numbers(text, cell, removed)
        for at, column in columns.items():
            places[sheet.name, index, column.name] = f"{sheet.name}!{letter(at)}{number + 1}"
        places[sheet.name, index, ""] = f"{sheet.name}!{number + 1}行"
        found.append(kept)
    return found


def _columns(sheet: Sheet, headings: Sequence[Any]) -> dict[int, Column]:
    known = {plain(column.name): column for column in sheet.columns}
    return {at: known[plain(heading)] for at, heading in enumerate(headings) if plain(heading) in known}


def without_numbers(text: str, cell: Cell, removed: dict[Cell, str]) -> str:
    """The text without personal numbers, and without any that is as long as one: nobody needs those in a cell."""
    plain_text = fold(text)
    found = [(one.start, one.end, str(one.sort)) for one in numbers.find(plain_text, cell[2])]
    known = [(start, end) for start, end, _ in found]
    for run in numbers.RUN.finditer(plain_text):
        if sum(map(str.isdecimal, run[0])) in _AS_LONG and not any(
            start < run.end() and run.start() < end for start, end in known
        ):
            found.append((run.start(), run.end(), "一长串数字"))
    if not found:
        return text
    removed[cell] = found[0][2]
    for start, end, _ in sorted(found, reverse=True):
        plain_text = f"{plain_text[:start]}***{plain_text[end:]}"
    return plain_text


def table_without_numbers(table: FreeTable, places: dict[Cell, str], removed: dict[Cell, str]) -> FreeTable:
    """A free table without personal numbers."""
    rows = []
    places[table.sheet, 0, ""] = f"{table.sheet}!B{FIRST_OF_TABLE + 1}"
    for index, row in enumerate((*table.rows, *([table.total] if table.total else []))):
        places[table.sheet, index, ""] = f"{table.sheet}!{FIRST_OF_TABLE + index + 1}行"
        texts = []
        for at, text in enumerate(row):
            cell = (table.sheet, index, table.columns[at][0])
            texts.append(without_numbers(text, cell, removed))
            places[cell] = f"{table.sheet}!{letter(at + 1)}{FIRST_OF_TABLE + index + 1}"
        rows.append(tuple(texts))
    whole = len(table.rows)
    return replace(table, rows=tuple(rows[:whole]), total=rows[whole] if table.total else ())


def letter(column: int) -> str:
    """The name of a column: 0 → A, 26 → AA.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    while column >= 0:
        name, column = chr(ord("A") + column % 26) + name, column // 26 - 1
    return name
