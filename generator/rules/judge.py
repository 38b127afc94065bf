"""Reads and judges one place: every file of it, every rule, all findings at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from generator.base.finding import Effect, Finding, Span
from generator.base.names import is_slug
from generator.law.parameters import Parameters, resolve
from generator.records.layout import TOWNSHIP_FILE, VILLAGE_FILE, Address, Place, locate
from generator.records.places import County as CountyProfile
from generator.records.places import Township, Village
from generator.records.published import Ledger
from generator.records.read import NOTE, Record, read_record, typed
from generator.rules.base import Around, Context, PlaceCase
from generator.rules.engine import check_document, check_place, check_record
from generator.rules.privacy.p09_file_names import names_a_person
from generator.source.discover import Read
from generator.source.document import Document, parse

P = TypeVar("P", CountyProfile, Township, Village)


@dataclass(frozen=True, slots=True)
class JudgedPlace:
    """One village, or the township itself, after all rules."""

    place: Place
    profile: Village | Township | None
    """None when the profile is missing, unreadable or withheld."""
    name: str
    """From the profile where any name could be read, else the folder's name."""
    parameters: Parameters
    records: tuple[Record, ...]
    withheld: frozenset[Address]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the paths of a township stand for."""

    places: Mapping[Place, tuple[Address, ...]]
    """The township itself first, then its villages; each with its records in path order."""
    findings: tuple[Finding, ...]
    misplaced: int
    """Files whose path is at fault: no page, only a count."""


def lay_out(township: str, paths: Iterable[str]) -> Layout:
    """Sort a township's YAML paths by place.

    Args:
        paths: every YAML path under the township's folder, sorted; none of an attachment.
    """
    findings: list[Finding] = []
    addresses: dict[Place, list[Address]] = {Place(township): []}
    misplaced = 0
    for path in paths:
        if names_a_person(path):  # an address cannot be masked: it gets no page, and P09 says so at the place's profile
            misplaced += 1
            continue
        parts = path.split("/")
        if parts[1:] == [TOWNSHIP_FILE]:
            continue
        if len(parts) == 3 and parts[2] == VILLAGE_FILE and is_slug(parts[1]):
            addresses.setdefault(Place(township, parts[1]), [])
            continue
        address = locate(path)
        if isinstance(address, Finding):
            findings.append(address)
            misplaced += 1
            continue
        addresses.setdefault(address.place, []).append(address)
    places = {place: tuple(addresses[place]) for place in sorted(addresses, key=lambda place: place.village or "")}
    return Layout(places, tuple(findings), misplaced)


@dataclass(frozen=True, slots=True)
class PlaceFiles:
    """What lies in the folder of one place, its profile beside it."""

    place: Place
    addresses: tuple[Address, ...]
    files: frozenset[str]
    """Its folder's files by path, attachments included."""
    ledger: Ledger
    """Its own lines; None where the county never published."""


def judge_place(
    files: PlaceFiles, levels: Sequence[Mapping[str, str]], read: Read, county: Around, as_of: date
) -> JudgedPlace:
    """Read and judge all documents of one place.

    Args:
        levels: the parameters of the county and, for a village, of its township.
        read: gives a file's bytes.
    """
    place = files.place
    profile: Village | Township | None
    if place.village:
        document, profile, findings = read_profile(place.profile_path, Village, read, county)
    else:
        document, profile, findings = read_profile(place.profile_path, Township, read, county)
    own = profile.parameters if profile else {}
    try:
        parameters = resolve(*levels, own)
    except ValidationError:
        findings += parameter_findings(document, own)
        parameters = resolve(*levels)
    context = Context(as_of, parameters, place, profile)
    if document:
        findings += check_document(document, context)
    name = _name_of(document, place)
    if any(finding.effect is Effect.WITHHOLD for finding in findings):
        profile = None
        name = name if _harmless(findings, document) else (place.village or place.township)

    records: list[Record] = []
    stopped: set[Address] = set()
    for address in files.addresses:
        result = read_record(address, read(address.path))
        found = list(result.findings)
        if result.document:
            found += check_document(result.document, context)
        if result.record:
            found += check_record(result.record, context)
            records.append(result.record)
        if any(finding.effect is Effect.WITHHOLD for finding in found):
            stopped.add(address)
        findings += found

    case = PlaceCase(place, profile, tuple(records), frozenset(stopped), files.files, county, files.ledger)
    late = check_place(case, context, document)
    findings += late
    by_path = {address.path: address for address in files.addresses}
    stopped |= {by_path[f.span.path] for f in late if f.effect is Effect.WITHHOLD and f.span.path in by_path}
    return JudgedPlace(place, profile, name, parameters, tuple(records), frozenset(stopped), tuple(findings))


def own_parameters(place: Place, read: Read, county: Around, levels: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    """What a township's profile sets for its villages; nothing where that cannot be used, which is told at the profile."""
    _, profile, _ = read_profile(place.profile_path, Township, read, county)
    own = profile.parameters if profile else {}
    try:
        resolve(*levels, own)
    except ValidationError:
        return {}
    return own


def judge_county(profile: CountyProfile, document: Document, as_of: date) -> list[Finding]:
    """What is wrong with county.yml beyond its fields: its parameters, and anything personal in it."""
    try:
        parameters = resolve(profile.parameters)
    except ValidationError:
        return parameter_findings(document, profile.parameters)
    return list(check_document(document, Context(as_of, parameters, Place(""), None)))


def read_profile(
    path: str, model: type[P], read: Read, county: Around
) -> tuple[Document | None, P | None, list[Finding]]:
    """A place's profile as typed, its document, and what is wrong with it."""
    if not county.exists(path):
        remedy = f"新建 {path}，写上“名称”和“区划代码”"
        return None, None, [Finding(Span(path), "S01", Effect.WITHHOLD, "缺少这个地方的资料文件", remedy, NOTE)]
    parsed = parse(path, read(path))
    findings = list(parsed.findings)
    if parsed.document is None:
        return None, None, findings
    profile, problems = typed(parsed.document, model)
    return parsed.document, profile, findings + list(problems)


def parameter_findings(document: Document | None, own: Mapping[str, str]) -> list[Finding]:
    """What is wrong with a profile's 参数."""
    if document is None:
        return []
    inner = Document(document.path, document.text, dict(own))
    _, problems = typed(inner, Parameters)
    found = []
    for problem in problems:
        key = next((key for key in own if f"“{key}”" in problem.message or own[key] in problem.message), "")
        found.append(
            Finding(document.span(("参数", key)), "S01", problem.effect, problem.message, problem.remedy, NOTE)
        )
    return found


def _name_of(document: Document | None, place: Place) -> str:
    name = document.root.get("名称") if document else None
    return name if isinstance(name, str) and 0 < len(name) <= 30 else place.village or place.township


def _harmless(findings: Sequence[Finding], document: Document | None) -> bool:
    """The profile's name may be shown although the profile may not: nothing personal stands in it."""
    place = document.span(("名称",)) if document else None
    return all(finding.span != place for finding in findings)
