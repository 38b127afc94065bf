"""Bringing a finished tree of files into a live folder: each file whole or not at all, unchanged files untouched."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEMPORARY = ".part"


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files a release touched."""

    written: int
    unchanged: int
    removed: int


def release(staged: Path, live: Path, order: Callable[[str], Any]) -> Changes:
    """Make `live` hold exactly what `staged` holds.

    A reader of `live` sees each file old or new, never half: a file is written beside its place and renamed. Files go in
    the order given, so that a page is there before the list that links to it; what is no longer wanted goes last.

    Args:
        order: sort key of a file's relative path.

    Raises:
        OSError: disk full, no permission; files already replaced stay, the others are as before.
    """
    wanted = _files(staged)
    present = _files(live) if live.is_dir() else frozenset()
    written = 0
    for path in sorted(wanted, key=order):
        data = (staged / path).read_bytes()
        target = live / path
        if path in present and target.read_bytes() == data:
            continue
        _replace(target, data)
        written += 1
    orphans = present - wanted
    for path in orphans:
        (live / path).unlink(missing_ok=True)
    _remove_empty_folders(live)
    return Changes(written, len(wanted) - written, len(orphans))


def _replace(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + TEMPORARY)
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _files(root: Path) -> frozenset[str]:
    return frozenset(
        (Path(folder) / name).relative_to(root).as_posix() for folder, _, names in os.walk(root) for name in names
    )


def _remove_empty_folders(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        if Path(folder) != root and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
