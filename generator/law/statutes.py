"""Finds documents that are no longer in force."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document and the one that replaced it."""

    name: str
    until: date
    successor: str


def superseded_in(text: str, day: date) -> tuple[Superseded, ...]:
    """The documents named in full in `text` that were no longer in force on `day`."""
    plain = re.sub(r"[《》\s]", "", text)
    return tuple(s for s in _known() if day > s.until and s.name in plain and s.name in _without(plain, s.successor))


@cache
def _known() -> tuple[Superseded, ...]:
    entries = load("statutes.yml").items()
    return tuple(Superseded(name, date.fromisoformat(entry["止"]), entry["新"]) for name, entry in entries)


def _without(text: str, successor: str) -> str:
    """`text` without the successor's title, which may contain the old title (农村集体…会计制度 and 村集体…会计制度)."""
    for title in re.findall("《(.+?)》", successor):
        text = text.replace(title, "")
    return text
