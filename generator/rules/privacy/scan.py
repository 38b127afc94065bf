"""Walking every text of a document, as the privacy rules do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.base.finding import Key
from generator.source.document import Document, Value

Route = tuple[Key, ...]


def texts(document: Document) -> Iterator[tuple[Route, str]]:
    """Every text value with its route, and every key that is itself suspicious text; full-width forms folded."""
    yield from _walk(document.root, ())


def _walk(value: Value, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield (*route, key), fold(key)
            yield from _walk(inner, (*route, key))
    elif isinstance(value, str):
        yield route, fold(value)
    else:
        for index, inner in enumerate(value):
            yield from _walk(inner, (*route, index))


def fold(text: str) -> str:
    """Full-width digits and letters to ASCII, so that １３８… does not slip through."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def matches(pattern: re.Pattern[str], text: str) -> list[str]:
    """All matches; digits broken by spaces or hyphens (139 0000 1234) are joined and looked at too."""
    found = pattern.findall(text)
    joined = re.sub(r"(?<=[0-9])[ \-·](?=[0-9Xx])", "", text)
    return found if found or joined == text else pattern.findall(joined)
