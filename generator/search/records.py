"""A published record → what the search knows of it: every text, amount and day that stands on its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from generator.base.dates import Period, day_long
from generator.base.money import yuan
from generator.records.tables import Table
from generator.search.documents import SearchDocument
from generator.site.model import Entry, PlaceSite, TownshipSite

UNSEEN = frozenset(
    {
        "渠道",
        "按什么算到会",
        "附件",
        "相关",
        "决策",
        "授权",
        "更正的记录",
        "记录",
        "范围",
        "sha256",
        "标题",
        "户名",
        "种类",
        "对方类别",
    }
)
"""Keys whose values are no words of the page: references, files, classifications."""


def search_documents(township: TownshipSite, place: PlaceSite) -> Iterator[SearchDocument]:
    """Every published record of a place. Withheld records never enter."""
    for entry in place.entries:
        yield _document(township, place, entry)


def _document(township: TownshipSite, place: PlaceSite, entry: Entry) -> SearchDocument:
    lines: list[str] = []
    amounts: list[Decimal] = []
    _collect(entry.lasting, lines, amounts)
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


def _collect(model: BaseModel, lines: list[str], amounts: list[Decimal]) -> None:
    """One line for the model's own values, then those of its parts."""
    own: list[str] = []
    parts: list[BaseModel] = []
    for name, field in type(model).model_fields.items():
        label = field.alias or name
        if label in UNSEEN:
            continue
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                parts.append(item)
            elif (said := _said(label, item)) is not None:
                own.append(said)
                if isinstance(item, Decimal):
                    amounts.append(item)
    if own:
        lines.append(" ".join(own))
    for part in parts:
        if isinstance(part, Table):
            _table(part, lines, amounts)
        else:
            _collect(part, lines, amounts)


def _said(label: str, value: object) -> str | None:
    match value:
        case bool() | None:
            return None
        case str():
            return value
        case int():
            return f"{label}{value}"
        case Decimal():
            return yuan(value)
        case Period():
            return value.label
        case date():
            return day_long(value)
        case _:
            return None


def _table(table: Table, lines: list[str], amounts: list[Decimal]) -> None:
    lines.append(" ".join(text for text in (table.name, *(column.name for column in table.columns)) if text))
    for row in (*table.rows, *((table.total,) if table.total else ())):
        lines.append(" ".join(cell for cell in row if cell))
        for index, column in enumerate(table.columns):
            if column.type == "金额" and column.unit in (None, "元"):
                value = table.number(row, index)
                if value is not None:
                    amounts.append(value)
    if table.note:
        lines.append(table.note)
