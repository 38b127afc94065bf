"""What is known of a county before its first township is opened: its profile, the day, which townships there are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.base.dates import CHINA, parse_date
from generator.base.digest import digest_of_file
from generator.base.finding import Effect, Finding, Span
from generator.base.names import is_slug
from generator.base.redact import redact
from generator.build.moves import Moves
from generator.build.setting import Setting
from generator.publish import ledger as ledgers
from generator.records.divisions import divisions
from generator.records.kinds import BY_FOLDER
from generator.records.layout import COUNTY, COUNTY_FILE, OWN_RECORDS, TOWNSHIP_FILE, VILLAGE_FILE, Place, locate
from generator.records.licences import LICENCES
from generator.records.places import County as CountyProfile
from generator.rules.privacy.p09_file_names import folder_finding, names_a_person
from generator.rules.profiles import judge_county, read_profile
from generator.rules.timeliness.t11_corrections_traced import changed_settings
from generator.site.happenings import gone, settings_changed
from generator.site.model import CountySite, Gone, Happening
from generator.source.decode import Unreadable
from generator.source.discover import discover, reader
from generator.source.document import Document

PROFILE_HEAD = 1 << 14
"""Bytes of a profile in which its name and code stand."""


class NothingFound(Exception):
    """There is no record to look at: an empty or wrong folder is never green."""


class CountyUnreadable(Exception):
    """county.yml cannot be read. Its parameters decide what may be published, so nothing is."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{COUNTY_FILE} 有{len(findings)}处要改")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Lost:
    """What the ledger knows of the county and no part of it looks at: townships that are gone, and county.yml where the
    county has no records of its own."""

    findings: tuple[Finding, ...] = ()
    happenings: tuple[Happening, ...] = ()
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """A county from outside."""

    setting: Setting
    county: CountySite
    parts: tuple[str, ...]
    """The units of work: the townships' folders, and that of the county's own records where there is one."""
    findings: tuple[Finding, ...]
    """What is wrong with files that lie beside these folders, and what is gone or changed that no part looks at."""
    lost: Lost


@dataclass(frozen=True, slots=True)
class _Top:
    """The county's own folder, for the question whether its profile is there."""

    content: Path
    documents: frozenset[str]

    def exists(self, path: str) -> bool:
        return path in self.documents

    def digest(self, path: str) -> str:
        return digest_of_file(self.content, path)


def survey(content: Path, ledger: Path, as_of: str | None = None) -> Survey:
    """Look at a content folder from outside.

    Raises:
        NothingFound: no folder, or no township in it.
        CountyUnreadable: county.yml is missing or wrong.
        ValueError: `as_of` is no day.
    """
    if not content.is_dir():
        raise NothingFound(f"没有找到文件夹 {content}")
    tree = discover(content, deep=False)
    if not tree.folders and set(tree.documents) <= {COUNTY_FILE}:
        raise NothingFound(f"{content} 里没有找到任何记录（.yml 文件）")
    top = _Top(content, frozenset(tree.documents))
    document, profile, problems = read_profile(COUNTY_FILE, CountyProfile, reader(content), top)
    if profile is None or document is None or problems:
        raise CountyUnreadable(tuple(problems))
    day = effective_day(as_of, profile)
    if problems := judge_county(profile, document, day):
        raise CountyUnreadable(tuple(problems))
    strays = [locate(path) for path in tree.documents if path != COUNTY_FILE]
    findings = [*tree.findings]
    for folder in tree.folders:
        if not _is_part(folder):  # its address could be one of our own pages, or none at all
            inside = discover(content, folder)
            strays += map(locate, inside.documents)
            findings += inside.findings
    parts = tuple(filter(_is_part, tree.folders))
    findings += [stray for stray in strays if isinstance(stray, Finding)]
    places = divisions(_profiles(content, filter(is_slug, parts)))
    moves = Moves(content, {}, places, None, day)
    lost = _joined([*_gone(ledger, tree.folders, moves), *_own(ledger, tree.folders, profile, document, day)])
    findings += lost.findings
    findings += [
        folder_finding(folder, len(discover(content, folder).documents))
        for folder in filter(names_a_person, tree.folders)
    ]
    return Survey(
        setting=Setting(content, ledger, day, profile, places, ""),
        county=_county_site(profile, day, has_ledger=ledgers.exists(ledger)),
        parts=parts,
        findings=tuple(findings),
        lost=lost,
    )


