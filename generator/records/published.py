"""A line of the ledger as data: what a record said when it was last published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.base.digest import digest_of
from generator.records.read import Record
from generator.records.stated import Stated, digest_with, stated

CONTENT = "内容"
"""What the ledger calls a digest of a published file, in the row of its attachment."""
_LETTERS = str.maketrans("0123456789abcdef", "ghijklmnopabcdef")
"""A digest without figures: in a message nobody takes it for a personal number."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a record."""

    number: int
    day: date
    digest: str


@dataclass(frozen=True, slots=True)
class Published:
    """One record's last published state."""

    path: str
    version: int
    digest: str
    """Of what it stated, with the nonce; of its bytes, if an earlier program wrote the line."""
    first: date
    last: date
    history: tuple[Version, ...] = ()
    nonce: str = ""
    """16 random bytes in hex. Empty if an earlier program wrote the line."""
    text: str = ""
    """Digest of the file's text with the nonce: a file that is as it was need not be compared."""
    stated: Stated = field(default_factory=dict)
    """What it stated; the few figures by path that an earlier program noted."""
    base: Stated | None = None
    """What it said before the changes that nobody explained; None where there are none."""
    used: tuple[str, ...] = ()
    """The corrections that explained earlier changes, with the field: `path field`. Each counts once."""
    said: tuple[tuple[date, str], ...] = ()
    """What was changed in a profile, for everybody to read."""
    origin: str = ""
    """The path at which it stood before, and where its earlier lines are; empty where it was never moved."""
    is_moving: bool = False
    """It is the line of the earlier path: there is none of this one yet."""

    @property
    def is_early(self) -> bool:
        """An earlier program wrote the line."""
        return not self.nonce

    def holds(self, record: Record) -> bool:
        """The record is as it was published."""
        if self.is_early:
            text = record.document.text.encode()
            return self.digest in (digest_of(text), digest_of(b"\xef\xbb\xbf" + text))
        return digest_with(self.nonce, written(record)) == self.text or states(record, self.nonce) == self.stated


def states(record: Record, nonce: str) -> Stated:
    """All that a record says in public: what its fields state, and which files are published with it.

    Args:
        nonce: see `stated`.
    """
    found = stated(record.body, nonce)
    for one in record.published_files:
        row: Any = found
        for key in one.route:
            row = row[key]
        row[CONTENT] = one.digest[:12].translate(_LETTERS)
    return found


def written(record: Record) -> str:
    """The text of its file, and what the files are that are published with it: where both are as they were, all is."""
    return "\n".join((record.document.text, *(one.digest for one in record.published_files)))


Ledger = Mapping[str, Published] | None
"""The lines by path of the record. None if the county has no ledger yet."""
