"""Judged records → the frozen model. Everything derived is derived here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.base.digest import check_code
from generator.base.finding import Effect, Finding
from generator.law.obligations import obligations
from generator.law.parameters import Parameters
from generator.records.corrections import Correction
from generator.records.finance import Finance
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.records.places import Township, Village
from generator.records.published import Ledger
from generator.records.read import Record
from generator.site import urls
from generator.site.model import (
    Entry,
    Link,
    Links,
    Note,
    Payment,
    PlaceSite,
    Tally,
    TownshipSite,
    TownshipSummary,
    Version,
    VillageSummary,
    Withheld,
)


@dataclass(frozen=True, slots=True)
class PlaceInput:
    """One place as the rules left it."""

    place: Place
    name: str
    profile: Village | Township | None
    parameters: Parameters
    records: Sequence[Record]
    withheld: frozenset[Address]


def build_township(
    places: Sequence[PlaceInput], findings: Iterable[Finding], ledger: Ledger, as_of: date
) -> TownshipSite:
    """Arrange one township.

    Args:
        places: the township's own records first, then its villages.
        findings: all findings of the township; only those that everyone may see become notes.
    """
    notes: dict[str, list[Note]] = defaultdict(list)
    reasons: dict[str, list[Note]] = defaultdict(list)
    for finding in findings:
        note = Note(finding.code, finding.note, finding.basis)
        shelf = reasons if finding.effect is Effect.WITHHOLD else notes
        if finding.note and finding.effect is not Effect.HINT and note not in shelf[finding.span.path]:
            shelf[finding.span.path].append(note)
    built = [_place(one, notes, reasons, ledger, as_of) for one in places]
    links = _links(built)
    built = [replace(one, entries=tuple(_titled(entry, links) for entry in one.entries)) for one in built]
    villages = sorted(built[1:], key=lambda village: village.code)
    return TownshipSite(built[0], tuple(villages), _links(built))


def summary(site: TownshipSite, year: int) -> TownshipSummary:
    """What the county keeps of a township."""
    villages = tuple(
        VillageSummary(v.name, v.url, v.place.village or "", v.tally(year), len(v.entries)) for v in site.villages
    )
    entries = [entry for place in site.places for entry in place.entries]
    return TownshipSummary(
        slug=site.slug,
        code=site.own.code,
        name=site.own.name,
        url=site.own.url,
        villages=villages,
        tally=sum((village.tally for village in villages), Tally()),
        entries=len(entries),
        own_entries=len(site.own.entries),
        withheld=sum(len(place.withheld) for place in site.places),
        years=tuple(sorted({entry.published.year for entry in entries}, reverse=True)),
        latest=max((entry.published for entry in entries), default=None),
    )


def _place(
    one: PlaceInput,
    notes: Mapping[str, list[Note]],
    reasons: Mapping[str, list[Note]],
    ledger: Ledger,
    as_of: date,
) -> PlaceSite:
    entries: list[Entry] = []
    hidden = 0
    for record in one.records:
        if record.address in one.withheld:
            continue
        publication = record.body.publication
        if publication.audience != "社会" or publication.day > as_of:
            hidden += 1
            continue
        entries.append(_entry(record, notes.get(record.path, []), ledger))
    entries.sort(key=lambda entry: (entry.published, entry.kind.day(entry.body), entry.url), reverse=True)
    private = {record.address for record in one.records if record.body.publication.audience != "社会"}
    return PlaceSite(
        place=one.place,
        name=one.name,
        profile=one.profile,
        parameters=one.parameters,
        contacts=one.profile.contacts if one.profile else None,
        entries=tuple(entries),
        withheld=tuple(
            Withheld(a, urls.record(a), BY_FOLDER[a.kind], tuple(reasons.get(a.path, ())))
            for a in sorted(one.withheld - private)
        ),
        not_public=hidden + len(one.withheld & private),
        obligations=(
            obligations(one.profile, one.records, one.withheld, one.parameters, as_of)
            if isinstance(one.profile, Village)
            else ()
        ),
        notes=tuple(notes.get(one.place.profile_path, ())),
    )


def _entry(record: Record, notes: Sequence[Note], ledger: Ledger) -> Entry:
    known = ledger.get(record.path) if ledger else None
    version = 1
    history: tuple[Version, ...] = ()
    if known:
        version = known.version if known.digest == record.digest else known.version + 1
        past = [*known.history, *([(known.version, known.last, known.digest)] if version > known.version else [])]
        history = tuple(Version(number, day, check_code(digest)) for number, day, digest in past)
    kind = record.kind
    return Entry(
        address=record.address,
        url=urls.record(record.address),
        kind=kind,
        body=record.body,
        title=record.title,
        brief=kind.brief(record.body),
        board=kind.board(record.body),
        published=record.body.publication.day,
        until=record.body.publication.until,
        notes=tuple(notes),
        version=version,
        check_code=check_code(record.digest),
        history=history,
    )


def _titled(entry: Entry, links: Links) -> Entry:
    """A correction is titled by the record it corrects."""
    if not isinstance(entry.body, Correction):
        return entry
    target = links.titles.get(entry.address.resolve(entry.body.target).path)
    return replace(entry, title=f"更正：{target.title if target else '已公开的一份记录'}")


def _links(places: Iterable[PlaceSite]) -> Links:
    titles: dict[str, Link] = {}
    payments: dict[str, list[Payment]] = defaultdict(list)
    incoming: dict[str, list[Link]] = defaultdict(list)
    corrections: dict[str, list[Link]] = defaultdict(list)
    entries = [entry for place in places for entry in place.entries]
    for entry in entries:
        titles[entry.address.path] = Link(entry.title, entry.url, entry.kind.name)
    for entry in entries:
        own = titles[entry.address.path]
        for reference in entry.body.related:
            incoming[entry.address.resolve(reference).path].append(own)
        if isinstance(entry.body, Correction):
            corrections[entry.address.resolve(entry.body.target).path].append(own)
        if isinstance(entry.body, Finance):
            for line in entry.body.entries:
                if line.decision:
                    payment = Payment(own, line.day, line.voucher or "", line.summary, line.amount)
                    payments[entry.address.resolve(line.decision).path].append(payment)
    for paid in payments.values():
        paid.sort(key=lambda payment: (payment.day or date.min, payment.voucher))
    return Links(
        titles,
        {path: tuple(found) for path, found in payments.items()},
        {path: tuple(found) for path, found in incoming.items()},
        {path: tuple(found) for path, found in corrections.items()},
    )


def in_gate(place: PlaceSite) -> int:
    """Files of a place that the model accounts for: published + withheld + not public."""
    return len(place.entries) + len(place.withheld) + place.not_public
