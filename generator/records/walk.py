"""The one walk over a record's fields. Search, ledger, references, rules, downloads and pages all use it.

`fields` describes a model and is worked out once for each. `walk` goes through one record and brings what was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.base.finding import Key
from generator.base.inexact import UNWRITTEN, is_left_out
from generator.records.marks import Expected, Internal, Mark, Unit
from generator.records.values import Count, Day, Flag, Money, Mu, Number, Reference, Share, Term, Text, model_in

ValueType = Literal["文字", "金额", "数", "比例", "整数", "日期", "期间", "是否", "网址"]
Route = tuple[Key, ...]
M = TypeVar("M", bound=Mark)
B = TypeVar("B", bound=BaseModel)

_FIELD_TYPES: tuple[tuple[Any, ValueType], ...] = (
    (Text, "文字"), (Money, "金额"), (Number, "数"), (Mu, "数"), (Share, "比例"), (Count, "整数"),
    (Day, "日期"), (Term, "期间"), (Flag, "是否"), (Reference, "网址"),
)  # fmt: skip
_TYPES = {get_args(annotated)[1]: name for annotated, name in _FIELD_TYPES}
"""By the validator that makes a text such a value."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model."""

    attribute: str
    name: str
    """Its Chinese key."""
    value: ValueType
    """The type of the value, or of each of several values. It means nothing if `model` is given."""
    many: bool
    model: type[BaseModel] | None
    """The model of a part of the record."""
    marks: tuple[Mark, ...]
    inherited: bool
    """The model has it from its base: every record has 公开, 相关, 说明."""
    required: bool
    """Always there. The address of another record is not: that record may not be public."""
    default: Any
    choices: tuple[str, ...]
    meaning: str
    """In Chinese; empty where the name says it."""

    def mark(self, sort: type[M]) -> M | None:
        """The mark of a sort, or None."""
        for mark in self.marks:
            if isinstance(mark, sort):
                return mark
        return None

    def has(self, *sorts: type[Mark]) -> bool:
        """It has a mark of one of these sorts."""
        return any(isinstance(mark, sorts) for mark in self.marks)

    @property
    def unit(self) -> str:
        """人、户、件、亩; 元 for amounts; else empty."""
        unit = self.mark(Unit)
        return "元" if self.value == "金额" else unit.name if unit else ""


class Found(NamedTuple):
    """One value of a record."""

    route: Route
    """Chinese keys and places in lists, as in the file: ("收支明细", 0, "日期")."""
    field: Field
    value: Any
    """Never None; one of several where the field holds many."""
    part: BaseModel
    """The record, or the part of it, that the value stands in."""


Wanted = Callable[[Field], bool]


@cache
def fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """All fields of a model in its own order."""
    inherited = {name for base in model.__mro__[1:] if issubclass(base, BaseModel) for name in base.model_fields}
    return tuple(_field(name, info, name in inherited) for name, info in model.model_fields.items())


@cache
def shown_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields that pages show, the model's own before those of its base. A part that shows nothing is left out."""
    found = (f for f in fields(model) if not f.has(Internal) and (f.model is None or shown_fields(f.model)))
    return tuple(sorted(found, key=lambda field: field.inherited))


def walk(body: BaseModel, wanted: Wanted) -> list[Found]:
    """The wanted values of a record: a part's own values come before those of the parts inside it.

    Args:
        wanted: is asked once for each field of a model, so it must be a function of a module. A part that is wanted
            comes out whole; the walk goes into all others.
    """
    found: list[Found] = []
    _gather(body, _plan(type(body), wanted), (), found)
    return found


def left_out(body: BaseModel) -> list[tuple[Route, tuple[str, ...]]]:
    """The fields that are expected but not written: the route of each part of the record, and their names."""
    found: list[tuple[Route, tuple[str, ...]]] = []
    _look_for(body, _plan(type(body), _is_expected), (), found)
    return found


def is_expected(field: Field, part: BaseModel) -> bool:
    """Whether this part of a record should have a value in the field."""
    expected = field.mark(Expected)
    if expected is None or (expected.once and all(is_left_out(getattr(part, name)) for name in expected.once)):
        return False
    return all(is_left_out(getattr(part, name)) for name in expected.unless)


def _is_expected(field: Field) -> bool:
    return any(isinstance(mark, Expected) for mark in field.marks)


