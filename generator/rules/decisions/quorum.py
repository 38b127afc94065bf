"""Counts heads: were enough people present, and did enough agree? D04, D05, D06 and D12 share this."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from generator.base.inexact import all_exact
from generator.records.kinds.decisions import Share, Step, held, least
from generator.rules.rule import Problem


def quorum(
    index: int,
    step: Step,
    meeting: str,
    share: Share | None,
    base: Literal["应到", "实到"] = "实到",
    consent: Share = "一半",
    *,
    as_of: date,
) -> Iterator[Problem]:
    """What is wrong with a step's heads.

    Args:
        index: the step's place in the record.
        meeting: as the meeting is called in messages.
        share: how many of those expected must be there; None where nothing is laid down.
        base: which heads `consent` is a share of: those expected or those present.
        consent: the share of them that must agree.
        as_of: a meeting that is planned for a later day lacks nothing.
    """
    if not held(step, as_of):
        return
    route = ("步骤", index)
    if step.expected is None or step.present is None or step.agree is None:
        yield Problem(
            route,
            f"{meeting}没有写全应到、实到、同意的人数",
            "照签到表和表决记录补上“应到”“实到”“同意”“反对”“弃权”",
            f"{meeting}的到会和同意人数没有写全。",
        )
        return
    if not all_exact(step.expected, step.present, step.agree):
        return
    unit = "户" if step.counted == "户代表" else "人"
    if share and step.present < (need := least(share, step.expected)):
        short = _short(share, need, unit)
        yield Problem(
            (*route, "实到"),
            f"到会的人不够：应到{step.expected}{unit}，至少要到{need}{unit}，实到{step.present}{unit}",
            "对照签到表改正；没有抄错的，重新开会表决",
            f"应到{step.expected}{unit}，实到{step.present}{unit}，{short}。",
        )
    whole = step.expected if base == "应到" else step.present
    need = least(consent, whole)
    if step.agree < need:
        there = "到会" if base == "实到" else "应到"
        yield Problem(
            (*route, "同意"),
            f"同意的人不够：{base}{whole}{unit}，至少要{need}{unit}同意，同意{step.agree}{unit}",
            "对照表决记录改正；没有抄错的，这件事没有通过，要写明",
            f"{there}{whole}{unit}，同意{step.agree}{unit}，{_short(consent, need, unit)}。",
        )


def _short(share: Share, need: int, unit: str) -> str:
    return f"没有超过一半（{need}{unit}）" if share == "一半" else f"不到{share}（{need}{unit}）"
