"""The whole build, in the order in which it happens.

survey → each township: read → check → arrange → render → index → the portal over all of them → release
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from sys import version as python
from uuid import uuid4

import jinja2

from generator.base.finding import Effect, Finding
from generator.engine.draft import Draft, listing
from generator.engine.executor import Executor, serial
from generator.engine.release import JOURNAL, Change, release, workspace
from generator.engine.store import Store, digest, fingerprint
from generator.pages.page import Page
from generator.pages.render import environment, warm
from generator.publish import ledger as ledgers
from generator.publish.frame import Frame
from generator.publish.host import Contents
from generator.publish.portal import articles, hosted, portal
from generator.publish.site import SiteDraft
from generator.records.layout import COUNTY_FILE
from generator.site import urls
from generator.site.model import CountySite
from generator.survey import Survey, survey
from generator.township.build import TownshipPart, build_township
from generator.township.check import CheckedTownship, Setting, check_township

Tell = Callable[[str, int, int, int], None]
"""Told after each step: the stage's name, how many of its parts are done, of how many, and the pages so far."""

TEMPLATES = "templates.bin"
"""Under which the compiled templates are kept."""
DEPENDENCIES = ("Jinja2", "MarkupSafe", "PyYAML", "mkdocs", "mkdocs-material", "XlsxWriter", "pydantic", "segno")
"""Whose version may change a page."""


class NotOurSite(Exception):
    """The folder to release into holds something else, which a release would delete."""


class PartMissing(Exception):
    """A township's part is not there, or was made from other records."""


