"""The remarks of a place: the notes that everybody may see, and the numbers of withheld records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.site import urls
from generator.site.model import PlaceSite, Remark, WithheldKind


def remarks(place: PlaceSite, as_of: date) -> Iterator[Remark]:
    """The notes about the place as a whole, then those of its records, the newest publication first."""
    overall = place.url if place.place.is_county else urls.status(place.place, as_of.year)
    for note in place.notes:
        yield Remark(note, "", overall, None, None)
    for entry in place.entries:
        for note in entry.notes:
            yield Remark(note, entry.title, entry.url, entry.board, entry.published)


def withheld_kinds(place: PlaceSite) -> Iterator[WithheldKind]:
    """The number of withheld records of each kind."""
    for (kind, board), count in Counter((item.kind.name, item.board) for item in place.withheld).items():
        yield WithheldKind(kind, board, count)
