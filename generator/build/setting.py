"""What every township's work needs to know of the county."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.records.divisions import Divisions
from generator.records.places import County


@dataclass(frozen=True, slots=True)
class Setting:
    """A county as its townships see it."""

    content: Path
    ledger: Path
    as_of: date
    profile: County
    divisions: Divisions
    """What all its places are called."""
    context: str
    """Key of all that is the same for the whole county: program, county.yml, day."""
    workbooks: bool = False
    """Excel files are made too."""
