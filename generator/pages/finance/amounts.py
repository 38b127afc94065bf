"""What the pages about money share: how two sums compare in words, the share of 其他, the files to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generator.base.money import ZERO, spoken
from generator.law.purposes import OTHER
from generator.records.kinds.finance import Sums
from generator.site import urls
from generator.site.model import Entry, Link, PlaceSite

T = TypeVar("T")

ANCHORS = {"支出": "z", "收入": "s"}
FILES = (
    ("finance-entries.csv", "每一笔收支（Excel、WPS能打开）"),
    ("finance-accounts.csv", "每个账户期初、期末的钱（Excel、WPS能打开）"),
)


@dataclass(frozen=True, slots=True)
class Bit:
    """One entry in a list that leads to it."""

    words: str
    href: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Other:
    """The part of income or expense that is only called 其他, 元."""

    flow: str
    whole: Decimal
    limit: Decimal
    """The county's, as a share."""
    lines: tuple[Bit, ...]

    @property
    def amount(self) -> Decimal:
        return total(line.amount for line in self.lines)

    @property
    def is_share(self) -> bool:
        """It is part of the whole: no reversal makes it less than nothing, or more than all."""
        return ZERO <= self.amount <= self.whole and all(line.amount >= 0 for line in self.lines)

    @property
    def over(self) -> bool:
        return self.amount > self.whole * self.limit


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, 元."""
    return sum(amounts, ZERO)


def shelved(
    flow: str, shelves: Mapping[str, Sequence[T]], amount: Callable[[T], Decimal]
) -> list[tuple[str, str, Decimal, tuple[T, ...]]]:
    """Anchor, name, sum and entries of each shelf of 支出 or 收入: the largest first, 其他 always last."""
    sums = [(name, total(map(amount, some)), tuple(some)) for name, some in shelves.items()]
    sums.sort(key=lambda shelf: (shelf[0].startswith(OTHER), -shelf[1], shelf[0]))
    return [(f"{ANCHORS[flow]}{number}", *shelf) for number, shelf in enumerate(sums, 1)]


def shared(whole: Decimal, amounts: Iterable[Decimal]) -> Decimal:
    """The whole of which each amount is a share; 0 where one is negative (红字冲销), so that they are no shares.

    >>> shared(Decimal(200), [Decimal(150), Decimal(50)]), shared(Decimal(200), [Decimal(500), Decimal(-300)])
    (Decimal('200'), Decimal('0'))
    """
    return whole if whole > 0 and all(amount >= 0 for amount in amounts) else ZERO


def difference(now: Sums, then: Sums) -> str:
    """How `now` differs from `then`: 多收2.7万元，少花0.6万元"""
    said = []
    for more, fewer, change in (
        ("多收", "少收", now.income - then.income),
        ("多花", "少花", now.expense - then.expense),
    ):
        if change:
            said.append(f"{more if change > 0 else fewer}{spoken(abs(change))}")
    return "，".join(said) or "一样多"


def account_files(place: PlaceSite, accounts: Iterable[Entry]) -> tuple[Link, ...]:
    """The place's open data about money, as far as `accounts` fill it."""
    bodies = [entry.body for entry in accounts]
    filled = (any(body.entries for body in bodies), any(body.accounts for body in bodies))
    return tuple(
        Link(title, urls.data(place.place.folder, name), name.rpartition(".")[2].upper())
        for (name, title), is_there in zip(FILES, filled, strict=True)
        if is_there
    )
