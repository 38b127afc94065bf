"""动态: the news of a township and the county by day: records published, corrected or withheld, and days that passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal, get_args

from generator.records.common import Board

DAYS = 30
"""News is shown for so many days, the day of the page included."""

NewsKind = Literal["新公开", "更正", "暂缓公开", "到期没公开", "到期没答复", "到期没办成"]
KINDS: tuple[NewsKind, ...] = get_args(NewsKind)
"""The kinds of news, in the order in which a day shows them."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened on a day."""

    day: date
    kind: NewsKind
    place: str
    """The name of the place: 柳湾村"""
    title: str
    words: str
    """More words about it, in one line."""
    url: str
    """The address of the page that shows it."""
    key: str
    """The key of the news. It stays the same on every page and if the site moves."""
    board: Board | None
    """Its board. None if it stands for several records."""
    board_name: str
    """What the place calls that board: 居务, 政务. Empty if there is none."""
    count: int = 1


def in_order(some: Iterable[News]) -> tuple[News, ...]:
    """News in order: the newest day first, then by kind, then as given."""
    return tuple(sorted(some, key=lambda one: (-one.day.toordinal(), KINDS.index(one.kind))))


def by_day(some: Sequence[News]) -> Iterable[tuple[date, tuple[News, ...]]]:
    """The days that have news, with their news. `some` must be in order."""
    return ((day, tuple(its)) for day, its in groupby(some, key=lambda one: one.day))


def counted(some: Iterable[News]) -> Mapping[NewsKind, int]:
    """The number of news of each kind, in the order of the kinds. Kinds without news are left out."""
    found: Counter[NewsKind] = Counter()
    for one in some:
        found[one.kind] += one.count
    return {kind: found[kind] for kind in KINDS if found[kind]}


def in_words(counts: Mapping[NewsKind, int]) -> str:
    """The numbers in words: 新公开3件，更正1件. A kind without news is left out.

    >>> in_words({"新公开": 3, "更正": 1})
    '新公开3件，更正1件'
    """
    return "，".join(f"{kind}{count}件" for kind, count in counts.items())
