"""One index per township and year: a head, posting shards, hit texts, a column of amounts and the villages' bundles.

Files lie under `<township>/search/` and are named by their content, so that a browser may keep them. Only the heads'
names are given to the search page (`Manifest`). Documents are numbered by day, so a new one moves no other.
"""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.search import postings
from generator.search.bundle import hit, row, village_bundle
from generator.search.documents import SearchDocument
from generator.search.scripts import File, payload, script, short_digest
from generator.search.tokens import document_tokens

SHARD_TARGET = 1_500
"""The size of a posting shard in characters. A query of four shards has to be cheap, and the files must not be too many."""

HITS_TARGET = 3_500
"""The size of a hit shard in bytes of text. One document alone may be larger."""

GROUP = 8
"""So many hit shards share a digest in their names. A digest for each would make the head four times as long."""


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """The parts of a document that an index needs."""

    day: date
    url: str
    village_slug: str
    amount: int
    hit: str
    """The document as JavaScript, for the page to show."""
    tokens: Sequence[int]


def indexed(document: SearchDocument) -> IndexedDocument:
    """Take a document apart. The result depends on the document alone, so it may be cached."""
    tokens = array("I", document_tokens(document))
    return IndexedDocument(document.day, document.url, document.village_slug, document.amount, hit(document), tokens)


@dataclass(frozen=True, slots=True)
class YearHead:
    """What the search page must know about one year."""

    year: int
    digest: str
    documents: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the portal must know about a township's index."""

    township: str
    name: str
    years: tuple[YearHead, ...]
    """The years, the newest first."""

    @property
    def attribute(self) -> str:
        """The attribute `data-index` of the search page: `2026-3fa9c1-1204 2025-…`."""
        return " ".join(f"{head.year}-{head.digest}-{head.documents}" for head in self.years)


@dataclass(frozen=True, slots=True)
class TownshipIndex:
    """All files of one township's index."""

    manifest: Manifest
    files: tuple[File, ...]


def packed(documents: Iterable[IndexedDocument]) -> bytes:
    """Documents as text, to be stored for the next build."""
    rows = [
        (d.day.isoformat(), d.url, d.village_slug, d.amount, d.hit, b64encode(array("I", d.tokens).tobytes()).decode())
        for d in documents
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def unpacked(data: bytes) -> Iterator[IndexedDocument]:
    """The documents of `packed`."""
    for day, url, village, amount, hit_text, tokens in json.loads(data):
        yield IndexedDocument(date.fromisoformat(day), url, village, amount, hit_text, array("I", b64decode(tokens)))


def township_index(township: str, name: str, documents: Iterable[IndexedDocument]) -> TownshipIndex:
    """The index of all documents of one township, in any order.

    Args:
        township: the slug.
        name: the name that villagers read.
        documents: those of this township alone.
    """
    files: list[File] = []
    heads: list[YearHead] = []
    # Ordered by day, a new record comes last and moves no other.
    ordered = sorted(documents, key=lambda document: (document.day, document.url))
    for year, group in groupby(ordered, key=lambda document: document.day.year):
        head, made = year_index(year, name, tuple(group))
        heads.append(head)
        files.extend((f"{township}/search/{path}", content) for path, content in made)
    return TownshipIndex(Manifest(township, name, tuple(reversed(heads))), tuple(files))


def year_index(year: int, name: str, documents: Sequence[IndexedDocument]) -> tuple[YearHead, list[File]]:
    """The index of one year's documents, ordered by day; paths are relative to the township's search folder."""
    posting_digests, files = _postings(year, documents)
    hits = [document.hit for document in documents]
    counts, hit_digests, hit_files = _hits(year, hits)
    amount_digest, amount_file = _amounts(year, documents)
    bundles = dict(_bundles(year, documents, hits))
    head = payload(
        {
            "t": name,
            "n": len(documents),
            "d": _days(documents),
            "p": "".join(posting_digests),
            "c": "".join(map(postings.number, counts)),
            "h": "".join(hit_digests),
            "a": amount_digest,
            "b": {village: digest for village, (digest, _) in bundles.items()},
        }
    )
    digest = short_digest(head)
    files += [*hit_files, amount_file, *(file for _, file in bundles.values())]
    files.append((f"{year}-{digest}.js", script(f"{year}-{digest}", head)))
    return YearHead(year, digest, len(documents)), files


def _postings(year: int, documents: Sequence[IndexedDocument]) -> tuple[list[str], list[File]]:
    lists: defaultdict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for token in document.tokens:
            lists[token].append(number)
    digests, files = [], []
    for number, shard in enumerate(postings.shards(lists, len(documents), SHARD_TARGET)):
        digests.append(short_digest(shard))
        name = f"{year}/p{number}-{digests[-1]}"
        files.append((f"{name}.js", script(name, f'"{shard}"')))
    return digests, files


def _hits(year: int, hits: Sequence[str]) -> tuple[list[int], list[str], list[File]]:
    shards = list(_cut(hits))
    digests, files = [], []
    for start in range(0, len(shards), GROUP):
        group = [row(shard) for shard in shards[start : start + GROUP]]
        digests.append(short_digest(*group))
        for number, text in enumerate(group, start):
            name = f"{year}/h{number}-{digests[-1]}"
            files.append((f"{name}.js", script(name, text)))
    return [len(shard) for shard in shards], digests, files


def _cut(hits: Sequence[str]) -> Iterator[list[str]]:
    shard: list[str] = []
    size = 0
    for text in hits:
        length = len(text.encode())
        if shard and size + length > HITS_TARGET:
            yield shard
            shard, size = [], 0
        shard.append(text)
        size += length
    if shard:
        yield shard


def _amounts(year: int, documents: Sequence[IndexedDocument]) -> tuple[str, File]:
    column = "".join(postings.number(document.amount) for document in documents)
    digest = short_digest(column)
    name = f"{year}/a-{digest}"
    return digest, (f"{name}.js", script(name, f'"{column}"'))


def _bundles(
    year: int, documents: Sequence[IndexedDocument], hits: Sequence[str]
) -> Iterator[tuple[str, tuple[str, File]]]:
    villages: defaultdict[str, list[str]] = defaultdict(list)
    for document, text in zip(documents, hits, strict=True):
        villages[document.village_slug].append(text)
    for village in sorted(villages):
        if made := village_bundle(year, village, villages[village]):
            yield village, made


def _days(documents: Sequence[IndexedDocument]) -> str:
    """The days of the documents. Each is written as the number of days after the one before."""
    days = [document.day.timetuple().tm_yday for document in documents]
    return "".join(postings.number(day - last) for day, last in zip(days, [0, *days], strict=False))
