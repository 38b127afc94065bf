"""Which record or profile declares that it stood at another address before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.base.finding import Finding
from generator.records.divisions import Divisions
from generator.records.layout import TOWNSHIP_FILE, VILLAGE_FILE, is_attachment, locate
from generator.records.published import Ledger
from generator.records.read import read_record
from generator.source.discover import discover, reader

_DECLARED = "原地址".encode()


@dataclass
class Moves:
    """The moves of a county as a township's work sees them. Documents are read only when something is missed at its path."""

    content: Path
    own: Mapping[str, bytes]
    """The township's documents; those of others are read only where none of these declares a move."""
    divisions: Divisions
    lines: Ledger
    """The township's part of the ledger, which remembers earlier moves."""
    as_of: date

    def to(self, path: str) -> str:
        """The path of the public record, or the profile, that stood at a path before; empty where nobody declares it."""
        for _ in range(len(self.lines or ()) + 1):  # moved again and again
            if found := self._folder(path) or self._here.get(path) or self._elsewhere.get(path):
                return found
            again = next((line.path for line in (self.lines or {}).values() if line.origin == path), "")
            if not again or (self.content / again).is_file():
                return again
            path = again
        return ""

    def _folder(self, path: str) -> str:
        """Where a record stands whose village or township was renamed as a whole."""
        parts = path.split("/")
        for depth, name in ((2, VILLAGE_FILE), (1, TOWNSHIP_FILE)):
            for profile in self.divisions.same("原地址", "/".join(parts[:depth])):
                to = "/".join((profile.removesuffix(f"/{name}"), *parts[depth:]))
                if profile.endswith(name) and (self.content / to).is_file():
                    return to
        return ""

    @cached_property
    def _here(self) -> Mapping[str, str]:
        return dict(declared(self.own.items(), self.as_of))

    @cached_property
    def _elsewhere(self) -> Mapping[str, str]:
        read = reader(self.content)
        others = (one for one in discover(self.content).documents if one not in self.own and not is_attachment(one))
        return dict(declared(((path, read(path)) for path in others), self.as_of))


def declared(documents: Iterable[tuple[str, bytes]], as_of: date) -> Iterator[tuple[str, str]]:
    """Earlier path → path now, of the public records that declare one."""
    for path, data in documents:
        if _DECLARED in data and not isinstance(address := locate(path), Finding):
            record = read_record(address, data).record
            if record and record.body.moved_from and record.body.publication.is_public(as_of):
                yield address.resolve(record.body.moved_from).path, path
