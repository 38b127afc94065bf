"""Shortens personal numbers, so that no message, log, report or diff holds one in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.base import numbers

_LONG = re.compile(r"(?<![0-9])([0-9]{3})[0-9]{6,}(?:[0-9]{2}|[0-9][Xx])(?![0-9])")


_GROUPED = re.compile(r"(?<![0-9,])[0-9]{2,3}(?:,[0-9]{3}){3,}")
"""The same typed as an amount, which comes out as 13,900,001,234.00. No village has so much money."""

Hide = Callable[[str], Iterable[tuple[int, int, str]]]
"""Says of a line what is personal in it: from where to where, and what is to stand there."""


def hidden_numbers(line: str) -> Iterator[tuple[int, int, str]]:
    """A `Hide` of personal numbers: three asterisks, because a number of which a part is hidden is still one.

    >>> list(hidden_numbers("电话 13900001234，金额 12345678.00"))
    [(3, 14, '***')]
    """
    return ((number.start, number.end, "***") for number in numbers.find(line))


def swapped(shown: str, masked: str) -> Hide:
    """A `Hide` of one name or text."""
    return lambda line: ((found.start(), found.end(), masked) for found in re.finditer(re.escape(shown), line))


def redact(text: str) -> str:
    """`text` with every personal number, and every run of eleven or more digits, cut to its first three and last two
    characters.

    >>> redact("电话 13900001234，证号 11010119000307123X，金额 12345678.00")
    '电话 139******34，证号 110******3X，金额 12345678.00'
    >>> redact("金额“139 0000 1234”写法不对")
    '金额“139******34”写法不对'
    >>> redact("付了13,900,001,234.00元，收了1,390,000.00元")
    '付了139******34.00元，收了1,390,000.00元'
    """
    if not numbers.RUN.search(text):
        return text
    end = len(text) + 1
    for number in sorted(numbers.find(text), key=lambda one: (one.end, -one.start), reverse=True):
        if number.end <= end:  # of two that overlap the longer
            end = number.start
            digits = [character for character in text[number.start : number.end] if numbers.folded(character)]
            text = f"{text[: number.start]}{''.join(digits[:3])}******{''.join(digits[-2:])}{text[number.end :]}"
    text = _GROUPED.sub(lambda match: f"{match[0].replace(',', '')[:3]}******{match[0][-2:]}", text)
    return _LONG.sub(lambda match: f"{match[1]}******{match[0][-2:]}", text)
