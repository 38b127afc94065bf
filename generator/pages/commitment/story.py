"""One commitment from its being made to its verdict, as a story in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.base.dates import day_long
from generator.base.inexact import is_left_out
from generator.records.kinds.commitments import Commitment, Evaluation, Progress, state

_UNSAID = "没有写"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the way."""

    name: str
    day: date | None
    """None where it is not written."""
    words: str
    state: Literal["done", "late", "miss", "wait"]
    """late: it was done after the day; miss: the day passed and it is not done; wait: the day is still to come."""
    mark: str = ""
    """What stands beside any but those simply done: 晚6天"""


def verdict(body: Commitment, as_of: date) -> str:
    """Whether it was kept and how it stands to its day, in a sentence."""
    now = state(body, as_of)
    if now == "已撤销":
        return "这一条已经按程序撤销。"
    if body.due is None:
        if body.closing:
            return f"已经办成，{day_long(body.closing.day)}完成。" if body.closing.day else "已经办成，没有写哪天完成。"
        return "没有写期限，还没有办成。"
    if body.closing and body.closing.day is None:
        return "已经办成，没有写哪天完成，看不出晚没晚。"
    if body.closing and body.closing.day and now in ("已兑现", "晚兑现"):
        days = (body.due - body.closing.day).days
        how = f"比期限早{days}天" if days > 0 else f"比期限晚{-days}天" if days else "正好在期限那天"
        return f"已经办成，{how}。"
    days = (body.due - as_of).days
    if body.type in ("廉洁", "辞职") and days >= 0:  # kept every day, not done on one
        return f"还在期限里，到{day_long(body.due)}为止。"
    return f"还没有办成，离期限还有{days}天。" if days >= 0 else f"还没有办成，期限已过{-days}天。"


def moments(body: Commitment, as_of: date) -> tuple[Moment, ...]:
    """All of them in order; the day by which it is due stands among them unless it was done before.

    What has no day stays behind what the record tells before it.
    """
    found: list[tuple[date, Moment]] = []
    for one in _moments(body, as_of):
        found.append((one.day or (found[-1][0] if found else date.min), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _moments(body: Commitment, as_of: date) -> Iterator[Moment]:
    closing = body.closing
    if body.set_on:
        yield Moment("定下目标", body.set_on, "", "done")
    yield Moment("公开承诺", body.publication.day, "", "done")
    for change in body.changes:
        by = f"{change.decided_by}决定" if change.decided_by else "没有写谁决定的"
        words = f"{change.field}由“{change.old or _UNSAID}”改为“{change.new or _UNSAID}”，{by}。"
        yield Moment("改了", change.day, words, "done")
    last = [one for one in body.progress if closing and closing.day and one.day == closing.day]
    for one in body.progress:
        if one not in last:
            yield Moment("进展", one.day, _progress(one, body), "done")
    if body.due and not body.withdrawn:
        if closing is None:
            passed = body.due < as_of
            yield Moment("期限", body.due, "", "miss" if passed else "wait", "到期没完成" if passed else "还没到时间")
        elif closing.day and closing.day > body.due:
            yield Moment("期限", body.due, "还没有办成。", "done")
    for accountability in body.accountability:
        yield Moment("后来怎么办的", accountability.day, accountability.measure, "done")
    if closing:
        late = (closing.day - body.due).days if body.due and closing.day else 0
        words = "".join(_progress(one, body) for one in last)
        yield Moment("完成", closing.day, words, "late" if late > 0 else "done", f"晚{late}天" if late > 0 else "")
        if closing.verified_on:
            yield Moment(
                "核实",
                closing.verified_on,
                f"{closing.verified_by or '没有写谁核实'}：{closing.words or '核实了'}",
                "done",
            )
    if body.evaluation:
        yield Moment("群众评议", body.evaluation.day, evaluation_words(body.evaluation), "done")


def _progress(one: Progress, body: Commitment) -> str:
    count = f"，完成{one.done}{body.target.unit}" if one.done is not None and body.target else ""
    return f"{one.words.rstrip('。')}{count}。"


def evaluation_words(one: Evaluation) -> str:
    """应到42人，40人参加，满意38人，基本满意2人。"""
    expected = f"应到{one.expected}人，" if one.expected is not None else ""
    asked = "没有写多少人参加" if is_left_out(one.voters) else f"{one.voters}人参加"
    return expected + "，".join((asked, *(f"{word}{heads}人" for word, heads in one.verdicts))) + "。"
