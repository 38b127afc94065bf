"""The files of a township, read once, and what its places ask of the county around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.base.digest import digest_of, digest_of_file
from generator.engine.store import digest
from generator.records.layout import Address, Place, is_attachment
from generator.records.read import Record, read_record
from generator.rules.judge import PlaceFiles
from generator.source.discover import Tree, discover, reader

Answer = tuple[str, str, str]
"""A question to the county around a place (exists, digest), the path it was about, and what was said."""


@dataclass(frozen=True, slots=True)
class TownshipFiles:
    """All files of a township."""

    township: str
    tree: Tree
    data: Mapping[str, bytes]
    """Documents by path."""

    @property
    def records(self) -> int:
        """How many record files there are, readable or not."""
        return sum(path.count("/") == 3 for path in self.data)

    def key(self, ledger: bytes) -> str:
        """Changes when any file does, or the name of one that is not read, or what was found wrong on the way."""
        parts = (part for path, data in self.data.items() for part in (path, data))
        return digest(*parts, *self.tree.others, *map(repr, self.tree.findings), ledger)

    def key_of(self, files: PlaceFiles) -> str:
        """Changes when a file of the place does, or its profile, or what was last public of it."""
        paths = [path for path in (files.place.profile_path, *sorted(files.files)) if path in self.data]
        parts = (part for path in paths for part in (path, self.data[path]))
        ledger = () if files.ledger is None else (".", *map(repr, files.ledger.values()))
        return digest(*parts, *sorted(files.files), str(files.ledger_damaged), *ledger)


def read_files(content: Path, township: str) -> TownshipFiles:
    """Find and read a township's files."""
    tree = discover(content, township)
    read = reader(content)
    return TownshipFiles(township, tree, {path: read(path) for path in tree.documents if not is_attachment(path)})


@dataclass(slots=True)
class Surroundings:
    """Answers what a place's rules ask of files, and notes what was asked of files that its own key does not cover."""

    content: Path
    files: TownshipFiles
    place: Place
    asked: dict[tuple[str, str], str] = field(default_factory=dict)

    def exists(self, path: str) -> bool:
        """There is a YAML file of this path."""
        if path.startswith(f"{self.place.folder}/") or path == self.place.profile_path:
            return path in self.files.data
        there = path in self.files.data if path.startswith(f"{self.files.township}/") else self._on_disk(path)
        self.asked["exists", path] = str(there)
        return there

    def digest(self, path: str) -> str:
        """SHA-256 of a file; empty where it cannot be read."""
        try:
            answer = digest_of_file(self.content, path)
        except OSError:
            answer = ""
        self.asked["digest", path] = answer
        return answer

    def record(self, address: Address) -> Record | None:
        """A record of any place; None where it is not there or cannot be read."""
        if not self.exists(address.path):
            return None
        data = self.files.data.get(address.path) or reader(self.content)(address.path)
        if not address.path.startswith(f"{self.place.folder}/"):
            self.asked["digest", address.path] = digest_of(data)
        return read_record(address, data).record

    def answers(self) -> tuple[Answer, ...]:
        """Everything that was asked, with what was said."""
        return tuple((question, path, said) for (question, path), said in sorted(self.asked.items()))

    def still_says(self, answers: Sequence[Answer]) -> bool:
        """The same questions get the same answers now."""
        for question, path, said in answers:
            now = str(self.exists(path)) if question == "exists" else self.digest(path)
            if now != said:
                return False
        return True

    def _on_disk(self, path: str) -> bool:
        file = self.content / path
        return file.is_file() and not file.is_symlink()
