"""Finds the word that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None. The limit is low, because one of two Chinese characters is only 0.5.

    >>> closest("公开日其", ["公开日期", "渠道"]), closest("天气", ["公开日期"])
    ('公开日期', None)
    """
    found = difflib.get_close_matches(word, list(known), n=3, cutoff=0.5)
    return max(found, key=lambda other: sum(a == b for a, b in zip(word, other, strict=False)), default=None)
