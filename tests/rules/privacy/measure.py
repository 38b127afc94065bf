"""Counts what is withheld of the seeds, and what is withheld of honest records."""

from __future__ import annotations

from tests.rules.privacy.carriers import harmless, tried
from tests.rules.privacy.seeds import Seed
from tests.support.village import AS_OF, judge_files

LEAST, LEAST_OF_ALL = 0.95, 0.98
MEANT = "heling/xinan/notices/2026-08-linshi-jiuzhu.yml"
"""The demonstration's notice that tells too much of private persons, to show what is withheld."""


def recall(seeds: list[Seed]) -> dict[str, tuple[int, int]]:
    """By category: withheld, tried."""
    table: dict[str, tuple[int, int]] = {}
    for one in tried(seeds):
        caught, all_ = table.get(one.seed.category, (0, 0))
        table[one.seed.category] = (caught + one.caught, all_ + 1)
    return table


def false_alarms() -> tuple[list[str], int]:
    """The honest records that a privacy rule withholds, and how many were looked at."""
    alarms: set[str] = set()
    count = 0
    for township, files in harmless():
        count += len(files)
        judged = judge_files(township, files, as_of=AS_OF)
        alarms |= {f"{f.span.path} {f.code}" for f in judged.findings if f.code[0] == "P" and f.effect.value == "拦截"}
    return sorted(one for one in alarms if not one.startswith(MEANT)), count
