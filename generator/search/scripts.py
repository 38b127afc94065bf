"""Writes data as script files for the page. Browsers refuse `fetch` on file://, but they load scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.base.digest import digest_of

Json = str | int | tuple["Json", ...] | Mapping[str, "Json"]
File = tuple[str, bytes]
"""A path relative to the site's root, and the content."""

DIGEST_LENGTH = 6
"""So many digits are enough for a name. They only tell a file from its own earlier versions."""


def short_digest(*payloads: str) -> str:
    """The digest that names a file by its content."""
    return digest_of("\0".join(payloads).encode())[:DIGEST_LENGTH]


def payload(value: Json) -> str:
    """A value as JavaScript. Two line ends of Unicode are escaped, because old browsers allow none inside a string."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace").decode()
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script(name: str, text: str) -> bytes:
    """The content of a script file. `name` is its path below the township's search folder, without `.js`."""
    return f'sanwuData("{name}",{text})'.encode()
