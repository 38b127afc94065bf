"""Whether meetings and the like were held as often as they should be: the months, quarters or years that lack one.

By when something has to be public is another matter: that stands in the 公开目录 (PlaceCase.duties).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.dates import Period, Rhythm, add_days, periods_between
from generator.records.kinds.decisions import Decision
from generator.records.kinds.meetings import Meeting, MeetingType
from generator.records.places import Village
from generator.rules.rule import Context, PlaceCase

_SHOWN = 4
"""So many periods are named; of more only the number is told."""
_IN_STEPS: dict[MeetingType, str] = {"支委会": "党组织会议"}
"""What the steps of a decision call the meeting, where they call it otherwise."""


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
        for period in periods_between(rhythm, first, as_of)
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


@dataclass(frozen=True, slots=True)
class Meetings:
    """Those of one type in one place."""

    held: Sequence[date]
    """The days on which one was held, those told only by a decision's steps included."""
    public: Sequence[date]
    """The days on which records of them became public."""


def meetings_of(case: PlaceCase, kind: MeetingType) -> Meetings:
    """What a place's records tell of one type of meeting; withheld records count as held.

    The county's records come from many branches and offices, whose meetings do not add up to one rhythm: none are told.
    """
    recorded = [] if case.place.is_county else [body for _, body in case.of(Meeting) if body.type == kind]
    if not recorded:
        return Meetings((), ())
    name = _IN_STEPS.get(kind, kind)
    steps = [step for _, body in case.of(Decision) for step in body.steps if step.meeting == name]
    days = [*(body.day for body in recorded if body.day), *(step.day for step in steps if step.day)]
    return Meetings(days, [body.publication.day for body in recorded])


def without(case: PlaceCase, context: Context, kind: MeetingType, rhythm: Rhythm) -> tuple[Period, ...]:
    """The periods that lack a meeting of this type, told once 记录补登期限 is over."""
    meetings = meetings_of(case, kind)
    grace = context.parameters.record_days
    return lacking(rhythm, meetings.held, meetings.public, context.as_of, since=since(case), grace=grace)


def since(case: PlaceCase) -> date | None:
    """The day before whose period nothing is counted."""
    return case.profile.disclosed_since if isinstance(case.profile, Village) else None
