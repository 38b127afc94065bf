"""Chooses what a finding rests on: by who published, about what, and on which day. The tables are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from generator.law.citations import Citation, basis
from generator.law.data import load
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.publisher import publisher_of

PUBLICATION = "公开"
"""In `Rule.basis`: what the publication of the record at hand rests on; 公开·财务 is that of a subject."""
PLACE = "本级"
"""In publication.yml: the place in whose folder the record lies."""
OWN = "本网站"
"""What remains where no law fits."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: a record was published, or something of a period was not."""

    publishers: frozenset[Publisher]
    """One for a record; a place without its party organisation and with it where no record is at hand."""
    subject: str | None
    """One of publication.yml; None where no record is at hand."""
    day: date


@lru_cache(maxsize=4096)
def choose(keys: Sequence[str], act: Act) -> tuple[Citation, ...]:
    """What an act is judged by: the first of the keys that binds its publisher, is about its subject and was in force.

    Args:
        keys: of citations.yml, or 公开, or 公开·subject; the main one first. Several joined by “ + ” are cited together.

    Returns:
        The citations, oldest statute last as the keys give them; none where nothing fits.
    """
    for key in keys:
        for line in _lines(key, act):
            if found := tuple(_fitting(line.split(" + "), act)):
                return found
    return ()


def worded(citations: Sequence[Citation]) -> str:
    """The citations as one text; what this site asks for by itself where there are none."""
    return "；".join(str(one) for one in citations or basis(OWN).versions)


def lines(key: str) -> tuple[str, ...]:
    """The keys of citations.yml behind a key of a rule, each once, in the order of the tables."""
    if not _is_publication(key):
        return (key,)
    subject = _subject(key)
    tables = [subjects()[subject]] if subject else list(subjects().values())
    found = (name for table in tables for row in table.rows.values() for line in row for name in line.split(" + "))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Subject:
    """A sort of matter, with what its publication rests on."""

    records: tuple[Mapping[str, Any], ...]
    """Which records are about it: the kind, and what a field of it says."""
    bound: str
    """Who has to publish it, whoever shows it: a publisher, 本级 for the place itself, or empty where the board says it."""
    rows: Mapping[Publisher, tuple[str, ...]]


@cache
def subjects() -> Mapping[str, Subject]:
    """publication.yml, by the names of the subjects."""
    return {name: _read(entry) for name, entry in load("publication.yml").items()}


def published(folder: str, root: Mapping[str, Any], board: Board, level: Publisher, day: date) -> Act:
    """What the publication of a record is by the law.

    Args:
        folder: of its kind.
        root: what the clerk wrote.
        level: of the place in whose folder the record lies.
        day: the one that decides which law applies.
    """
    name = next(
        (name for name, one in subjects().items() if any(_says(sort, folder, root) for sort in one.records)), ""
    )
    subject = name or {Board.PARTY: "党务", Board.FINANCE: "财务", Board.VILLAGE: "一般"}[board]
    bound, issuer = subjects()[subject].bound, root.get("发布单位")
    if not bound:
        who = publisher_of(level, board, issuer if isinstance(issuer, str) else None)
    else:
        who = level if bound == PLACE else Publisher(bound)
    return Act(frozenset({who}), subject, day)


def _read(entry: Mapping[str, Any]) -> Subject:
    rows = {who: tuple(entry[who.value]) for who in Publisher if who.value in entry}
    return Subject(tuple(entry.get("记录", ())), entry.get("发布", ""), rows)


def _says(wanted: Mapping[str, Any], folder: str, root: Mapping[str, Any]) -> bool:
    if wanted["种类"] != folder:
        return False
    asked = {key: [value] if isinstance(value, str) else value for key, value in wanted.items() if key != "种类"}
    return all(root.get(key) in values for key, values in asked.items())


def _is_publication(key: str) -> bool:
    return key == PUBLICATION or key.startswith(f"{PUBLICATION}·")


def _subject(key: str) -> str:
    return key.removeprefix(PUBLICATION).removeprefix("·")


def _lines(key: str, act: Act) -> Iterator[str]:
    if not _is_publication(key):
        yield key
        return
    subject = subjects().get(_subject(key) or act.subject or "")
    if subject:
        for who in Publisher:
            if who in act.publishers:
                yield from subject.rows.get(who, ())


def _fitting(keys: Sequence[str], act: Act) -> Iterator[Citation]:
    for key in keys:
        entry = basis(key)
        if entry.publishers & act.publishers and (not entry.subjects or act.subject in entry.subjects):
            yield from (one for one in entry.versions if one.holds(act.day))
