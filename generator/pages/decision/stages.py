"""The steps that a decision's procedure lays down as its page shows them, and how far it went in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from generator.base.dates import add_days, day_long
from generator.pages.decision.vote import Quorum, quorum
from generator.records.kinds.decisions import (
    FIVE_TITLES,
    STEP_TITLES,
    STEPS,
    Decision,
    Step,
    StepName,
    held,
    passed_over,
    resolution_published,
    result_published,
    step_of,
    wanted,
)
from generator.site.model import Entry, PlaceSite

StageState = Literal["done", "wait", "merged", "none", "unsaid"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the steps as shown."""

    title: str
    step: Step | None
    quorum: Quorum | None
    state: StageState
    """done · wait (not yet due) · merged (one meeting with the other of the first two) · none (not written, though it should
    be) · unsaid (not written, and nobody asks for it)"""
    due: date | None = None
    day: date | None = None
    """On which it was done, or for which it is planned; None where it is not written."""

    @property
    def is_meeting(self) -> bool:
        return self.title not in (STEP_TITLES["决议公开"], STEP_TITLES["结果公开"])


def stages_of(entry: Entry, place: PlaceSite, as_of: date) -> list[Stage]:
    """The steps laid down, in their order; none for a decision that was made in another way."""
    body: Decision = entry.body
    absent = passed_over(body, as_of)
    stages = []
    for name in wanted(body):
        step = step_of(body, name)
        title = _title(body, name, step, place)
        if step and held(step, as_of):
            stages.append(Stage(title, step, quorum(body, step, place), "done", day=step.day))
        elif step:
            stages.append(Stage(title, None, None, "wait", day=step.day))
        elif name == "决议公开":
            stages.append(_resolution(entry, title, place, as_of))
        elif name == "结果公开":
            stages.append(_result(entry, title, place, as_of))
        elif body.merged and name in ("提议", "商议"):
            stages.append(Stage(title, None, None, "merged"))
        else:
            stages.append(Stage(title, None, None, "none" if name in absent else "wait"))
    return stages


def _title(body: Decision, name: StepName, step: Step | None, place: PlaceSite) -> str:
    if name == "决议" and body.procedure != "五步法" and step and step.meeting:
        return f"{step.meeting}决议"
    title = (FIVE_TITLES if body.procedure == "五步法" else STEP_TITLES).get(name, name)
    return title.replace("村“两委”", f"{place.terms.village}“两委”")


def _resolution(entry: Entry, title: str, place: PlaceSite, as_of: date) -> Stage:
    """The resolution has no step of its own: this very page may have made it public, or it is not due yet."""
    if published := resolution_published(entry.body, entry.public_since):
        return Stage(title, None, None, "done", day=published)
    duty = next((one for one in place.obligations if one.address == entry.address and one.item == "决议公开"), None)
    if duty is None:
        voted = step_of(entry.body, "决议")
        return Stage(title, None, None, "unsaid" if voted and held(voted, as_of) else "wait")
    return Stage(title, None, None, "wait" if as_of <= duty.due else "none", duty.due)


def _result(entry: Entry, title: str, place: PlaceSite, as_of: date) -> Stage:
    body: Decision = entry.body
    if published := result_published(body, entry.public_since):
        return Stage(title, None, None, "done", day=published)
    if not (body.execution and body.execution.completed):
        return Stage(title, None, None, "wait")
    due = add_days(body.execution.completed, place.parameters.result_due_days)
    return Stage(title, None, None, "wait" if as_of <= due else "none", due)


def under_way(stages: Sequence[Stage]) -> str:
    """Which step a decision has reached while meetings are still to come: 走到第2步（村“两委”商议，2026年11月5日）; else empty."""
    if not any(one.state == "wait" and one.is_meeting for one in stages):
        return ""
    done = [(number, one) for number, one in enumerate(stages, 1) if one.state == "done"]
    if not done:
        return "还没有走第1步"
    number, last = done[-1]
    return f"走到第{number}步（{last.title}{f'，{day_long(last.day)}' if last.day else ''}）"


def told(stages: Sequence[Stage]) -> str:
    """六步走了5步，第6步还没到时间。开了4次会，每次到会的人和同意的人都够。"""
    if not stages:
        return ""
    steps = {state: [n for n, one in enumerate(stages, 1) if one.state == state] for state in get_args(StageState)}
    count = f"{'零一二三四五六'[len(stages)]}步"
    all_ = f"{count}（头两步合成一次会）" if steps["merged"] else count
    left = steps["wait"] or steps["none"] or steps["unsaid"]
    parts = [f"{all_}走了{len(steps['done'])}步" if left else f"{all_}都走完了"]
    if under_way(stages):
        parts.append("还在进行中")
    elif steps["wait"]:
        parts.append(f"{_numbered(steps['wait'])}还没到时间")
    if steps["none"]:
        parts.append(f"记录里还没有{_numbered(steps['none'])}")
    if steps["unsaid"]:
        parts.append(f"{_numbered(steps['unsaid'])}没有写")
    return f"{'，'.join(parts)}。{_heads(stages)}"


def _heads(stages: Sequence[Stage]) -> str:
    """Whether enough heads were at the meetings that were held."""
    meetings = [(n, one.quorum) for n, one in enumerate(stages, 1) if one.step and one.step.name in STEPS[:4]]
    if not meetings:
        return ""
    short = [f"{_numbered([n])}{quorum.lacking}" for n, quorum in meetings if quorum and quorum.lacking]
    unknown = [n for n, quorum in meetings if quorum is None]
    parts = [*short, *([f"{_numbered(unknown)}的人数没有写全"] if unknown else [])]
    return f"开了{len(meetings)}次会，{'，'.join(parts) or '每次到会的人和同意的人都够'}。"


def _numbered(steps: Sequence[int]) -> str:
    return "、".join(f"第{number}步" for number in steps)
