"""The parts of a build that come together in a release: one for each township, made by a worker, and the portal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from socket import gethostname
from sys import version as python
from uuid import uuid4

import jinja2

import generator
from generator.base.shipped import THEME
from generator.build.frame import Frame, FramedDraft
from generator.build.kept import KEPT, TEMPLATES, TownshipPart, latest, township_name
from generator.build.portal import hosted, portal
from generator.build.setting import Setting
from generator.build.survey import Survey
from generator.build.township import build_township
from generator.engine.draft import Draft, listing
from generator.engine.release import Change
from generator.engine.store import Store, digest, fingerprint
from generator.pages.render import environment, warm
from generator.publish import chain
from generator.publish import ledger as ledgers
from generator.records.layout import COUNTY, COUNTY_FILE
from generator.site.model import CountySite

DEPENDENCIES = (
    "Jinja2",
    "MarkupSafe",
    "Pillow",
    "PyYAML",
    "mkdocs",
    "mkdocs-material",
    "XlsxWriter",
    "pydantic",
    "pypdf",
    "segno",
)
"""Whose version may change a page."""


class OtherProgram(Exception):
    """A worker of a cluster has another version of the program, or of what it stands on; the message is its name."""


@cache
def program_key() -> str:
    """Key of the program, its theme, and what it stands on, as this process has loaded them."""
    code = fingerprint(Path(generator.__file__).parent, ".py", ".yml")
    return digest(code, fingerprint(THEME), python, *map(version, DEPENDENCIES))


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to build one township."""

    setting: Setting
    county: CountySite
    theme: Path
    """The county's own."""
    site: Path
    work: Path
    """The working folder beside the site."""
    staged: Path
    """In it, the files of this build."""
    publish: bool
    afresh: bool
    program: str
    """`program_key` of the process that gives the work away."""
    frame: Frame = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What was made of one part of the site."""

    name: str
    """The township's folder; empty for the portal."""
    township: TownshipPart | None
    """None for the portal, and where there is no document."""
    pages: int
    rendered: int
    """How many of these pages were made anew."""
    written: int
    staged: Path
    orphans: tuple[str, ...]
    stale: tuple[str, ...]
    """Kept results that nobody needs any more."""
    damaged: int
    ledger_end: tuple[int, str] | None = None
    """How long its part of the ledger will be, and the digest of its last line; None where it stays as it is."""


def township_part(job: Job, township: str) -> Part:
    """A worker's task. Its folder is its own: should it be done twice (a worker lost), only one of them is taken.

    Raises:
        OtherProgram: this worker's pages would be different ones. For the rest see `build_township`.
    """
    if job.program != program_key():
        raise OtherProgram(gethostname())
    folder = job.staged / uuid4().hex
    draft = FramedDraft(job.site, folder / "site", listing(job.site, township), job.frame)
    store = _store(job, folder, listing(job.work / KEPT, township))
    env = themed(job.theme, job.setting.context)
    built = build_township(job.setting, job.county, env, township, draft, store, publish=job.publish)
    if built and built.ledger is not None:
        Draft(job.setting.ledger, folder / "ledger", {}).write(
            f"{township}{ledgers.SUFFIX}", chain.written(built.ledger)
        )
    made = replace(built.part, files={}, asked=()) if built else None  # only what the portal needs travels
    part = _part(township, made, made.pages if made else 0, built.rendered if built else 0, folder, draft, store)
    return replace(part, ledger_end=(len(built.ledger.lines), built.ledger.head)) if built and built.ledger else part


def earlier_part(job: Job, township: str) -> Part:
    """The part of a township that could not be made now, as the last build left it: its pages stay as they are."""
    folder = job.staged / uuid4().hex
    store = _store(job, folder, listing(job.work / KEPT, township))
    made = latest(store, township_name(township), TownshipPart)
    return Part(
        township, made and replace(made, findings=()), made.pages if made else 0, 0, 0, folder, (), (), store.damaged
    )