def _gone(ledger: Path, folders: tuple[str, ...], moves: Moves) -> Iterator[Lost]:
    """The townships that were once public and have no folder any more."""
    for name in ledgers.names(ledger):
        if name in folders:
            continue
        lines = {path: one for path, one in (ledgers.load(ledger, name).lines or {}).items() if path != COUNTY_FILE}
        if not lines and Place(name) == COUNTY:
            continue
        moved = {path: to for path in lines if (to := moves.to(path))}
        missed = len(lines.keys() - moved.keys())
        note = f"公开过的 {name} 现在没有了，有{missed}份，还没有说明。"
        finding = Finding(
            Span(Place(name).profile_path),
            ledgers.CODE,
            Effect.FLAG,
            redact(f"公开过的镇“{name}”整个不见了：文件夹没有了，或者改了名（底本里有{missed}份）"),
            f"把文件夹找回来，名称照原来的；改了名的，在新的 {TOWNSHIP_FILE} 里写“原地址: {name}”",
            redact(note),
        )
        said = redact(note if missed or not lines else f"{name} 换了网址，有{len(lines)}份。").rstrip("。")
        findings = (finding,) if missed or not lines else ()
        yield Lost(findings, (Happening(None, said, ""),), gone(lines, (), COUNTY, moved))


def _own(
    ledger: Path, folders: tuple[str, ...], profile: CountyProfile, document: Document, day: date
) -> Iterator[Lost]:
    """county.yml, where the county has no records of its own, with which it is judged else."""
    if COUNTY.folder in folders:
        return
    known = (ledgers.load(ledger, COUNTY.folder).lines or {}).get(COUNTY_FILE)
    yield Lost(
        tuple(
            Finding(document.span(one.at), ledgers.CODE, Effect.FLAG, one.message, one.remedy, one.note)
            for one in changed_settings(known, profile)
        ),
        tuple(settings_changed(known and next(ledgers.settings_entry(COUNTY_FILE, profile, known, day), known))),
    )


def _joined(lost: Iterable[Lost]) -> Lost:
    some = tuple(lost)
    return Lost(
        tuple(finding for one in some for finding in one.findings),
        tuple(happening for one in some for happening in one.happenings),
        tuple(each for one in some for each in one.gone),
    )


def _profiles(content: Path, folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Path and content of all profiles that can be read; what is wrong with the others is told where they are judged.

    Args:
        folders: of the townships.
    """
    townships = tuple(folders)
    inside = (folder for township in townships for folder in discover(content, township, deep=False).folders)
    villages = (folder for folder in inside if is_slug(folder.rpartition("/")[2]))
    paths = [COUNTY_FILE, *(f"{township}/{TOWNSHIP_FILE}" for township in townships)]
    read = reader(content)
    for path in (*paths, *(f"{village}/{VILLAGE_FILE}" for village in villages)):
        if not isinstance(data := read(path), Unreadable):
            yield path, data[:PROFILE_HEAD]


def parts_in(content: Path) -> tuple[str, ...]:
    """The units of work: the townships' folders, and that of the county's own records where there is one.

    Raises:
        NothingFound: no folder, or none of these in it.
    """
    if not content.is_dir():
        raise NothingFound(f"没有找到文件夹 {content}")
    folders = tuple(filter(_is_part, discover(content, deep=False).folders))
    if not folders:
        raise NothingFound(f"{content} 里没有找到任何记录（.yml 文件）")
    return folders


def _is_part(folder: str) -> bool:
    """A folder that is read: not one of the kinds of records, whose files lie too high; nor one that a person's number names."""
    return folder == OWN_RECORDS or (is_slug(folder) and folder not in BY_FOLDER and not names_a_person(folder))


def effective_day(given: str | None, profile: CountyProfile) -> date:
    """The day the county is looked at: --as-of, DISCLOSE_AS_OF, SOURCE_DATE_EPOCH, the demonstration's day, today (UTC+8).

    Raises:
        ValueError: a given day cannot be read.
    """
    for text in (given, os.environ.get("DISCLOSE_AS_OF")):
        if text:
            day = parse_date(text)
            if day is None:
                raise ValueError(f"日期“{text}”写法不对，写成 2026-11-18 这样")
            return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(CHINA).date()
    return profile.demonstration_day or datetime.now(CHINA).date()


def _county_site(profile: CountyProfile, day: date, *, has_ledger: bool) -> CountySite:
    site_url = profile.site_url or ""
    return CountySite(
        name=profile.name,
        as_of=day,
        demonstration=profile.demonstration_day == day,
        terms=profile.terms,
        government=profile.government,
        contacts=profile.contacts,
        notice=profile.notice or "",
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        has_ledger=has_ledger,
        licence=LICENCES[profile.licence],
    )
