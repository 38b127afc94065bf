"""A record of which some fields could not be read: the rest of it, so that the rules that need no more can speak.

What could not be read is simply not there; a rule that asks for it meets `values.Unread`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.base.finding import Key
from generator.records.tables import Table
from generator.records.values import model_in

M = TypeVar("M", bound=BaseModel)
Troubles = Mapping[tuple[Key, ...], str | None]
"""Route of each value that could not be read → what was meant, where that is clear."""


class _Nothing(Exception):
    """Not even a part of it can be told."""


def partly(model: type[M], root: Mapping[str, Any], troubles: Troubles, context: Mapping[str, Any]) -> M | None:
    """As much of a model as could be read; None where it is wrong as a whole.

    Args:
        root: by Chinese names, without unknown ones.
        context: as the model's validators are given it.
    """
    if () in troubles:
        return None
    try:
        return _model(model, root, (), troubles, context)
    except _Nothing:
        return None


def _model(model: type[M], written: Any, route: tuple[Key, ...], troubles: Troubles, context: Mapping[str, Any]) -> M:
    if not isinstance(written, Mapping):
        raise _Nothing
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        try:
            values[name] = _field(model, name, field, written.get(alias), (*route, alias), troubles, context)
        except (_Nothing, ValidationError):
            continue
    made = model.model_construct()
    made.__dict__.clear()
    made.__dict__.update(values)
    if isinstance(made, Table) and not _is_whole(values):
        raise _Nothing
    return made


def _is_whole(table: Mapping[str, Any]) -> bool:
    """Whether each row of a table has its cells; that was not asked where a part of it could not be read."""
    lines = [*table.get("rows", ()), *filter(None, [table.get("total")])]
    return "columns" in table and all(len(line) == len(table["columns"]) for line in lines)


def _field(
    model: type[BaseModel], name: str, field: FieldInfo, written: Any, route: tuple[Key, ...],
    troubles: Troubles, context: Mapping[str, Any],
) -> Any:  # fmt: skip
    if route in troubles:
        written = troubles[route]
        if written is None:
            raise _Nothing
    if written is None:
        if field.is_required():
            raise _Nothing
        return field.get_default(call_default_factory=True)
    beneath = [other for other in troubles if len(other) > len(route) and other[: len(route)] == route]
    if not beneath:
        return _adapter(model, name).validate_python(written, context=dict(context))
    inner = model_in(field.annotation)
    if inner is None:
        return _adapter(model, name).validate_python(_mended(written, route, troubles), context=dict(context))
    if isinstance(written, list) and _is_many(field.annotation):
        if any(len(other) == len(route) + 1 for other in beneath):
            raise _Nothing  # a list with an item less would add up to something else
        return tuple(_model(inner, item, (*route, at), troubles, context) for at, item in enumerate(written))
    return _model(inner, written, route, troubles, context)


def _mended(written: Any, route: tuple[Key, ...], troubles: Troubles) -> Any:
    """A list of texts, or of such lists, with what was meant in place."""
    if route in troubles:
        if troubles[route] is None:
            raise _Nothing
        return troubles[route]
    if isinstance(written, list):
        return [_mended(item, (*route, at), troubles) for at, item in enumerate(written)]
    return written


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_many(inner) for inner in get_args(annotation))


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """Reads one field alone."""
    field = model.model_fields[name]
    annotation: Any = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)
