"""The whole build, in the order in which it happens.

survey → each township: read → check → arrange → render → index → the portal over all of them → release
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.base.finding import Finding
from generator.build.check import Checked, Tell, lost_in, quiet, summed_up
from generator.build.host import Contents
from generator.build.judged import CheckedTownship
from generator.build.kept import KEPT, township_name
from generator.build.parts import (
    Job,
    Part,
    Portal,
    changes,
    context_key,
    county_settings,
    earlier_part,
    program_key,
    township_part,
    write_heads,
)
from generator.build.portal import articles, portal
from generator.build.survey import survey
from generator.build.township import build_township
from generator.engine.executor import Executor, WorkerLost, serial
from generator.engine.release import JOURNAL, release, workspace
from generator.pages.page import Page
from generator.pages.render import environment
from generator.publish import ledger as ledgers
from generator.records.layout import COUNTY
from generator.site import urls


class NotOurSite(Exception):
    """The folder to release into holds something else, which a release would delete."""


class PartMissing(Exception):
    """A township's part is not there, or was made from other records."""


class NoSuchTownship(Exception):
    """A township that shall be built alone is not in the content folder."""


@dataclass(frozen=True, slots=True)
class Published:
    """A finished build."""

    checked: Checked
    pages: int
    """How many pages of records and lists there are."""
    rendered: int
    """How many of these pages were made anew."""
    written: int
    """Files of the site."""
    removed: int
    damaged: int
    """Results of earlier builds that could not be read."""


def build(
    config_file: Path,
    content: Path,
    site: Path,
    ledger: Path,
    *,
    as_of: str | None = None,
    publish: bool = False,
    afresh: bool = False,
    workbooks: bool = False,
    only: Sequence[str] = (),
    assemble: bool = False,
    executor: Executor = serial,
    tell: Tell = quiet,
) -> Published:
    """Check, render and release the county's site; the live folder is touched only when all of it is ready.

    Args:
        config_file: the county's mkdocs.yml; beside it may lie its own theme/ and docs/.
        publish: also write what was published into the ledger.
        afresh: take nothing from earlier builds.
        workbooks: make Excel files too.
        only: folders of townships, or `records`; their parts alone are built, without the portal.
        assemble: every part must be there already; only the portal is built.

    Raises:
        LedgerError: the ledger was already written on a later day.
        HostError, GateClosed, NotOurSite, NoSuchTownship, PartMissing, Busy, NoCluster: nothing was released.
        Unfinished: see `release`. For the rest see `check`.
    """
    # Workers of a cluster have another working folder.
    config_file, content, site, ledger = (path.absolute() for path in (config_file, content, site, ledger))
    found = survey(content, ledger, as_of)
    if unknown := [name for name in only if name not in found.parts]:
        raise NoSuchTownship(f"没有这个文件夹：{'、'.join(unknown)}。可以写：{'、'.join(found.parts)}")
    work = site.with_name(f".{site.name}")
    _guard(site, ledger, work)
    if publish:
        ledgers.refuse_earlier(ledger, found.setting.as_of)
    with workspace(work, release_order) as staged:
        context = context_key(config_file, found, workbooks=workbooks)
        setting = replace(found.setting, context=context, workbooks=workbooks)
        county = replace(found.county, workbooks=workbooks)
        job = Job(setting, county, config_file.parent / "theme", site, work, staged, publish, afresh, program_key())
        over_all = Portal(job, found)
        tell("准备", 0, 1, 0)
        job = replace(job, frame=over_all.host(config_file))
        tell("准备", 1, 1, 0)
        townships = _likely_first(job, [name for name in found.parts if not only or name in only])
        parts: list[Part] = []
        lost: tuple[Finding, ...] = ()
        try:
            for part in executor(partial(township_part, job), townships):
                parts.append(part)
                tell("生成", len(parts), len(townships), sum(part.pages for part in parts))
        except WorkerLost as error:
            lost = lost_in(error)
            parts += (earlier_part(job, str(name)) for name in error.items)
        parts.sort(key=lambda part: part.name)
        if assemble and (missing := [part.name for part in parts if part.rendered]):
            raise PartMissing(f"还缺这些文件夹的部分（没有生成，或者记录后来改过）：{'、'.join(missing)}")
        built = [part.township for part in parts if part.township]
        if not only:
            parts.append(over_all.finish(built))
            if publish and COUNTY.folder not in found.parts and (own := county_settings(job)):
                parts.append(own)
            if publish or assemble:
                write_heads(job, parts)
        pages = sum(part.pages for part in parts)
        release(work, changes(job, parts), release_order)
        tell("发布", 1, 1, pages)
    return Published(
        checked=summed_up(
            found, (CheckedTownship(one.findings, one.records, one.withheld, one.drafts) for one in built), lost
        ),
        pages=pages,
        rendered=sum(part.rendered for part in parts),
        written=sum(part.written for part in parts),
        removed=sum(len(part.orphans) for part in parts),
        damaged=sum(part.damaged for part in parts),
    )


def prepare(content: Path, ledger: Path, theme: Path, as_of: str | None = None) -> Contents:
    """The whole county's pages in memory, for a host that writes them itself (`mkdocs build`, `mkdocs serve`).

    Args:
        theme: the county's own theme folder; it need not exist.

    Raises: as `check`.
    """
    found = survey(content, ledger, as_of)
    env = environment(theme)
    collected = Collected()
    made = (build_township(found.setting, found.county, env, name, collected) for name in found.parts)
    parts = [built.part for built in made if built]
    own, files = portal(env, found.county, [part.contribution for part in parts], found.lost, workbooks=False)
    pages = {page.url: page for page in (*collected.pages, *own, *articles(env, found.county))}
    return Contents(found.county, pages, {**collected.files, **files})


class Collected:
    """Keeps what is made."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.files: dict[str, bytes] = {}

    def add(self, page: Page) -> int:
        """A finished page."""
        self.pages.append(page)
        return 0

    def write(self, path: str, data: bytes) -> int:
        """A file that is no page."""
        self.files[path] = data
        return len(data)

    def keep(self, files: object) -> bool:
        """Nothing was there before."""
        return not files


def release_order(path: str) -> tuple[int, int, str]:
    """Assets and data, then records, then the lists that link to them (sitemaps too), the county's home last."""
    if not path.endswith((".html", ".xml")):
        return (0, 0, path)
    name = path.rsplit("/", 1)[-1]
    depth = 2 if path.startswith(f"{COUNTY.folder}/") else 3
    is_record = path.count("/") == depth and name != "index.html"
    return (1 if is_record else 2, -path.count("/"), path)


def _guard(site: Path, ledger: Path, work: Path) -> None:
    for folder in (site, ledger):
        if folder.exists() and not folder.is_dir():
            raise NotOurSite(f"{folder} 是一个文件，这里要写文件夹")
    if (site / urls.STYLESHEET).is_file() or (work / JOURNAL).exists():
        return
    # Without a portal there may be townships' parts, and nothing else.
    if site.is_dir() and any(not (work / KEPT / entry.name).is_dir() for entry in site.iterdir()):
        raise NotOurSite(f"{site} 里有别的东西，不像是以前生成的网站；换一个空文件夹")


def _likely_first(job: Job, townships: Sequence[str]) -> list[str]:
    """Townships in the order of work: the one that changed last is likely to have changed again, and takes longest.

    Only the order of work depends on the files' times, never what is done.
    """

    def last_made(township: str) -> float:
        file = job.work / KEPT / township_name(township)
        return file.stat().st_mtime if file.is_file() else 0

    return sorted(townships, key=last_made, reverse=True)
