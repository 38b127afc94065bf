"""Turns judged records into the frozen model. Every derived value is calculated here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.base.digest import check_code
from generator.base.finding import Effect
from generator.law.directory import reply_days
from generator.law.fulfilment import term_of
from generator.law.obligations import Obligation
from generator.records.kinds import BY_FOLDER
from generator.records.kinds.corrections import Correction
from generator.records.lasting import lasting, lists, lists_over, without
from generator.records.layout import Address
from generator.records.published import Ledger
from generator.records.read import Record
from generator.rules.judge import JudgedPlace
from generator.site import urls
from generator.site.gallery import shown_files
from generator.site.happenings import gone, happenings
from generator.site.links import links
from generator.site.model import Entry, Note, Outside, PlaceSite, Version, Withheld

NOTHING_OUTSIDE = Outside()


def arrange_place(one: JudgedPlace, as_of: date, outside: Outside = NOTHING_OUTSIDE) -> PlaceSite:
    """Arrange one place; of its findings, those that everyone may see become notes.

    Args:
        outside: what the township's other places have to do with it.
    """
    notes: dict[str, list[Note]] = defaultdict(list)
    reasons: dict[str, list[Note]] = defaultdict(list)
    for finding in one.findings:
        note = Note(finding.code, finding.note, finding.basis)
        shelf = reasons if finding.effect is Effect.WITHHOLD else notes
        if finding.note and finding.effect is not Effect.HINT and note not in shelf[finding.span.path]:
            shelf[finding.span.path].append(note)
    entries: list[Entry] = []
    hidden = 0
    for record in one.records:
        if record.address in one.withheld:
            continue
        publication = record.body.publication
        if not publication.is_public(as_of):
            hidden += 1
            continue
        entries.append(_entry(record, notes.get(record.path, []), one.ledger, as_of))
    titles = {entry.address.path: entry.title for entry in entries}
    paths = {record.path for record in one.records} | {address.path for address in one.withheld}
    entries = [_titled(entry, titles) for entry in entries]
    entries.sort(key=_newest, reverse=True)
    private = {record.address for record in one.records if record.body.publication.audience != "社会"}
    bodies = {record.address: record.body for record in one.records}
    withheld = tuple(_withheld(a, reasons.get(a.path, []), bodies.get(a)) for a in sorted(one.withheld - private))
    return PlaceSite(
        place=one.place,
        name=one.name,
        profile=one.profile,
        parameters=one.parameters,
        terms=one.terms,
        contacts=one.profile.contacts if one.profile else None,
        entries=tuple(entries),
        withheld=withheld,
        not_public=hidden + len(one.withheld & private),
        obligations=_obligations(one.duties, {*titles, *(item.address.path for item in withheld)}),
        notes=tuple(note for path, some in notes.items() if path not in paths for note in some),
        links=links(entries, outside),
        happenings=happenings(one, entries, as_of),
        gone=gone(one.ledger or {}, paths, one.place, one.moved),
        reply_days=reply_days(one.directory, one.parameters),
    )


def _entry(record: Record, notes: Sequence[Note], ledger: Ledger, as_of: date) -> Entry:
    """A record as it may be shown on a day. After 至 the persons in its list are removed."""
    known = ledger.get(record.path) if ledger else None
    version, code, revised = 1, "", None
    history: tuple[Version, ...] = ()
    if known:
        is_known = known.holds(record)
        version = known.version + (not is_known)
        code = check_code(known.digest) if is_known else ""
        revised = known.last if is_known and version > 1 else None
        past = [(one.number, one.day, one.digest) for one in known.history]
        past += [] if is_known else [(known.version, known.last, known.digest)]
        history = tuple(Version(number, day, check_code(digest)) for number, day, digest in past)
    kind = record.kind
    publication = record.body.publication
    remains = lasting(record.body)
    over = lists_over(record.body, as_of)
    body = remains if len(over) == len(lists(record.body)) else without(record.body, over)
    return Entry(
        address=record.address,
        url=urls.record(record.address),
        kind=kind,
        body=body,
        lasting=remains,
        title=kind.title(body),
        brief=kind.brief(body),
        board=kind.board(body),
        published=publication.day,
        until=publication.until,
        notes=tuple(notes),
        version=version,
        check_code=code,
        origin=known.origin if known else "",
        first=known.first if known else None,
        late_online=record.online is not None,
        revised=revised,
        history=history,
        files=shown_files(record),
        taken_down=any(len(route) == 1 for route in over),
    )


def _newest(entry: Entry) -> tuple[date, date, str]:
    """By what lists are ordered: of records that became public on one day, the one that tells of the later period is the newer."""
    term = term_of(entry.body)
    return entry.published, term.end if term else entry.kind.day(entry.body), entry.url


def _withheld(address: Address, reasons: Sequence[Note], body: Any) -> Withheld:
    """A withheld record. `body` is None if it could not be read."""
    kind = BY_FOLDER[address.kind]
    day, board = (body.publication.day, kind.board(body)) if body else (None, None)
    return Withheld(address, urls.record(address), kind, tuple(reasons), day, board)


def _obligations(duties: Iterable[Obligation], pages: Collection[str]) -> tuple[Obligation, ...]:
    """The obligations of a village. A record without a page is neither linked nor named by its title."""
    return tuple(
        o
        if o.address is None or o.address.path in pages
        else replace(o, address=None, title=f"{o.period.label}{o.item}")
        for o in duties
    )


def _titled(entry: Entry, titles: Mapping[str, str]) -> Entry:
    """The title of an entry. A correction has the title of the record that it corrects."""
    if not isinstance(entry.body, Correction):
        return entry
    target = titles.get(entry.address.resolve(entry.body.target).path)
    return replace(entry, title=f"更正：{target or '已公开的一份记录'}")


def in_gate(place: PlaceSite) -> int:
    """The number of files in the model: published + withheld + not public."""
    return len(place.entries) + len(place.withheld) + place.not_public
