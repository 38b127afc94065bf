"""What of a record stays once its notice is over: everything but the lists of persons."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.records.marks import Expires
from generator.records.walk import Field, Route, fields, walk, with_values

M = TypeVar("M", bound=BaseModel)


def lasting(body: M) -> M:
    """A record without its lists of persons; the very same object where nobody is listed."""
    return without(body, [route for route, _ in lists(body)])


def lists_over(body: BaseModel, as_of: date) -> list[Route]:
    """The lists of persons that are over on a day."""
    return [route for route, until in lists(body) if until is not None and until < as_of]


def lists(body: BaseModel) -> list[tuple[Route, date | None]]:
    """The lists in which somebody stands, and until when each is public; None where that was not written."""
    return _found(body, empty=False)


def all_lists(body: BaseModel) -> list[tuple[Route, date | None]]:
    """The same, also of lists in which nobody stands any more."""
    return _found(body, empty=True)


def _found(body: BaseModel, *, empty: bool) -> list[tuple[Route, date | None]]:
    publication = vars(body).get("publication")
    end = vars(publication).get("until") if publication is not None else None
    found: list[tuple[Route, date | None]] = []
    for field in expiring(type(body)):
        if empty or vars(body).get(field.attribute):
            found.append(((field.name,), end))
    for route, of, part, _ in walk(body, _may_list):
        for field, until in _dated(of.model) if of.model else ():
            day = vars(part).get(until)
            if day is not None and (empty or vars(part).get(field.attribute)):
                found.append(((*route, field.name), day))
    return found


def lists_persons(field: Field, part: BaseModel) -> bool:
    """Whether what stands in a field of a part is a list of persons."""
    mark = field.mark(Expires)
    return mark is not None and (not mark.until or vars(part).get(mark.until) is not None)


@cache
def expiring(model: type[BaseModel]) -> tuple[Field, ...]:
    """The lists of persons in a kind's model that are public until 至."""
    return tuple(field for field in fields(model) if (mark := field.mark(Expires)) and not mark.until)


def without(body: M, routes: Collection[Route]) -> M:
    """A record with nobody in some of its lists; the very same object where there are none."""
    holders = {field.name: field.attribute for field in expiring(type(body))} | {"行": "rows"}
    gone: dict[Route, dict[str, Any]] = {}
    for route in routes:
        gone.setdefault(route[:-1], {})[holders[str(route[-1])]] = ()
    return with_values(body, gone)


@cache
def _dated(model: type[BaseModel]) -> tuple[tuple[Field, str], ...]:
    """The lists in a part of a record that end on a day of their own, and the attribute that gives it."""
    return tuple((field, mark.until) for field in fields(model) if (mark := field.mark(Expires)) and mark.until)


def _may_list(field: Field) -> bool:
    return field.model is not None and bool(_dated(field.model))
