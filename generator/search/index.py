"""One index per township and year: a head, posting shards, hit texts, a column of amounts and the villages' bundles.

Files lie under `<township>/search/` and are named by content, so that a browser may keep them for ever; only the heads'
names are handed on (`Manifest`), to the search page. Documents are numbered by day, so a new one moves no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.search import postings
from generator.search.bundle import hit, row, village_bundle
from generator.search.documents import SearchDocument, by_day
from generator.search.scripts import File, payload, script, short_digest
from generator.search.tokens import document_tokens

SHARD_TARGET = 1_500
"""Characters of a posting shard: small enough that a query of four shards is cheap, large enough not to drown in files."""

HITS_TARGET = 3_500
"""Bytes of text in a hit shard, unless one document alone is larger."""

GROUP = 8
"""So many hit shards share the digest in their names: one for each would make the head four times as long."""

TokensOf = Callable[[SearchDocument], Iterable[int]]


@dataclass(frozen=True, slots=True)
class YearHead:
    """What the search page must know of one year."""

    year: int
    digest: str
    documents: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the portal must know of a township's index."""

    township: str
    name: str
    years: tuple[YearHead, ...]
    """Newest first."""

    @property
    def attribute(self) -> str:
        """For `data-index` on the search page: `2026-3fa9c1-1204 2025-…`."""
        return " ".join(f"{head.year}-{head.digest}-{head.documents}" for head in self.years)


@dataclass(frozen=True, slots=True)
class TownshipIndex:
    """All files of one township's index."""

    manifest: Manifest
    files: tuple[File, ...]


def township_index(
    township: str, name: str, documents: Iterable[SearchDocument], tokens_of: TokensOf = document_tokens
) -> TownshipIndex:
    """The index of all documents of one township, in any order.

    Args:
        township: the slug.
        name: as villagers read it.
        documents: of this township alone.
        tokens_of: `document_tokens`, or a cache in front of it.
    """
    files: list[File] = []
    heads: list[YearHead] = []
    ordered = sorted(documents, key=by_day)
    for year, group in groupby(ordered, key=lambda document: document.day.year):
        head, made = year_index(year, name, tuple(group), tokens_of)
        heads.append(head)
        files.extend((f"{township}/search/{path}", content) for path, content in made)
    return TownshipIndex(Manifest(township, name, tuple(reversed(heads))), tuple(files))


def year_index(
    year: int, name: str, documents: Sequence[SearchDocument], tokens_of: TokensOf
) -> tuple[YearHead, list[File]]:
    """The index of one year's documents, ordered by day; paths are relative to the township's search folder."""
    posting_digests, files = _postings(year, documents, tokens_of)
    hits = [hit(document) for document in documents]
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


def _postings(year: int, documents: Sequence[SearchDocument], tokens_of: TokensOf) -> tuple[list[str], list[File]]:
    lists: defaultdict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for token in tokens_of(document):
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


def _amounts(year: int, documents: Sequence[SearchDocument]) -> tuple[str, File]:
    column = "".join(postings.number(document.amount) for document in documents)
    digest = short_digest(column)
    name = f"{year}/a-{digest}"
    return digest, (f"{name}.js", script(name, f'"{column}"'))


def _bundles(
    year: int, documents: Sequence[SearchDocument], hits: Sequence[str]
) -> Iterator[tuple[str, tuple[str, File]]]:
    villages: defaultdict[str, list[str]] = defaultdict(list)
    for document, text in zip(documents, hits, strict=True):
        villages[document.village_slug].append(text)
    for village in sorted(villages):
        if made := village_bundle(year, village, villages[village]):
            yield village, made


def _days(documents: Sequence[SearchDocument]) -> str:
    """The days of the year, each as how many after the one before."""
    days = [document.day.timetuple().tm_yday for document in documents]
    return "".join(postings.number(day - last) for day, last in zip(days, [0, *days], strict=False))
