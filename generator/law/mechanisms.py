"""Reads mechanisms.yml: the practices of village affairs, with the kinds, rules and indicators that stand for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One row of mechanisms.yml."""

    number: int
    name: str
    kinds: tuple[str, ...]
    """Folders of record kinds."""
    rules: tuple[str, ...]
    indicators: tuple[str, ...]
    examples: tuple[str, ...]
    """Paths of records in the demonstration county."""
    words: str
    """The reason for the choice, if it is not plain."""


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """All rows of mechanisms.yml, by the numbers there."""
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
