"""Reading and checking a township without building anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.base.finding import Finding
from generator.publish import ledger as ledgers
from generator.records.layout import Place
from generator.records.local import Level
from generator.records.places import County as CountyProfile
from generator.rules.judge import JudgedPlace, PlaceFiles, judge_place
from generator.rules.profiles import own_level
from generator.township.source import Source, Surroundings, read_source


@dataclass(frozen=True, slots=True)
class Setting:
    """What checking a township needs to know of the county."""

    content: Path
    ledger: Path
    as_of: date
    profile: CountyProfile
    context: str
    """Key of all that is the same for the whole county: program, county.yml, day."""
    workbooks: bool = False
    """Excel files too."""


@dataclass(frozen=True, slots=True)
class CheckedTownship:
    """What is wrong in a township."""

    findings: tuple[Finding, ...]
    records: int
    """Record files found, readable or not."""
    withheld: int


def check_township(setting: Setting, township: str) -> CheckedTownship:
    """Read and judge one township.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    source = read_source(setting.content, township)
    layout = source.layout()
    ledger = ledgers.load(setting.ledger, township)
    findings = [*source.tree.findings, *layout.findings]
    withheld = 0
    above = levels(setting, source)
    for place in layout.places:
        files = source.files_of(layout, place, ledger)
        judged = judge(setting, source, files, above, Surroundings(setting.content, source, place))
        findings += judged.findings
        withheld += len(judged.withheld)
    return CheckedTownship(tuple(sorted(findings, key=Finding.sort_key)), records_in(source), withheld)


def levels(setting: Setting, source: Source) -> tuple[Level, ...]:
    """The county, and the township as it lays something down for its villages."""
    own = Place(source.township)
    around = Surroundings(setting.content, source, own)
    return (setting.profile, *own_level(own, source.data.__getitem__, around, setting.profile))


def judge(
    setting: Setting, source: Source, files: PlaceFiles, above: Sequence[Level], around: Surroundings
) -> JudgedPlace:
    """Read and judge one place.

    Args:
        above: `levels`.
    """
    own = above if files.place.village else above[:1]
    return judge_place(files, own, source.data.__getitem__, around, setting.as_of)


def records_in(source: Source) -> int:
    """Record files, readable or not."""
    return sum(path.count("/") == 3 for path in source.data)
