"""Writes which documents hold which tokens, as text that gzip packs well and a browser unpacks quickly.

A shard is a row of entries in ascending order of keys: (key − last key), a number for the form of the list, and the list:
gaps between document numbers, or one bit per document if that is shorter. Numbers are written in base 32, lowest digit
first, one character a digit. Characters of the second half of `DIGITS` mean that more follow. Six bits of a bit list make
one character.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from functools import cache

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
KEY_BITS = 15
"""A shard holds about a hundred of 32,768 keys. So a word that no document holds is nearly always found missing at once."""

GAP_BITS = 5
"""The bits that gzip needs for one short gap. A bit list cannot be packed."""


@cache
def number(value: int) -> str:
    """Writes a number from 0 up.

    >>> number(5), number(32), number(1000)
    ('F', 'gB', 'of')
    """
    text = ""
    while value >= 32:
        text += DIGITS[32 + value % 32]
        value //= 32
    return text + DIGITS[value]


_SIXES = {f"{value:06b}".encode(): DIGITS[value] for value in range(64)}


def bits(ids: Sequence[int], size: int) -> str:
    """Writes one bit for each of `size` documents, six to a character. The first of six is the highest bit."""
    flags = bytearray(b"0" * (size + -size % 6))
    for one in ids:
        flags[one] = 49
    return "".join([_SIXES[bytes(flags[at : at + 6])] for at in range(0, size, 6)])


def gaps(ids: Sequence[int]) -> str:
    """Writes the first number, then the distance of each next one from the one before."""
    return number(ids[0]) + "".join(map(number, map(operator.sub, ids[1:], ids)))


def entry(ids: Sequence[int], size: int) -> str:
    """Writes a list with its form: 0 for bits, else the number of documents that follow as gaps."""
    if len(ids) * GAP_BITS > size:
        return number(0) + bits(ids, size)
    return number(len(ids)) + gaps(ids)


def shards(lists: Mapping[int, Sequence[int]], size: int, target: int) -> tuple[str, ...]:
    """Writes all lists (hash of the token → ascending document numbers) in shards of about `target` characters.

    The shard of a token is its hash modulo the number of shards. Its key is the top bits of the hash.
    """
    entries = {value: entry(ids, size) for value, ids in lists.items()}
    count = max(1, round(sum(map(len, entries.values())) / target))
    rows: list[dict[int, list[int]]] = [{} for _ in range(count)]
    for value in entries:
        rows[value % count].setdefault(value >> (32 - KEY_BITS), []).append(value)
    return tuple(_shard(row, lists, entries, size) for row in rows)


def _shard(
    row: Mapping[int, Sequence[int]], lists: Mapping[int, Sequence[int]], entries: Mapping[int, str], size: int
) -> str:
    parts = []
    last = 0
    for key in sorted(row):
        same = row[key]
        if len(same) == 1:
            text = entries[same[0]]
        else:
            text = entry(sorted(set().union(*(lists[value] for value in same))), size)
        parts.append(number(key - last) + text)
        last = key
    return "".join(parts)
