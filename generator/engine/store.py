"""Results of earlier builds, each under a name and with the key of what it was made from.

A key is a digest of everything that the result depends on; what is found under a name with another key is out of date.
Nothing is unpickled, and no time of a file is ever looked at. A file that is not as it was written counts as absent.
"""

from __future__ import annotations

import hashlib
import json
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
            head, _, data = (self.draft.live / name).read_bytes().partition(b"\n")
            made_for = json.loads(head)
            whole = made_for == {"format": FORMAT.decode(), "key": made_for["key"], "digest": digest(data)}
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            whole = False
        if not whole:
            self.damaged += 1
            return None
        return data if made_for["key"] == key else None

    def save(self, name: str, key: str, data: bytes) -> None:
        """Keep a result for the next build."""
        head = json.dumps({"format": FORMAT.decode(), "key": key, "digest": digest(data)}).encode()
        self.draft.write(name, head + b"\n" + data)

    def keep(self, *prefixes: str) -> None:
        """The results whose names begin so are still good, and stay."""
        self.draft.keep({name: size for name, size in self.draft.before.items() if name.startswith(prefixes)})
