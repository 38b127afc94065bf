"""Digests of bytes: what a published version is known by."""

from __future__ import annotations

import hashlib


def digest_of(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def check_code(digest: str) -> str:
    """The first 8 hex digits in two groups, as printed on a page: `7f3a 91c2`."""
    return f"{digest[:4]} {digest[4:8]}"
