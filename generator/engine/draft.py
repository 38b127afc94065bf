"""The next state of a folder while it is made. Only files that differ from the live folder are written, in another folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would change the ends of lines."""


class Draft:
    """The files of one folder, or of the part of it that one worker makes."""

    def __init__(self, live: Path, staged: Path, before: Mapping[str, int]) -> None:
        """Begin with nothing.

        Args:
            staged: a folder of this draft's own, on the same disk as `live`.
            before: the live files of this part, path → bytes (`listing`).
        """
        self.live = live
        self.staged = staged
        self.before = before
        self.files: dict[str, int] = {}
        """Every file of this part: path → number of bytes."""
        self.written = 0
        """The number of files that differ from the live ones."""
        self._folders: set[str] = set()

    def write(self, path: str, data: bytes) -> int:
        """Set the content of a file and return its size. A live file with this content is left alone.

        Raises:
            OSError: disk full, no permission.
        """
        size = self.files[path] = len(data)
        if self.before.get(path) == size and self._has(path, data):
            return size
        self.written += 1
        target = f"{self.staged}/{path}"
        folder = target[: target.rindex("/")]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        finally:
            os.close(descriptor)
        return size

    def keep(self, files: Mapping[str, int]) -> bool:
        """Keep live files as they are. False, and none is kept, if one is gone or has another size."""
        before = self.before
        if any(before.get(path) != size for path, size in files.items()):
            return False
        self.files.update(files)
        return True

    def orphans(self) -> tuple[str, ...]:
        """The live files that this part no longer has."""
        return tuple(sorted(self.before.keys() - self.files.keys()))

    def _has(self, path: str, data: bytes) -> bool:
        try:
            return (self.live / path).read_bytes() == data
        except OSError:  # a file that cannot be read is written again
            return False


def listing(root: Path, folder: str = "", without: frozenset[str] = frozenset()) -> dict[str, int]:
    """Every file under `root/folder` with its size, by path relative to `root`.

    Args:
        without: folders right under `folder` to leave out.
    """
    found: dict[str, int] = {}
    cut = len(str(root)) + 1
    pending = [f"{root}/{folder}" if folder else str(root)]
    top = pending[0]
    while pending:
        inner = pending.pop()
        try:
            entries = os.scandir(inner)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                found[entry.path[cut:].replace(os.sep, "/")] = entry.stat(follow_symlinks=False).st_size
            elif inner != top or entry.name not in without:
                pending.append(entry.path)
    return found
