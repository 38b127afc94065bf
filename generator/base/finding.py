"""A finding: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Key = str | int
"""One step into a document: a mapping's key or a list's index."""


class Effect(StrEnum):
    """What a finding does to the record it is about (one effect per finding)."""

    WITHHOLD = "拦截"
    """Leaks personal data, cannot be read, or would publish a false total: the record is not published."""
    FLAG = "公示"
    """Late, incomplete or not shown: published with a neutral note that everyone sees."""
    HINT = "提示"
    """For the clerk only."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, ready to print and, where `note` is not empty, to show beside the record."""

    span: Span
    code: str
    effect: Effect
    message: str
    """What is wrong, for the clerk: one short sentence without a full stop."""
    remedy: str
    """How to mend it: what to do or the text to paste."""
    note: str = ""
    """The same for villagers: neutral, facts and dates only. Empty for hints."""
    basis: str = ""
    """Statute and article in force on the record's date, already worded."""

    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)
