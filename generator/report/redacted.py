"""One redactor for all that a command prints: messages, excerpts, diffs, annotations, progress, and the tracebacks of our own faults."""

from __future__ import annotations

import re
from typing import TextIO

from generator.base.redact import redact

_OURS = re.compile(
    r"((?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{40,64}(?![0-9A-Za-z])|(?<=处，第)[0-9]{1,5}(?:[、—][0-9]{1,5})+(?=行）))"
)
"""A checksum is no number of a person, whatever digits stand in it; nor are the lines of a finding (`lines_said`)."""


class Redacted:
    """A text stream in which every personal number is cut before it is written.

    It has no `buffer`, so that nothing can be written past it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.encoding = stream.encoding
        self.errors = stream.errors

    def write(self, text: str) -> int:
        """Write, line by line."""
        self._stream.write("\n".join(map(_redacted, text.split("\n"))))
        return len(text)

    def flush(self) -> None:
        """As any stream."""
        self._stream.flush()

    def isatty(self) -> bool:
        """As any stream."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """As any stream."""
        return self._stream.fileno()


def _redacted(line: str) -> str:
    return "".join(part if at % 2 else redact(part) for at, part in enumerate(_OURS.split(line)))
