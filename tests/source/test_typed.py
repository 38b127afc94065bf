"""Whatever a clerk types in place of a value is read as typed, or told on its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record

DEEP = int(os.environ.get("TYPED_EXAMPLES", "400"))
"""By hand, once for each change of the reader: TYPED_EXAMPLES=20000."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A value of a kind's sample: where it stands in the text, and how to get there."""

    kind: str
    route: tuple[str | int, ...]
    start: int
    end: int
    flow: bool
    """Between brackets."""


def slots(kind: Any) -> Iterator[Slot]:
    """Every scalar that is no name and stands on one line; found by PyYAML's own reader."""
    root = yaml.compose(kind.sample, Loader=yaml.SafeLoader)
    yield from _slots(kind.folder, root, (), flow=False)


def _slots(kind: str, node: Any, route: tuple[str | int, ...], *, flow: bool) -> Iterator[Slot]:
    if isinstance(node, yaml.ScalarNode):
        if node.start_mark.line == node.end_mark.line and node.end_mark.index > node.start_mark.index:
            yield Slot(kind, route, node.start_mark.index, node.end_mark.index, flow)
    elif isinstance(node, yaml.SequenceNode):
        for at, inner in enumerate(node.value):
            yield from _slots(kind, inner, (*route, at), flow=flow or bool(node.flow_style))
    else:
        for key, inner in node.value:
            yield from _slots(kind, inner, (*route, key.value), flow=flow or bool(node.flow_style))


SAMPLES = {kind.folder: kind.sample for kind in KINDS}
SLOTS = [slot for kind in KINDS for slot in slots(kind)]


def is_free(slot: Slot) -> bool:
    """Any word may stand there, so that only the reader can have something to say."""
    text = SAMPLES[slot.kind]
    return not told_at(slot.kind, text[: slot.start] + "三组" + text[slot.end :])[1]


MARKS = "#:-,?*&!|>%@`'\"[]{}\\/=~<. ，。：；、“”‘’（）〔〕—￥%·×"
PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Cn", "Zl", "Zp")).filter(
    str.isprintable
)
PIECES = st.sampled_from(
    [*MARKS, " #", "# ", ": ", ", ", " - ", "- ", "---", "<<", "4,179,500.00", "1,200", "甲：乙", "甲:乙", "金额: 3", "日期：", "0123",
     "12:30", "no", "~", "2026-10-09", "三组", "村民", "A4", "{甲: 乙}", "[公示]", "\"三务\"", "'一'", "a, b",
     "，", "公开栏，网站", "???", "\\n", "\\t", "\\\\", "\\/"]
)  # fmt: skip
TYPED = st.one_of(
    st.text(PRINTABLE, min_size=1, max_size=12), st.lists(PIECES, min_size=1, max_size=6).map("".join)
).map(str.strip).filter(bool)  # fmt: skip


def written(text: str, style: str, indent: int) -> str | None:
    """The text as a clerk writes it in a style; None where nobody would write it so."""
    match style:
        case "plain":
            # English quotes around the whole are the quoted style.
            return None if text[0] in "'\"" and text[-1] == text[0] and len(text) > 1 else text
        case "single":
            return "'" + text.replace("'", "''") + "'"
        case "single, as it comes":
            return None if "''" in text or text.startswith("'") or text.endswith("'") else f"'{text}'"
        case "double":
            return None if '\\"' in text else f'"{text}"'
        case "|" | ">":
            return f"{style}\n{' ' * (indent + 2)}{text}"
    raise AssertionError(style)


def told_at(kind: str, text: str) -> tuple[Any, set[int]]:
    """What was read, and the lines of all findings."""
    address = Address(Place("shidu", "liuwan"), kind, "2026-10")
    read = read_record(address, text.encode())
    return read.document, {span.line for finding in read.findings for span in finding.spans}


def value_at(document: Any, route: tuple[str | int, ...]) -> Any:
    value = document.root
    try:
        for key in route:
            value = value[key]
    except (KeyError, IndexError, TypeError):
        return None
    return value


FREE = [slot for slot in SLOTS if is_free(slot)]
BETWEEN = [slot for slot in FREE if slot.flow]
PLACES = st.sampled_from(SLOTS) | st.sampled_from(FREE) | st.sampled_from(BETWEEN)
STYLES = ["plain", "single", "single, as it comes", "double", "|", ">"]


@given(PLACES, TYPED, st.sampled_from(STYLES))
@settings(max_examples=DEEP, deadline=None)
def test_read_as_typed_or_told(slot: Slot, text: str, style: str) -> None:
    """In every place of every kind's sample, in every style a clerk would use."""
    assume(not (slot.flow and style in "|>"))
    sample = SAMPLES[slot.kind]
    line_start = sample.rfind("\n", 0, slot.start) + 1
    head = sample[line_start : slot.start]
    typed = written(text, style, len(head) - len(head.lstrip(" -")))
    assume(typed is not None)
    assert typed is not None
    changed = sample[: slot.start] + typed + sample[slot.end :]
    line = sample.count("\n", 0, slot.start) + 1
    document, lines = told_at(slot.kind, changed)
    if lines & {line, line + 1 if style in "|>" else line}:
        return
    assert document is not None, (changed.split("\n")[line - 1], lines)
    value = value_at(document, slot.route)
    if isinstance(slot.route[-1], int) and style == "plain" and slot.flow:
        # Several items, with a comma and a blank between, are what was typed; each may be in quotes of its own.
        assume(not re.search(r", .*[\"']|[\"'].*, ", text))
        items = value_at(document, slot.route[:-1])
        assert isinstance(items, list)
        parts = re.split(r" *, +", text)
        assert items[slot.route[-1] : slot.route[-1] + len(parts)] == parts, text
        return
    assert isinstance(value, str), (text, value)
    assert value.strip() == text, (changed.split("\n")[line - 1], value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_samples_have_places_to_type_in(kind: Any) -> None:
    assert sum(slot.kind == kind.folder for slot in SLOTS) > 5