class Portal:
    """The part that belongs to no township."""

    def __init__(self, job: Job, found: Survey) -> None:
        """The folders of the parts are none of its business."""
        self.job = job
        self.lost = found.lost
        self.folder = job.staged / "portal"
        without = frozenset(found.parts)
        self.draft = FramedDraft(job.site, self.folder / "site", listing(job.site, without=without))
        self.store = _store(job, self.folder, listing(job.work / KEPT, without=without))
        themed.cache_clear()
        self.env = themed(job.theme, job.setting.context)

    def host(self, config_file: Path) -> Frame:
        """Rules, help and the theme's files, and the frame for all other pages."""
        context = self.job.setting.context
        kept = self.store.load(TEMPLATES, context)
        made = warm(self.env, kept)  # once for all workers
        if kept is None:
            self.store.save(TEMPLATES, context, made)
        else:
            self.store.keep(TEMPLATES)
        folder = self.folder / "host"
        self.draft.frame = hosted(config_file, context, self.job.county, self.env, self.draft, self.store, folder)
        return self.draft.frame

    def finish(self, townships: Iterable[TownshipPart]) -> Part:
        """The pages over all townships."""
        contributions = [township.contribution for township in townships]
        pages, files = portal(self.env, self.job.county, contributions, self.lost, workbooks=self.job.setting.workbooks)
        for page in pages:
            self.draft.add(page)
        for path, data in files.items():
            self.draft.write(path, data)
        count = sum(path.endswith(".html") for path in self.draft.files)
        return _part("", None, count, 0, self.folder, self.draft, self.store)


def county_settings(job: Job) -> Part | None:
    """What the ledger does not have yet of county.yml, where the county has no records of its own; None where it has all."""
    book = ledgers.load(job.setting.ledger, COUNTY.folder)
    known = (book.lines or {}).get(COUNTY_FILE)
    fresh = list(ledgers.settings_entry(COUNTY_FILE, job.setting.profile, known, job.setting.as_of))
    if not fresh or book.damaged:
        return None
    written = chain.extended(book.chain, fresh)
    folder = job.staged / COUNTY.folder
    name = f"{COUNTY.folder}{ledgers.SUFFIX}"
    Draft(job.setting.ledger, folder / "ledger", {}).write(name, chain.written(written))
    return Part(COUNTY.folder, None, 0, 0, 0, folder, (), (), 0, (len(written.lines), written.head))


def write_heads(job: Job, parts: Sequence[Part]) -> None:
    """Repeat in the county's part of the ledger how the townships' parts end."""
    fresh = {part.name: part.ledger_end for part in parts if part.ledger_end}
    data = ledgers.written_heads(job.setting.ledger, [part.name for part in parts if part.name], fresh)
    if data is not None:
        Draft(job.setting.ledger, job.staged / "heads", {}).write(ledgers.HEADS, data)


def changes(job: Job, parts: Sequence[Part]) -> list[Change]:
    """What is to be released: the ledger before the site, so that nothing is public that it does not hold; then the
    results for the next build."""

    def staged(what: str) -> tuple[str, ...]:
        return tuple(f"{part.staged}/{what}" for part in parts)

    return [
        Change(str(job.setting.ledger), staged("ledger"), ()),
        Change(str(job.setting.ledger), (str(job.staged / "heads"),), ()),
        Change(str(job.site), staged("site"), tuple(path for part in parts for path in part.orphans)),
        Change(str(job.work / KEPT), staged("kept"), tuple(path for part in parts for path in part.stale)),
    ]


def context_key(config_file: Path, found: Survey, *, workbooks: bool) -> str:
    """Key of all that every page depends on: program, the county's own templates, versions, county.yml, the day."""
    return digest(
        program_key(),
        fingerprint(config_file.parent / "theme"),
        config_file.read_bytes(),
        (found.setting.content / COUNTY_FILE).read_bytes(),
        found.setting.as_of.isoformat(),
        f"{found.county.has_ledger} {workbooks}",
    )


@lru_cache(maxsize=1)
def themed(theme: Path, context: str) -> jinja2.Environment:  # noqa: ARG001 - a worker of a cluster outlives a theme
    """The environment over a theme, one for each process and build."""
    return environment(theme)


def _store(job: Job, folder: Path, before: dict[str, int]) -> Store:
    return Store(Draft(job.work / KEPT, folder / "kept", before), used=not job.afresh)


def _part(
    name: str, made: TownshipPart | None, pages: int, rendered: int, folder: Path, draft: FramedDraft, store: Store
) -> Part:
    orphans, stale = draft.orphans(), store.draft.orphans()
    return Part(name, made, pages, rendered, draft.written, folder, orphans, stale, store.damaged)
