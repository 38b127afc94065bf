"""What a village should have published by a day: on time, late, missing, withheld or not yet due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.base.dates import Period, add_days, month_of, months_between, quarters_between, year_of
from generator.law.parameters import Parameters
from generator.records.common import Board
from generator.records.decisions import Decision, resolution_day, step_of
from generator.records.finance import Finance
from generator.records.layout import Address
from generator.records.notices import Notice
from generator.records.places import Explanation, Township, Village
from generator.records.questions import Question
from generator.records.read import Record

State = Literal["按时", "晚", "缺", "未到", "暂缓"]


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
    owner: str | None = None

    def days(self, as_of: date) -> int:
        """Days late: until it was published, or until `as_of` while it is missing."""
        return max(0, ((self.published or as_of) - self.due).days)


def obligations(
    profile: Village,
    records: Sequence[Record],
    withheld: frozenset[Address],
    parameters: Parameters,
    as_of: date,
) -> tuple[Obligation, ...]:
    """All obligations from the village's first day of disclosure to the end of `as_of`'s year, in calendar order.

    Periods come from 村组法 (公布) and the county's parameters; 社区 have no quarterly clock for 居务.

    Args:
        records: the village's records that could be read, withheld ones included.
        withheld: addresses that are not published, readable or not; they count as neither on time nor missing.
    """
    since = _since(profile, records, as_of)
    last = year_of(as_of).end
    found = [
        *_finance(profile, records, withheld, parameters, as_of, since, last),
        *_quarterly(profile, records, withheld, parameters, as_of, since, last),
        *_resolutions(records, withheld, parameters, as_of, since),
        *_replies(records, withheld, parameters, as_of, since),
    ]
    explained = {(e.item, e.period): e for e in profile.explanations}
    return tuple(_with_reason(o, explained.get((o.item, o.period.code))) for o in found)


def counted(profile: Village | Township | None, day: date) -> bool:
    """Whether what was due for an event of `day` is held against the place: its disclosure had begun."""
    return not (isinstance(profile, Village) and profile.disclosed_since and day < profile.disclosed_since)


def _since(profile: Village, records: Sequence[Record], as_of: date) -> date:
    if profile.disclosed_since:
        return profile.disclosed_since
    days = [record.body.publication.day for record in records]
    return min(days) if days else year_of(as_of).start


def _with_reason(obligation: Obligation, said: Explanation | None) -> Obligation:
    return replace(obligation, reason=said.reason, owner=said.owner) if said else obligation


def _finance(
    profile: Village,
    records: Sequence[Record],
    withheld: frozenset[Address],
    parameters: Parameters,
    as_of: date,
    since: date,
    last: date,
) -> Iterable[Obligation]:
    accounts = [(r.address, r.body) for r in records if isinstance(r.body, Finance)]
    if profile.monthly_accounts:
        periods, rhythm = months_between(since, last), f"每月，月后{parameters.finance_due_days}天内"
    else:
        periods, rhythm = quarters_between(since, last), f"每季度，季后{parameters.finance_due_days}天内"
    for period in periods:
        if period.start < since:
            continue
        due = add_days(period.end, parameters.finance_due_days)
        parts = [(a, b) for a, b in accounts if b.period.covers(period) or period.covers(b.period)]
        whole = [(a, b) for a, b in parts if b.period.covers(period)]
        if not whole and _months(b.period for _, b in parts) >= set(months_between(period.start, period.end)):
            whole = parts
        unread = [a for a in withheld if a.kind == "finance" and a.name == period.code.lower()]
        held = unread or [a for a, _ in whole if a in withheld]
        published = max((b.publication.day for a, b in whole if a not in withheld), default=None)
        address = held[0] if held else whole[-1][0] if whole else None
        yield _obligation(
            "财务收支",
            rhythm,
            Board.FINANCE,
            period,
            f"{period.label}财务收支",
            due,
            published,
            address,
            bool(held),
            as_of,
        )


def _months(periods: Iterable[Period]) -> set[Period]:
    return {month for period in periods for month in months_between(period.start, period.end)}


def _quarterly(
    profile: Village,
    records: Sequence[Record],
    withheld: frozenset[Address],
    parameters: Parameters,
    as_of: date,
    since: date,
    last: date,
) -> Iterable[Obligation]:
    days = parameters.affairs_due_days
    rhythm = f"每季度，季后{days}天内"
    items = [("党务事项", Board.PARTY), ("承诺通报", Board.PARTY)]
    if profile.type == "村":
        items.insert(0, ("村务事项", Board.VILLAGE))
    for topic, board in items:
        notices = [(r.address, r.body) for r in records if isinstance(r.body, Notice) and r.body.topic == topic]
        for quarter in quarters_between(since, last):
            if quarter.start < since:
                continue
            hits = [(a, b) for a, b in notices if b.period and b.period.covers(quarter)]
            held = [a for a, _ in hits if a in withheld]
            published = min((b.publication.day for a, b in hits if a not in withheld), default=None)
            address = held[0] if held else hits[0][0] if hits else None
            due = add_days(quarter.end, days)
            title = f"{quarter.label}{topic}"
            yield _obligation(topic, rhythm, board, quarter, title, due, published, address, bool(held), as_of)


def _resolutions(
    records: Sequence[Record], withheld: frozenset[Address], parameters: Parameters, as_of: date, since: date
) -> Iterable[Obligation]:
    rhythm = f"开会后{parameters.resolution_due_days}天内"
    for record in records:
        body = record.body
        if not isinstance(body, Decision) or not (day := resolution_day(body)) or not since <= day <= as_of:
            continue
        step = step_of(body, "决议公开")
        yield _obligation(
            "决议公开",
            rhythm,
            Board.VILLAGE,
            month_of(day),
            record.title,
            add_days(day, parameters.resolution_due_days),
            step.day if step else None,
            record.address,
            record.address in withheld,
            as_of,
        )


def _replies(
    records: Sequence[Record], withheld: frozenset[Address], parameters: Parameters, as_of: date, since: date
) -> Iterable[Obligation]:
    rhythm = f"收到后{parameters.reply_days}天内"
    for record in records:
        body = record.body
        if not isinstance(body, Question) or not since <= body.received <= as_of:
            continue
        due = add_days(body.received, parameters.reply_days)
        yield _obligation(
            "答复村民",
            rhythm,
            Board.VILLAGE,
            month_of(body.received),
            record.title,
            due,
            body.reply.day if body.reply else None,
            record.address,
            record.address in withheld,
            as_of,
        )


def _obligation(
    item: str,
    rhythm: str,
    board: Board,
    period: Period,
    title: str,
    due: date,
    published: date | None,
    address: Address | None,
    held: bool,
    as_of: date,
) -> Obligation:
    public = published if published and published <= as_of else None
    if held:
        state: State = "暂缓"
    elif public:
        state = "按时" if public <= due else "晚"
    else:
        state = "未到" if as_of <= due else "缺"
    return Obligation(item, rhythm, board, period, title, due, public, state, address)
