"""承诺: the list with its two rates, and one promise with its steps, its proof and its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import jinja2

from generator.base.dates import day_long
from generator.base.share import share
from generator.pages.downloads import place_downloads
from generator.pages.page import Page
from generator.pages.promise import Moment, moments, verdict
from generator.pages.shell import page, place_shell
from generator.records.commitments import Commitment, Evidence, Progress, State, fulfilment, is_member, short_by, state
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite

CSS: dict[State, str] = {"进行中": "go", "已兑现": "ok", "晚兑现": "late", "到期没完成": "miss", "已撤销": "wait"}
ORDER: tuple[State, ...] = ("到期没完成", "进行中", "晚兑现", "已兑现", "已撤销")


@dataclass(frozen=True, slots=True)
class Rate:
    """Kept out of due, against the county's target."""

    name: str
    kept: int
    due: int
    target: Decimal

    @property
    def said(self) -> str:
        """到期20条，兑现19条，是95%"""
        return f"到期{self.due}条，兑现{self.kept}条，是{share(self.kept, self.due)}"

    @property
    def reached(self) -> bool:
        return self.short_by == 0

    @property
    def short_by(self) -> int:
        """How many more would reach the target."""
        return short_by(self.kept, self.due, self.target)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise in the list."""

    entry: Entry
    record: Commitment
    state: State
    css: str
    done: Decimal | None
    """The latest count, in the target's unit."""
    latest: Progress | None


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """Context of theme/pages/commitments.html."""

    root: str
    as_of: date
    name: str
    rates: tuple[Rate, ...]
    promises: tuple[Promise, ...]
    files: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """Context of theme/pages/commitment.html."""

    root: str
    as_of: date
    entry: Entry
    promise: Promise
    late_days: int
    verdict: str
    """Whether it was kept, in a sentence."""
    moments: tuple[Moment, ...]
    evidence: tuple[tuple[str, str, Link | None], ...]
    """Name, day or voucher in words, linked record."""
    rate: Rate | None
    """Of all promises of its kind in the place, once one is due."""
    list_url: str
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


def commitments_page(env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite) -> Page:
    """All promises of a place, those not kept first."""
    url = urls.kind(place.place, "commitments")
    entries = place.of_kind("commitments")
    promises = sorted(
        (_promise(entry, county.as_of) for entry in entries),
        key=lambda one: (ORDER.index(one.state), one.record.due or date.max, one.entry.url),
    )
    context = CommitmentsPage(
        root=urls.root_from(url),
        as_of=county.as_of,
        name=place.name,
        rates=_rates(place, [entry.body for entry in entries], county.as_of),
        promises=tuple(promises),
        files=place_downloads(county, place, ("commitments",)) if entries else (),
        contacts=place.contacts,
        reply_days=place.parameters.reply_days,
    )
    shell = place_shell(county, township, place, url, "党务")
    title = f"{place.name}公开承诺｜{township.name}"
    return page(env, shell, url, title, f"{place.name}答应办的事，办到哪一步了。", "commitments.html", context)


def commitment_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One promise."""
    context = commitment_view(county, place, entry)
    shell = place_shell(county, township, place, entry.url, "党务")
    description = f"{entry.title}：{context.promise.state}。"
    return page(
        env, shell, entry.url, f"{entry.title}｜{place.name}", description, "commitment.html", context, entry=entry
    )


def commitment_view(county: CountySite, place: PlaceSite, entry: Entry) -> CommitmentPage:
    """What is shown of one promise, on the site and on paper."""
    body: Commitment = entry.body
    promise = _promise(entry, county.as_of)
    end = body.closing.day if body.closing else county.as_of
    alike = [e.body for e in place.of_kind("commitments") if is_member(e.body) == is_member(body)]
    rates = _rates(place, alike, county.as_of)
    return CommitmentPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        promise=promise,
        late_days=max(0, (end - body.due).days) if body.due else 0,
        verdict=verdict(body, county.as_of),
        moments=moments(body, county.as_of),
        evidence=tuple(_evidence(place, entry)),
        rate=next((one for one in rates if one.due), None),
        list_url=urls.kind(place.place, "commitments"),
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.parameters.reply_days,
    )


def _promise(entry: Entry, as_of: date) -> Promise:
    body: Commitment = entry.body
    now = state(body, as_of)
    past = [progress for progress in body.progress if progress.day <= as_of]
    return Promise(entry, body, now, CSS[now], _count(body, past), past[-1] if past else None)


def _count(body: Commitment, past: Sequence[Progress]) -> Decimal | None:
    """The latest count; of what is done, only one taken at the end: an earlier one says nothing any more."""
    counted = [progress for progress in past if progress.done is not None]
    if not counted or (body.closing and counted[-1].day < body.closing.day):
        return None
    return counted[-1].done


def _rates(place: PlaceSite, records: Sequence[Commitment], as_of: date) -> tuple[Rate, ...]:
    own = [record for record in records if not is_member(record)]
    members = [record for record in records if is_member(record)]
    return tuple(
        Rate(name, *fulfilment(some, as_of), target)
        for name, some, target in (
            ("村班子和村干部的承诺", own, place.parameters.org_rate),
            ("党员的承诺", members, place.parameters.member_rate),
        )
        if some
    )


def _evidence(place: PlaceSite, entry: Entry) -> list[tuple[str, str, Link | None]]:
    body: Commitment = entry.body
    shown = []
    for proof in body.evidence:
        words = "，".join(
            word
            for word in (day_long(proof.day) if proof.day else "", f"凭证 {proof.voucher}" if proof.voucher else "")
            if word
        )
        shown.append((proof.name, words, _proof(place, entry, proof)))
    return shown


def _proof(place: PlaceSite, entry: Entry, proof: Evidence) -> Link | None:
    """The record that proves it; of accounts the very line, where the voucher is there."""
    path = entry.address.resolve(proof.reference).path if proof.reference else ""
    link = place.links.titles.get(path)
    accounts = next((e for e in place.of_kind("finance") if e.address.path == path), None) if proof.voucher else None
    lines = enumerate(accounts.body.entries, 1) if accounts else ()
    number = next((number for number, line in lines if line.voucher == proof.voucher), None)
    return replace(link, url=urls.line(link.url, number)) if link and number else link
