"""Results of earlier builds, each under a name and with the key of what it was made from.

A key is a digest of everything that the result depends on; what is found under a name with another key is out of date.
Nothing is unpickled, and no time of a file is ever looked at. A file that is not as it was written counts as absent.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.engine.draft import Draft, listing

FORMAT = b"1"


def digest(*parts: bytes | str) -> str:
    """A key of several parts; where one ends and the next begins counts too.

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
    """A key of all files under a folder (those with one of `suffixes`, if any are given): names and bytes."""
    names = sorted(name for name in listing(folder) if name.endswith(suffixes or ("",)))
    return digest(*(part for name in names for part in (name, (folder / name).read_bytes())))


class Store:
    """One folder of results. What is saved becomes visible only when the build is released."""

    def __init__(self, draft: Draft, *, used: bool = True) -> None:
        """`used`: whether earlier results may be taken; new ones are saved anyway."""
        self.draft = draft
        self.used = used
        self.damaged = 0
        """Files that were found damaged."""

    def load(self, name: str, key: str) -> bytes | None:
        """What was saved under `name`, if it was made for `key`."""
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

    def save(self, name: str, key: str, data: bytes) -> None:
        """Keep a result for the next build."""
        self.draft.write(name, _head(key.encode(), data) + data)

    def keep(self, *prefixes: str) -> None:
        """The results whose names begin so are still good, and stay."""
        self.draft.keep({name: size for name, size in self.draft.before.items() if name.startswith(prefixes)})


def _head(key: bytes, data: bytes) -> bytes:
    """The first line of a result's file."""
    return b"%b %b %b\n" % (FORMAT, digest(key, data).encode(), key)
