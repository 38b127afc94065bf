"""What one build keeps for the next, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from generator.base.finding import Finding
from generator.build.files import Answer
from generator.build.portal import Contribution
from generator.engine.store import Store
from generator.exports.overview import PlaceExport
from generator.records.layout import Place
from generator.site.model import PlaceCard

T = TypeVar("T")

KEPT = "kept"
"""The folder of kept results, under the working folder."""
TEMPLATES = "templates.bin"
"""The file of compiled templates in it."""


@dataclass(frozen=True, slots=True)
class PlacePart:
    """What is kept of a place from one build to the next, beside its search documents."""

    card: PlaceCard
    findings: tuple[Finding, ...]
    withheld: int
    drafts: tuple[str, ...]
    """Paths of records without 公开日期."""
    files: Mapping[str, int]
    """Its part of the site, path → bytes."""
    indexable: tuple[str, ...]
    """Pages for search engines."""
    asked: tuple[Answer, ...]
    outside: str
    """Key of what other places had to do with it."""
    export: PlaceExport
    pending: bool
    """The ledger has not all of it yet."""


@dataclass(frozen=True, slots=True)
class TownshipPart:
    """What is kept of a township, and what the county needs of it."""

    contribution: Contribution
    findings: tuple[Finding, ...]
    records: int
    withheld: int
    drafts: tuple[str, ...]
    pages: int
    files: Mapping[str, int]
    asked: tuple[Answer, ...]
    pending: bool
    """The ledger has not all of it yet."""


def place_name(place: Place, what: str) -> str:
    """The file of a place's result."""
    return f"{place.folder}/{what}.json"


def township_name(township: str) -> str:
    """The file of a township's result."""
    return f"{township}/township.json"


def dumped(what: object) -> bytes:
    """A result as it is kept."""
    return _adapter(cast("Any", type(what))).dump_json(what, by_alias=True)


def load(store: Store | None, name: str, key: str, kind: type[T]) -> T | None:
    """A kept result; None where there is none with this key, or it cannot be read (the store counts these)."""
    data = store.load(name, key) if store else None
    if store is None or data is None:
        return None
    try:
        found: T = _adapter(cast("Any", kind)).validate_json(data)
    except ValidationError:
        store.damaged += 1
        return None
    return found


def latest(store: Store, name: str, kind: type[T]) -> T | None:
    """The kept result, whatever it was made from; None where there is none that can be read."""
    made_for = store.key(name)
    return load(store, name, made_for, kind) if made_for else None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
