"""Finds the statute, its version and the article in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Citation:
    """One version of a statute or document that a rule rests on."""

    statute: str
    version: str
    article: str
    since: date
    checked: str
    """How well the wording was checked: 已读全文 · 摘录 · 未核实."""

    @property
    def confirmed(self) -> bool:
        return self.checked == "已读全文"

    def __str__(self) -> str:
        return (
            f"《{self.statute}》（{self.version}）{self.article}"
            if self.article
            else f"{self.statute}（{self.version}）"
        )


def versions(key: str) -> tuple[Citation, ...]:
    """All versions of a basis, oldest first.

    Raises:
        KeyError: no such basis in citations.yml.
    """
    entry = load("citations.yml")[key]
    return tuple(
        Citation(
            version.get("名称", entry["名称"]),
            version["说法"],
            version["条"],
            date.fromisoformat(version["起"]),
            entry["核对"],
        )
        for version in entry["版本"]
    )


def cite(key: str, day: date) -> Citation:
    """The version in force on `day`, or the first version if `day` is earlier."""
    known = versions(key)
    in_force = [citation for citation in known if citation.since <= day]
    return (in_force or list(known[:1]))[-1]
