"""Which matters the villagers' assembly decides, and which the party organisation discusses first, by date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.law.data import load


def assembly_matters(day: date) -> frozenset[str]:
    """The matters of 村组法 §24 (2010) or §28 (2025) on `day`, by the names of `Matter` in records/kinds/decisions.py.
    There are none before 2010-10-28.

    The assembly may give them to the representatives. Matters of 集体法 are not among them since 2025-05-01.
    """
    return _on(day, "须会议决定")


def party_first_matters(day: date) -> frozenset[str]:
    """The matters that the party organisation must discuss before the villagers or members decide, on `day`."""
    return _on(day, "先经党组织")


def members_matters(day: date) -> frozenset[str]:
    """The matters that the members of the collective decide, in their assembly or through delegates, on `day`."""
    return _on(day, "须成员大会")


def undelegated_matters(day: date) -> frozenset[str]:
    """The matters of the collective that delegates may not decide."""
    return _on(day, "不得由代表")


def is_major(matter: str, limit: Decimal | None, day: date, large: Decimal) -> bool:
    """Whether a matter is 三重一大: the law gives it to an assembly, or the sum is large. It is never typed in.

    Args:
        limit: the most it may cost.
        large: from which sum a payment counts as large in this place.
    """
    important = assembly_matters(day) | party_first_matters(day) | members_matters(day)
    return matter in important or (limit is not None and limit >= large)


def _on(day: date, name: str) -> frozenset[str]:
    lists = sorted(load("matters.yml").values(), key=lambda entry: str(entry["起"]))
    in_force = [entry for entry in lists if date.fromisoformat(entry["起"]) <= day]
    return frozenset(in_force[-1][name]) if in_force else frozenset()
