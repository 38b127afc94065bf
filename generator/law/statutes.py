"""Statutes and documents with their versions, and which of them are no longer in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Version:
    """A statute as it was worded from a day on."""

    label: str
    """2018年修正 · 财会〔2023〕14号"""
    since: date
    checked: str
    """How well the wording was checked: 已读全文 · 摘录 · 未核实."""


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute or document. `key` is its short name."""

    key: str
    title: str
    number: str
    """财会〔2004〕12号; empty where it has none of its own."""
    versions: tuple[Version, ...]
    """Oldest first; none where nothing of it is cited."""
    until: date | None
    """The last day on which it was in force."""
    successor: str
    """The key of the one that replaced it, or empty."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document and the one that replaced it, in the words for a clerk."""

    name: str
    until: date
    successor: str


@cache
def statutes() -> Mapping[str, Statute]:
    """All of statutes.yml, by key."""
    return {key: _statute(key, entry) for key, entry in load("statutes.yml").items()}


def _statute(key: str, entry: Mapping[str, object]) -> Statute:
    versions = entry.get("版本", {})
    assert isinstance(versions, Mapping)
    return Statute(
        key,
        str(entry["全称"]),
        str(entry.get("文号", "")),
        tuple(Version(label, date.fromisoformat(one["起"]), one["核对"]) for label, one in versions.items()),
        date.fromisoformat(str(entry["止"])) if "止" in entry else None,
        str(entry.get("新", "")),
    )


def superseded_in(text: str, day: date) -> tuple[Superseded, ...]:
    """The documents that `text` names in full, by 《short title》 or by number, and that were not in force on `day`."""
    plain = re.sub(r"[《》\s]", "", text)
    found = []
    for old in statutes().values():
        if old.until is None or day <= old.until:
            continue
        new = statutes()[old.successor]
        if old.title in plain.replace(new.title, "") or f"《{old.key}》" in text:
            label = new.number or (new.versions[-1].label if new.versions else "")
            found.append(Superseded(old.title, old.until, f"《{new.title}》" + (f"（{label}）" if label else "")))
        if old.number and old.number in plain:
            found.append(Superseded(old.number, old.until, new.number))
    return tuple(found)
