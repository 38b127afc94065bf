"""公示公告, 问答 and 更正 are shown nearly as they were written: what stands on their pages in place of facts and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from generator.base.money import parse_money, yuan
from generator.pages.desk import Desk
from generator.records.kinds.corrections import Correction
from generator.records.kinds.notices import Notice
from generator.records.kinds.questions import Question, days_to_reply
from generator.site.model import Entry, Link, Version


@dataclass(frozen=True, slots=True)
class NoticeLead:
    """What theme/leads/notice.html and theme/sheets/notice.html show."""

    name: ClassVar = "notice"
    has_related: ClassVar = False
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionLead:
    """What theme/leads/question.html and theme/sheets/question.html show."""

    name: ClassVar = "question"
    has_related: ClassVar = True
    """It shows the related records itself, below the answer."""
    asked: tuple[str, ...]
    answered: tuple[str, ...]
    is_answered: bool
    reply_after: int | None
    """Days from receipt to reply. None while there is no reply, or where one of the days is not written."""
    waiting: int | None
    """Days since receipt while there is no reply. None where its day is not written."""


@dataclass(frozen=True, slots=True)
class Amended:
    """One field before and after."""

    name: str
    old: str
    new: str
    difference: str
    """With sign, where both are amounts; else empty."""


@dataclass(frozen=True, slots=True)
class CorrectionLead:
    """What theme/leads/correction.html and theme/sheets/correction.html show: changed figures only, before and after."""

    name: ClassVar = "correction"
    has_related: ClassVar = False
    target: Link | None
    amended: tuple[Amended, ...]
    current: int | None
    """The number of the version that is in use."""
    versions: tuple[Version, ...]


Lead = NoticeLead | QuestionLead | CorrectionLead


def _notice(desk: Desk, entry: Entry) -> NoticeLead:  # noqa: ARG001 - all leads are made in the same way
    body: Notice = entry.body
    return NoticeLead(_paragraphs(body.text))


def _question(desk: Desk, entry: Entry) -> QuestionLead:
    body: Question = entry.body
    as_of = desk.county.as_of
    reply = body.reply if body.reply and (body.reply.day is None or body.reply.day <= as_of) else None
    return QuestionLead(
        asked=_paragraphs(body.text),
        answered=_paragraphs(reply.text) if reply else (),
        is_answered=reply is not None,
        reply_after=days_to_reply(body) if reply else None,
        waiting=(as_of - body.received).days if body.received else None,
    )


def _correction(desk: Desk, entry: Entry) -> CorrectionLead:
    body: Correction = entry.body
    path = entry.address.resolve(body.target).path
    corrected = next((e for e in desk.place.entries if e.address.path == path), None)
    return CorrectionLead(
        target=desk.place.links.titles.get(path),
        amended=tuple(_amended(a.field, a.old, a.new) for a in body.amendments),
        current=corrected.version if corrected else None,
        versions=corrected.history if corrected else (),
    )


LEADS: dict[str, Callable[[Desk, Entry], Lead]] = {
    "notices": _notice,
    "questions": _question,
    "corrections": _correction,
}
"""By the kind's folder."""


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
