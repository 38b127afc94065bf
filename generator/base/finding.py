"""A finding: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """Corrected text for a part of one line."""

    line: int
    column: int
    length: int
    """In characters; 0 only inserts."""
    text: str
    certain: bool = False
    """It says what was written, in the form that can be read. Only then may a program apply it."""
    masks: bool = False
    """It hides what is personal. A program may apply it where the clerk asks for that."""


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
    fixes: tuple[Fix, ...] = ()
    """The corrected text where the intention is clear, one for each place."""
    also: tuple[Span, ...] = ()
    """Further places in the same file of which the same is true."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its places."""
        return (self.span, *self.also)

    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that say the same of several places of one file become one; in the order of first places."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        said = (one.span.path, one.code, one.effect, one.message, one.remedy, one.note, one.basis)
        groups.setdefault(said, []).append(one)
    return tuple(_joined(group) if len(group) > 1 else group[0] for group in groups.values())


def _joined(group: list[Finding]) -> Finding:
    """One finding with all places and corrections, each once."""
    spans = sorted({span for one in group for span in one.spans})
    fixes = sorted({fix for one in group for fix in one.fixes})
    return replace(group[0], span=spans[0], also=tuple(spans[1:]), fixes=tuple(fixes))
