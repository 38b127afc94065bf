"""Moves drafts into their live folders. Each file is old or new, never half, and after a crash the next run goes on.

A release is first written into a journal. From then on it is only continued, by the next run if necessary. Before
that moment no live file is touched.
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

PART = ".part"
Order = Callable[[str], Any]
"""Sort key of a file's path relative to its live folder."""

JOURNAL = "journal.json"
LOCK = "lock"
STAGED = "staged"


class Unfinished(Exception):
    """A release stopped half-way. Every file is whole, and the next run continues. The cause is an OSError."""


class Busy(Exception):
    """Another build works on the same folder."""


@dataclass(frozen=True, slots=True)
class Change:
    """The changes to one live folder."""

    live: str
    staged: tuple[str, ...]
    """The folders whose files are moved into it."""
    orphans: tuple[str, ...]
    """The files of it that are deleted, relative to it."""


@contextmanager
def workspace(folder: Path, order: Order) -> Iterator[Path]:
    """A folder for the files of one build. An interrupted release is finished before. The folder is deleted afterwards.

    Args:
        folder: the working folder, on the same disk as what is released.
        order: as for `release`.

    Raises:
        Busy: another build holds it.
        Unfinished: the release cut short cannot go on yet.
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise Busy from error
    staged = folder / STAGED
    try:
        recover(folder, order)
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(exist_ok=True)
        yield staged
    finally:
        if not (folder / JOURNAL).exists():  # files that an unfinished release needs stay for the next run
            shutil.rmtree(staged, ignore_errors=True)
        lock.release()


def release(folder: Path, changes: Sequence[Change], order: Order) -> None:
    """Carry out `changes`, one after the other.

    A reader sees each file old or new. Files are moved in the order given, so that a page is there before the list that links to
    it. A new folder is moved as a whole, before the files beside it. Files are deleted last, lists first.

    Args:
        folder: the working folder, where the journal is kept.

    Raises:
        OSError: the journal or a folder cannot be written; nothing was touched.
        Unfinished: disk full, no permission; the next run will carry on.
    """
    for change in changes:
        _check_writable(change)
    journal = folder / JOURNAL
    text = json.dumps([asdict(change) for change in changes])
    part = journal.with_name(JOURNAL + PART)
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(journal)
    _carry_on(journal, changes, order)


def recover(folder: Path, order: Order) -> None:
    """Finish an interrupted release.

    Raises:
        Unfinished: as for `release`.
    """
    journal = folder / JOURNAL
    if not os.path.lexists(journal):
        return
    changes = _noted(journal)
    if changes is not None:
        _carry_on(journal, changes, order)
        return
    # How far the release came is not known, so no earlier result may be trusted: all is made anew.
    for entry in folder.iterdir():
        if entry.name != LOCK:
            _remove(str(entry))


def _noted(journal: Path) -> list[Change] | None:
    """What a journal says; None if it is damaged. It is put in place whole, so it was damaged later."""
    try:
        changes = [Change(**change) for change in json.loads(journal.read_bytes())]
        paths = [path for one in changes for path in (one.live, *one.staged, *one.orphans)]
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return changes if all(isinstance(path, str) for path in paths) else None


def _check_writable(change: Change) -> None:
    """Raises OSError if files cannot be put into a folder or taken out of it."""
    moves = (path for root in change.staged for path in _new(root, change.live, ""))
    for folder in {Path(change.live, path).parent for path in (*moves, *change.orphans)}:
        while not folder.is_dir():
            folder = folder.parent
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _carry_on(journal: Path, changes: Sequence[Change], order: Order) -> None:
    try:
        for change in changes:
            _carry_out(change, order)
    except OSError as error:
        raise Unfinished(str(error)) from error
    journal.unlink()


def _carry_out(change: Change, order: Order) -> None:
    live = Path(change.live)
    moves = [(path, root) for root in change.staged for path in _new(root, change.live, "")]
    moves.sort(key=lambda move: order(move[0]))
    if moves:
        if live.is_file():  # somebody put it there
            live.unlink()
        live.mkdir(parents=True, exist_ok=True)
    for path, root in moves:
        _move(f"{root}/{path}", f"{live}/{path}")
    for path in sorted(change.orphans, key=order, reverse=True):
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (live / path).unlink()
    for parent in sorted({str(Path(path).parent) for path in change.orphans}, reverse=True):
        _remove_if_empty(live, parent)


def _new(root: str, live: str, folder: str) -> Iterator[str]:
    """Files under `root/folder`, and folders that are not in `live` yet."""
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{folder}{entry.name}"
        if entry.is_dir() and os.path.isdir(f"{live}/{path}"):
            yield from _new(root, live, f"{path}/")
        else:
            yield path


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except (IsADirectoryError, NotADirectoryError):  # somebody put a folder or a file where the other belongs
        _remove(target)
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The live folder is on another disk: copy to a place beside the target first, so that the last step is a rename.
        _remove(target + PART)
        try:
            _copy(source, target + PART)
        except OSError:
            _remove(target + PART)
            raise
        _move(target + PART, target)
        (shutil.rmtree if os.path.isdir(source) else os.unlink)(source)


def _copy(source: str, target: str) -> None:
    """Copies a folder. Unlike `shutil.copytree` it raises the first error at once."""
    if not os.path.isdir(source):
        shutil.copyfile(source, target)
        return
    os.mkdir(target)
    for name in os.listdir(source):
        _copy(f"{source}/{name}", f"{target}/{name}")


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        Path(path).unlink(missing_ok=True)


def _remove_if_empty(root: Path, folder: str) -> None:
    while folder not in ("", "."):
        try:
            (root / folder).rmdir()
        except OSError:
            return
        folder = str(Path(folder).parent)
