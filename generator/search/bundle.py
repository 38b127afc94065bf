"""One file for a year of a small village. It takes one request, and the next query takes none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.documents import SearchDocument
from generator.search.scripts import File, payload, script, short_digest

LARGEST = 100_000
"""The largest bundle in bytes before gzip (28 KB after it). One and a half searches by the index fetch as much."""


def hit(document: SearchDocument) -> str:
    """A document as JavaScript. The page shows it and checks it against the query."""
    return payload(
        (
            document.url,
            document.title,
            document.day.isoformat(),
            document.board,
            document.kind,
            document.kind_name,
            document.village_name or "",
            document.amount,
            document.text,
        )
    )


def row(hits: Sequence[str]) -> str:
    """Several documents as JavaScript, one after the other."""
    return f"[{','.join(hits)}]"


def village_bundle(year: int, village: str, hits: Sequence[str]) -> tuple[str, File] | None:
    """The digest and the file of one village and year, or None if the index is cheaper.

    The path is relative to the township's search folder.
    """
    if sum(len(text.encode()) for text in hits) > LARGEST:
        return None
    text = row(hits)
    digest = short_digest(text)
    name = f"{year}/b-{village}-{digest}"
    return digest, (f"{name}.js", script(name, text))
