"""公示公告, 问答 and 更正: records that are shown nearly as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import jinja2

from generator.base.money import parse_money, yuan
from generator.pages.page import Page
from generator.pages.shell import TabName, page, place_shell
from generator.records.common import Board
from generator.records.kinds.corrections import Correction
from generator.records.kinds.notices import Notice
from generator.records.kinds.questions import Question
from generator.records.places import Contacts
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceSite, TownshipSite, Version

TABS: dict[Board, TabName] = {Board.PARTY: "党务", Board.VILLAGE: "村务", Board.FINANCE: "财务"}


@dataclass(frozen=True, slots=True)
class NoticePage:
    """Context of theme/pages/notice.html."""

    root: str
    as_of: date
    entry: Entry
    record: Notice
    paragraphs: tuple[str, ...]
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Context of theme/pages/question.html."""

    root: str
    as_of: date
    entry: Entry
    record: Question
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    reply_after: int | None
    """Days from receipt to reply."""
    waiting: int
    """Days since receipt while there is no reply."""
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]
    contacts: Contacts | None
    reply_days: int


@dataclass(frozen=True, slots=True)
class Amended:
    """One field before and after."""

    name: str
    old: str
    new: str
    difference: str
    """With sign, where both are amounts; else empty."""


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """Context of theme/pages/correction.html."""

    root: str
    as_of: date
    entry: Entry
    record: Correction
    target: Link | None
    amended: tuple[Amended, ...]
    current: int | None
    """The number of the version that is in use."""
    versions: tuple[Version, ...]
    contacts: Contacts | None
    reply_days: int


def notice_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One notice."""
    context = notice_view(county, place, entry)
    return _page(env, county, township, place, entry, "notice.html", context)


def notice_view(county: CountySite, place: PlaceSite, entry: Entry) -> NoticePage:
    """What is shown of one notice, on the site and on paper."""
    body: Notice = entry.body
    return NoticePage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        paragraphs=_paragraphs(body.text),
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.reply_days,
    )


def question_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One question and its answer."""
    context = question_view(county, place, entry)
    return _page(env, county, township, place, entry, "question.html", context)


def question_view(county: CountySite, place: PlaceSite, entry: Entry) -> QuestionPage:
    """What is shown of one question, on the site and on paper."""
    body: Question = entry.body
    replied = body.reply is not None and body.reply.day <= county.as_of
    return QuestionPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        asked=_paragraphs(body.text),
        answered=_paragraphs(body.reply.text) if body.reply and replied else (),
        reply_after=(body.reply.day - body.received).days if body.reply and replied else None,
        waiting=(county.as_of - body.received).days,
        corrected_by=place.corrections_of(entry),
        related=place.related(entry),
        contacts=place.contacts,
        reply_days=place.reply_days,
    )


def correction_page(
    env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite, entry: Entry
) -> Page:
    """One correction: changed figures only, before and after."""
    context = correction_view(county, place, entry)
    return _page(env, county, township, place, entry, "correction.html", context)


def correction_view(county: CountySite, place: PlaceSite, entry: Entry) -> CorrectionPage:
    """What is shown of one correction, on the site and on paper."""
    body: Correction = entry.body
    path = entry.address.resolve(body.target).path
    corrected = next((e for e in place.entries if e.address.path == path), None)
    return CorrectionPage(
        root=urls.root_from(entry.url),
        as_of=county.as_of,
        entry=entry,
        record=body,
        target=place.links.titles.get(path),
        amended=tuple(_amended(a.field, a.old, a.new) for a in body.amendments),
        current=corrected.version if corrected else None,
        versions=corrected.history if corrected else (),
        contacts=place.contacts,
        reply_days=place.reply_days,
    )


def _page(
    env: jinja2.Environment,
    county: CountySite,
    township: TownshipSite,
    place: PlaceSite,
    entry: Entry,
    template: str,
    context: object,
) -> Page:
    shell = place_shell(county, township, place, entry.url, TABS[entry.board])
    title = f"{entry.title}｜{place.name}"
    return page(env, shell, entry.url, title, f"{entry.title}：{entry.brief}", template, context, entry=entry)


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _amended(field: str, old: str, new: str) -> Amended:
    """`收支明细/支-38/保洁员工资` is shown as 支-38 保洁员工资."""
    parts = field.split("/")
    name = " ".join(parts[1:] if len(parts) > 2 else parts)
    before, after = (parse_money(value.replace(",", "")) for value in (old, new))
    if before is None or after is None:
        return Amended(name, old, new, "")
    difference = after - before
    return Amended(name, yuan(before), yuan(after), f"{'+' if difference > 0 else '−'}{yuan(abs(difference))}")
