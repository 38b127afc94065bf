"""The page of one 承诺: what was promised, its steps, its proof and its verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.base.dates import day_long
from generator.pages.commitment.standing import Rate, Standing, rates, standing_of
from generator.pages.commitment.story import Moment, moments, verdict
from generator.pages.desk import Desk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.kinds.commitments import Commitment, Evidence, is_member
from generator.site import urls
from generator.site.model import Entry, Link, PlaceSite


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """Context of theme/pages/commitment.html."""

    standing: Standing
    late_days: int
    verdict: str
    """Whether it was kept, in a sentence."""
    moments: tuple[Moment, ...]
    evidence: tuple[tuple[str, str, Link | None], ...]
    """Name, day or voucher in words, linked record."""
    rate: Rate | None
    """Of all commitments of its kind in the place, once one is due."""
    list_url: str


def commitment_page(desk: Desk, entry: Entry) -> Page:
    """One commitment."""
    context = commitment_view(desk, entry)
    title = f"{entry.title}｜{desk.name}"
    description = f"{entry.title}：{context.standing.state}。"
    return render(desk, entry.url, title, description, "commitment.html", context, entry=entry)


def commitment_view(desk: Desk, entry: Entry) -> CommitmentPage:
    """What is shown of one commitment, on the site and on paper."""
    body: Commitment = entry.body
    place, as_of = desk.place, desk.county.as_of
    standing = standing_of(entry, as_of)
    end = body.closing.day if body.closing else as_of
    alike = [e.body for e in place.of_kind("commitments") if is_member(e.body) == is_member(body)]
    return CommitmentPage(
        standing=standing,
        late_days=max(0, (end - body.due).days) if body.due and end else 0,
        verdict=verdict(body, as_of),
        moments=moments(body, as_of),
        evidence=tuple(_evidence(place, entry)),
        rate=next((one for one in rates(place, alike, as_of) if one.promises.due), None),
        list_url=urls.kind(place.place, "commitments"),
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
