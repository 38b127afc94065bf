"""A ledger file as text: one line for each version of a record, each with the digest of the line before.

A line has two parts. The first says which record, which version, and on which day; the chain runs over these parts alone.
The second, `kept`, holds what the newest version states, and is sealed by the first. When a version is superseded, its second
part goes, and with it what was removed for being personal; the chain stays whole.
"""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.records.published import Published, Version
from generator.records.stated import canonical
from generator.source import conflicts

_KEPT = ',"kept":'
START = "0" * 64
"""Stands before the first line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    path: str
    head: str
    """JSON without its closing bracket."""
    kept: str = ""
    """JSON; empty where a newer version has taken its place."""

    @property
    def digest(self) -> str:
        """What the next line repeats."""
        return _sha(self.head)

    @property
    def is_whole(self) -> bool:
        """Nobody changed what it keeps."""
        return not self.kept or json.loads(f"{self.head}}}")["seal"] == _sha(self.kept)

    def after(self, before: str) -> Line:
        """The same line behind another one."""
        head = json.loads(f"{self.head}}}") | {"before": before}
        return replace(self, head=json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1])

    def __str__(self) -> str:
        return self.head + (f"{_KEPT}{self.kept}" if self.kept else "") + "}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a file: line number and words."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A ledger file as read."""

    lines: tuple[Line, ...] = ()
    entries: Mapping[str, Published] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    early: bool = False
    """An earlier program wrote it, without a chain."""

    @property
    def head(self) -> str:
        """The digest of the last line."""
        return self.lines[-1].digest if self.lines else START


def read(name: str, data: bytes) -> Chain:
    """A ledger file. Whatever is wrong with it is told; the other lines count."""
    text = data.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    text, clashes = conflicts.resolved(name, text.replace("\r\n", "\n"))
    troubles = [Trouble(clash.span.line, clash.message) for clash in clashes]
    lines: list[Line] = []
    entries: dict[str, Published] = {}
    early = False
    before = START
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            said = json.loads(raw)
            if "guarded" in said:
                early = True
                one = _early(said)
                entries[one.path] = one
                continue
            head, _, kept = raw.removesuffix("}").partition(_KEPT)
            known = entries.get(said["path"]) or entries.get(said.get("from", ""))
            entries[said["path"]] = _joined(known, said)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            troubles.append(Trouble(number, "这一行读不出来"))
            before = ""
            continue
        if before and said["before"] != before:
            troubles.append(Trouble(number, "这一行和上一行接不上：上一行改过，或者中间少了"))
        if kept and _sha(kept) != said["seal"]:
            troubles.append(Trouble(number, "这一行的内容改过"))
        lines.append(Line(said["path"], head, kept))
        before = lines[-1].digest
    return Chain(tuple(lines), entries, tuple(troubles), early)


def ends_so(data: bytes, count: int, head: str) -> bool:
    """Whether the line of this number in a file has this digest. It looks at nothing else, so it is quick."""
    lines = data.split(b"\n", count)[:count]
    return (
        len(lines) == count > 0
        and _sha(lines[-1].decode(errors="replace").removesuffix("}").partition(_KEPT)[0]) == head
    )


def extended(chain: Chain, entries: Iterable[Published]) -> Chain:
    """The file with these states added, in the order of their paths."""
    lines = list(chain.lines)
    known = dict(chain.entries)
    new = {one.path: one for one in entries}
    if chain.early:
        for path in sorted(chain.entries):
            one = chain.entries[path]
            again = path in new and new[path].version == one.version
            for index, version in enumerate((*one.history, Version(one.version, one.last, one.digest))):
                if not (again and version.number == one.version):
                    day = version.day if index else one.first
                    last = one.stated if version.number == one.version else {}
                    lines.append(_line(lines, Published(path, version.number, version.digest, day, day, stated=last)))
    for path in sorted(new):
        over = (path, new[path].origin)
        lines = [replace(line, kept="") if line.path in over else line for line in lines]
        lines.append(_line(lines, new[path]))
        known[path] = new[path]
    return Chain(tuple(lines), known)


def written(chain: Chain) -> bytes:
    """The file's bytes."""
    return "".join(f"{line}\n" for line in chain.lines).encode()


def _line(before: list[Line], one: Published) -> Line:
    kept: dict[str, Any] = {"nonce": one.nonce, "text": one.text, "stated": one.stated, "used": one.used}
    if one.base is not None:
        kept["base"] = one.base
    sealed = canonical(kept)
    head: dict[str, Any] = {
        "before": before[-1].digest if before else START,
        "path": one.path,
        "version": one.version,
        "day": one.last.isoformat(),
        "digest": one.digest,
        "seal": _sha(sealed),
    }
    if one.origin:
        head["from"] = one.origin
    if one.origin or (not one.history and one.first != one.last):
        head["first"] = one.first.isoformat()
    if one.said:
        head["said"] = [[day.isoformat(), words] for day, words in one.said]
    return Line(one.path, json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1], sealed)


def _joined(known: Published | None, said: Mapping[str, Any]) -> Published:
    """A record's state after one more line."""
    day = date.fromisoformat(said["day"])
    kept = said.get("kept") or {}
    version = int(said["version"])
    history: tuple[Version, ...] = ()
    if known:
        history = known.history
        if known.version < version:
            history = (*history, Version(known.version, known.last, known.digest))
    return Published(
        path=str(said["path"]),
        version=version,
        digest=str(said["digest"]),
        first=known.first if known else date.fromisoformat(said.get("first", said["day"])),
        last=day,
        history=history,
        nonce=str(kept.get("nonce", "")),
        text=str(kept.get("text", "")),
        stated=dict(kept.get("stated", {})),
        base=kept.get("base"),
        used=tuple(kept.get("used", ())),
        said=tuple((date.fromisoformat(day), str(words)) for day, words in said.get("said", ())),
        origin=str(said.get("from", "")),
    )


def _early(line: Mapping[str, Any]) -> Published:
    """A line of an earlier program, which knew the bytes of the file and a few figures."""
    return Published(
        path=str(line["path"]),
        version=int(line["version"]),
        digest=str(line["digest"]),
        first=date.fromisoformat(line["first"]),
        last=date.fromisoformat(line["last"]),
        history=tuple(Version(int(n), date.fromisoformat(day), str(digest)) for n, day, digest in line["history"]),
        stated={str(path): str(value) for path, value in line["guarded"].items()},
    )


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
