"""The data dictionary: every table that the open data can hold. It follows from the models."""

from __future__ import annotations

from generator.exports.overview import PLACES
from generator.records.flat import Shelf, common_shapes, shapes
from generator.records.kinds import KINDS


def dictionary() -> tuple[Shelf, ...]:
    """All of them, in the order of the page."""
    return (
        *(Shelf(kind.folder, kind.name, shapes(kind)) for kind in KINDS),
        Shelf("records", "各种记录都有的", common_shapes()),
        Shelf("places", "乡镇和县的", (PLACES,)),
    )
