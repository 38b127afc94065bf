"""A kind of record as the sheets of a workbook: each list of parts is a sheet, all single values are lines of 基本信息."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.records.common import Attachment, Kind
from generator.records.tables import Table
from generator.records.walk import Field, fields

BASE = "基本信息"
"""The sheet of single values: a line each."""
_NOT_TYPED = frozenset({"原地址"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet, or a line of `BASE`."""

    route: tuple[str, ...]
    """Chinese names from the row, or from the record."""
    field: Field
    required: bool
    """A record without it cannot be read."""

    @property
    def name(self) -> str:
        return "/".join(self.route)

    @property
    def choices(self) -> tuple[str, ...]:
        return self.field.choices or (("是", "否") if self.field.value == "是否" else ())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of parts with a row each, or `BASE`."""

    name: str
    route: tuple[str, ...]
    """Of the list in the record; empty for `BASE`."""
    columns: tuple[Column, ...]

    @property
    def is_base(self) -> bool:
        return not self.route


@cache
def sheets_of(kind: Kind[Any]) -> tuple[Sheet, ...]:
    """The sheets of a kind: the widest list first, who reviewed it and `BASE` last."""
    base = tuple(column for column in _columns(kind.model, (), is_row=False) if column.name not in _NOT_TYPED)
    lists = sorted(_lists(kind.model, ()), key=lambda sheet: (len(sheet.route) > 1, -len(sheet.columns)))
    return (*lists, Sheet(BASE, (), base))


def left_out(kind: Kind[Any]) -> tuple[str, ...]:
    """What a record of the kind may hold and no sheet has room for: free tables, files, lists inside a row."""
    return tuple(dict.fromkeys(_without_room(kind.model, (), is_row=False)))


def _is_list(field: Field) -> bool:
    return field.model is not None and field.many


def _columns(model: type[BaseModel], route: tuple[str, ...], *, is_row: bool) -> Iterator[Column]:
    for field in ordered(model):
        at = (*route, field.name)
        if field.model is None:
            required = model.model_fields[field.attribute].is_required()
            yield Column(at, field, required and (is_row or len(route) < 2))
        elif not field.many and field.model not in (Attachment, Table):
            yield from _columns(field.model, at, is_row=is_row)


def _lists(model: type[BaseModel], route: tuple[str, ...]) -> Iterator[Sheet]:
    for field in ordered(model):
        at = (*route, field.name)
        if field.model is None or field.model in (Attachment, Table):
            continue
        if field.many:
            yield Sheet(field.name, at, tuple(_columns(field.model, (), is_row=True)))
        else:
            yield from _lists(field.model, at)


def _without_room(model: type[BaseModel], route: tuple[str, ...], *, is_row: bool) -> Iterator[str]:
    for field in ordered(model):
        if field.model is None:
            continue
        if field.model is Table and not route:
            continue  # `free_tables` has room for them
        if field.model in (Attachment, Table) or (is_row and field.many):
            yield "/".join((*route, field.name))
        else:
            yield from _without_room(field.model, (*route, field.name), is_row=is_row or field.many)


def ordered(model: type[BaseModel]) -> list[Field]:
    """A model's own fields before those that every record has."""
    return sorted(fields(model), key=lambda field: field.inherited)
