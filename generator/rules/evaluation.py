"""Checks an evaluation: the heads add up, and not too many were dissatisfied. C06 and D15 share this."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.inexact import all_exact, given
from generator.base.share import share
from generator.records.kinds.commitments import Evaluation
from generator.rules.rule import Problem


def heads(evaluation: Evaluation, limit: Decimal) -> Iterator[Problem]:
    """What is wrong with the heads of a record's 评议.

    Args:
        limit: nothing is said while the share of the dissatisfied is not above this.
    """
    one = evaluation
    if one.expected is not None and all_exact(one.voters, one.expected) and one.voters > one.expected:
        yield Problem(
            ("评议", "参加"),
            f"参加{one.voters}人，比应到{one.expected}人还多",
            "对照评议表改正“应到”“参加”",
            f"评议应到{one.expected}人，写的是参加{one.voters}人，正在核对。",
        )
    if not one.verdicts or not all_exact(one.voters, *(heads for _, heads in one.verdicts)):
        return
    total = sum(heads for _, heads in one.verdicts)
    if total != one.voters:
        yield Problem(
            ("评议", "满意"),
            f"满意、基本满意、不满意加起来是{total}人，参加{one.voters}人，相差{abs(total - one.voters)}人",
            "对照评议表改正抄错的数；没有表态的算基本满意还是不算参加，照评议办法写",
            f"评议参加{one.voters}人，各种意见加起来是{total}人，正在核对。",
        )
    elif given(one.poor) > limit * one.voters:
        said = f"参加评议{one.voters}人，不满意{one.poor}人，占{share(one.poor, one.voters)}"
        yield Problem(
            ("评议", "不满意"),
            f"{said}，超过{share(limit)}",
            "听一听不满意在哪里，接着办，再评一次；情况写在“说明”里",
            f"{said}，超过{share(limit)}。",
        )
