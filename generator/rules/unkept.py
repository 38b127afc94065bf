"""What is told of duties of the 公开目录 that were not kept in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.dates import day_long
from generator.law.obligations import Obligation
from generator.rules.phrases import SAY_WHY_LATE
from generator.rules.rule import Context, Problem


def unkept(duties: Iterable[Obligation], context: Context, begin: str) -> Iterator[Problem]:
    """One problem for each period that is missing, at the profile, or late, at its record.

    Args:
        duties: of one item.
        begin: how its record is begun; `{period}` stands for the period as it is written.
    """
    for duty in duties:
        days = duty.days(context.as_of)
        if duty.state == "缺":
            yield Problem(
                (),
                f"{duty.title}还没有公开：应在{day_long(duty.due)}前公开，已过{days}天",
                begin.format(period=duty.period.code),
                f"{duty.title}应在{day_long(duty.due)}前公开，现在还没公开，已过{days}天。",
                day=duty.period.end,
            )
        elif duty.state == "晚":
            yield Problem(
                ("公开", "公开日期"),
                f"{duty.title}晚了{days}天：应在{day_long(duty.due)}前公开",
                SAY_WHY_LATE,
                f"应在{day_long(duty.due)}前公开，晚{days}天。",
                duty.address.path if duty.address else None,
                day=duty.period.end,
            )
