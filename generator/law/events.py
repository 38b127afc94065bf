"""Things that have to be public some days after something happened: a vote, a villager's question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.law.deadline import Deadline
from generator.law.parameters import Parameters
from generator.records.kinds.decisions import Decision, resolution_day, resolution_published
from generator.records.kinds.questions import Question
from generator.records.read import Record

EVENTS = ("开会", "收到")


@dataclass(frozen=True, slots=True)
class Event:
    """One of them."""

    record: Record
    day: date
    due: date
    published: date | None


def events(
    due: Deadline, records: Sequence[Record], parameters: Parameters, since: date, as_of: date
) -> Iterator[Event]:
    """What happened from `since` to `as_of`, in the order of the records."""
    for record in records:
        day, published = _of(record)
        if day and since <= day <= as_of:
            yield Event(record, day, due.after(day, parameters), published)


def _of(record: Record) -> tuple[date | None, date | None]:
    body = record.body
    if isinstance(body, Decision):
        return resolution_day(body), resolution_published(body, record.public_since)
    if isinstance(body, Question):
        return body.received, body.reply.day if body.reply else None
    return None, None