def _look_for(part: BaseModel, plan: _Plan, route: Route, found: list[tuple[Route, tuple[str, ...]]]) -> None:
    values = part.__dict__
    fields_here = [field for *_, field in plan.own] + [one for *_, one in plan.parts if isinstance(one, Field)]
    absent = tuple(
        field.name
        for field in fields_here
        if field.attribute in values and is_left_out(values[field.attribute]) and is_expected(field, part)
    )
    if absent:
        found.append((route, absent))
    for attribute, name, many, inner in plan.parts:
        value = values.get(attribute)
        if not value or isinstance(inner, Field):
            continue
        for index, one in enumerate(value if many else (value,)):
            _look_for(one, inner, (*route, name, index) if many else (*route, name), found)


def with_values(body: B, values: Mapping[Route, Mapping[str, Any]]) -> B:
    """A copy of a record that has other values in some of its parts; the very same object where there are none.

    Args:
        values: route of a part → attribute → value.
    """
    return _with_values(body, (), values) if values else body


def _with_values(part: B, route: Route, values: Mapping[Route, Mapping[str, Any]]) -> B:
    update = dict(values.get(route, {}))
    for field in fields(type(part)):
        value, at = vars(part).get(field.attribute), (*route, field.name)
        if field.attribute in update or not field.model or not any(one[: len(at)] == at for one in values):
            continue
        if isinstance(value, tuple):
            update[field.attribute] = tuple(_with_values(one, (*at, i), values) for i, one in enumerate(value))
        elif value is not None:
            update[field.attribute] = _with_values(value, at, values)
    return part.model_copy(update=update)


class _Plan(NamedTuple):
    """Where the wanted fields of a model are."""

    own: tuple[tuple[str, str, bool, Field], ...]
    """Attribute, name, many, the field."""
    parts: tuple[tuple[str, str, bool, Field | _Plan], ...]


@cache
def _plan(model: type[BaseModel], wanted: Wanted, outer: tuple[Mark, ...] = ()) -> _Plan:
    own: list[tuple[str, str, bool, Field]] = []
    parts: list[tuple[str, str, bool, Field | _Plan]] = []
    for plain in fields(model):
        field = replace(plain, marks=plain.marks + outer) if outer else plain
        head = (field.attribute, field.name, field.many)
        if field.model is None:
            if wanted(field):
                own.append((*head, field))
        elif wanted(field):
            parts.append((*head, field))
        else:
            inner = _plan(field.model, wanted, field.marks)
            if inner.own or inner.parts:
                parts.append((*head, inner))
    return _Plan(tuple(own), tuple(parts))


def _gather(part: BaseModel, plan: _Plan, route: Route, found: list[Found]) -> None:
    """Adds to a list: that takes less time than a generator for each part. What could not be read is not there."""
    values = part.__dict__
    for attribute, name, many, field in plan.own:
        value = values.get(attribute)
        if value is None or value is UNWRITTEN:
            continue
        if many:
            found += [Found((*route, name, index), field, one, part) for index, one in enumerate(value)]
        else:
            found.append(Found((*route, name), field, value, part))
    for attribute, name, many, inner in plan.parts:
        value = values.get(attribute)
        if not value:
            continue
        at = (*route, name)
        if isinstance(inner, Field):
            found += (
                [Found((*at, index), inner, one, part) for index, one in enumerate(value)]
                if many
                else [Found(at, inner, value, part)]
            )
        elif many:
            for index, one in enumerate(value):
                _gather(one, inner, (*at, index), found)
        else:
            _gather(value, inner, at, found)


def _field(attribute: str, info: FieldInfo, inherited: bool) -> Field:
    notes = (*info.metadata, *_notes_in(info.annotation))
    value: ValueType = next((_TYPES[note] for note in notes if note in _TYPES), "文字")
    return Field(
        attribute=attribute,
        name=info.alias or attribute,
        value=value,
        many=_is_many(info.annotation),
        model=model_in(info.annotation),
        marks=tuple(note for note in notes if isinstance(note, Mark)),
        inherited=inherited,
        required=info.is_required() and value != "网址",
        default=info.default,
        choices=_choices(info.annotation),
        meaning=info.description or "",
    )


def _notes_in(annotation: Any) -> Iterator[Any]:
    """Whatever `Annotated` says of a type or of a type inside it."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _notes_in(inner)


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_many(inner) for inner in get_args(annotation))


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), ())
