"""Tables → one Excel workbook: real numbers and days, everything else as text, so nothing is guessed and nothing runs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from generator.exports.rows import Filled
from generator.records.flat import Column
from generator.records.licences import Licence

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_SHEET_NAME = 31
_EPOCH = date(1899, 12, 30).toordinal()
"""Excel's day 0."""


def workbook(title: str, source: str, day: date, licence: Licence, tables: Sequence[Filled]) -> bytes:
    """A workbook with a sheet for each table and one in front that says what it is.

    Args:
        source: the address of the page that shows the same.
        day: of the newest publication; the only date in the file's properties, so that the bytes never change by themselves.
    """
    from xlsxwriter import Workbook  # only here: most builds make no workbook

    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    bold = book.add_format({"bold": True})
    looks = {
        "金额": book.add_format({"num_format": "#,##0.00"}),
        "日期": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    front = book.add_worksheet("说明")
    front.set_column(0, 0, 60)
    said = (title, f"来源：{source}", f"更新到：{day.isoformat()}", "金额单位：元", f"使用许可：{licence.title}")
    for row, line in enumerate(said):
        front.write_string(row, 0, line, None if row else bold)
    for table in tables:
        _fill(book.add_worksheet(table.shape.title[:_SHEET_NAME]), table, bold, looks)
    book.close()
    return data.getvalue()


def _fill(sheet: Worksheet, table: Filled, bold: Format, looks: dict[str, Format]) -> None:
    sheet.freeze_panes(1, 0)
    columns = table.shape.columns
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column.name, bold)
        rows = [(at, row[index]) for at, row in enumerate(table.rows, 1) if row[index] != ""]
        if column.type in ("金额", "数", "比例", "整数", "日期") and not column.many:
            for at, cell in rows:
                sheet.write_number(at, index, _number(column, cell), looks.get(column.type))
        else:
            for at, cell in rows:
                sheet.write_string(at, index, cell)


def _number(column: Column, cell: Any) -> float:
    return date.fromisoformat(cell).toordinal() - _EPOCH if column.type == "日期" else float(cell)
