"""The line of a file that a finding speaks of, with a mark under the column."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from generator.base.redact import redact

WIDTH = 72
"""Columns of the terminal for the line itself."""
_CUT = "~"  # as wide in every font, which … is not


def excerpt(line: str, column: int) -> tuple[str, str]:
    """A line as far as it fits, and the blanks and mark that stand under one of its characters.

    Args:
        line: without its end.
        column: from 1, in characters; one more than the line is long means its end.

    >>> print(*excerpt("  金额: 3，600", 7), sep="\\n")
      金额: 3，600
            ^
    >>> print(*excerpt("甲" * 50 + "X" + "乙" * 50, 51), sep="\\n")
    ~甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲X乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙~
                                       ^
    """
    plain = line.replace("\t", " ")
    before, after = redact(plain[: column - 1]), plain[column - 1 :]
    if redact(plain) != plain:  # a number may reach over the mark
        before, after = redact(plain)[: len(before)], redact(plain)[len(before) :]
    shown = _last(before, WIDTH // 2)
    rest = _first(after, WIDTH - _wide(shown))
    return shown + rest, " " * _wide(shown) + "^"


def _first(text: str, width: int) -> str:
    if _wide(text) <= width:
        return text
    while _wide(text) > width - _wide(_CUT):
        text = text[:-1]
    return text + _CUT


def _last(text: str, width: int) -> str:
    if _wide(text) <= width:
        return text
    while _wide(text) > width - _wide(_CUT):
        text = text[1:]
    return _CUT + text


def _wide(text: str) -> int:
    """How many columns a terminal takes for it: two for a Chinese character."""
    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)
