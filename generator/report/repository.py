"""Where the file of a finding lies in its repository: platforms show a finding beside a line only where they know that."""

from __future__ import annotations

import posixpath
from pathlib import Path

from generator.base.printable import one_line
from generator.base.redact import redact


def prefix_of(content: Path) -> str:
    """What stands before the paths of a content folder, from the top of its Git repository: `content/`.

    Where there is no repository, from the current folder; outside of both, as it was given.
    """
    there = content.resolve()
    tops = [folder for folder in (there, *there.parents) if (folder / ".git").exists()] or [Path.cwd()]
    shown = there.relative_to(tops[0]) if there.is_relative_to(tops[0]) else content
    return f"{shown.as_posix().rstrip('/')}/"


def path_in(prefix: str, path: str) -> str:
    """The path of a file from the top of the repository, without `..`, on one line and nothing personal in it.

    >>> path_in("content/", "../ledger/shidu.jsonl")
    'ledger/shidu.jsonl'
    """
    return one_line(redact(posixpath.normpath(f"{prefix}{path}")))
