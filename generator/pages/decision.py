"""四议两公开: the vote in words and picture, the six steps as a timeline, the money and the promises that followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import jinja2

from generator.base.dates import add_days
from generator.base.money import ZERO
from generator.pages import charts
from generator.pages.page import Page
from generator.pages.shell import page, place_shell
from generator.records.decisions import STEP_TITLES, STEPS, Decision, Share, Step, StepName, least, step_of
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, Payment, PlaceSite, TownshipSite

PARTY_ONLY: frozenset[StepName] = frozenset({"提议", "商议"})
"""Steps whose quorum is not of the two-thirds kind."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """What a meeting needed and what it had, in heads."""

    who: str
    expected: int
    present: int
    agree: int
    against: int
    abstain: int
    need_present: int
    need_agree: int
    base: str
    """到会 or 应到: what more than half of was needed."""
    base_heads: int
    exact: bool
    """The four counts make up those present, so one square per person can be drawn."""

    @property
    def enough(self) -> bool:
        return self.present >= self.need_present

    @property
    def passed(self) -> bool:
        return self.agree >= self.need_agree


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the six steps as shown: done, waiting, or not written."""

    title: str
    step: Step | None
    quorum: Quorum | None
    state: str
    """done · wait · none"""
    due: date | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Context of theme/pages/decision.html."""

    root: str
    as_of: date
    entry: Entry
    record: Decision
    main: Quorum | None
    main_day: date | None
    draw_people: bool
    stages: tuple[Stage, ...]
    extra: tuple[Step, ...]
    payments: tuple[Payment, ...]
    paid: Decimal
    ceiling: Decimal | None
    over: bool
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


def decision_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One decision."""
    body: Decision = entry.body
    resolved = step_of(body, "决议")
    main = quorum(resolved, place) if resolved else None
    payments = place.links.payments.get(entry.address.path, ())
    paid = sum((payment.amount for payment in payments), ZERO)
    context = DecisionPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        main=main,
        main_day=resolved.day if resolved else None,
        draw_people=main is not None and main.exact and main.expected <= charts.PEOPLE_MAX,
        stages=tuple(_stages(body, place, county.as_of)),
        extra=tuple(step for step in body.steps if body.procedure != "四议两公开"),
        payments=payments,
        paid=paid,
        ceiling=body.limit,
        over=body.limit is not None and paid > body.limit,
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.parameters.reply_days,
    )
    shell = place_shell(county, township, place, entry.url, "村务")
    title = f"{entry.title}｜{place.name}"
    return page(env, shell, entry.url, title, f"{entry.title}：{entry.brief}。", "decision.html", context, entry=entry)


def quorum(step: Step, place: PlaceSite) -> Quorum | None:
    """The arithmetic of one meeting, or None where the counts are not written.

    Two thirds of those expected and more than half of those present (村组法, 代表会议); 党员大会 may count half of
    those expected (parameter 党员审议基数); 村民会议 more than half of the adults or two thirds of the households.
    """
    if step.expected is None or step.present is None or step.agree is None:
        return None
    villagers = step.meeting in ("村民会议", "居民会议")
    share: Share = "一半" if step.name in PARTY_ONLY or (villagers and step.counted == "人") else "三分之二"
    on_expected = step.meeting in ("党员大会", "党员议事会") and place.parameters.review_base == "应到"
    base = step.expected if on_expected else step.present
    against, abstain = step.against or 0, step.abstain or 0
    return Quorum(
        who=step.meeting or STEP_TITLES[step.name],
        expected=step.expected,
        present=step.present,
        agree=step.agree,
        against=against,
        abstain=abstain,
        need_present=least(share, step.expected),
        need_agree=least("一半", base),
        base="应到" if on_expected else "到会",
        base_heads=base,
        exact=step.agree + against + abstain == step.present <= step.expected,
    )


def _stages(body: Decision, place: PlaceSite, as_of: date) -> list[Stage]:
    if body.procedure != "四议两公开":
        return []
    stages = []
    for name in STEPS:
        step = step_of(body, name)
        title = STEP_TITLES[name]
        if name == "决议" and step and step.meeting:
            title = f"{step.meeting}决议"
        if step and step.day:
            stages.append(Stage(title, step, quorum(step, place), "done", None))
            continue
        due = None
        if name == "结果公开" and body.execution and body.execution.completed:
            due = add_days(body.execution.completed, place.parameters.result_due_days)
        waiting = name == "结果公开" and (due is None or as_of <= due)
        stages.append(Stage(title, None, None, "wait" if waiting else "none", due))
    return stages
