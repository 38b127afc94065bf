"""The files of a township, read once, and what its places ask of the county around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from generator.base.digest import digest_of, digest_of_file
from generator.build.moves import Moves
from generator.engine.store import digest
from generator.media.medium import Medium, Unfit, examined_file
from generator.publish.ledger import load
from generator.records.divisions import Divisions, What
from generator.records.layout import COUNTY, Address, Place, is_attachment
from generator.records.published import Published
from generator.records.read import Record, read_record
from generator.rules.judge import PlaceFiles
from generator.source.discover import Tree, discover, reader

Answer = tuple[str, str, str]
"""A question to the county around a place (exists, digest, 名称, alike 名称), what it was about, and what was said."""
ALIKE = "alike "


@dataclass(frozen=True, slots=True)
class TownshipFiles:
    """All files of a township, or of the county's own records."""

    township: str
    tree: Tree
    data: Mapping[str, bytes]
    """Documents by path."""

    @property
    def records(self) -> int:
        """How many record files there are, readable or not."""
        depth = 2 if Place(self.township).is_county else 3
        return sum(path.count("/") == depth for path in self.data)

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
    """Find and read the files of a township, or the county's own (and its profile, which lies outside of their folder)."""
    tree = discover(content, township)
    read = reader(content)
    documents = [path for path in tree.documents if not is_attachment(path)]
    if documents and Place(township).is_county:
        documents.insert(0, COUNTY.profile_path)
    return TownshipFiles(township, tree, {path: read(path) for path in documents})


@dataclass(slots=True)
class Surroundings:
    """Answers what a place's rules ask of files, and notes what was asked of files that its own key does not cover."""

    content: Path
    files: TownshipFiles
    place: Place
    divisions: Divisions
    ledger: Path
    moves: Moves
    asked: dict[tuple[str, str], str] = field(default_factory=dict)
    media: dict[str, Medium | Unfit] = field(default_factory=dict)
    """The attachments that were looked at, by path."""

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

    def medium(self, path: str) -> Medium | Unfit:
        """What may be published of an attachment. Its digest was asked for before, so that is not noted again."""
        if path not in self.media:
            self.media[path] = examined_file(self.content / path)
        return self.media[path]

    def record(self, address: Address) -> Record | None:
        """A record of any place; None where it is not there or cannot be read."""
        if not self.exists(address.path):
            return None
        data = self.files.data.get(address.path) or reader(self.content)(address.path)
        if not address.path.startswith(f"{self.place.folder}/"):
            self.asked["digest", address.path] = digest_of(data)
        return read_record(address, data).record

    def published(self, path: str) -> Published | None:
        """What a record of any place said when it was last public."""
        lines = self.moves.lines or {}
        known = lines[path] if path in lines else (load(self.ledger, path.split("/")[0]).lines or {}).get(path)
        self.asked["published", path] = known.digest if known else ""
        return known

    def moved_to(self, path: str) -> str:
        """The path of the public record that declares it stood at this one before; empty where there is none."""
        answer = self.asked["moved", path] = self.moves.to(path)
        return answer

    def said(self, profile: str, what: What) -> str:
        """名称 or 区划代码 in the profile of any place or of the county; empty where there is none."""
        answer = self.asked[what, profile] = self.divisions.value(profile, what)
        return answer

    def alike(self, what: What, value: str, folder: str) -> tuple[str, ...]:
        """The profiles under a folder that have the same 名称 or 区划代码, by path."""
        found = self.divisions.same(what, value, folder)
        self.asked[f"{ALIKE}{what}", f"{folder}:{value}"] = " ".join(found)
        return found

    def answers(self) -> tuple[Answer, ...]:
        """Everything that was asked, with what was said."""
        return tuple((question, path, said) for (question, path), said in sorted(self.asked.items()))

    def still_says(self, answers: Sequence[Answer]) -> bool:
        """The same questions get the same answers now."""
        for question, path, said in answers:
            try:
                if self._now(question, path) != said:
                    return False
            except OSError:
                return False
        return True

    def _now(self, question: str, path: str) -> str:
        match question:
            case "exists":
                return str(self.exists(path))
            case "digest":
                return self.digest(path)
            case "published":
                known = self.published(path)
                return known.digest if known else ""
            case "moved":
                return self.moved_to(path)
            case "名称" | "区划代码" | "原地址":
                return self.divisions.value(path, question)
        folder, _, value = path.partition(":")
        return " ".join(self.divisions.same(cast("What", question.removeprefix(ALIKE)), value, folder))

    def _on_disk(self, path: str) -> bool:
        file = self.content / path
        return file.is_file() and not file.is_symlink()
