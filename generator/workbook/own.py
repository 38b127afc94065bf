"""A clerk's own sheet: its columns are matched by what their headings say, and never by a guess.

A heading counts where it is the name of a field, or where 列对应 of the profile says which it is. For the others the likely
field is named, so that the clerk can write it down. Columns with personal numbers are left behind as the sheet is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from generator.base import numbers
from generator.base.suggest import closest
from generator.records.common import Kind
from generator.records.places import UNWANTED
from generator.rules.privacy.scan import fold
from generator.workbook.cells import text_of
from generator.workbook.filled import Cell, Row
from generator.workbook.intake import TOTALS, NotRead, grid_of, opened, plain, without_numbers
from generator.workbook.sheets import Column, Sheet, sheets_of

SEARCHED = 12
"""Rows from the top in which the headings may stand."""
FEWEST = 2
"""Headings that must be known or likely, else it is no list of that kind."""
_PERSONAL = re.compile(r"身份证|证件号|证号|卡号|账号|手机|电话|联系方式|住址|地址|签名|签字|指印")
_UNIT = re.compile(r"[（(]?(?:单位[:：]?)?(?P<unit>万?元)[)）]?$")
_NUMBER = re.compile(r"序号|编号|行次|№|No\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the clerk's sheet."""

    heading: str
    at: int
    column: Column | None
    """The field that it is; None where nobody said."""
    likely: str = ""
    """The field that it may be."""
    why_not: str = ""
    """Why it is left behind: 身份证号, 不要 …"""
    is_in_wan: bool = False
    """Amounts stand in 万元."""


@dataclass(frozen=True, slots=True)
class Own:
    """A sheet that was read."""

    page: str
    """Its name in the file."""
    sheet: Sheet
    """The list of the record that it is."""
    matches: tuple[Match, ...]
    rows: tuple[Row, ...]
    removed: Mapping[Cell, str]
    told: tuple[str, ...]

    @property
    def unsure(self) -> tuple[Match, ...]:
        """Columns of which somebody has to say what they are."""
        return tuple(one for one in self.matches if one.likely)


def read_own(data: bytes, kind: Kind[Any], said: Mapping[str, str], year: int | None) -> Own:
    """Read the sheet of a file that is most like a list of a kind of record.

    Args:
        said: heading → field, from 列对应.
        year: of the record.

    Raises:
        NotRead: it cannot be opened, or no sheet is like such a list.
    """
    book = opened(data)
    visible = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
    best: tuple[int, str, Sheet, int, list[Match]] | None = None
    for name in visible:
        grid = grid_of(book, name)
        for sheet in sheets_of(kind):
            if sheet.is_base:
                continue
            for number, row in enumerate(grid[:SEARCHED]):
                matches = _matched(row, sheet, said)
                count = sum(one.column is not None or bool(one.likely) for one in matches)
                if count >= FEWEST and (best is None or count > best[0]):
                    best = (count, name, sheet, number, matches)
    if best is None:
        seen = "、".join(dict.fromkeys(text for name in visible for text in _texts(grid_of(book, name))))
        raise NotRead(f"没有找到{kind.name}的表头。看到的是：{seen[:200]}")
    _, name, sheet, head, matches = best
    return _read(book, name, sheet, head, matches, year)


def _matched(row: Sequence[Any], sheet: Sheet, said: Mapping[str, str]) -> list[Match]:
    known = {plain(column.name): column for column in sheet.columns}
    told = {plain(heading): field for heading, field in said.items()}
    found: list[Match] = []
    taken: set[str] = set()
    for at, cell in enumerate(row):
        heading = plain(cell) if isinstance(cell, str) else ""
        if not heading:
            continue
        unit = _UNIT.search(heading)
        bare = heading[: unit.start()] if unit and unit.start() else heading
        field = told.get(heading, told.get(bare, bare))
        column = known.get(plain(field))
        if field == UNWANTED or _NUMBER.fullmatch(bare):
            found.append(Match(heading, at, None, why_not=UNWANTED))
        elif _PERSONAL.search(heading) and column is None:
            found.append(Match(heading, at, None, why_not="里面是个人信息"))
        elif column is not None and column.name not in taken:
            taken.add(column.name)
            found.append(Match(heading, at, column, is_in_wan=bool(unit and unit["unit"] == "万元")))
        else:
            found.append(Match(heading, at, None, likely=_likely(bare, sheet)))
    return found


def _likely(heading: str, sheet: Sheet) -> str:
    names = [column.name for column in sheet.columns]
    other = next((name for name in names if heading in _called().get(name, ())), "")
    return other or closest(heading, names) or ""


@cache
def _called() -> Mapping[str, Sequence[str]]:
    text = resources.files(__package__).joinpath("headings.yml").read_text(encoding="utf-8")
    found: Mapping[str, Sequence[str]] = yaml.safe_load(text)
    return found


def _read(
    book: CalamineWorkbook, name: str, sheet: Sheet, head: int, matches: Sequence[Match], year: int | None
) -> Own:
    grid = _spread(book, name)
    below = grid[head + 1 :]
    matches = [_without_numbers(one, below) for one in matches]
    rows: list[Row] = []
    removed: dict[Cell, str] = {}
    told: list[str] = []
    own = [one for one in matches if one.column is not None]
    for number, row in enumerate(below, head + 2):
        texts = {
            one: text for one in own if one.at < len(row) and one.column and (text := _text(row[one.at], one, year))
        }
        said = [plain(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        if any(TOTALS.fullmatch(text) for text in said):
            told.append(f"第{number}行是合计，没有当成一行")
        elif len(texts) == 1 and len(own) > FEWEST:
            told.append(f"第{number}行只有一格有字，没有当成一行")
        elif texts:
            index = len(rows)
            rows.append(
                {
                    one.column.name: without_numbers(text, (sheet.name, index, one.column.name), removed)
                    for one, text in texts.items()
                    if one.column
                }
            )
    return Own(name, sheet, tuple(matches), tuple(rows), removed, tuple(told))


def _text(value: Any, match: Match, year: int | None) -> str:
    assert match.column is not None
    text = text_of(value, match.column.field, year)
    if match.is_in_wan and re.fullmatch(r"-?[0-9.]+", text):
        return f"{Decimal(text) * 10_000:.2f}"
    return text


def _without_numbers(match: Match, rows: Sequence[Sequence[Any]]) -> Match:
    """A column of which every other cell is a personal number is one of such numbers, whatever its heading says."""
    cells = [row[match.at] for row in rows if match.at < len(row) and row[match.at] not in (None, "")]
    texts = [_said(cell) for cell in cells if not isinstance(cell, datetime | date)]
    sorts = [str(found[0].sort) for text in texts if (found := list(numbers.find(fold(text), match.heading)))]
    if sorts and len(sorts) * 2 >= len(cells):
        return Match(match.heading, match.at, None, why_not=f"里面是{sorts[0]}")
    return match


def _said(cell: Any) -> str:
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)


def _spread(book: CalamineWorkbook, name: str) -> list[list[Any]]:
    """The cells of a sheet; what stands in merged cells stands in each of them, down a column."""
    page = book.get_sheet_by_name(name)
    grid = grid_of(book, name)
    for (top, left), (bottom, right) in page.merged_cell_ranges or ():
        if left == right:
            for row in range(top + 1, min(bottom + 1, len(grid))):
                if left < len(grid[row]):
                    grid[row][left] = grid[top][left]
    return grid


def _texts(grid: Sequence[Sequence[Any]]) -> list[str]:
    return [plain(cell) for row in grid[:SEARCHED] for cell in row if isinstance(cell, str) and cell.strip()]
