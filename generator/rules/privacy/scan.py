"""Walking every text of a document, as the privacy rules do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.base.finding import Key
from generator.source.document import Document, Value

NOTE = "记录里有不能公开的个人信息，正在更正。"
"""What villagers read beside a withheld record; never what it was."""

DASHES = r"\-‐‑‒–—−－·"
_GAP = rf"[\s{DASHES}]"
_NO_DIGIT = re.compile(r"[^0-9]")
_JOIN = re.compile(rf"(?<=[0-9]){_GAP}{{1,2}}(?=[0-9Xx])")
_NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
_UNSEEN = re.compile(f"[{_NOTHING}]")
_RUN = re.compile(rf"[0-9０-９][0-9０-９\s{DASHES}{_NOTHING}]{{10,}}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Text(NamedTuple):
    """One text of a document, full-width forms folded."""

    route: tuple[Key, ...]
    label: str
    """What it stands under: the nearest name, or the column's in a table."""
    text: str


@lru_cache(maxsize=1)
def texts(document: Document) -> tuple[Text, ...]:
    """Every text value, and every name, which may itself be suspicious. Checksums of files are passed over.

    Walked once: several rules ask about the same file, one after another.
    """
    return tuple(_walk(document.root, (), ""))


def may_hold(document: Document, number: re.Pattern[str]) -> bool:
    """Digits that would do stand somewhere, gaps left out: worth walking. Few records have any."""
    return "\\" in document.text or any(number.search(run) for run in _runs(document.text))


@lru_cache(maxsize=1)
def _runs(text: str) -> tuple[str, ...]:
    """Runs of eleven and more digits, gaps left out; asked by several rules about the same file."""
    runs = (run for run in _RUN.findall(text) if sum(map(str.isdigit, run)) > 10)
    return tuple(_NO_DIGIT.sub("", fold(run)) for run in runs)


def _walk(value: Value, route: tuple[Key, ...], label: str) -> Iterator[Text]:
    if isinstance(value, Mapping):
        columns = _columns(value.get("列"))
        for key, inner in value.items():
            yield Text((*route, key), key, fold(key))
            if columns and key in ("行", "合计"):
                yield from _rows(inner, (*route, key), columns)
            else:
                yield from _walk(inner, (*route, key), key)
    elif isinstance(value, str):
        if not _DIGEST.fullmatch(value):
            yield Text(route, label, fold(value))
    else:
        for index, inner in enumerate(value):
            yield from _walk(inner, (*route, index), label)


def _rows(value: Value, route: tuple[Key, ...], columns: Sequence[str]) -> Iterator[Text]:
    """Rows of cells, or the one row of totals: each cell under its column's name."""
    if isinstance(value, str | Mapping):
        yield from _walk(value, route, str(route[-1]))
        return
    for index, inner in enumerate(value):
        label = columns[index] if index < len(columns) else ""
        if isinstance(inner, str | Mapping):
            yield from _walk(inner, (*route, index), label)
        else:
            yield from _rows(inner, (*route, index), columns)


def _columns(value: Value | None) -> list[str]:
    """The names of a table's columns, where the mapping is a table."""
    if value is None or isinstance(value, str | Mapping):
        return []
    names = [column.get("列") if isinstance(column, Mapping) else column for column in value]
    return [name if isinstance(name, str) else "" for name in names]


def fold(text: str) -> str:
    """Full-width digits and letters to ASCII and unseen characters gone, so that １３８… does not slip through."""
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def matches(pattern: re.Pattern[str], text: str) -> list[str]:
    """All matches; digits broken by spaces or hyphens (6222 0200 …) are joined and looked at too."""
    joined = _JOIN.sub("", text)
    return list(dict.fromkeys([*pattern.findall(text), *(pattern.findall(joined) if joined != text else ())]))