class NoSuchTownship(Exception):
    """A township that shall be built alone is not in the content folder."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A county after all rules."""

    as_of: date
    has_ledger: bool
    findings: tuple[Finding, ...]
    records: int
    """Record files found, readable or not."""
    withheld: int

    @property
    def stops(self) -> bool:
        """Something is withheld: a record, a profile, a file in the wrong place."""
        return any(finding.effect is Effect.WITHHOLD for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Published:
    """A finished build."""

    checked: Checked
    pages: int
    """Of records and lists."""
    rendered: int
    """Of them, made anew."""
    written: int
    """Files of the site."""
    removed: int
    damaged: int
    """Results of earlier builds that could not be read."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to build one township."""

    setting: Setting
    county: CountySite
    theme: Path
    site: Path
    kept: Path
    """Results of earlier builds."""
    staged: Path
    frame: Frame
    publish: bool
    afresh: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What a worker made."""

    township: str
    part: TownshipPart | None
    """None where there is no document."""
    pages: int
    rendered: int
    written: int
    staged: Path
    orphans: tuple[str, ...]
    stale: tuple[str, ...]
    """Kept results that nobody needs any more."""
    damaged: int


def quiet(stage: str, done: int, total: int, pages: int) -> None:
    """Tell nobody."""


def check(
    content: Path, ledger: Path, as_of: str | None = None, *, executor: Executor = serial, tell: Tell = quiet
) -> Checked:
    """Read and judge a county's content folder.

    Raises:
        NothingFound, CountyUnreadable, ValueError: see `survey`.
        LedgerError: the ledger cannot be read.
    """
    found = survey(content, ledger, as_of)
    townships = []
    for one in executor(partial(check_township, found.setting), found.townships):
        townships.append(one)
        tell("检查", len(townships), len(found.townships), 0)
    return _checked(found, townships)


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
        config_file: the project's mkdocs.yml, with theme/ and docs/ beside it.
        publish: also write what was published into the ledger.
        afresh: take nothing from earlier builds.
        workbooks: make Excel files too.
        only: folders of townships; their parts alone are built, without the portal.
        assemble: every township's part must be there already; only the portal is built.

    Raises:
        HostError, GateClosed, NotOurSite, NoSuchTownship, PartMissing, Busy, WorkerLost, NoCluster: nothing was released.
        Unfinished: see `release`. For the rest see `check`.
    """
    found = survey(content, ledger, as_of)
    if unknown := [name for name in only if name not in found.townships]:
        raise NoSuchTownship(f"没有这个镇：{'、'.join(unknown)}。可以写：{'、'.join(found.townships)}")
    # Workers of a cluster have another working folder.
    content, site, ledger, config_file = (path.absolute() for path in (content, site, ledger, config_file))
    work = site.with_name(f".{site.name}")
    _guard(site, ledger, work)
    with workspace(work, release_order) as staged:
        context = _context(config_file, found, workbooks)
        setting = replace(found.setting, content=content, ledger=ledger, context=context, workbooks=workbooks)
        theme = config_file.parent / "theme"
        job = Job(setting, found.county, theme, site, work / "kept", staged, (), publish, afresh)
        draft, store, folder = _portal_draft(job, found.townships)
        env = _environment(theme)
        _warm(env, store, setting.context)
        tell("准备", 0, 1, 0)
        frame = hosted(config_file, setting.context, found.county, env, draft, store, folder / "host")
        tell("准备", 1, 1, 0)
        townships = [name for name in found.townships if not only or name in only]
        parts: list[Part] = []
        for part in executor(partial(_township, replace(job, frame=frame)), townships):
            parts.append(part)
            tell("生成", len(parts), len(townships), sum(part.pages for part in parts))
        parts.sort(key=lambda part: part.township)
        if assemble and (missing := [part.township for part in parts if part.rendered]):
            raise PartMissing(f"还缺这些镇的部分（没有生成，或者记录后来改过）：{'、'.join(missing)}")
        built = [part.part for part in parts if part.part]
        rendered = sum(part.rendered for part in parts)
        pages = sum(part.pages for part in parts)
        if not only:
            draft.frame = frame
            own, files = portal(env, found.county, [part.contribution for part in built], workbooks=workbooks)
            for page in own:
                draft.add(page)
            for path, data in files.items():
                draft.write(path, data)
            pages += sum(path.endswith(".html") for path in draft.files)
            stale = store.draft.orphans()
            parts.append(Part("", None, 0, 0, draft.written, folder, draft.orphans(), stale, store.damaged))
        changes = [
            Change(str(site), tuple(f"{part.staged}/site" for part in parts), _all(part.orphans for part in parts)),
            Change(str(ledger), tuple(f"{part.staged}/ledger" for part in parts), ()),
            Change(str(job.kept), tuple(f"{part.staged}/kept" for part in parts), _all(p.stale for p in parts)),
        ]
        release(work, changes, release_order)
        tell("发布", 1, 1, pages)
    damaged = sum(part.damaged for part in parts)
    written = sum(part.written for part in parts)
    return Published(_checked(found, built), pages, rendered, written, len(changes[0].orphans), damaged)


def prepare(content: Path, ledger: Path, theme: Path, as_of: str | None = None) -> Contents:
    """The whole county's pages in memory, for a host that writes them itself (`mkdocs build`, `mkdocs serve`).

    Raises: as `check`.
    """
    found = survey(content, ledger, as_of)
    env = environment(theme)
    collected = Collected()
    made = (build_township(found.setting, found.county, env, name, collected) for name in found.townships)
    parts = [built.part for built in made if built]
    own, files = portal(env, found.county, [part.contribution for part in parts], workbooks=False)
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
    is_record = path.count("/") == 3 and name != "index.html"
    return (1 if is_record else 2, -path.count("/"), path)


def _township(job: Job, township: str) -> Part:
    """A worker's task. Its folder is its own: should it be done twice (a worker lost), only one of them is taken."""
    folder = job.staged / uuid4().hex
    draft = SiteDraft(job.site, folder / "site", listing(job.site, township), job.frame)
    store = Store(Draft(job.kept, folder / "kept", listing(job.kept, township)), used=not job.afresh)
    env = _environment(job.theme)
    built = build_township(job.setting, job.county, env, township, draft, store, publish=job.publish)
    if built and built.ledger is not None:
        text = ledgers.written(built.ledger.values())
        Draft(job.setting.ledger, folder / "ledger", {}).write(f"{township}.jsonl", text)
    return Part(
        township=township,
        part=replace(built.part, files={}, asked=()) if built else None,
        pages=built.part.pages if built else 0,
        rendered=built.rendered if built else 0,
        written=draft.written,
        staged=folder,
        orphans=draft.orphans(),
        stale=store.draft.orphans(),
        damaged=store.damaged,
    )


def _portal_draft(job: Job, townships: Sequence[str]) -> tuple[SiteDraft, Store, Path]:
    """All that is in no township's folder."""
    folder = job.staged / "portal"
    without = frozenset(townships)
    draft = SiteDraft(job.site, folder / "site", listing(job.site, without=without))
    kept = Draft(job.kept, folder / "kept", listing(job.kept, without=without))
    return draft, Store(kept, used=not job.afresh), folder


def _context(config_file: Path, found: Survey, workbooks: bool) -> str:
    """Key of all that every page depends on: program, templates, versions, county.yml, the day."""
    return digest(
        fingerprint(Path(__file__).parent, ".py", ".yml"),
        fingerprint(config_file.parent / "theme"),
        config_file.read_bytes(),
        (found.setting.content / COUNTY_FILE).read_bytes(),
        found.setting.as_of.isoformat(),
        f"{found.county.has_ledger} {workbooks}",
        python,
        *map(version, DEPENDENCIES),
    )


def _warm(env: jinja2.Environment, store: Store, context: str) -> None:
    """Compile the templates once for all builds and all workers."""
    kept = store.load(TEMPLATES, context)
    made = warm(env, kept)
    if kept is None:
        store.save(TEMPLATES, context, made)
    else:
        store.keep(TEMPLATES)


@cache
def _environment(theme: Path) -> jinja2.Environment:
    return environment(theme)


def _guard(site: Path, ledger: Path, work: Path) -> None:
    for folder in (site, ledger):
        if folder.exists() and not folder.is_dir():
            raise NotOurSite(f"{folder} 是一个文件，这里要写文件夹")
    if (site / urls.STYLESHEET).is_file() or (work / JOURNAL).exists():
        return
    # Without a portal there may be townships' parts, and nothing else.
    if site.is_dir() and any(not (work / "kept" / entry.name).is_dir() for entry in site.iterdir()):
        raise NotOurSite(f"{site} 里有别的东西，不像是以前生成的网站；换一个空文件夹")


def _checked(found: Survey, townships: Iterable[CheckedTownship | TownshipPart]) -> Checked:
    townships = list(townships)
    findings = [*found.findings, *(finding for one in townships for finding in one.findings)]
    return Checked(
        as_of=found.setting.as_of,
        has_ledger=found.county.has_ledger,
        findings=tuple(sorted(findings, key=Finding.sort_key)),
        records=sum(one.records for one in townships),
        withheld=sum(one.withheld for one in townships),
    )


def _all(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(path for some in several for path in some)
