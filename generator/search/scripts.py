"""How data reaches the page: a script file that hands it over. Browsers refuse `fetch` on file://, but load scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.base.digest import digest_of

Json = str | int | tuple["Json", ...] | Mapping[str, "Json"]
File = tuple[str, bytes]
"""Path relative to the site's root, content."""

DIGEST_LENGTH = 6
"""Enough of a name: it tells a file from its own earlier versions, its number from its neighbours."""


def short_digest(*payloads: str) -> str:
    """What names a file by its content."""
    return digest_of("\0".join(payloads).encode())[:DIGEST_LENGTH]


def payload(value: Json) -> str:
    """A value as JavaScript. Old browsers take two of Unicode's line ends for line ends even inside a string."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace").decode()
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script(name: str, text: str) -> bytes:
    """The file's content. `name` is its path below the township's search folder, without `.js`."""
    return f'sanwuData("{name}",{text})'.encode()
