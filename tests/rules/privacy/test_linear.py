"""Every pattern of the privacy rules takes work in proportion to the text: a text a hundred times as long, no more."""

from __future__ import annotations

import importlib
import pkgutil
import re
from time import process_time

import pytest

from generator.base import numbers, persons, redact
from generator.law import sensitive
from generator.rules import privacy

pytestmark = pytest.mark.slow

MODULES = [numbers, persons, redact] + [
    importlib.import_module(f"{privacy.__name__}.{one.name}") for one in pkgutil.iter_modules(privacy.__path__)
]
PATTERNS = {
    f"{module.__name__}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
} | {"words": sensitive.sensitive_words()}
ATTACKS = (
    "1",
    "1 ",
    "1*",
    "1-",
    "12 ** ",
    "一",
    "一、",
    "1号、",
    "三组1号、2 、",
    "王",
    "王大",
    "阿·",
    "a",
    "a@",
    "a.",
    "路1",
    "1栋",
    "证号",
    "微信 ",
    " ",
    "(",
    "109.",
    "家住一",
)
FACTOR = 30
"""A hundred times the text may take a hundred times the work, and this much more for noise; a square would be a hundred more."""


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]
    for attack in ATTACKS:
        short, long = (attack * (size // len(attack)) for size in (1_000, 100_000))
        once = min(_work(pattern, short) for _ in range(3))
        assert _work(pattern, long) <= 100 * FACTOR * max(once, 2e-6), attack


def _work(pattern: re.Pattern[str], text: str) -> float:
    """Processor time; only relations of it are compared."""
    before = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - before
