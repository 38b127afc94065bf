"""Bringing drafts into their live folders: each file whole or not at all, and all of it in the end, whatever is killed when.

A release is written down first (the journal); from then on it is only carried forward, by the next run if need be. Before
that moment nothing live has been touched.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from generator.engine.draft import listing

PART = ".part"
Order = Callable[[str], Any]
"""Sort key of a file's path relative to its live folder."""

JOURNAL = "journal.json"
STAGED = "staged"


class Unfinished(Exception):
    """A release stopped half-way; every file is whole, and the next run carries it on. The cause is an OSError."""


class Busy(Exception):
    """Another build works on the same folder."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to happen to one live folder."""

    live: str
    staged: tuple[str, ...]
    """Folders whose files are to be moved into it."""
    orphans: tuple[str, ...]
    """Files of it that are to go, relative to it."""


@contextmanager
def workspace(folder: Path, order: Order) -> Iterator[Path]:
    """A folder for the files of one build, after any release cut short has been carried to its end; gone afterwards.

    Args:
        folder: the working folder, on the same disk as what is released.
        order: as for `release`.

    Raises:
        Busy: another build holds it.
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise Busy from error
    staged = folder / STAGED
    try:
        recover(folder, order)
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir()
        yield staged
    finally:
        if not (folder / JOURNAL).exists():  # what a release still needs stays for the next run
            shutil.rmtree(staged, ignore_errors=True)
        lock.release()


def release(folder: Path, changes: Sequence[Change], order: Order) -> list[tuple[int, int]]:
    """Carry out `changes`, one after the other; how many files of each were written and removed.

    A reader sees each file old or new. Files go in the order given, so that a page is there before the list that links to
    it; what is no longer wanted goes last.

    Args:
        folder: the working folder, where the journal is kept.

    Raises:
        OSError: the journal cannot be written; nothing was touched.
        Unfinished: disk full, no permission; the next run will carry on.
    """
    journal = folder / JOURNAL
    text = json.dumps([asdict(change) for change in changes])
    part = journal.with_name(JOURNAL + PART)
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(journal)
    try:
        done = [_carry_out(change, order) for change in changes]
    except OSError as error:
        raise Unfinished(str(error)) from error
    journal.unlink()
    return done


def recover(folder: Path, order: Order) -> None:
    """Carry a release that was cut short to its end."""
    journal = folder / JOURNAL
    with suppress(FileNotFoundError):
        for change in json.loads(journal.read_text(encoding="utf-8")):
            _carry_out(Change(**change), order)
        journal.unlink()


def _carry_out(change: Change, order: Order) -> tuple[int, int]:
    live = Path(change.live)
    moves = [(path, root) for root in change.staged for path in listing(Path(root))]
    moves.sort(key=lambda move: order(move[0]))
    made: set[str] = set()
    for path, root in moves:
        target = f"{live}/{path}"
        parent = target[: target.rindex("/")]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        _move(f"{root}/{path}", target)
    for path in change.orphans:
        (live / path).unlink(missing_ok=True)
    for parent in sorted({str(Path(path).parent) for path in change.orphans}, reverse=True):
        _remove_if_empty(live, parent)
    return len(moves), len(change.orphans)


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The live folder is a disk of its own: copy beside the target first, so that this is a rename again.
        shutil.copyfile(source, target + PART)
        os.replace(target + PART, target)
        os.unlink(source)


def _remove_if_empty(root: Path, folder: str) -> None:
    while folder not in ("", "."):
        try:
            (root / folder).rmdir()
        except OSError:
            return
        folder = str(Path(folder).parent)
