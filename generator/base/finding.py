"""A finding: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Key = str | int
"""One step of a route into a document: the key of a mapping or the index of a list."""


class Effect(StrEnum):
    """The effect of a finding on its record."""

    WITHHOLD = "拦截"
    """The record is not published: it leaks personal data, cannot be read, or has a false total."""
    FLAG = "公示"
    """The record is published with a neutral note that everybody sees: it is late or incomplete."""
    HINT = "提示"
    """Only the clerk is told."""


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
    """The same for villagers, with facts and dates only. It is empty for 提示."""
    basis: str = ""
    """Statute and article in force on the record's date, already worded."""

    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)
