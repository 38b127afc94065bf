"""The same values as `document` builds, in two thirds of the time, of a file that has nothing to be told about.

Whatever would be a finding (an anchor, a tag, a repeated name, broken syntax, depth, an escape …) is left to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml

_MARKED = frozenset("'\"|>")
_Scalar = yaml.ScalarEvent
_Mapping = yaml.MappingStartEvent
_MappingEnd = yaml.MappingEndEvent
_Sequence = yaml.SequenceStartEvent
_SequenceEnd = yaml.SequenceEndEvent


class _NotPlain(Exception):
    """Something that the thorough builder must look at."""


def build(loader: Any, depth: int) -> Mapping[str, Any] | None:
    """The outermost mapping, with something after each name in it; None where the file is not plain.

    Args:
        loader: PyYAML's, at the beginning of the text.
        depth: of nesting, beyond which a file is not plain.
    """
    next_event = loader.get_event
    try:
        next_event()  # stream start
        if not isinstance(next_event(), yaml.DocumentStartEvent):
            return None
        event = next_event()
        root = _value(next_event, event, depth) if event.__class__ is _Mapping else None
        next_event()  # document end
        return root if isinstance(next_event(), yaml.StreamEndEvent) else None
    except (_NotPlain, yaml.YAMLError):
        return None
    finally:
        loader.dispose()


def _value(next_event: Callable[[], Any], event: Any, depth: int) -> Any:
    if event.anchor is not None or event.tag is not None or not depth:
        raise _NotPlain
    kind = event.__class__
    if kind is _Scalar:
        if (not event.value and not event.style) or (event.style in _MARKED and _is_doubtful(event)):
            raise _NotPlain
        return event.value
    if kind is _Mapping:
        values: dict[str, Any] = {}
        while (event := next_event()).__class__ is not _MappingEnd:
            if event.__class__ is not _Scalar or event.anchor is not None or event.tag is not None:
                raise _NotPlain
            key = event.value
            if key in values:
                raise _NotPlain
            event = next_event()
            if event.__class__ is _Scalar and event.anchor is None and event.tag is None and event.style not in _MARKED:
                if not (value := event.value):
                    raise _NotPlain
                values[key] = value
            else:
                values[key] = value = _value(next_event, event, depth - 1)
                if value.__class__ is str and not value.strip():
                    raise _NotPlain
        return values
    if kind is _Sequence:
        items = []
        while (event := next_event()).__class__ is not _SequenceEnd:
            items.append(_value(next_event, event, depth - 1))
        return items
    raise _NotPlain


def _is_doubtful(event: Any) -> bool:
    """Quotes over several lines, which may have swallowed some; block text with nothing in it."""
    if event.style in "|>":
        return not event.value.strip()
    return bool(event.start_mark.line != event.end_mark.line)
