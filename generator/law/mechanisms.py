"""The mechanisms that the source documents describe, and which kinds, rules and indicators each has become."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One row of the list of mechanisms."""

    number: int
    name: str
    kinds: tuple[str, ...]
    """Folders of record kinds."""
    rules: tuple[str, ...]
    indicators: tuple[str, ...]
    examples: tuple[str, ...]
    """Paths of records in the demonstration county."""
    words: str
    """Why it became what it became, where that is not plain."""


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """All of them, by number."""
    rows = load("mechanisms.yml")
    return tuple(
        Mechanism(
            number=int(number),
            name=row["名称"],
            kinds=tuple(row.get("种类", ())),
            rules=tuple(row.get("规则", ())),
            indicators=tuple(row.get("指标", ())),
            examples=tuple(row.get("示例", ())),
            words=row.get("说明", ""),
        )
        for number, row in rows.items()
    )
