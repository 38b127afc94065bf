"""Reads and judges one place: every file of it, every rule, all findings at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from generator.base.finding import Effect, Finding, Span, merged
from generator.base.names import is_slug
from generator.law.directory import Item, localised, national
from generator.law.obligations import Obligation, obligations
from generator.law.parameters import Parameters, resolve
from generator.records.layout import VILLAGE_FILE, Address, Place, locate
from generator.records.local import Layer
from generator.records.places import USUAL_TERMS, Profile, Terms, Township, Village, level_of, words_of
from generator.records.places import County as CountyProfile
from generator.records.published import Ledger, Published
from generator.records.read import Record, read_record
from generator.records.values import Unread
from generator.rules import moved
from generator.rules.privacy.ending import with_ends
from generator.rules.privacy.p09_file_names import folder_finding, names_a_person
from generator.rules.profiles import directory_findings, parameter_findings, read_profile
from generator.rules.rule import Around, Context, PlaceCase
from generator.rules.run import check_document, check_place, check_record
from generator.rules.vetting import with_attached
from generator.rules.waived import explained
from generator.source.discover import Read
from generator.source.document import Document


@dataclass(frozen=True, slots=True)
class JudgedPlace:
    """One village, or a township or the county itself, after all rules."""

    place: Place
    profile: Profile | None
    """None when the profile is missing, unreadable or withheld."""
    name: str
    """From the profile where any name could be read, else the folder's name."""
    parameters: Parameters
    directory: tuple[Item, ...]
    """As the county, the township and the village laid it down."""
    duties: tuple[Obligation, ...]
    """What it should have published; none where the profile is withheld."""
    terms: Terms
    records: tuple[Record, ...]
    withheld: frozenset[Address]
    drafts: frozenset[Address]
    """Records without 公开日期. The clerk is told what is wrong with them; nobody else learns that they are there."""
    findings: tuple[Finding, ...]
    ledger: Ledger
    """What its records said when they were last public; None where the county never published."""
    moved: Mapping[str, str]
    """Earlier paths of the ledger → where those records stand now."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the paths of a township, or of the county's own folder, stand for."""

    places: Mapping[Place, tuple[Address, ...]]
    """The township (or county) itself first, then its villages; each with its records in path order."""
    findings: tuple[Finding, ...]
    misplaced: int
    """Files whose path is at fault: no page, only a count."""


def lay_out(township: str, paths: Iterable[str]) -> Layout:
    """Sort a township's YAML paths by place.

    Args:
        township: its folder, or that of the county's own records.
        paths: every YAML path under the folder, sorted, and the profile's; none of an attachment.
    """
    findings: list[Finding] = []
    own = Place(township)
    addresses: dict[Place, list[Address]] = {own: []}
    misplaced = 0
    closed: Counter[str] = Counter()
    for path in paths:
        if names_a_person(path):  # an address cannot be masked: it gets no page, and P09 says so at the place's profile
            misplaced += 1
            folder = "/".join(path.split("/")[:2])
            closed[folder] += names_a_person(folder)
            continue
        if path == own.profile_path:
            continue
        parts = path.split("/")
        if len(parts) == 3 and parts[2] == VILLAGE_FILE and is_slug(parts[1]) and not own.is_county:
            addresses.setdefault(Place(township, parts[1]), [])
            continue
        address = locate(path)
        if isinstance(address, Finding):
            findings.append(address)
            misplaced += 1
            continue
        addresses.setdefault(address.place, []).append(address)
    findings += [folder_finding(folder, count) for folder, count in sorted(closed.items()) if count]
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
    """Its own lines; None where the county never published. The township's own place also has those of villages that are
    gone."""
    ledger_damaged: bool = False
    """The township's part of the ledger was changed by somebody, or cannot be read."""


