"""四议两公开: the vote in words and picture, the six steps as a timeline, the money and the promises that followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import jinja2

from generator.base.money import ZERO
from generator.pages import charts
from generator.pages.commitments import CSS
from generator.pages.further import Further, further_of, heading, major
from generator.pages.page import Page
from generator.pages.shell import page, place_shell
from generator.pages.stages import Stage, stages_of, told
from generator.pages.vote import Quorum, quorum
from generator.records.kinds.commitments import state
from generator.records.kinds.decisions import Decision, Step, step_of, wanted
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, Payment, PlaceSite, TownshipSite
from generator.site.spent import difference


@dataclass(frozen=True, slots=True)
class Followed:
    """A promise that has to do with a decision, and where it stands."""

    link: Link
    state: str
    css: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Context of theme/pages/decision.html."""

    root: str
    as_of: date
    entry: Entry
    record: Decision
    said: str
    """How far it went and whether enough heads were there, in a sentence or two."""
    main: Quorum | None
    main_day: date | None
    outcome: str
    """Who voted and how it ended, in words that need no explaining."""
    decided: str
    """What was decided, in the meeting's words."""
    draw_people: bool
    stages: tuple[Stage, ...]
    extra: tuple[Step, ...]
    further: tuple[Further, ...]
    further_heading: str
    major: bool
    """One of the major matters (三重一大)."""
    payments: tuple[Payment, ...]
    paid: Decimal
    ceiling: Decimal | None
    over: bool
    unpaid: Decimal | None
    """What is left of the contract's price."""
    difference: str
    """Why 实际花费 is not what the accounts say was paid; empty where it is, or where nothing was stated."""
    promises: tuple[Followed, ...]
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


def decision_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One decision."""
    context = decision_view(county, place, entry)
    shell = place_shell(county, township, place, entry.url, "村务")
    title = f"{entry.title}｜{place.name}"
    return page(env, shell, entry.url, title, f"{entry.title}：{entry.brief}。", "decision.html", context, entry=entry)


def decision_view(county: CountySite, place: PlaceSite, entry: Entry) -> DecisionPage:
    """What is shown of one decision, on the site and on paper."""
    body: Decision = entry.body
    resolved = step_of(body, "决议")
    main = quorum(body, resolved, place) if resolved else None
    payments = place.links.payments.get(entry.address.path, ())
    paid = sum((payment.amount for payment in payments), ZERO)
    price = body.execution.contract_price if body.execution else None
    stages = tuple(stages_of(body, place, county.as_of))
    related = place.related(entry)
    promises = _promises(place, related, county.as_of)
    return DecisionPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        said=told(stages),
        main=main,
        main_day=resolved.day if resolved else None,
        outcome=main.outcome(resolved.day) if main and resolved else "",
        decided=(resolved.content or "") if resolved else "",
        draw_people=main is not None and main.exact and main.expected <= charts.PEOPLE_MAX,
        stages=stages,
        extra=() if wanted(body) else body.steps,
        further=further_of(body, _promised(body, entry, promises)),
        further_heading=heading(body),
        major=major(body, place),
        payments=payments,
        paid=paid,
        ceiling=body.limit,
        over=body.limit is not None and paid > body.limit,
        unpaid=price - paid if price is not None and price > paid else None,
        difference=difference(body, paid, place),
        promises=promises,
        corrected_by=place.corrections_of(entry),
        related=tuple(link for link in related if link not in [one.link for one in promises]),
        contacts=place.contacts,
        reply_days=place.reply_days,
    )


def _promised(body: Decision, entry: Entry, promises: Sequence[Followed]) -> str:
    """The title of the promise that the decision names; empty where it is not public."""
    url = urls.record(entry.address.resolve(body.promise)) if body.promise else ""
    return next((one.link.title for one in promises if one.link.url == url), "")


def _promises(place: PlaceSite, related: Sequence[Link], as_of: date) -> tuple[Followed, ...]:
    """Those of the place itself; a township's promise stays a link among others."""
    named = {link.url: link for link in related if link.kind == "承诺"}
    found = [(e.url, state(e.body, as_of)) for e in place.of_kind("commitments") if e.url in named] if named else []
    return tuple(Followed(named[url], now, CSS[now]) for url, now in found)
