"""What a place should have published by a day: on time, late, missing, withheld, not yet due or not applicable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.base.dates import Period, add_days, month_of, year_of
from generator.law.directory import Item, national
from generator.law.events import EVENTS, events
from generator.law.fulfilment import Made, first_day, made, periods, shelved
from generator.law.parameters import Parameters
from generator.records.common import Board
from generator.records.layout import Address
from generator.records.places import Explanation, Profile, Village, level_of
from generator.records.read import Record

State = Literal["按时", "晚", "缺", "未到", "暂缓", "不适用"]
UNUSED = "没有登记"
"""The reason of what does not apply because the village never published a record of its sort."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that had to be public by a day."""

    item: str
    rhythm: str
    """每月，次月15日前"""
    board: Board
    period: Period
    """The month or quarter it belongs to; for events the event's month."""
    title: str
    """What exactly: 2026年7月财务收支"""
    due: date
    published: date | None
    state: State
    address: Address | None
    reason: str | None = None
    """The village's own word; for 不适用 why it does not apply."""
    owner: str | None = None
    is_answer: bool = False
    """A question waits for an answer; nothing else is published for it."""

    @property
    def year(self) -> int:
        """The year in which it is counted: the one in which its period ends."""
        return self.period.end.year

    def days(self, as_of: date) -> int:
        """Days late: until it was published, or until `as_of` while it is missing."""
        return max(0, ((self.published or as_of) - self.due).days)


@dataclass(frozen=True, slots=True)
class _Given:
    """What one place is asked."""

    monthly: bool
    """It publishes its accounts every month."""
    withheld: frozenset[Address]
    parameters: Parameters
    as_of: date
    since: date
    last: date


def obligations(
    profile: Profile,
    records: Sequence[Record],
    withheld: frozenset[Address],
    parameters: Parameters,
    as_of: date,
    directory: tuple[Item, ...] | None = None,
) -> tuple[Obligation, ...]:
    """All obligations from the place's first day of disclosure to the end of `as_of`'s year, in the directory's order.

    What is not required from the beginning counts from the first record of its sort; before that it stands once, as
    不适用.

    Args:
        records: the place's records that could be read, withheld ones included.
        withheld: addresses that are not published, readable or not; they count as neither on time nor missing.
        directory: as the county, township and village laid it down; None for the national one.
    """
    items = national(level_of(profile)) if directory is None else directory
    monthly = isinstance(profile, Village) and profile.monthly_accounts
    given = _Given(monthly, withheld, parameters, as_of, _since(profile, records, as_of), year_of(as_of).end)
    shelf = shelved(items, records)
    found = [one for item in items for one in _of_item(item, shelf.get(item.name, ()), given)]
    said = profile.explanations if isinstance(profile, Village) else ()
    explained = {(e.item, e.period): e for e in said}
    return tuple(_with_reason(o, explained.get((o.item, o.period.code))) for o in found)


def counted(profile: Profile | None, day: date) -> bool:
    """Whether what was due for an event of `day` is held against the place: its disclosure had begun."""
    return not (isinstance(profile, Village) and profile.disclosed_since and day < profile.disclosed_since)


def _since(profile: Profile, records: Sequence[Record], as_of: date) -> date:
    if isinstance(profile, Village) and profile.disclosed_since:
        return profile.disclosed_since
    days = [record.body.publication.day for record in records]
    return min(days) if days else year_of(as_of).start


def _with_reason(obligation: Obligation, said: Explanation | None) -> Obligation:
    if said is None or obligation.state == "不适用":
        return obligation
    return replace(obligation, reason=said.reason, owner=said.owner)


def _of_item(item: Item, records: Sequence[Record], given: _Given) -> Iterator[Obligation]:
    if item.due is None:
        return
    if item.due.counted_from in EVENTS:
        for event in events(item.due, records, given.parameters, given.since, given.as_of):
            address = event.record.address
            how = Made(event.published, address, withheld=address in given.withheld)
            yield _obligation(item, given, month_of(event.day), event.due, how, event.record.title)
        return
    first = first_day(records, given.withheld, given.as_of)
    if first is None and not item.required:
        year = year_of(given.as_of)
        unused = _obligation(item, given, year, item.due.day(year, given.parameters), Made(None, None, withheld=False))
        yield replace(unused, state="不适用", reason=item.exempt or UNUSED)
        return
    for then, since, last in _eras(item, given):
        frequency = then.busy if given.monthly else then.frequency
        for period in periods(frequency, since, last):
            due = item.due.day(period, given.parameters)
            how = made(then, records, given.withheld, period, frequency)
            if item.required or how.published or (first and first <= due):
                yield _obligation(then, given, period, due, how)


def _eras(item: Item, given: _Given) -> Iterator[tuple[Item, date, date]]:
    """The item as the law had it, with the first and the last day of each time."""
    since = max(given.since, item.since or given.since)
    if item.once and since <= item.once[0]:
        until, frequency = item.once
        yield replace(item, frequency=frequency, busy=frequency), since, min(until, given.last)
        since = add_days(until, 1)
    yield item, since, given.last


def _obligation(item: Item, given: _Given, period: Period, due: date, how: Made, title: str = "") -> Obligation:
    public = how.published if how.published and how.published <= given.as_of else None
    reason = None
    if how.withheld:
        state: State = "暂缓"
    elif public and (public <= due or not item.exempt):
        state = "按时" if public <= due else "晚"
    elif item.exempt:
        state, reason = "不适用", item.exempt
    else:
        state = "未到" if given.as_of <= due else "缺"
    rhythm = item.rhythm(given.parameters, monthly=given.monthly)
    title = title or f"{period.label}{item.name}"
    answer = item.due is not None and item.due.counted_from == "收到"
    return Obligation(
        item.name, rhythm, item.board, period, title, due, public, state, how.address, reason, is_answer=answer
    )
