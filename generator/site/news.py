"""动态: what became public, was corrected or withheld, or passed its day, as a township and the county tell it by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal, get_args

from generator.records.common import Board

DAYS = 30
"""How far back news goes, the day of the page included."""

NewsKind = Literal["新公开", "更正", "暂缓公开", "到期没公开", "到期没答复", "到期没办成"]
KINDS: tuple[NewsKind, ...] = get_args(NewsKind)
"""In the order in which a day tells them."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened on a day."""

    day: date
    kind: NewsKind
    place: str
    """Its name: 柳湾村"""
    title: str
    words: str
    """What else there is to say, in one line."""
    url: str
    """The page that shows it."""
    key: str
    """What it is known by, whatever page shows it and wherever the site moves."""
    board: Board | None
    """None where it stands for several."""
    count: int = 1


def in_order(some: Iterable[News]) -> tuple[News, ...]:
    """The newest day first; within a day by kind, then as given."""
    return tuple(sorted(some, key=lambda one: (-one.day.toordinal(), KINDS.index(one.kind))))


def by_day(some: Sequence[News]) -> Iterable[tuple[date, tuple[News, ...]]]:
    """The days that have news, with theirs. `some` must be in order."""
    return ((day, tuple(its)) for day, its in groupby(some, key=lambda one: one.day))


def counted(some: Iterable[News]) -> Mapping[NewsKind, int]:
    """How many of each kind there are, in the kinds' order, without those of which there are none."""
    found: Counter[NewsKind] = Counter()
    for one in some:
        found[one.kind] += one.count
    return {kind: found[kind] for kind in KINDS if found[kind]}


def in_words(counts: Mapping[NewsKind, int]) -> str:
    """新公开3件，更正1件；nothing is said of what there is none of.

    >>> in_words({"新公开": 3, "更正": 1})
    '新公开3件，更正1件'
    """
    return "，".join(f"{kind}{count}件" for kind, count in counts.items())
