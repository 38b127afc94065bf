"""Words on the pages that a villager may have to look up. Each has an explanation of a sentence or two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Term:
    """One word and its explanation."""

    word: str
    group: str
    meaning: str
    seen: tuple[str, ...]
    """The kinds of pages that contain it."""
    basis: tuple[str, ...]
    """Keys of citations.yml."""
    rules: tuple[str, ...]
    """Codes of the rules that check it."""
    spellings: tuple[str, ...]
    """Other ways in which pages write it."""


@cache
def glossary() -> tuple[Term, ...]:
    """All words, in the order of their groups."""
    return tuple(
        Term(
            word,
            group,
            entry["说明"],
            tuple(entry["哪里"]),
            tuple(entry.get("依据", ())),
            tuple(entry.get("规则", ())),
            tuple(entry.get("写法", ())),
        )
        for group, words in load("terms.yml").items()
        for word, entry in words.items()
    )


@cache
def spellings() -> Mapping[str, str]:
    """The word under which each spelling is explained; a word is a spelling of itself."""
    return {spelling: term.word for term in glossary() for spelling in (term.word, *term.spellings)}
