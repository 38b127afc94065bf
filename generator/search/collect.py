"""A published record → what the search knows of it: every text, amount and day that stands on its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from pydantic import BaseModel

from generator.base.dates import Period, day_long
from generator.base.money import yuan
from generator.records.marks import Headline, Internal, Unsearched
from generator.records.tables import Table
from generator.records.walk import Field, Found, walk
from generator.search.documents import SearchDocument
from generator.site.model import Entry, PlaceSite, TownshipSite


def search_documents(township: TownshipSite, place: PlaceSite) -> Iterator[SearchDocument]:
    """Every published record of a place. Withheld records never enter."""
    for entry in place.entries:
        yield _document(township, place, entry)


def _document(township: TownshipSite, place: PlaceSite, entry: Entry) -> SearchDocument:
    lines, amounts = words_of(entry.lasting)
    return SearchDocument(
        url=entry.url,
        title=entry.title,
        day=entry.published,
        township=township.slug,
        township_name=township.name,
        village=place.place.village,
        village_name=place.name if place.place.village else None,
        kind=entry.address.kind,
        kind_name=entry.kind.name,
        board=entry.board.value,
        text="\n".join(lines),
        amounts=tuple(amounts),
    )


def words_of(body: BaseModel) -> tuple[list[str], list[Decimal]]:
    """What a record says, a line for each part of it and for each row of a table; and its amounts in 元."""
    lines: list[str] = []
    amounts: list[Decimal] = []
    for _, values in groupby(walk(body, _is_searched), lambda found: id(found.part)):
        own: list[str] = []
        tables: list[Table] = []
        for found in values:
            if isinstance(found.value, Table):
                tables.append(found.value)
                continue
            own.append(_said(found))
            if isinstance(found.value, Decimal):
                amounts.append(found.value)
        if own:
            lines.append(" ".join(own))
        for table in tables:
            lines += _rows(table)
            amounts += _amounts(table)
    return lines, amounts


def _is_searched(field: Field) -> bool:
    """Words, figures and days that stand on the page; whether something is so (是, 否) nobody looks for."""
    if field.has(Headline, Internal, Unsearched):
        return False
    return field.model is Table if field.model else field.value not in ("网址", "是否")


def _said(found: Found) -> str:
    match found.value:
        case int():
            return f"{found.field.name}{found.value}"
        case Decimal():
            return yuan(found.value)
        case Period():
            return found.value.label
        case date():
            return day_long(found.value)
        case _:
            return str(found.value)


def _rows(table: Table) -> Iterator[str]:
    yield " ".join(text for text in (table.name, *(column.name for column in table.columns)) if text)
    for row in table.lines:
        yield " ".join(cell for cell in row if cell)
    if table.note:
        yield table.note


def _amounts(table: Table) -> Iterator[Decimal]:
    for row in table.lines:
        for index, column in enumerate(table.columns):
            if column.type == "金额" and column.unit in (None, "元"):
                value = table.number(row, index)
                if value is not None:
                    yield value
