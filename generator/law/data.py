"""Reads the data files of this folder with the reader of records, which takes all values as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.source.document import parse


@cache
def load(name: str) -> Mapping[str, Any]:
    """The content of a data file.

    Raises:
        ValueError: the file is broken. It is part of the program, so the fault is ours.
    """
    parsed = parse(name, resources.files(__package__).joinpath(name).read_bytes())
    if parsed.document is None or parsed.findings:
        raise ValueError(f"{name}: {parsed.findings}")
    return parsed.document.root
