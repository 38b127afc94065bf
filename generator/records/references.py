"""Where a record refers to other records: found by the fields' type, so that a new kind needs no list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.common import RecordBody
from generator.records.marks import Apart
from generator.records.walk import Field, Route, walk


def references(body: RecordBody) -> Iterator[tuple[Route, str]]:
    """Every reference in a record with its route."""
    return ((found.route, found.value) for found in walk(body, _is_reference))


def related_references(body: RecordBody) -> tuple[str, ...]:
    """The records that one names as having to do with it, each once. What its page tells in a place of its own is left out."""
    return tuple(dict.fromkeys(found.value for found in walk(body, _is_related)))


def _is_reference(field: Field) -> bool:
    return field.model is None and field.value == "网址"


def _is_related(field: Field) -> bool:
    return _is_reference(field) and not field.has(Apart)
