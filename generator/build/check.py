"""A county's records, read and judged: what `disclose check` does, and the first half of a build.

It imports nothing of pages, search, exports and the host, so that the command answers soon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from generator.base.finding import Effect, Finding, Span
from generator.build.asked import belongs
from generator.build.judged import CheckedTownship, check_township
from generator.build.survey import Survey, survey
from generator.engine.executor import Executor, WorkerLost, serial
from generator.records.divisions import Divisions
from generator.records.layout import Place

EVERYTHING = ("",)
Tell = Callable[[str, int, int, int], None]
"""Told after each step: the stage's name, how many of its parts are done, of how many, and the pages so far."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A county after all rules."""

    as_of: date
    has_ledger: bool
    site: str
    """Where the county's site stands, with / at its end; empty where county.yml does not say it."""
    profiles: Divisions = field(repr=False)
    """What the profiles say of the places' names."""
    findings: tuple[Finding, ...]
    records: int
    """Record files found, readable or not."""
    withheld: int
    drafts: tuple[str, ...]
    """Paths of the records without 公开日期."""

    @property
    def stops(self) -> bool:
        """Something is withheld: a record, a profile, a file in the wrong place. A draft is not."""
        drafts = frozenset(self.drafts)
        return any(one.effect is Effect.WITHHOLD and one.span.path not in drafts for one in self.findings)


def quiet(stage: str, done: int, total: int, pages: int) -> None:
    """Tell nobody."""


def check(
    content: Path,
    ledger: Path,
    as_of: str | None = None,
    *,
    only: Sequence[str] = EVERYTHING,
    executor: Executor = serial,
    tell: Tell = quiet,
) -> Checked:
    """Read and judge a county's content folder.

    Args:
        only: files and folders of the content folder; the places that they concern are judged, each as a whole.

    Raises:
        NothingFound, CountyUnreadable, ValueError: see `survey`.
    """
    found = survey(content, ledger, as_of)
    townships: list[CheckedTownship] = []
    lost: tuple[Finding, ...] = ()
    try:
        parts = [part for part in found.parts if any(_meets(part, asked) for asked in only)]
        for one in executor(partial(check_township, found.setting, only=tuple(only)), parts):
            townships.append(one)
            tell("检查", len(townships), len(parts), 0)
    except WorkerLost as error:
        lost = lost_in(error)
    return summed_up(found, townships, lost)


def _meets(part: str, asked: str) -> bool:
    """Whether a township, or the county's own part, has something of what was asked for."""
    return belongs(part, asked) or belongs(asked, part) or asked == Place(part).profile_path


def lost_in(error: WorkerLost) -> tuple[Finding, ...]:
    """The townships whose worker ended before its work was done."""
    message = "处理这个镇的时候，进程被系统停掉了，或者一直没有做完；网站上这个镇的部分没有动"
    remedy = "多半是内存不够：加上 --jobs 1 再试；还是这样，把这个镇的记录发给维护程序的人"
    paths = (Place(str(name)).profile_path for name in error.items)
    return tuple(Finding(Span(path), "S01", Effect.WITHHOLD, message, remedy) for path in paths)


def summed_up(found: Survey, townships: Iterable[CheckedTownship], lost: Iterable[Finding] = ()) -> Checked:
    """All that was found in a county.

    Args:
        lost: what is said of townships that could not be judged.
    """
    townships = list(townships)
    findings = [*found.findings, *lost, *(finding for one in townships for finding in one.findings)]
    return Checked(
        as_of=found.setting.as_of,
        has_ledger=found.county.has_ledger,
        site=found.county.site_url,
        profiles=found.setting.divisions,
        findings=tuple(sorted(findings, key=Finding.sort_key)),
        records=sum(one.records for one in townships),
        withheld=sum(one.withheld for one in townships),
        drafts=tuple(sorted(path for one in townships for path in one.drafts)),
    )
