"""What a village builds and buys in the year: decisions, payments, promises and questions all speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.village import AS_OF, Village
from benchmarks.records.words import split

COUNT = 8
FIRST = date(2025, 12, 1)
STEP = 40
"""Days from one decision to the next."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of building or buying that villages decide on."""

    title: str
    slug: str
    unit: str
    least: int
    most: int
    yuan: int
    """For each unit, about."""
    matter: str


_SORTS = tuple(
    _Sort(title, slug, unit, int(least), int(most), int(yuan), matter)
    for title, slug, unit, least, most, yuan, matter in split("工程")
)


@dataclass(frozen=True, slots=True)
class Payment:
    """One instalment, in cents."""

    day: date
    cents: int
    what: str


@dataclass(frozen=True, slots=True)
class Work:
    """One work from the proposal to the report. Days that have not come are None."""

    name: str
    """Of its decision's file."""
    title: str
    matter: str
    quantity: int
    unit: str
    limit: int
    price: int
    """Cents, as the limit."""
    proposed: date
    decided: date
    started: date
    due: date
    """When it was promised for."""
    completed: date | None
    firm: str
    owner: str
    subsidised: bool
    payments: tuple[Payment, ...]

    @property
    def reference(self) -> str:
        return f"decisions/{self.name}"

    @property
    def fund(self) -> str:
        return f"{self.title}补助"


def plan(village: Village) -> tuple[Work, ...]:
    """The works of the year, oldest first."""
    sorts = village.rng.sample(_SORTS, COUNT)
    return tuple(_work(village, sort, FIRST + timedelta(STEP * number)) for number, sort in enumerate(sorts))


def _work(village: Village, sort: _Sort, around: date) -> Work:
    rng = village.rng
    quantity = rng.randrange(sort.least, sort.most + 1)
    limit = max(20, round(quantity * sort.yuan * rng.uniform(0.85, 1.15) / 500) * 5) * 100_00
    price = limit * rng.randrange(930, 1000) // 1000 // 100_00 * 100_00
    decided = village.day(around, 0, 20)
    started = village.day(decided, 12, 30)
    end = village.day(started, 18, 80)
    completed = end if end <= AS_OF - timedelta(14) else None
    due = max(village.day(end, 6, 25), AS_OF + timedelta(20)) if completed is None else village.day(end, 3, 25)
    first = price * rng.choice((30, 40, 50)) // 100 // 100_00 * 100_00
    payments = [Payment(village.day(started, 2, 9), first, "首期款")]
    if completed:
        payments.append(Payment(village.day(completed, 3, 12), price - first, "结算款"))
    return Work(
        name=f"{decided:%Y-%m}-{sort.slug}",
        title=village.slots.fill(sort.title),
        matter=sort.matter,
        quantity=quantity,
        unit=sort.unit,
        limit=limit,
        price=price,
        proposed=decided - timedelta(rng.randrange(14, 24)),
        decided=decided,
        started=started,
        due=due,
        completed=completed,
        firm=rng.choice(village.firms),
        owner=village.duty(),
        subsidised=price > 30_000_00,
        payments=tuple(payments),
    )
