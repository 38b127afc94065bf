"""Results of earlier builds. Each has a name and the key of what it was made from.

A key is a digest of everything that the result depends on. A result with another key is out of date.
Nothing is unpickled, and times of files do not matter. A file that is not as it was written counts as absent.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.engine.draft import Draft, listing

FORMAT = b"1"


def digest(*parts: bytes | str) -> str:
    """A key of several parts. The borders between the parts count too.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.hexdigest()


def fingerprint(folder: Path, *suffixes: str) -> str:
    """A key of the names and bytes of all files under a folder, or only of those with one of `suffixes`."""
    names = sorted(name for name in listing(folder) if name.endswith(suffixes or ("",)))
    return digest(*(part for name in names for part in (name, (folder / name).read_bytes())))


class Store:
    """One folder of results. A saved result becomes visible only when the build is released."""

    def __init__(self, draft: Draft, *, used: bool = True) -> None:
        """`used`: whether earlier results may be used. New results are saved in any case."""
        self.draft = draft
        self.used = used
        self.damaged = 0
        """The number of damaged files."""

    def load(self, name: str, key: str) -> bytes | None:
        """The result that was saved under `name` for `key`, or None."""
        if not self.used:
            return None
        try:
            head, end, data = (self.draft.live / name).read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        except OSError:
            self.damaged += 1
            return None
        *_, made_for = head.split(b" ", 2)
        if head + end != _head(made_for, data):
            self.damaged += 1
            return None
        return data if made_for == key.encode() else None

    def key(self, name: str) -> str:
        """The key of the result that lies there; empty where there is none."""
        try:
            with (self.draft.live / name).open("rb") as file:
                return file.readline().rstrip().rpartition(b" ")[2].decode(errors="replace")
        except OSError:
            return ""

    def save(self, name: str, key: str, data: bytes) -> None:
        """Keep a result for the next build."""
        self.draft.write(name, _head(key.encode(), data) + data)

    def keep(self, *prefixes: str) -> None:
        """Keep the results whose names begin so, because they are still valid."""
        self.draft.keep({name: size for name, size in self.draft.before.items() if name.startswith(prefixes)})


def _head(key: bytes, data: bytes) -> bytes:
    """The first line of a result's file."""
    return b"%b %b %b\n" % (FORMAT, digest(key, data).encode(), key)
