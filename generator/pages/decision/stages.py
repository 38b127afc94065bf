"""The steps that a decision's procedure lays down as its page shows them, and how far it went in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from generator.base.dates import add_days
from generator.pages.decision.vote import Quorum, quorum
from generator.records.kinds.decisions import FIVE_TITLES, STEP_TITLES, STEPS, Decision, Step, step_of, wanted
from generator.site.model import PlaceSite

StageState = Literal["done", "wait", "merged", "none"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the steps as shown."""

    title: str
    step: Step | None
    quorum: Quorum | None
    state: StageState
    """done · wait (not yet due) · merged (one meeting with the other of the first two) · none (not written)"""
    due: date | None


def stages_of(body: Decision, place: PlaceSite, as_of: date) -> list[Stage]:
    """The steps laid down, in their order; none for a decision that was made in another way."""
    stages = []
    for name in wanted(body):
        step = step_of(body, name)
        title = (FIVE_TITLES if body.procedure == "五步法" else STEP_TITLES).get(name, name)
        title = title.replace("村“两委”", f"{place.terms.village}“两委”")
        if name == "决议" and body.procedure != "五步法" and step and step.meeting:
            title = f"{step.meeting}决议"
        if step and step.day:
            stages.append(Stage(title, step, quorum(body, step, place), "done", None))
            continue
        due = None
        if name == "结果公开" and body.execution and body.execution.completed:
            due = add_days(body.execution.completed, place.parameters.result_due_days)
        if name == "结果公开" and (due is None or as_of <= due):
            state: StageState = "wait"
        else:
            state = "merged" if body.merged and name in ("提议", "商议") else "none"
        stages.append(Stage(title, None, None, state, due))
    return stages


def told(stages: Sequence[Stage]) -> str:
    """六步走了5步，第6步还没到时间。开了4次会，每次到会的人和同意的人都够。"""
    if not stages:
        return ""
    steps = {state: [n for n, one in enumerate(stages, 1) if one.state == state] for state in get_args(StageState)}
    count = f"{'零一二三四五六'[len(stages)]}步"
    all_ = f"{count}（头两步合成一次会）" if steps["merged"] else count
    parts = [f"{all_}走了{len(steps['done'])}步" if steps["wait"] or steps["none"] else f"{all_}都走完了"]
    if steps["wait"]:
        parts.append(f"{_numbered(steps['wait'])}还没到时间")
    if steps["none"]:
        parts.append(f"记录里还没有{_numbered(steps['none'])}")
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
