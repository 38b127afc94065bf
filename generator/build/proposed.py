"""What would be said of a record that is not written yet, in the place where it is to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.base.finding import Finding
from generator.build.files import read_files
from generator.build.judged import judged_places, open_township
from generator.build.survey import survey
from generator.records.layout import Address


def findings_of(
    content: Path, ledger: Path, address: Address, data: bytes, as_of: str | None = None
) -> tuple[Finding, ...]:
    """All findings about a record, as if it lay in the content folder; nothing is written.

    Raises:
        NothingFound, CountyUnreadable, ValueError: see `survey`.
    """
    setting = survey(content, ledger, as_of).setting
    files = read_files(content, address.place.township)
    opened = open_township(setting, replace(files, data={**files.data, address.path: data}))
    found = (one for judged in judged_places(opened, [address.place.folder]) for one in judged.findings)
    return tuple(one for one in found if one.span.path == address.path)
