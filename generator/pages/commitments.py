"""承诺, all of a place: the two rates against their targets, and one promise after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import jinja2

from generator.base.share import share
from generator.pages.downloads import place_downloads
from generator.pages.page import Page
from generator.pages.shell import page, place_shell
from generator.records.kinds.commitments import Commitment, Fulfilment, Progress, State, fulfilment, is_member, state
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite

CSS: dict[State, str] = {"进行中": "go", "已兑现": "ok", "晚兑现": "late", "到期没完成": "miss", "已撤销": "wait"}
ORDER: tuple[State, ...] = ("到期没完成", "进行中", "晚兑现", "已兑现", "已撤销")


@dataclass(frozen=True, slots=True)
class Rate:
    """Kept out of due, against the county's target."""

    name: str
    promises: Fulfilment
    target: Decimal

    @property
    def said(self) -> str:
        """到期20条，兑现19条（其中1条晚），是95%"""
        return f"{self.promises.said}，是{share(self.promises.kept, self.promises.due)}"

    @property
    def reached(self) -> bool:
        return self.short_by == 0

    @property
    def short_by(self) -> int:
        """How many more would reach the target."""
        return self.promises.short_by(self.target)


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


def commitments_page(env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite) -> Page:
    """All promises of a place, those not kept first."""
    url = urls.kind(place.place, "commitments")
    entries = place.of_kind("commitments")
    promises = sorted(
        (promise_of(entry, county.as_of) for entry in entries),
        key=lambda one: (ORDER.index(one.state), one.record.due or date.max, one.entry.url),
    )
    context = CommitmentsPage(
        root=urls.root_from(url),
        as_of=county.as_of,
        name=place.name,
        rates=rates(place, [entry.body for entry in entries], county.as_of),
        promises=tuple(promises),
        files=place_downloads(county, place, "commitments") if entries else (),
        contacts=place.contacts,
        reply_days=place.reply_days,
    )
    shell = place_shell(county, township, place, url, "党务")
    title = f"{place.name}公开承诺｜{township.name}"
    return page(env, shell, url, title, f"{place.name}答应办的事，办到哪一步了。", "commitments.html", context)


def promise_of(entry: Entry, as_of: date) -> Promise:
    """A promise as the list and its own page show it."""
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


def rates(place: PlaceSite, records: Sequence[Commitment], as_of: date) -> tuple[Rate, ...]:
    """How many of the organisation's promises were kept, and of the members', where there are any."""
    own = [record for record in records if not is_member(record)]
    members = [record for record in records if is_member(record)]
    return tuple(
        Rate(name, fulfilment(some, as_of), target)
        for name, some, target in (
            (
                f"{place.terms.village}班子和{place.terms.village}干部的承诺" if place.place.village else "乡镇的承诺",
                own,
                place.parameters.org_rate,
            ),
            ("党员的承诺", members, place.parameters.member_rate),
        )
        if some
    )
