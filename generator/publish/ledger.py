"""The ledger: what each record said when it was last published. One file per township, one line per record, kept in Git."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.records.published import Ledger, Published
from generator.site.model import Entry

SILENT_CHANGE = "T11"
"""The rule that finds published figures changed without a correction."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A published record that the ledger has not, or not so."""

    path: str
    digest: str
    guarded: Mapping[str, str]
    silent: bool
    """Its figures were changed without a correction."""


class LedgerError(Exception):
    """A ledger file that cannot be read; the message says which line."""


def load(folder: Path, township: str) -> Ledger:
    """What a township last published, or None where the county never published anything.

    Raises:
        LedgerError: a line is no valid entry.
    """
    if not exists(folder):
        return None
    file = folder / f"{township}.jsonl"
    entries: dict[str, Published] = {}
    for number, line in enumerate(raw(folder, township).decode(errors="replace").splitlines(), 1):
        try:
            entry = _read(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerError(f"{file.name} 第{number}行读不出来：{error}") from error
        entries[entry.path] = entry
    return entries


def exists(folder: Path) -> bool:
    """The county has published before."""
    return any(folder.glob("*.jsonl"))


def raw(folder: Path, township: str) -> bytes:
    """A township's ledger file as it lies there; empty where there is none."""
    file = folder / f"{township}.jsonl"
    return file.read_bytes() if file.is_file() else b""


def pending(ledger: Ledger, entries: Iterable[tuple[Entry, str]]) -> tuple[Candidate, ...]:
    """Published records (with the digest of their bytes) that the ledger does not have as they are."""
    found = []
    for entry, digest in entries:
        known = (ledger or {}).get(entry.address.path)
        if known is None or known.digest != digest:
            silent = any(note.code == SILENT_CHANGE for note in entry.notes)
            found.append(Candidate(entry.address.path, digest, dict(entry.kind.guarded(entry.body)), silent))
    return tuple(found)


def updated(ledger: Ledger, candidates: Iterable[Candidate], day: date) -> Mapping[str, Published]:
    """The ledger after publishing `candidates` on `day`.

    Records that are gone or withheld keep their line: what was public once is not forgotten. Figures that were changed
    without 更正 (T11) stay as they were first published, so that the note stands until there is one.
    """
    after = dict(ledger or {})
    for one in candidates:
        known = after.get(one.path)
        if known is None:
            after[one.path] = Published(one.path, 1, one.digest, one.guarded, day, day)
        else:
            guarded = {**one.guarded, **known.guarded} if one.silent else one.guarded
            history = (*known.history, (known.version, known.last, known.digest))
            after[one.path] = Published(one.path, known.version + 1, one.digest, guarded, known.first, day, history)
    return after


def written(entries: Iterable[Published]) -> bytes:
    """A township's ledger file: one line per record, in the order of paths."""
    ordered = sorted(entries, key=lambda entry: entry.path)
    return "".join(json.dumps(_written(entry), ensure_ascii=False) + "\n" for entry in ordered).encode()


def _written(entry: Published) -> dict[str, object]:
    return {
        "path": entry.path,
        "version": entry.version,
        "digest": entry.digest,
        "first": entry.first.isoformat(),
        "last": entry.last.isoformat(),
        "history": [[number, day.isoformat(), digest] for number, day, digest in entry.history],
        "guarded": dict(entry.guarded),
    }


def _read(line: Mapping[str, object]) -> Published:
    def text(key: str) -> str:
        value = line[key]
        if not isinstance(value, str):
            raise TypeError(key)
        return value

    guarded, history = line["guarded"], line["history"]
    if not isinstance(guarded, dict) or not isinstance(history, list):
        raise TypeError("guarded, history")
    return Published(
        path=text("path"),
        version=int(str(line["version"])),
        digest=text("digest"),
        guarded={str(key): str(value) for key, value in guarded.items()},
        first=date.fromisoformat(text("first")),
        last=date.fromisoformat(text("last")),
        history=tuple((int(number), date.fromisoformat(day), str(digest)) for number, day, digest in history),
    )
