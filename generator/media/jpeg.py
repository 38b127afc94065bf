"""The segments of a JPEG file (ITU-T T.81, annex B)."""

from __future__ import annotations

import re

_SCAN, _END, _NOTE = 0xDA, 0xD9, 0xFE
_PROGRAMS = range(0xE0, 0xF0)
_KEPT = frozenset({0xE0, 0xEE})
"""Of the segments for programs: JFIF, and Adobe's, which says how colours are to be read."""
_MARKER = re.compile(rb"\xff+(?![\x00\xd0-\xd7\xff])", re.DOTALL)
"""Ends the coded part of a scan. There a byte FF stands before 00, and restart marks belong to it."""


def without_notes(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, comments, and what lies behind its end. Not a bit of the picture itself is changed.

    Raises:
        ValueError: it is no JPEG file.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    parts = [data[:2]]
    at, scanned = 2, False
    while found := _MARKER.match(data, at):
        at = found.end()
        marker = data[at] if at < len(data) else _END
        if marker == _END:
            break
        length = int.from_bytes(data[at + 1 : at + 3])
        if length < 2:
            break
        end = at + 1 + length
        if marker == _SCAN:
            stop = _MARKER.search(data, end)
            end = stop.start() if stop else len(data)
            scanned = True
        if marker != _NOTE and (marker not in _PROGRAMS or marker in _KEPT):
            parts.append(b"\xff" + data[at:end])
        at = end
    if not scanned:
        raise ValueError("no picture in it")
    return b"".join((*parts, b"\xff\xd9"))  # some programs leave the end out
