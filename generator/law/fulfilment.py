"""Which records make which items of a directory public, and for which period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import BaseModel

from generator.base.dates import Period, months_between, periods_between
from generator.law.directory import Fulfils, Item
from generator.records.common import RecordBody
from generator.records.layout import Address
from generator.records.local import Frequency
from generator.records.read import Record

_ONCE = ("每半年", "每年")
"""Items of which a record of a part of the period may be enough (Item.part)."""


@dataclass(frozen=True, slots=True)
class Made:
    """How far an item of a period is public."""

    published: date | None
    address: Address | None
    withheld: bool
    """What would make it public is withheld."""


def periods(frequency: Frequency, since: date, last: date) -> tuple[Period, ...]:
    """Every period that begins on or after `since` and before `last`."""
    return tuple(period for period in periods_between(frequency, since, last) if period.start >= since)


def term_of(body: RecordBody) -> Period | None:
    """The period that a record is about; None where it has none."""
    found = getattr(body, "period", None) or getattr(body, "year", None)
    return found if isinstance(found, Period) else None


def shelved(items: tuple[Item, ...], records: Iterable[Record]) -> Mapping[str, Sequence[Record]]:
    """The records that make each item public, by its name."""
    known = by_kind(items)
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for item, sort in known.get(record.address.kind, ()):
            if is_of(record, sort):
                found[item.name].append(record)
    return found


def is_of(record: Record, sort: Fulfils) -> bool:
    """A record of the sort's kind says that it is of this sort."""
    if not sort.key:
        return True
    model: type[BaseModel] = type(record.body)
    said = getattr(record.body, _field(model, sort.key))
    if not sort.values:
        return bool(said)
    return not sort.values.isdisjoint(said) if isinstance(said, tuple) else said in sort.values


def made(item: Item, records: Sequence[Record], withheld: frozenset[Address], period: Period, frequency: str) -> Made:
    """What the item's records say of one period."""
    code = period.code.lower()
    plain = {one.kind for one in item.fulfilled if not one.key}
    unread = [a for a in withheld if a.kind in plain and a.name == code]
    dated = [(record, term) for record in records if (term := term_of(record.body))]
    chosen = [record for record, term in dated if term.covers(period)]
    day = min
    if not chosen and item.part != "整期":
        parts = [(record, term) for record, term in dated if period.covers(term)]
        months = {month for _, term in parts for month in months_between(term.start, term.end)}
        if frequency in _ONCE:
            chosen = [record for record, term in parts if item.part == "期内" or term.end == period.end]
        elif months >= set(months_between(period.start, period.end)):
            chosen = [record for record, _ in parts]
            day = max
    stopped = unread or [record.address for record in chosen if record.address in withheld]
    shown = [record for record in chosen if record.address not in withheld]
    if stopped:
        return Made(None, stopped[0], withheld=True)
    if not shown:
        return Made(None, None, withheld=False)
    one = day(shown, key=lambda record: record.public_since)
    return Made(one.public_since, one.address, withheld=False)


def first_day(records: Iterable[Record], withheld: frozenset[Address], as_of: date) -> date | None:
    """When the first of an item's records became public; one that tells no period does not count."""
    days = (r.public_since for r in records if r.address not in withheld and term_of(r.body))
    return min((day for day in days if day <= as_of), default=None)


@cache
def by_kind(items: tuple[Item, ...]) -> Mapping[str, Sequence[tuple[Item, Fulfils]]]:
    """The items that a record of each kind may make public, and of which sort it then is."""
    found: dict[str, list[tuple[Item, Fulfils]]] = defaultdict(list)
    for item in items:
        for sort in item.fulfilled:
            found[sort.kind].append((item, sort))
    return found


@cache
def _field(model: type[BaseModel], key: str) -> str:
    return next(name for name, field in model.model_fields.items() if field.alias == key)
