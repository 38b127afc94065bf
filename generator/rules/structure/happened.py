"""Finds the days of a record on which something has happened. They cannot lie in the future."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import BaseModel

from generator.base.finding import Key
from generator.records.common import RecordBody
from generator.records.kinds.commitments import Commitment
from generator.records.kinds.contracts import Instalment
from generator.records.kinds.corrections import Correction
from generator.records.kinds.decisions import Decision
from generator.records.kinds.finance import Finance
from generator.records.kinds.notices import Notice
from generator.records.kinds.questions import Question
from generator.records.kinds.rosters import Duty
from generator.records.parts import Part, parts

Route = tuple[Key, ...]
AHEAD = frozenset(
    {
        "至",
        "起",
        "止",
        "期限",
        "截止",
        "到期",
        "承诺日期",
        "整改期限",
        "计划完工",
        "任期止",
        "试用期止",
        "有效至",
        "公示止",
    }
)
"""Names of days that may lie in the future."""


def ahead(body: RecordBody, as_of: date) -> Iterator[tuple[Route, str, date]]:
    """Days after `as_of` on which something is said to have happened: route, wording, day."""
    for route, what, day in (*_reviews(body), *_of_kind(body, as_of)):
        if day is not None and day > as_of:
            yield route, what, day


def _reviews(body: RecordBody) -> Iterator[tuple[Route, str, date | None]]:
    for index, review in enumerate(body.publication.reviews):
        yield ("公开", "审核", index, "日期"), "审核日期", review.day


def _of_kind(body: RecordBody, as_of: date) -> Iterator[tuple[Route, str, date | None]]:
    match body:
        case Finance():
            for index, entry in enumerate(body.entries):
                if (
                    entry.day is not None and entry.day > as_of
                ):  # there are many entries, and hardly any lies in the future
                    yield ("收支明细", index, "日期"), f"第{index + 1}笔的日期", entry.day
            for index, account in enumerate(body.accounts):
                yield ("账户", index, "对账日期"), "对账日期", account.statement_day
            for index, goods in enumerate(body.in_kind):
                yield ("实物", index, "日期"), "实物的日期", goods.day
        case Decision():
            for index, step in enumerate(body.steps):
                if step.present is not None or step.agree is not None:
                    yield ("步骤", index, "日期"), f"“{step.name}”的日期", step.day
            if body.supervision:
                yield ("监督意见", "日期"), "监督意见的日期", body.supervision.day
        case Commitment():
            yield from _promise(body)
        case Question():
            yield ("收到日期",), "收到日期", body.received
            yield ("答复", "日期"), "答复日期", body.reply.day if body.reply else None
            if body.escalation:
                yield ("转乡镇", "日期"), "转乡镇的日期", body.escalation.day
                reply = body.escalation.reply
                yield ("转乡镇", "答复", "日期"), "乡镇答复的日期", reply.day if reply else None
        case Correction():
            yield ("批准", "日期"), "批准日期", body.approved_by.day
            yield ("核对", "日期"), "核对日期", body.checked_by.day if body.checked_by else None
        case Notice():
            pass  # 成文日期 may be that of a plan
        case _:
            own = [part for part in parts(type(body)) if part.attribute not in RecordBody.model_fields]
            yield from _past(body, own, ())


def _past(model: BaseModel, own: Sequence[Part], route: Route) -> Iterator[tuple[Route, str, date | None]]:
    """Every day of a model except those named in AHEAD."""
    for part in own:
        value = getattr(model, part.attribute)
        for key, one in enumerate(value) if part.many else ((None, value),):
            at = (*route, part.name) if key is None else (*route, part.name, key)
            if isinstance(one, BaseModel):
                if type(one) not in (Instalment, Duty):
                    yield from _past(one, parts(type(one)), at)
            elif part.value == "日期" and part.name not in AHEAD:
                yield at, f"“{part.name}”", one


def _promise(body: Commitment) -> Iterator[tuple[Route, str, date | None]]:
    for index, progress in enumerate(body.progress):
        yield ("进展", index, "日期"), "进展的日期", progress.day
    for index, evidence in enumerate(body.evidence):
        yield ("佐证", index, "日期"), "佐证的日期", evidence.day
    for index, change in enumerate(body.changes):
        yield ("变更", index, "日期"), "变更的日期", change.day
    for index, measure in enumerate(body.accountability):
        yield ("问责", index, "日期"), "问责的日期", measure.day
    if body.closing:
        yield ("销号", "完成日期"), "完成日期", body.closing.day
        yield ("销号", "核实日期"), "核实日期", body.closing.verified_on
    if body.evaluation:
        yield ("评议", "日期"), "评议的日期", body.evaluation.day
