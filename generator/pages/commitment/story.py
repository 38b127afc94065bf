"""One commitment from its being made to its verdict, as a story in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.base.dates import day_long
from generator.records.kinds.commitments import Commitment, Evaluation, Progress, state


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the way."""

    name: str
    day: date
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
        return f"已经办成，{day_long(body.closing.day)}完成。" if body.closing else "没有写期限，还没有办成。"
    if body.closing and now in ("已兑现", "晚兑现"):
        days = (body.due - body.closing.day).days
        how = f"比期限早{days}天" if days > 0 else f"比期限晚{-days}天" if days else "正好在期限那天"
        return f"已经办成，{how}。"
    days = (body.due - as_of).days
    if body.type in ("廉洁", "辞职") and days >= 0:  # kept every day, not done on one
        return f"还在期限里，到{day_long(body.due)}为止。"
    return f"还没有办成，离期限还有{days}天。" if days >= 0 else f"还没有办成，期限已过{-days}天。"


def moments(body: Commitment, as_of: date) -> tuple[Moment, ...]:
    """All that is dated, in order; the day by which it is due stands among them unless it was done before."""
    return tuple(sorted(_moments(body, as_of), key=lambda one: one.day))


def _moments(body: Commitment, as_of: date) -> Iterator[Moment]:
    closing = body.closing
    if body.set_on:
        yield Moment("定下目标", body.set_on, "", "done")
    yield Moment("公开承诺", body.publication.day, "", "done")
    for change in body.changes:
        words = f"{change.field}由“{change.old}”改为“{change.new}”，{change.decided_by}决定。"
        yield Moment("改了", change.day, words, "done")
    last = [one for one in body.progress if closing and one.day == closing.day]
    for one in body.progress:
        if one not in last:
            yield Moment("进展", one.day, _progress(one, body), "done")
    if body.due and not body.withdrawn:
        if closing is None:
            passed = body.due < as_of
            yield Moment("期限", body.due, "", "miss" if passed else "wait", "到期没完成" if passed else "还没到时间")
        elif closing.day > body.due:
            yield Moment("期限", body.due, "还没有办成。", "done")
    for accountability in body.accountability:
        yield Moment("后来怎么办的", accountability.day, accountability.measure, "done")
    if closing:
        late = (closing.day - body.due).days if body.due else 0
        words = "".join(_progress(one, body) for one in last)
        yield Moment("完成", closing.day, words, "late" if late > 0 else "done", f"晚{late}天" if late > 0 else "")
        if closing.verified_on:
            yield Moment("核实", closing.verified_on, f"{closing.verified_by}：{closing.words or '核实了'}", "done")
    if body.evaluation:
        yield Moment("群众评议", body.evaluation.day, evaluation_words(body.evaluation), "done")


def _progress(one: Progress, body: Commitment) -> str:
    count = f"，完成{one.done}{body.target.unit}" if one.done is not None and body.target else ""
    return f"{one.words.rstrip('。')}{count}。"


def evaluation_words(one: Evaluation) -> str:
    """40人参加，满意38人，基本满意2人，不满意0人。"""
    return f"{one.voters}人参加，满意{one.good}人，基本满意{one.fair}人，不满意{one.poor}人。"
