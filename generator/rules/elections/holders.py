"""Finds who holds which post while a body is in office: in the 组织机构 records, else in the profile of the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.records.kinds.bodies import Organ, OrganType
from generator.rules.rule import Context, PlaceCase

_NAMES: dict[str, re.Pattern[str]] = {
    "村民委员会": re.compile(r"村民委员会|村委会"),
    "居民委员会": re.compile(r"居民委员会|居委会"),
    "党组织": re.compile(r"党支部|党总支|党委"),
    "理事会": re.compile(r"合作社|联合社|理事会"),
}
"""What a body of that type is called in a profile."""
_SUPERVISOR = re.compile(r"监事")
"""A profile lists the board and its supervisors together, under the name 经济合作社."""


def holders(case: PlaceCase, context: Context, body: Organ, *types: OrganType) -> dict[str, str]:
    """Name → post of those who sit on bodies of `types` while `body` is in office.

    The profile tells who is in office now, so it is asked only where no record tells and `body` is not over.
    """
    bodies = [other for _, other in case.of(Organ) if other.type in types and _overlap(other, body)]
    if bodies:
        return {one.name: f"{other.type}{one.post}" for other in bodies for one in other.members}
    if (body.ends or date.max) < context.as_of:
        return {}
    return dict(_in_profile(context, types))


def _overlap(one: Organ, other: Organ) -> bool:
    return (one.elected or date.min) <= (other.ends or date.max) and (other.elected or date.min) <= (
        one.ends or date.max
    )


def _in_profile(context: Context, types: tuple[OrganType, ...]) -> Iterator[tuple[str, str]]:
    for body in context.profile.bodies if context.profile else ():
        if any(_NAMES[one].search(body.name) for one in types):
            for officer in body.officers:
                if officer.name and not _SUPERVISOR.search(officer.post):
                    yield officer.name, f"{body.name}{officer.post}"
