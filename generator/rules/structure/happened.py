"""Finds the days of a record on which something has happened. They cannot lie in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.records.common import RecordBody
from generator.records.marks import Ahead
from generator.records.walk import Field, Found, walk


def ahead(body: RecordBody, as_of: date) -> Iterator[Found]:
    """Days after `as_of` on which something is said to have happened. `Ahead` marks the fields that may lie ahead."""
    return (found for found in walk(body, _is_day) if found.value > as_of and _has_happened(found))


def _is_day(field: Field) -> bool:
    mark = field.mark(Ahead)
    return field.model is None and field.value == "日期" and (mark is None or bool(mark.unless))


def _has_happened(found: Found) -> bool:
    mark = found.field.mark(Ahead)
    return mark is None or any(getattr(found.part, name) is not None for name in mark.unless)
