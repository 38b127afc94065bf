"""The data dictionary: every table that the open data can hold. It follows from the models."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.overview import PLACES
from generator.records.flat import Shape, common_shapes, shapes
from generator.records.kinds import KINDS


def dictionary() -> Mapping[str, tuple[Shape, ...]]:
    """The tables by the heading they stand under, in the order of the page."""
    return {
        **{kind.name: shapes(kind) for kind in KINDS},
        "各种记录都有的": common_shapes(),
        "乡镇和县的": (PLACES,),
    }
