"""Where a record refers to other records: found by the fields' type, so that a new kind needs no list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.base.finding import Key
from generator.records.common import RecordBody
from generator.records.kinds.corrections import Correction
from generator.records.kinds.finance import Finance
from generator.records.values import Reference, model_in

_MARK = get_args(Reference)[1]
"""The validator that makes a text a reference."""
Route = tuple[Key, ...]


def references(body: BaseModel) -> Iterator[tuple[Route, str]]:
    """Every reference in a record with its route."""
    return _walk(body, ())


def related_references(body: RecordBody) -> tuple[str, ...]:
    """The records that one names as having to do with it; what it corrects and what decided its payments is told apart."""
    if isinstance(body, (Correction, Finance)):
        return body.related
    return tuple(dict.fromkeys(reference for _, reference in references(body)))


def _walk(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    model: type[BaseModel] = type(value)
    for name, alias, leaf in _fields(model):
        inner = getattr(value, name)
        for key, item in enumerate(inner) if isinstance(inner, tuple) else ((None, inner),):
            at = (*route, alias) if key is None else (*route, alias, key)
            if item is None:
                continue
            if leaf:
                yield at, item
            else:
                yield from _walk(item, at)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """(attribute, Chinese name, is itself a reference) of the fields worth looking into."""
    found = []
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if _is_reference(field):
            found.append((name, field.alias or name, True))
        elif inner and _fields(inner):
            found.append((name, field.alias or name, False))
    return tuple(found)


def _is_reference(field: FieldInfo) -> bool:
    return _MARK in field.metadata or _marked(field.annotation)


def _marked(annotation: Any) -> bool:
    return _MARK in getattr(annotation, "__metadata__", ()) or any(_marked(part) for part in get_args(annotation))
