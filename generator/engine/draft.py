"""The next state of a folder while it is being made: only what differs from the live folder is written, beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class Draft:
    """Files of one folder, or of the part of it that one worker makes."""

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
        """Everything this part is to hold, path → bytes."""
        self._folders: set[str] = set()

    def write(self, path: str, data: bytes) -> int:
        """Set a file's content and return its size. A live file that has it already is left alone.

        Raises:
            OSError: disk full, no permission.
        """
        size = self.files[path] = len(data)
        if self.before.get(path) == size and (self.live / path).read_bytes() == data:
            return size
        target = f"{self.staged}/{path}"
        folder = target[: target.rindex("/")]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        with open(target, "wb", buffering=0) as file:
            file.write(data)
        return size

    def keep(self, files: Mapping[str, int]) -> bool:
        """Leave live files as they are; False, and nothing kept, where one is gone or has another size."""
        before = self.before
        if any(before.get(path) != size for path, size in files.items()):
            return False
        self.files.update(files)
        return True

    def orphans(self) -> tuple[str, ...]:
        """Live files that this part is to hold no more."""
        return tuple(sorted(self.before.keys() - self.files.keys()))


def listing(root: Path, folder: str = "", without: frozenset[str] = frozenset()) -> dict[str, int]:
    """Every file under `root/folder` with its size, by path relative to `root`.

    Args:
        without: folders right under `folder` to leave out.
    """
    found: dict[str, int] = {}
    pending = [folder]
    while pending:
        inner = pending.pop()
        try:
            entries = list(os.scandir(root / inner))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            path = f"{inner}/{entry.name}" if inner else entry.name
            if not entry.is_dir(follow_symlinks=False):
                found[path] = entry.stat(follow_symlinks=False).st_size
            elif inner != folder or entry.name not in without:
                pending.append(path)
    return found
