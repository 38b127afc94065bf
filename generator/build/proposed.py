"""What can be known of a record that is not written yet: what would be said of it, and what a correction has to name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.base.finding import Finding
from generator.build.files import read_files
from generator.build.judged import judged_places, open_township
from generator.build.survey import survey
from generator.records.differences import Change
from generator.records.layout import Address
from generator.rules.amended import amended, changes, explanation


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


def unexplained(content: Path, ledger: Path, address: Address, as_of: str | None = None) -> list[Change] | None:
    """What a record states otherwise than when it was public, and no correction explains; None where it was never public.

    Raises:
        NothingFound, CountyUnreadable, ValueError: see `survey`.
    """
    setting = survey(content, ledger, as_of).setting
    opened = open_township(setting, read_files(content, address.place.township))
    for judged in judged_places(opened, [address.place.folder]):
        known = (judged.ledger or {}).get(address.path)
        record = next((one for one in judged.records if one.address == address), None)
        if judged.place == address.place and known and record:
            said = amended(judged.records, judged.withheld, setting.as_of)
            found = changes(known, record, setting.as_of)
            return [one for one in found if not explanation(known, one, said)]
    return None
