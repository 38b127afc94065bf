"""The words that generated records are made of (words.yml), and how `{地}到{组}修路{6-90}0米` becomes a text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

GROUPS = ("一组", "二组", "三组", "四组", "五组", "六组", "七组", "八组", "九组")
"""村民小组."""


def _load() -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = yaml.load(Path(__file__).with_name("words.yml").read_bytes(), yaml.CBaseLoader)
    return found


WORDS = _load()


def split(name: str) -> list[list[str]]:
    """The lines of a list of words.yml, each split at its bars."""
    return [line.split("|") for line in WORDS[name]]


class Slots(dict[str, str]):
    """Fills `{地}` with one of the village's spots, `{人}` with a masked name, `{3-90}` with a number, anew each time."""

    def __init__(self, rng: random.Random, spots: tuple[str, ...], groups: int) -> None:
        super().__init__()
        self.rng = rng
        self.lists = {**WORDS, "地": spots, "组": GROUPS[:groups]}

    def __missing__(self, key: str) -> str:
        choice = self.rng.choice
        if words := self.lists.get(key):
            return choice(words)
        if key == "人":
            return choice(WORDS["姓"]) + choice(("某", "某某"))
        if key == "商":
            return firm(self.rng)
        least, _, most = key.partition("-")
        return str(self.rng.randrange(int(least), int(most) + 1))

    def fill(self, pattern: str) -> str:
        """The pattern with its slots filled."""
        return pattern.format_map(self)

    def one_of(self, patterns: Sequence[str]) -> str:
        """One of the patterns, filled."""
        return self.rng.choice(patterns).format_map(self)


def person(rng: random.Random) -> str:
    """The full name of somebody who holds a post."""
    return rng.choice(WORDS["姓"]) + rng.choice(WORDS["名"]) + rng.choice(WORDS["名"])


def firm(rng: random.Random) -> str:
    """The name of a supplier."""
    return rng.choice(WORDS["商头"]) + rng.choice(WORDS["商头"]) + rng.choice(WORDS["商尾"])


@cache
def place_names() -> tuple[tuple[str, str], ...]:
    """Different (slug, name) pairs, always in the same order."""
    firsts = [word.split() for word in WORDS["地名头"]]
    lasts = [word.split() for word in WORDS["地名尾"]]
    pairs = [(f"{pinyin}{end}", f"{name}{last}") for name, pinyin in firsts for last, end in lasts]
    random.Random("places").shuffle(pairs)
    return tuple(dict(pairs).items())


def yuan(cents: int) -> str:
    """123456 → 1234.56"""
    return f"{cents // 100}.{cents % 100:02d}"
