"""四议两公开: the vote in words and picture, the six steps as a timeline, the money and the commitments that followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.money import ZERO
from generator.pages import charts
from generator.pages.commitment.standing import CSS
from generator.pages.decision.further import Further, further_of, heading, major
from generator.pages.decision.stages import Stage, stages_of, told, under_way
from generator.pages.decision.vote import Quorum, quorum
from generator.pages.desk import Desk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.kinds.commitments import state
from generator.records.kinds.decisions import Decision, Step, held, step_of
from generator.site import urls
from generator.site.model import Entry, Link, Payment, PlaceSite
from generator.site.spent import difference


@dataclass(frozen=True, slots=True)
class Followed:
    """A commitment that has to do with a decision, and where it stands."""

    link: Link
    state: str
    css: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Context of theme/pages/decision.html."""

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
    """The steps that are not among the stages."""
    planned: tuple[Step, ...]
    """The steps of a later day."""
    under_way: str
    """Which step it has reached while meetings are still to come; else empty."""
    has_costs: bool
    """A table of the record tells what it costs."""
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
    commitments: tuple[Followed, ...]
    related: tuple[Link, ...]
    """Without the commitments."""


def decision_page(desk: Desk, entry: Entry) -> Page:
    """One decision."""
    title, description = f"{entry.title}｜{desk.name}", f"{entry.title}：{entry.brief}。"
    return render(desk, entry.url, title, description, "decision.html", decision_view(desk, entry), entry=entry)


def decision_view(desk: Desk, entry: Entry) -> DecisionPage:
    """What is shown of one decision, on the site and on paper."""
    body: Decision = entry.body
    place, as_of = desk.place, desk.county.as_of
    resolved = step_of(body, "决议")
    if resolved and not held(resolved, as_of):
        resolved = None
    main = quorum(body, resolved, place) if resolved else None
    payments = place.links.payments.get(entry.address.path, ())
    paid = sum((payment.amount for payment in payments), ZERO)
    price = body.execution.contract_price if body.execution else None
    stages = tuple(stages_of(entry, place, as_of))
    shown = [one.step for one in stages]
    related = place.related(entry)
    commitments = _commitments(place, related, as_of)
    return DecisionPage(
        said=told(stages),
        main=main,
        main_day=resolved.day if resolved else None,
        outcome=main.outcome(resolved.day) if main and resolved else "",
        decided=(resolved.content or "") if resolved else "",
        draw_people=main is not None and main.exact and main.expected <= charts.PEOPLE_MAX,
        stages=stages,
        extra=tuple(step for step in body.steps if not any(step is one for one in shown) and held(step, as_of)),
        planned=tuple(step for step in body.steps if not held(step, as_of)),
        under_way=under_way(stages),
        has_costs=any(column.type == "金额" for table in body.tables for column in table.columns),
        further=further_of(body, _named(body, entry, commitments), place.terms),
        further_heading=heading(body),
        major=major(body, place),
        payments=payments,
        paid=paid,
        ceiling=body.limit,
        over=body.limit is not None and paid > body.limit,
        unpaid=price - paid if price is not None and price > paid else None,
        difference=difference(body, paid, place),
        commitments=commitments,
        related=tuple(link for link in related if link not in [one.link for one in commitments]),
    )


def _named(body: Decision, entry: Entry, commitments: Sequence[Followed]) -> str:
    """The title of the commitment that the decision names; empty where it is not public."""
    url = urls.record(entry.address.resolve(body.promise)) if body.promise else ""
    return next((one.link.title for one in commitments if one.link.url == url), "")


def _commitments(place: PlaceSite, related: Sequence[Link], as_of: date) -> tuple[Followed, ...]:
    """Those of the place itself; a township's commitment stays a link among others."""
    named = {link.url: link for link in related if link.kind == "承诺"}
    found = [(e.url, state(e.body, as_of)) for e in place.of_kind("commitments") if e.url in named] if named else []
    return tuple(Followed(named[url], now, CSS[now]) for url, now in found)
