"""A line of a clerk's file: its indentation, dashes, name and value, and how a value must be written for YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

KEY = r"[^\W\d_][\w（）()·/]{0,19}"
"""A name in front of a colon."""
HEAD = rf"^(?P<indent> *(?:- +)*)(?P<key>{KEY}) ?"
GLUED = re.compile(rf"(?P<key>{KEY}) ?(?P<colon>[:：])\s*(?P<rest>.+)", re.DOTALL)
"""A name that swallowed its content: `列:事项`, `列：事项`."""
_BEGINS = re.compile(rf"(?P<indent> *)(?:- +|- *$|(?:- +)*{KEY} ?:(?:\s|$))")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def begins_something(lines: Iterable[str], indent: int) -> bool:
    """Whether one of the lines starts a name or a list item, or stands no deeper than `indent`."""
    return any(line.strip() and (_BEGINS.match(line) or _depth(line) <= indent) for line in lines)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def quoted(text: str) -> str:
    """In English single quotes, where everything stands for itself."""
    return "'" + text.replace("'", "''") + "'"


def as_value(text: str, *, flow: bool = False) -> str:
    """As it may stand after a colon: in quotes where YAML would stumble over it or read something else.

    Args:
        flow: inside `{ }` or `[ ]`.
    """
    if text[:1] in ("'", '"', "[", "{") and is_sound(text, flow=flow):
        return text
    return text if reads_as_itself(text, flow=flow) else quoted(text)


def is_sound(value: str, *, flow: bool = False) -> bool:
    """Whether YAML can read one value, whatever it is, on a line of its own."""
    return _read(value, flow) is not None


def reads_as_itself(value: str, *, flow: bool = False) -> bool:
    """Whether YAML reads a text without quotes as just this text."""
    return _read(value, flow) == value


def _read(value: str, flow: bool) -> str | None:
    """The text read; an empty one for anything but a single scalar without comments; None where it breaks."""
    loader = _Loader(f"{{a: {value}}}" if flow else f"a: {value}")
    try:
        events = []
        while loader.check_event():
            events.append(loader.get_event())
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    plain = len(events) == 8 and len(scalars) == 2 and scalars[1].anchor is None and scalars[1].tag is None
    return str(scalars[1].value) if plain else ""
