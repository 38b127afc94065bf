"""One 承诺: what was promised, its steps, its proof and its verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import jinja2

from generator.base.dates import day_long
from generator.pages.commitments import Promise, Rate, promise_of, rates
from generator.pages.page import Page
from generator.pages.promise import Moment, moments, verdict
from generator.pages.shell import page, place_shell
from generator.records.kinds.commitments import Commitment, Evidence, is_member
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite


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
    promise = promise_of(entry, county.as_of)
    end = body.closing.day if body.closing else county.as_of
    alike = [e.body for e in place.of_kind("commitments") if is_member(e.body) == is_member(body)]
    return CommitmentPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        promise=promise,
        late_days=max(0, (end - body.due).days) if body.due else 0,
        verdict=verdict(body, county.as_of),
        moments=moments(body, county.as_of),
        evidence=tuple(_evidence(place, entry)),
        rate=next((one for one in rates(place, alike, county.as_of) if one.promises.due), None),
        list_url=urls.kind(place.place, "commitments"),
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.reply_days,
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
