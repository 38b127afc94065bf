"""No text is too long to be looked at: what is longer than a text may be is withheld, in every field of every kind."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
import yaml

from generator.base.finding import Effect
from generator.records.common import Kind
from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.read import Read, read_record
from generator.records.values import MAX_TEXT
from generator.rules.privacy.scan import numbers_in
from generator.source.document import parse
from tests.support.village import PERSONAL

Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
pytestmark = pytest.mark.slow


def leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every single value."""
    if isinstance(value, str):
        yield way
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(inner, (*way, key))


def with_text(root: Any, way: tuple[Any, ...], text: str, folder: str) -> Read:
    changed = copy.deepcopy(root)
    holder = changed
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = text
    data = yaml.dump(changed, Dumper=Dumper, allow_unicode=True, default_style='"', width=10**6).encode()
    return read_record(Address(Place("shidu", "liuwan"), folder, "2026-10"), data)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_too_long_is_withheld_and_the_longest_is_scanned(kind: Kind[Any]) -> None:
    document = parse("", kind.sample.encode()).document
    assert document
    number = PERSONAL["{手机号}"]
    too_long = ("字" * (MAX_TEXT + 1), "𠮷" * (MAX_TEXT + 1), f"{'字' * (MAX_TEXT + 1)}{number}")
    for way, text in zip(leaves(document.root), cycle(too_long), strict=False):
        read = with_text(document.root, way, text, kind.folder)
        assert read.record is None, way
        assert any(finding.effect is Effect.WITHHOLD for finding in read.findings)
        longest = with_text(document.root, way, f"{'字' * (MAX_TEXT - len(number))}{number}", kind.folder)
        assert longest.document
        assert numbers_in(longest.document), way
