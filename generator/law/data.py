"""Reads the data files of this folder with the same reader as records: plain text, no guessing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.source.document import parse


@cache
def load(name: str) -> Mapping[str, Any]:
    """A data file's content.

    Raises:
        ValueError: the file shipped with the product is broken (our fault, not the county's).
    """
    parsed = parse(name, resources.files(__package__).joinpath(name).read_bytes())
    if parsed.document is None or parsed.findings:
        raise ValueError(f"{name}: {parsed.findings}")
    return parsed.document.root
