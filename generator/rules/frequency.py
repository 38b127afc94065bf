"""Whether something was held as often as it should be: the months, quarters, half-years or years that lack one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal

from generator.base.dates import Period, add_days, halves_between, months_between, quarters_between, years_between

Rhythm = Literal["每月", "每季度", "每半年", "每年"]
_BETWEEN: dict[Rhythm, Callable[[date, date], tuple[Period, ...]]] = {
    "每月": months_between,
    "每季度": quarters_between,
    "每半年": halves_between,
    "每年": years_between,
}
_SHOWN = 4
"""So many periods are named; of more only the number is told."""


def lacking(
    rhythm: Rhythm,
    held: Iterable[date],
    public: Iterable[date],
    as_of: date,
    *,
    since: date | None = None,
    grace: int = 0,
) -> tuple[Period, ...]:
    """The periods that passed without one, oldest first; none where nothing of the sort was ever public.

    Args:
        held: the days on which it was held, whatever tells of them.
        public: the days on which records of it became public.
        since: the place's 开始公开日期.
        grace: days after a period's end until which its record may still come.
    """
    first = counted_from(public, since)
    if first is None:
        return ()
    days = tuple(held)
    return tuple(
        period
        for period in _BETWEEN[rhythm](first, as_of)
        if as_of > add_days(period.end, grace) and not any(period.start <= day <= period.end for day in days)
    )


def counted_from(public: Iterable[date], since: date | None = None) -> date | None:
    """The day in whose period counting begins: of the first public record, or the place's 开始公开日期 if later.

    None where there is no record, so that nobody is told of what is not kept here.
    """
    first = min(public, default=None)
    return max(first, since) if first and since else first


def said(periods: Sequence[Period]) -> str:
    """As a sentence names them: 2026年3月、2026年4月; of many the first ones and how many there are."""
    names = "、".join(period.label for period in periods[:_SHOWN])
    return names if len(periods) <= _SHOWN else f"{names}等{len(periods)}次"
