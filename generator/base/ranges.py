"""Row and line numbers in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 12
"""Runs that are written out."""


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers, neighbours joined.

    >>> ranges([1, 2, 3, 7]), ranges([4])
    ('1—3、7', '4')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs]
    return "、".join(said[:MOST]) + ("等" if len(said) > MOST else "")
