"""Where a record, or a whole place, stood before, and where it stands now. A move is declared: 原地址 in the record or in the profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from generator.records.divisions import What
from generator.records.layout import Place
from generator.records.published import Published
from generator.records.read import Record


class Around(Protocol):
    """Who knows the files and the ledger of the county."""

    def exists(self, path: str) -> bool:
        """There is a YAML file of this path."""

    def said(self, profile: str, what: What) -> str:
        """What a profile says of itself."""

    def published(self, path: str) -> Published | None:
        """What a record, or the settings of a profile, said when it was last public."""


def before(path: str, declared: str, county: Around) -> str:
    """The path at which a record or profile stood before; empty where nobody declares that it was moved.

    Args:
        declared: what the record itself declares, as a path.
    """
    if declared:
        return declared
    township, _, rest = path.partition("/")
    village = rest.partition("/")[0]
    for place in (Place(township, village), Place(township)):
        folder = f"{township}/{village}" if place.village else township
        if rest and (old := county.said(place.profile_path, "原地址").strip("/")):
            return f"{old}{path.removeprefix(folder)}"
    return ""


def moving(places: Iterable[tuple[str, Record | None]], county: Around) -> dict[str, Published]:
    """The lines of the ledger for what was moved since it was last public.

    Args:
        places: the paths of records and profiles of which the ledger has no line, with the records.
    """
    found = {}
    for path, record in places:
        own = record.body.moved_from if record else None
        old = before(path, record.address.resolve(own).path if record and own else "", county)
        if old and old != path and not county.exists(old) and (known := county.published(old)):
            found[path] = replace(known, path=path, origin=old, is_moving=True)
    return found
