"""The parts of a record's model as data: what each is called, what sort of value it holds, whether pages show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.records.common import Attachment, Publication, RecordBody
from generator.records.kinds.contracts import Contract
from generator.records.kinds.decisions import Step
from generator.records.kinds.finance import Account, Entry
from generator.records.tables import Column
from generator.records.values import Count, Day, Flag, Money, Mu, Number, Reference, Term, Text, Unit, model_in

ValueType = Literal["文字", "金额", "数", "整数", "日期", "期间", "是否", "网址"]

_FIELD_TYPES: tuple[tuple[Any, ValueType], ...] = (
    (Text, "文字"), (Money, "金额"), (Number, "数"), (Mu, "数"), (Count, "整数"),
    (Day, "日期"), (Term, "期间"), (Flag, "是否"), (Reference, "网址"),
)  # fmt: skip
_TYPES = {get_args(annotated)[1]: name for annotated, name in _FIELD_TYPES}
"""By the validator that makes a text such a value."""

_INTERNAL: frozenset[tuple[type[BaseModel], str]] = frozenset(
    {
        (Account, "type"),
        (Account, "holder"),
        (Entry, "party_kind"),
        (Contract, "party_kind"),
        (Step, "counted"),
        (Publication, "channels"),
        (Publication, "audience"),
        (Column, "formula"),
        (Column, "summed"),
        (Column, "personal"),
    }
)
"""Classifications for the rules, which no page shows."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a model."""

    attribute: str
    name: str
    """Its Chinese key."""
    value: ValueType
    """Of the value, or of each of several; of no meaning where `model` is given."""
    many: bool
    model: type[BaseModel] | None
    required: bool
    """Always there. The address of another record is not: that record may not be public."""
    choices: tuple[str, ...]
    meaning: str
    """In Chinese; empty where the name says it."""
    unit: str
    """人、户、件、亩; 元 for amounts; else empty."""


@cache
def parts(model: type[BaseModel]) -> tuple[Part, ...]:
    """The fields that pages show, a kind's own before those that every record has."""
    found = [
        _part(attribute, field)
        for attribute, field in model.model_fields.items()
        if (model, attribute) not in _INTERNAL and model_in(field.annotation) is not Attachment
    ]
    if issubclass(model, RecordBody):
        found.sort(key=lambda part: part.attribute in RecordBody.model_fields)
    return tuple(found)


def _part(attribute: str, field: FieldInfo) -> Part:
    value: ValueType = next((_TYPES[mark] for mark in _marks(field) if mark in _TYPES), "文字")
    return Part(
        attribute=attribute,
        name=field.alias or attribute,
        value=value,
        many=_is_many(field.annotation),
        model=model_in(field.annotation),
        required=field.is_required() and value != "网址",
        choices=_choices(field.annotation),
        meaning=field.description or "",
        unit="元" if value == "金额" else next((mark.name for mark in _marks(field) if isinstance(mark, Unit)), ""),
    )


def _marks(field: FieldInfo) -> Iterator[Any]:
    yield from field.metadata
    yield from _marks_in(field.annotation)


def _marks_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks_in(inner)


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_many(inner) for inner in get_args(annotation))


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), ())
