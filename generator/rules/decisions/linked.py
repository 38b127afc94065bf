"""Checks the decision that money, land or a contract needs: it is named, it is there, and it was taken in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.law.obligations import counted
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem

ROUTE = ("决策",)


def named(case: PlaceCase, record: Record, reference: str) -> Record | None:
    """The record of any kind that a record names; None where it is not there or cannot be read (S02 tells)."""
    address = record.address.resolve(reference)
    return case.by_address().get(address) or case.county.record(address)


def rests_on_decision(
    case: PlaceCase, context: Context, record: Record, reference: str | None, what: str, by: date
) -> Iterator[Problem]:
    """What is wrong with a record's 决策. Nothing is asked of a township, which decides in other ways.

    Args:
        what: what had to be decided, as messages call it: 人员和标准.
        by: the last day on which the decision is still in time.
    """
    if case.place.village is None:
        return
    if reference is None:
        if counted(context.profile, by):
            yield Problem(
                (),
                f"没有写{what}是哪份决议定的",
                "开过会的，加一行“决策: decisions/文件名”；决策还没登记的，先登记",
                f"没有写明{what}是哪次会议定的。",
                record.path,
            )
        return
    found = named(case, record, reference)
    if found is None:
        return
    resolved = resolution_day(found.body) if isinstance(found.body, Decision) else None
    if resolved is None:
        yield Problem(
            ROUTE,
            f"“决策”写的“{found.address.name}”看不出是哪天决议的",
            "写成一份决策记录（decisions/文件名），那份决策里要有“决议”这一步和日期",
            f"没有写明{what}的会议是哪天开的。",
            record.path,
        )
    elif resolved > by:
        yield Problem(
            ROUTE,
            f"{day_long(by)}已经办了，{day_long(resolved)}才决议",
            "对照会议记录，日期抄错的改过来；没有抄错的，照实公开",
            f"{day_long(by)}已经办理，决议日期是{day_long(resolved)}。",
            record.path,
        )
