"""The quick reader gives what the thorough one gives, or steps aside."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.records.kinds import KINDS
from generator.source import quick
from generator.source.builder import MAX_DEPTH, Builder, Loader
from generator.source.document import _needs_care
from tests.support.county import ROOT

LETTERS = string.ascii_letters + string.digits + " \n-:#,.[]{}'\"|>&*!%@期间金额：，"
VALUES = st.recursive(
    st.text(LETTERS, max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(LETTERS, max_size=8), inner, max_size=4),
    max_leaves=20,
)


def agree(text: str) -> bool:
    """Whether the quick reader read it; where it did, both must have."""
    if _needs_care(text):
        return False
    found = quick.build(Loader(text), MAX_DEPTH)
    if found is None:
        return False
    built = Builder("x.yml", text).build()
    assert built.findings == []
    assert built.mapping == found
    return True


@pytest.mark.parametrize("folder", ["content", "tests/real"])
def test_nearly_every_record_is_read_quickly(folder: str) -> None:
    """Else it would be of no use."""
    files = list((ROOT / folder).rglob("*.yml"))
    assert sum(agree(path.read_text(encoding="utf-8")) for path in files) >= 0.9 * len(files) > 0


@given(VALUES, st.booleans(), st.sampled_from([None, "'", '"', "|"]))
def test_what_was_dumped(value: object, flow: bool, style: str | None) -> None:
    text = yaml.safe_dump({"a": value}, default_flow_style=flow, default_style=style, allow_unicode=True)
    agree(text)


@given(st.text(LETTERS, max_size=60))
def test_any_text(text: str) -> None:
    agree(text)


@given(st.data())
def test_damaged_records(data: st.DataObject) -> None:
    """A character put into, or taken out of, a real record."""
    text = data.draw(st.sampled_from(KINDS)).sample
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.text(LETTERS, max_size=3))
    agree(text[:at] + put + text[at + data.draw(st.integers(0, 3)) :])


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\n",
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "? [a]\n: 1\n",
        "a: *x\n",
        "- 1\n",
        "a\n",
        "",
        "a: 1\n---\nb: 2\n",
        "a: [\n",
    ],
)
def test_steps_aside(text: str) -> None:
    assert not agree(text)


def test_steps_aside_from_depth() -> None:
    assert not agree("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1) + "\n")
