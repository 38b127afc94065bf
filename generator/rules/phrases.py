"""What many rules ask and say alike: what is not written, what came late, what is in the wrong order.

A rule's own sentences stay in the rule's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from generator.base.dates import day_long
from generator.base.finding import Key
from generator.rules.rule import Problem

KEEP_THE_DAY = "日期照实写，不要改"
"""The remedy for what came late. Nobody may be told to write a day that looks better."""
SAY_WHY_LATE = f"{KEEP_THE_DAY}；原因写在“公开”的“晚公开说明”里"
"""The same for a record that was published late: the field 晚公开说明 is for the reason."""
SAY_WHY = f"{KEEP_THE_DAY}；原因写在“说明”里"
"""The same for anything else that came late."""


def unwritten(fields: Mapping[str, object]) -> tuple[str, ...]:
    """The names of the fields in which nothing is written. A 0 is written.

    >>> unwritten({"地点": None, "实到": 0, "议程": (), "主题": "修路", "有佐证": False})
    ('地点', '议程', '有佐证')
    """
    return tuple(name for name, value in fields.items() if value is None or value is False or value in ("", ()))


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: 期限、金额"""
    return "、".join(names)


def quoted(names: Iterable[str]) -> str:
    """Names of fields as a sentence lists them: “期限”、“金额”"""
    return "、".join(f"“{name}”" for name in names)


def shortened(words: str, most: int = 40) -> str:
    """The clerk's own words, cut where they are long.

    >>> shortened("账实不符，不同意公开", 6)
    '账实不符，…'
    """
    return words if len(words) <= most else f"{words[: most - 1]}…"


def not_written(at: Sequence[Key], what: str, remedy: str, path: str | None = None) -> Problem:
    """The problem that a record does not say something: 没有写哪些人免交.

    Args:
        at: the route that the problem stands at.
        what: follows 没有写 for the clerk and 没有写明 for villagers.
        path: the file, for rules of scope PLACE.
    """
    return Problem(at, f"没有写{what}", remedy, f"没有写明{what}。", path)


def late(
    at: Sequence[Key],
    what: str,
    due: date,
    day: date,
    remedy: str,
    path: str | None = None,
    *,
    note: str,
    cause: str = "",
    verb: str = "公开",
) -> Iterator[Problem]:
    """A problem where something was done after its last day: 决议公开晚了3天：应在2026年8月10日前公开.

    Args:
        at: the route to the day on which it was done.
        what: begins the message: 决议公开.
        due: the last day on which it was in time.
        day: the day on which it was done.
        path: the file, for rules of scope PLACE.
        note: begins the note for villagers, before 应在…前公开: 决议.
        cause: what set the time running, before 应在…前公开 in the message: 2026年7月1日上任，
        verb: what had to be done.
    """
    days = (day - due).days
    if days > 0:
        should = f"应在{day_long(due)}前{verb}"
        yield Problem(at, f"{what}晚了{days}天：{cause}{should}", remedy, f"{note}{should}，晚{days}天。", path)


def overdue(at: Sequence[Key], what: str, due: date, as_of: date, remedy: str, verb: str = "公开") -> Iterator[Problem]:
    """A problem where something was not done by its last day: 决议还没有公开：应在2026年8月10日前公开，已过3天.

    Args:
        at: the route that the problem stands at.
        what: is to be done, in the message and in the note: 决议.
        due: the last day on which it would have been in time.
        as_of: the day on which it is looked at.
        verb: what has to be done.
    """
    days = (as_of - due).days
    if days > 0:
        should = f"应在{day_long(due)}前{verb}"
        note = f"{what}{should}，现在还没{verb}，已过{days}天。"
        yield Problem(at, f"{what}还没有{verb}：{should}，已过{days}天", remedy, note)


class Event(NamedTuple):
    """Something with a day, in the order in which it should have come."""

    name: str
    at: tuple[Key, ...]
    """The route to its day."""
    day: date


def out_of_order(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """The neighbours of which the later one has the earlier day, as (earlier, later)."""
    return ((before, after) for before, after in pairwise(events) if after.day < before.day)
