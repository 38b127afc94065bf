"""Matters that the villagers' assembly decides, or the representatives where the assembly authorised them."""

from __future__ import annotations

from datetime import date

from generator.law.data import load


def assembly_matters(day: date) -> frozenset[str]:
    """The matters of 村组法 §24 (2018) or §28 (2025), as `records.decisions.Matter` names them, on `day`."""
    lists = sorted(load("matters.yml").values(), key=lambda entry: str(entry["起"]))
    in_force = [entry for entry in lists if date.fromisoformat(entry["起"]) <= day]
    return frozenset((in_force or lists)[-1 if in_force else 0]["须会议决定"])
