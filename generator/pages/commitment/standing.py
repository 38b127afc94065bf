"""Where a commitment stands, and how many of them were kept: said the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.share import share
from generator.records.kinds.commitments import Commitment, Fulfilment, Progress, State, fulfilment, is_member, state
from generator.site.model import Entry, PlaceSite

CSS: dict[State, str] = {"进行中": "go", "已兑现": "ok", "晚兑现": "late", "到期没完成": "miss", "已撤销": "wait"}


@dataclass(frozen=True, slots=True)
class Rate:
    """Kept out of due, against the county's target."""

    name: str
    promises: Fulfilment
    target: Decimal

    @property
    def said(self) -> str:
        """到期20条，兑现19条（其中1条晚），是95%"""
        return f"{self.promises.said}，是{share(self.promises.kept, self.promises.due)}"

    @property
    def reached(self) -> bool:
        return self.short_by == 0

    @property
    def short_by(self) -> int:
        """How many more would reach the target."""
        return self.promises.short_by(self.target)


@dataclass(frozen=True, slots=True)
class Standing:
    """One commitment and where it stands."""

    entry: Entry
    record: Commitment
    state: State
    css: str
    done: Decimal | None
    """The latest count, in the target's unit."""
    latest: Progress | None


def standing_of(entry: Entry, as_of: date) -> Standing:
    """A commitment as the list and its own page show it."""
    body: Commitment = entry.body
    now = state(body, as_of)
    past = [progress for progress in body.progress if progress.day is None or progress.day <= as_of]
    return Standing(entry, body, now, CSS[now], _count(body, past), past[-1] if past else None)


def _count(body: Commitment, past: Sequence[Progress]) -> Decimal | None:
    """The latest count; of what is done, only one taken at the end: an earlier one says nothing any more."""
    counted = [progress for progress in past if progress.done is not None]
    last = counted[-1].day if counted else None
    closed = body.closing.day if body.closing else None
    if not counted or (closed and last and last < closed):
        return None
    return counted[-1].done


def rates(place: PlaceSite, records: Sequence[Commitment], as_of: date) -> tuple[Rate, ...]:
    """How many of the organisation's commitments were kept, and of the members', where there are any."""
    own = [record for record in records if not is_member(record)]
    members = [record for record in records if is_member(record)]
    return tuple(
        Rate(name, fulfilment(some, as_of), target)
        for name, some, target in (
            (
                f"{place.terms.village}班子和{place.terms.village}干部的承诺",
                own,
                place.parameters.org_rate,
            ),
            ("党员的承诺", members, place.parameters.member_rate),
        )
        if some
    )