def judge_place(files: PlaceFiles, levels: Sequence[Layer], read: Read, county: Around, as_of: date) -> JudgedPlace:
    """Read and judge all documents of one place.

    Args:
        levels: what is above it: the county and, for a village, its township.
        read: gives a file's bytes.
    """
    place = files.place
    profile: Profile | None
    if place.is_county:
        document, profile, findings = read_profile(place.profile_path, CountyProfile, read, county)
    elif place.village:
        document, profile, findings = read_profile(place.profile_path, Village, read, county)
    else:
        document, profile, findings = read_profile(place.profile_path, Township, read, county)
    own = profile.parameters if profile else {}
    above = [level.parameters for level in levels]
    try:
        parameters = resolve(*above, own)
    except ValidationError:
        findings += parameter_findings(document, own)
        parameters = resolve(*above)
    layers = (*levels, *([profile] if profile else []))
    terms = words_of(next((one.terms for one in layers if isinstance(one, CountyProfile)), USUAL_TERMS), profile)
    own_lines = (line for one in layers for line in one.directory)
    directory = localised(national(level_of(profile) if profile else place.level), own_lines)
    context = Context(as_of, parameters, place, profile, terms, directory)
    if document:
        findings += directory_findings(document, profile)
        findings += check_document(document, context)
    name = _name_of(document, place)
    if any(finding.effect is Effect.WITHHOLD for finding in findings):
        profile = None
        name = name if _harmless(findings, document) else (place.village or place.township)

    lines = files.ledger or {}
    moving: dict[str, Published] = {}
    if files.ledger is not None and place.profile_path not in lines:
        moving |= moved.moving([(place.profile_path, None)], county)
    began = min((line.first for line in lines.values()), default=as_of)
    records: list[Record] = []
    in_part: list[Record] = []
    stopped: set[Address] = set()
    drafts: set[Address] = set()
    for address in files.addresses:
        result = read_record(address, read(address.path))
        found = list(result.findings)
        if result.document:
            found += check_document(result.document, context)
        if result.record:
            if files.ledger is not None and address.path not in lines:
                moving |= moved.moving([(address.path, result.record)], county)
            known = lines.get(address.path) or moving.get(address.path)
            record = with_attached(_dated(result.record, known, began), files.files, county, context)
            found += check_record(record, context)
            record = with_ends(record, context)
            records.append(record)
            if files.ledger_damaged:
                found += _unsure(record, known)
        elif result.rest:
            rest = with_attached(result.rest, files.files, county, context)
            found += check_record(rest, context)
            in_part.append(rest)
        if result.is_draft:
            drafts.add(address)
        elif any(finding.effect is Effect.WITHHOLD for finding in found):
            stopped.add(address)
        findings += found

    so_far = frozenset(stopped)
    duties = obligations(profile, records, so_far, parameters, as_of, directory) if profile else ()
    undated = frozenset(drafts)
    ledger = files.ledger if files.ledger is None else {**files.ledger, **moving}
    there = {*files.files, place.profile_path}
    elsewhere = {path: to for path in lines if path not in there and (to := county.moved_to(path))}
    case = PlaceCase(place, profile, tuple(records), so_far, undated, files.files, county, ledger, elsewhere, duties)
    late = check_place(case, context, document)
    findings += late
    for record in in_part:
        findings += _of_the_rest(record, case, parameters, directory, context)
    by_path = {address.path: address for address in files.addresses if address not in drafts}
    stopped |= {by_path[f.span.path] for f in late if f.effect is Effect.WITHHOLD and f.span.path in by_path}
    withheld = frozenset(stopped)
    if profile and withheld != so_far:
        duties = obligations(profile, records, withheld, parameters, as_of, directory)
    told = merged(explained(findings, records, withheld, as_of, terms))
    return JudgedPlace(
        place=place,
        profile=profile,
        name=name,
        parameters=parameters,
        directory=directory,
        duties=duties,
        terms=terms,
        records=tuple(records),
        withheld=withheld,
        drafts=undated,
        findings=told,
        ledger=ledger,
        moved=elsewhere,
    )


def _dated(record: Record, known: Published | None, began: date) -> Record:
    """With the ledger's day, where it is after the claimed one. What the ledger began with may have been public before."""
    if known is None or not began < known.first > record.body.publication.day:
        return record
    return replace(record, online=known.first)


def _unsure(record: Record, known: Published | None) -> tuple[Finding, ...]:
    """Where the ledger is damaged, only what is as it says is published: the rest may be a change that nobody told."""
    if known and known.base is None and known.holds(record):
        return ()
    message = "底本坏了，这份记录和底本对不上，先不公开"
    remedy = "先把底本修好：运行 disclose ledger check 看是哪一行"
    note = "公开的底本正在核对，这份记录有改动，核对以后再公开。"
    return (Finding(Span(record.path), "T11", Effect.WITHHOLD, message, remedy, note),)


def _of_the_rest(
    record: Record, case: PlaceCase, parameters: Parameters, directory: tuple[Item, ...], context: Context
) -> tuple[Finding, ...]:
    """What rules of the whole place would say of a record of which some fields could not be read, if it were public.

    Its clerk hears of everything in one run. A rule that needs what could not be read says nothing.
    """
    records = (*case.records, record)
    withheld = case.withheld - {record.address}
    try:
        duties = (
            obligations(case.profile, records, withheld, parameters, context.as_of, directory) if case.profile else ()
        )
    except Unread:
        duties = case.duties
    found = check_place(replace(case, records=records, withheld=withheld, duties=duties), context, None)
    return tuple(one for one in found if one.span.path == record.path)


def _name_of(document: Document | None, place: Place) -> str:
    name = document.root.get("名称") if document else None
    return name if isinstance(name, str) and 0 < len(name) <= 30 else place.village or place.township


def _harmless(findings: Sequence[Finding], document: Document | None) -> bool:
    """The profile's name may be shown although the profile may not: nothing personal stands in it."""
    place = document.span(("名称",)) if document else None
    return all(finding.span != place for finding in findings)
