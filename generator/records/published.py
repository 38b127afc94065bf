"""A line of the ledger as data: what a record said when it was last published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Published:
    """One record's last published state."""

    path: str
    version: int
    digest: str
    guarded: Mapping[str, str]
    first: date
    last: date
    history: tuple[tuple[int, date, str], ...] = ()
    """Earlier versions: number, day last published, digest."""


Ledger = Mapping[str, Published] | None
"""The lines by path of the record. None if the county has no ledger yet."""
