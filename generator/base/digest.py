"""Digests of bytes, which identify published versions."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest_of(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(root: Path, path: str) -> str:
    """SHA-256 in hex of `root/path`, read piece by piece.

    Raises:
        OSError: it cannot be read, or is no file (whoever opens a pipe waits for ever).
    """
    if not (root / path).is_file():
        raise FileNotFoundError(path)
    with (root / path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_code(digest: str) -> str:
    """The first 8 hex digits in two groups, as printed on a page: `7f3a 91c2`."""
    return f"{digest[:4]} {digest[4:8]}"
