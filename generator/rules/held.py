"""The periods in which a place held no meeting of a type, from its meeting records and the steps of its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.dates import Period
from generator.records.kinds.decisions import Decision
from generator.records.kinds.meetings import Meeting, MeetingType
from generator.records.places import Village
from generator.rules.base import Context, PlaceCase
from generator.rules.frequency import Rhythm, lacking

_IN_STEPS: dict[MeetingType, str] = {"支委会": "党组织会议"}
"""What the steps of a decision call the meeting, where they call it otherwise."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """Those of one type in one place."""

    held: Sequence[date]
    """The days on which one was held, those told only by a decision's steps included."""
    public: Sequence[date]
    """The days on which records of them became public."""


def meetings_of(case: PlaceCase, kind: MeetingType) -> Meetings:
    """What a place's records tell of one type of meeting; withheld records count as held."""
    recorded = [body for _, body in case.of(Meeting) if body.type == kind]
    if not recorded:
        return Meetings((), ())
    name = _IN_STEPS.get(kind, kind)
    steps = [step for _, body in case.of(Decision) for step in body.steps if step.meeting == name]
    days = [*(body.day for body in recorded), *(step.day for step in steps if step.day)]
    return Meetings(days, [body.publication.day for body in recorded])


def without(case: PlaceCase, context: Context, kind: MeetingType, rhythm: Rhythm) -> tuple[Period, ...]:
    """The periods that lack a meeting of this type, told once 记录补登期限 is over."""
    meetings = meetings_of(case, kind)
    grace = context.parameters.record_days
    return lacking(rhythm, meetings.held, meetings.public, context.as_of, since=since(case), grace=grace)


def since(case: PlaceCase) -> date | None:
    """The day before whose period nothing is counted."""
    return case.profile.disclosed_since if isinstance(case.profile, Village) else None
