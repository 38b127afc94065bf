"""Matters that the villagers' assembly decides, and those that the party organisation discusses first, by date."""

from __future__ import annotations

from datetime import date

from generator.law.data import load


def assembly_matters(day: date) -> frozenset[str]:
    """The matters of 村组法 §24 (2018) or §28 (2025), as `records.decisions.Matter` names them, on `day`.

    The assembly may hand them to the representatives. What 集体法 governs since 2025-05-01 is not among them.
    """
    return _on(day, "须会议决定")


def party_first_matters(day: date) -> frozenset[str]:
    """The matters that the party organisation must discuss before the villagers or members decide, on `day`."""
    return _on(day, "先经党组织")


def _on(day: date, name: str) -> frozenset[str]:
    lists = sorted(load("matters.yml").values(), key=lambda entry: str(entry["起"]))
    in_force = [entry for entry in lists if date.fromisoformat(entry["起"]) <= day]
    return frozenset((in_force or lists)[-1 if in_force else 0][name])
