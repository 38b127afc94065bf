"""JSON as open data has it: Chinese as it is, no spaces, one record to a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def with_list(head: Mapping[str, Any], key: str, items: Iterable[str]) -> bytes:
    """An object whose last member is a list; each of its items, given as JSON, stands on a line of its own."""
    lines = ",\n".join(items)
    return f"{encode(head)[:-1]},{encode(key)}:[\n{lines}\n]}}\n".encode()
