"""Heads at a meeting: are enough there, are enough in favour. The arithmetic of D04, D05 and D06."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.records.decisions import Share, Step, least
from generator.rules.base import Problem


def quorum(
    index: int, step: Step, meeting: str, share: Share, base: Literal["应到", "实到"] = "实到"
) -> Iterator[Problem]:
    """What is wrong with a step's heads.

    Args:
        index: the step's place in the record.
        meeting: as the meeting is called in messages.
        share: how many of those expected must be there.
        base: of whom more than half must be in favour.
    """
    route = ("步骤", index)
    if step.expected is None or step.present is None or step.agree is None:
        yield Problem(
            route,
            f"{meeting}没有写全应到、实到、同意的人数",
            "照签到表和表决记录补上“应到”“实到”“同意”“反对”“弃权”",
            f"{meeting}的到会和同意人数没有写全。",
        )
        return
    unit = "户" if step.counted == "户代表" else "人"
    need = least(share, step.expected)
    if step.present < need:
        short = f"不到三分之二（{need}{unit}）" if share == "三分之二" else f"没有超过一半（{need}{unit}）"
        yield Problem(
            (*route, "实到"),
            f"到会的人不够：应到{step.expected}{unit}，至少要到{need}{unit}，实到{step.present}{unit}",
            "对照签到表改正；没有抄错的，重新开会表决",
            f"应到{step.expected}{unit}，实到{step.present}{unit}，{short}。",
        )
    whole = step.expected if base == "应到" else step.present
    need = least("一半", whole)
    if step.agree < need:
        there = "到会" if base == "实到" else "应到"
        yield Problem(
            (*route, "同意"),
            f"同意的人不够：{base}{whole}{unit}，至少要{need}{unit}同意，同意{step.agree}{unit}",
            "对照表决记录改正；没有抄错的，这件事没有通过，要写明",
            f"{there}{whole}{unit}，同意{step.agree}{unit}，没有超过一半（{need}{unit}）。",
        )
