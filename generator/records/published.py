"""A line of the ledger as data: what a record said when it was last published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.base.digest import digest_of
from generator.records.read import Record
from generator.records.stated import Stated, digest_with, stated


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
        text = record.document.text
        if self.is_early:
            return self.digest in (digest_of(text.encode()), digest_of(b"\xef\xbb\xbf" + text.encode()))
        return digest_with(self.nonce, text) == self.text or stated(record.body, self.nonce) == self.stated


Ledger = Mapping[str, Published] | None
"""The lines by path of the record. None if the county has no ledger yet."""
