"""Reads and judges one township: every file of it, every rule, all findings at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from pydantic import ValidationError

from generator.base.finding import Effect, Finding, Span
from generator.law.parameters import Parameters, resolve
from generator.records.layout import TOWNSHIP_FILE, Address, Place, locate
from generator.records.places import County as CountyProfile
from generator.records.places import Township, Village
from generator.records.published import Ledger, Published
from generator.records.read import NOTE, Record, read_record, typed
from generator.rules.base import Context, PlaceCase
from generator.rules.engine import check_document, check_place, check_record
from generator.rules.privacy.p09_file_names import names_a_person
from generator.source.discover import Read
from generator.source.document import Document, parse

P = TypeVar("P", CountyProfile, Township, Village)


@dataclass(frozen=True, slots=True)
class County:
    """What judging a township needs to know of the county around it."""

    parameters: Mapping[str, str]
    files: frozenset[str]
    """All files by path: documents and attachments."""
    digest: Callable[[str], str]
    """SHA-256 of one of them."""
    as_of: date
    ledger: Ledger


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


@dataclass(frozen=True, slots=True)
class Judged:
    """A township after all rules."""

    township: str
    places: tuple[JudgedPlace, ...]
    """The township itself first, then its villages in path order."""
    findings: tuple[Finding, ...]
    misplaced: int
    """Files whose path is at fault: no page, only a count."""


def judge_township(township: str, paths: Sequence[str], read: Read, county: County) -> Judged:
    """Read and judge all documents of one township.

    Args:
        paths: every YAML path under the township's folder, sorted.
        read: gives a file's bytes.
    """
    findings: list[Finding] = []
    addresses: dict[Place, list[Address]] = {}
    places = {Place(township)}
    misplaced = 0
    for path in paths:
        if names_a_person(path):  # an address cannot be masked: it gets no page, and P09 says so at the place's profile
            misplaced += 1
            continue
        parts = path.split("/")
        if parts[1:] == [TOWNSHIP_FILE]:
            continue
        if len(parts) == 3 and parts[2] == "village.yml":
            places.add(Place(township, parts[1]))
            continue
        address = locate(path)
        if isinstance(address, Finding):
            findings.append(address)
            misplaced += 1
            continue
        addresses.setdefault(address.place, []).append(address)
    places |= set(addresses)

    judged = []
    levels = [county.parameters]
    known = _record_paths(county.files)
    ledgers = _by_folder(county.ledger, township)
    for place in sorted(places, key=lambda place: (place.village or "",)):
        ledger = None if ledgers is None else ledgers.get(place.folder, {})
        one, found, own = _judge_place(place, addresses.get(place, []), known, ledger, read, county, levels)
        findings += found
        judged.append(one)
        if place.village is None:
            levels = [*levels, own]
    return Judged(township, tuple(judged), tuple(sorted(findings, key=Finding.sort_key)), misplaced)


@lru_cache(maxsize=1)
def _record_paths(files: frozenset[str]) -> frozenset[str]:
    """The paths that stand for records, worked out once for all townships of a county."""
    return frozenset(path for path in files if path.count("/") == 3 and path.endswith(".yml"))


def _by_folder(ledger: Ledger, township: str) -> Mapping[str, Mapping[str, Published]] | None:
    """A township's lines of the ledger by the folder of their place."""
    if ledger is None:
        return None
    lines: dict[str, dict[str, Published]] = {}
    for path, published in ledger.items():
        if path.startswith(f"{township}/"):
            lines.setdefault("/".join(path.split("/")[:2]), {})[path] = published
    return lines


def _judge_place(
    place: Place,
    addresses: Sequence[Address],
    known: frozenset[str],
    ledger: Ledger,
    read: Read,
    county: County,
    levels: Sequence[Mapping[str, str]],
) -> tuple[JudgedPlace, list[Finding], Mapping[str, str]]:
    profile: Village | Township | None
    if place.village:
        document, profile, findings = read_profile(place.profile_path, Village, read, county.files)
    else:
        document, profile, findings = read_profile(place.profile_path, Township, read, county.files)
    own = profile.parameters if profile else {}
    try:
        parameters = resolve(*levels, own)
    except ValidationError:
        findings += parameter_findings(document, own)
        own = {}
        parameters = resolve(*levels)
    context = Context(county.as_of, parameters, place, profile)
    if document:
        findings += check_document(document, context)
    name = _name_of(document, place)
    if any(finding.effect is Effect.WITHHOLD for finding in findings):
        profile = None
        name = name if _harmless(findings, document) else (place.village or place.township)

    records: list[Record] = []
    stopped: set[Address] = set()
    for address in addresses:
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

    case = PlaceCase(place, profile, tuple(records), frozenset(stopped), county.files, county.digest, known, ledger)
    late = check_place(case, context, document)
    findings += late
    by_path = {address.path: address for address in addresses}
    stopped |= {by_path[f.span.path] for f in late if f.effect is Effect.WITHHOLD and f.span.path in by_path}
    return JudgedPlace(place, profile, name, parameters, tuple(records), frozenset(stopped)), findings, own


def judge_county(profile: CountyProfile, document: Document, as_of: date) -> list[Finding]:
    """What is wrong with county.yml beyond its fields: its parameters, and anything personal in it."""
    try:
        parameters = resolve(profile.parameters)
    except ValidationError:
        return parameter_findings(document, profile.parameters)
    return list(check_document(document, Context(as_of, parameters, Place(""), None)))


def read_profile(
    path: str, model: type[P], read: Read, files: frozenset[str]
) -> tuple[Document | None, P | None, list[Finding]]:
    """A place's profile as typed, its document, and what is wrong with it."""
    if path not in files:
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
