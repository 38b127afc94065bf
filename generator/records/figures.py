"""Which of a record's values may not change silently once it is public: all figures and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from generator.base.dates import Period
from generator.records.marks import Expires
from generator.records.tables import Table
from generator.records.walk import Field, Route, walk


def figures(body: BaseModel) -> dict[str, str]:
    """Field path → value as text: every amount, count and day, a row of a list in one line."""
    lines: dict[str, list[str]] = {}
    for found in walk(body, _is_figure):
        if isinstance(found.value, Table):
            lines |= {path: [text] for path, text in rows_of(found.route, found.value)}
        else:
            lines.setdefault(_path(found.route), []).append(_text(found.value))
    return {path: " | ".join(texts) for path, texts in lines.items()}


def rows_of(route: Route, table: Table) -> Iterator[tuple[str, str]]:
    """The rows of a table, each with its path: 表格/第三季度慰问/第1行.

    Args:
        route: of the table, its place in the list of tables at the end.
    """
    *names, number = route
    where = table.name or (f"表{number + 1}" if isinstance(number, int) else number)
    for index, row in enumerate(table.lines, 1):
        label = "合计" if index > len(table.rows) else f"第{index}行"
        yield "/".join((*map(str, names), where, label)), " | ".join(row)


def _is_figure(field: Field) -> bool:
    """A bare list of days is none: it grows, and nobody corrects anything by that. A list that expires goes without a word."""
    if field.has(Expires):
        return False
    if field.model is not None:
        return field.model is Table
    return not field.many and field.value in ("金额", "数", "整数", "日期", "期间")


def _path(route: Route) -> str:
    """Up to the row of the outermost list: 明细/第2行."""
    place = next((at for at, key in enumerate(route) if isinstance(key, int)), len(route))
    names = "/".join(map(str, route[:place]))
    return f"{names}/第{int(route[place]) + 1}行" if place < len(route) else names


def _text(value: Decimal | int | date | Period) -> str:
    match value:
        case date():
            return value.isoformat()
        case Period():
            return value.code
        case _:
            return str(value)
