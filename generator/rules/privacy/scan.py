"""Walks every text of a document for the privacy rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.base import numbers
from generator.base.finding import Key
from generator.base.looks import Look
from generator.base.numbers import Number
from generator.source.document import Document, Value

NOTE = "记录里有不能公开的个人信息，正在更正。"
"""What villagers read beside a withheld record. It never says what was found."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff]"
)
_FOLDS = Look(
    "[\xa8-\xaf\xb2-\xb5\xb8-\xbe\u0132-\u1ffe\u200b-\u2011\u2017\u2024\u202a-\u202e\u2033-\u2057\u2060-\u218f\u222c-\u2230"
    "\u2329\u232a\u2460-\u24ff\u2a00-\u2fdf\u3036-\u303a\u309b-\u33ff\ua640-\uabff\uf900-\ufeff\uff02-\uff04\uff06\uff07\uff0a\uff0b"
    "\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5d\uff5f-\uffe4\uffe6-\uffee\U00010780-\U0001f251\U0001fbf0-\U0001fbf9\U0002f800-\U0002fa1f]"
)
"""What `fold` makes other letters, digits or marks of, save `UNCHANGED`. Few files have any."""
UNCHANGED = "（），：；！？～…‥％￥"
"""What it changes as well and no look is about: common marks, beside all blanks."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Text(NamedTuple):
    """One text of a document, with full-width forms folded."""

    route: tuple[Key, ...]
    label: str
    """The nearest name above it, or the name of its column in a table."""
    text: str


@lru_cache(maxsize=1)
def texts(document: Document) -> tuple[Text, ...]:
    """Every text value and every name, because a name may hold something personal too. Checksums are left out.

    The last document is remembered, because several rules ask about the same file one after another.
    """
    return tuple(_walk(document.root, (), ""))


def may_hold(document: Document, look: Look) -> bool:
    """Whether what a rule looks for may stand in a file, also as its texts are folded. A YAML escape could hide anything."""
    text = document.text
    return look.finds(text) or "\\" in text or (_FOLDS.finds(text) and look.finds(fold(text)))


@lru_cache(maxsize=1)
def numbers_in(document: Document) -> tuple[tuple[Text, tuple[Number, ...]], ...]:
    """The texts of a document in which personal numbers stand, with these numbers. Several rules ask about the same file."""
    if not may_hold(document, numbers.LOOK):
        return ()
    return tuple((one, found) for one in texts(document) if (found := tuple(numbers.find(one.text, one.label))))


def _walk(value: Value, route: tuple[Key, ...], label: str) -> Iterator[Text]:
    if isinstance(value, Mapping):
        names = columns(value.get("列"))
        for key, inner in value.items():
            yield Text((*route, key), key, fold(key))
            if names and key in ("行", "合计"):
                yield from _rows(inner, (*route, key), names)
            else:
                yield from _walk(inner, (*route, key), key)
    elif isinstance(value, str):
        if not _DIGEST.fullmatch(value):
            yield Text(route, label, fold(value))
    else:
        for index, inner in enumerate(value):
            yield from _walk(inner, (*route, index), label)


def _rows(value: Value, route: tuple[Key, ...], columns: Sequence[str]) -> Iterator[Text]:
    """The cells of rows, or of the one row of totals. Each has its column's name as label."""
    if isinstance(value, str | Mapping):
        yield from _walk(value, route, str(route[-1]))
        return
    for index, inner in enumerate(value):
        label = columns[index] if index < len(columns) else ""
        if isinstance(inner, str | Mapping):
            yield from _walk(inner, (*route, index), label)
        else:
            yield from _rows(inner, (*route, index), columns)


def columns(value: Value | None) -> list[str]:
    """The names of a table's columns, or none if the mapping is no table."""
    if value is None or isinstance(value, str | Mapping):
        return []
    names = [column.get("列") if isinstance(column, Mapping) else column for column in value]
    return [name if isinstance(name, str) else "" for name in names]


def figure_columns(value: Value | None) -> list[bool]:
    """Which columns of a table hold figures only."""
    if value is None or isinstance(value, str | Mapping):
        return []
    return [isinstance(column, Mapping) and column.get("类型") in ("金额", "数量") for column in value]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text with ASCII in place of full-width characters and without unseen characters, so that １３８… is found."""
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
