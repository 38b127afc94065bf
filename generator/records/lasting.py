"""What of a record stays once its notice is over: everything but the lists of persons."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from generator.records.marks import Expires
from generator.records.walk import Field, fields

M = TypeVar("M", bound=BaseModel)


def lasting(body: M) -> M:
    """A record without the lists that expire; the very same object where nobody is listed."""
    gone = {field.attribute: () for field in expiring(type(body)) if getattr(body, field.attribute)}
    return body.model_copy(update=gone) if gone else body


@cache
def expiring(model: type[BaseModel]) -> tuple[Field, ...]:
    """The lists of persons in a kind's model."""
    return tuple(field for field in fields(model) if field.has(Expires))
