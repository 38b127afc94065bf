"""`disclose workbook` and `disclose import`: a workbook for a record that is due, and the record of one that was filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.finding import Effect, Finding
from generator.build.proposed import findings_of
from generator.records.common import Kind
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address
from generator.source.document import parse
from generator.workbook.filled import Cell, Yaml, as_yaml
from generator.workbook.intake import Read, read
from generator.workbook.known import begun, lists
from generator.workbook.sheets import BASE
from generator.workbook.template import Sources, template


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and its cell."""

    where: str
    """收支明细!F8; empty where it has no cell."""
    finding: Finding


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a workbook."""

    address: Address
    text: str
    """The record."""
    problems: tuple[Problem, ...]
    told: tuple[str, ...]
    """What was passed over or taken out."""
    back: bytes | None
    """The workbook with what is wrong in red; None where the record can be written."""


def blank(content: Path, address: Address) -> bytes:
    """A workbook for a record, filled in with what is known."""
    kind = BY_FOLDER[address.kind]
    sources = Sources(lists(kind, content, address))
    return template(kind, address, title_of(content, address), begun(kind, content, address), sources)


def imported(content: Path, ledger: Path, data: bytes, as_of: str | None = None) -> Imported:
    """Read a workbook and judge the record that it makes.

    Raises:
        NotRead: it is no workbook of ours. For the rest see `survey`.
    """
    got = read(data)
    kind: Kind[Any] = BY_FOLDER[got.address.kind]
    made = as_yaml(kind, got.filled)
    findings = findings_of(content, ledger, got.address, made.text.encode(), as_of)
    placed = [(_cell(one, made), one) for one in findings]
    problems = tuple(Problem(_shown(cell, got), one) for cell, one in placed)
    told = (*got.told, *(f"{got.places[cell]}里有{sort}，去掉了" for cell, sort in got.removed.items()))
    back = None
    if any(one.effect is Effect.WITHHOLD for one in findings):
        notes, loose = _notes(placed, got)
        title, sources = title_of(content, got.address), Sources(lists(kind, content, got.address))
        back = template(kind, got.address, title, got.filled, sources, notes, loose)
    return Imported(got.address, made.text, problems, told, back)


def title_of(content: Path, address: Address) -> str:
    """柳湾村2026-11财务收支"""
    profile = content / address.place.profile_path
    read = parse(profile.name, profile.read_bytes()).document if profile.is_file() else None
    name = read.root.get("名称") if read else None
    return f"{name if isinstance(name, str) else address.place.folder}{address.name}{BY_FOLDER[address.kind].name}"


def _cell(finding: Finding, made: Yaml) -> Cell | None:
    """The cell of a finding; of a line without one, that of the first line below it."""
    lines = made.text.count("\n")
    if finding.span.line == 1 and 1 not in made.cells:
        return None
    return next((made.cells[n] for n in range(finding.span.line, lines + 1) if n in made.cells), None)


def _shown(cell: Cell | None, got: Read) -> str:
    if cell is None:
        return ""
    return got.places.get(cell) or got.places.get((cell[0], cell[1], "")) or cell[0]


def _notes(placed: Iterable[tuple[Cell | None, Finding]], got: Read) -> tuple[dict[Cell, str], list[str]]:
    """What stands at each cell, and what has none. A row as a whole is told at its first cell."""
    notes: dict[Cell, str] = {}
    loose: list[str] = []
    for cell, one in placed:
        said = f"【{one.effect.value}】{one.message}。怎么改：{one.remedy}。"
        if cell is None:
            loose.append(said)
            continue
        sheet, index, name = cell
        rows = got.filled.rows.get(sheet, ())
        if not name and index < len(rows) and sheet != BASE:
            cell = (sheet, index, next(iter(rows[index]), ""))
        notes[cell] = f"{notes[cell]}\n{said}" if cell in notes else said
    for cell, sort in got.removed.items():
        said = f"这里原来写了{sort}，已经去掉。看看剩下的话对不对。"
        notes[cell] = f"{notes[cell]}\n{said}" if cell in notes else said
    return notes, loose
