"""`disclose workbook` and `disclose import`: a workbook for a record that is due, and the record of one that was filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.finding import Effect, Finding
from generator.build.proposed import findings_of
from generator.records.common import Kind
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.source.document import parse
from generator.workbook.filled import Cell, Filled, Yaml, as_yaml
from generator.workbook.intake import Read, read
from generator.workbook.known import begun, lists, sample_of
from generator.workbook.own import Own, read_own
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


def begun_from(
    content: Path, ledger: Path, address: Address, data: bytes, as_of: str | None = None
) -> tuple[Own, bytes | None]:
    """What a sheet of the clerk's own holds, in a workbook of ours: names masked, numbers gone, what is wrong in red.

    Returns:
        What was read, and the workbook; None while somebody has to say what a column is.

    Raises:
        NotRead: no sheet of it is such a list. For the rest see `survey`.
    """
    kind: Kind[Any] = BY_FOLDER[address.kind]
    year = int(address.name[:4]) if address.name[:4].isdecimal() else None
    own = read_own(data, kind, _headings(content, address), year)
    if own.unsure:
        return own, None
    filled = Filled({**begun(kind, content, address).rows, own.sheet.name: own.rows})
    whole = as_yaml(kind, Filled({**filled.rows, BASE: [{**sample_of(kind).base, **filled.base}]}))
    filled = masked(filled, whole, findings_of(content, ledger, address, whole.text.encode(), as_of))
    made = as_yaml(kind, filled)
    findings = findings_of(content, ledger, address, made.text.encode(), as_of)
    got = Read(address, filled, {}, own.removed, ())
    notes, loose = _notes([(_cell(one, made), one) for one in findings], got)
    sources = Sources(lists(kind, content, address))
    return own, template(kind, address, title_of(content, address), filled, sources, notes, loose)


def masked(filled: Filled, made: Yaml, findings: Iterable[Finding]) -> Filled:
    """With the names in its lists masked that the rules are sure of.

    Args:
        made: the record, complete enough to be judged; its lists are those of `filled`.
    """
    lines = made.text.splitlines()
    fixes = sorted({fix for one in findings for fix in one.fixes if fix.masks}, reverse=True)
    for fix in fixes:
        line = lines[fix.line - 1]
        lines[fix.line - 1] = f"{line[: fix.column - 1]}{fix.text}{line[fix.column - 1 + fix.length :]}"
    rows = {name: [dict(row) for row in some] for name, some in filled.rows.items()}
    for number in {fix.line for fix in fixes}:
        sheet, index, name = made.cells.get(number, ("", 0, ""))
        document = parse("", lines[number - 1].strip().removeprefix("- ").encode()).document
        value = document.root.get(name.rsplit("/", 1)[-1]) if document else None
        if sheet in rows and sheet != BASE and isinstance(value, str):
            rows[sheet][index][name] = value
    return Filled(rows)


def _headings(content: Path, address: Address) -> Mapping[str, str]:
    """列对应 of the place, and of its township where the place does not say it."""
    found: dict[str, str] = {}
    for place in (Place(address.place.township), address.place):
        profile = content / place.profile_path
        read = parse(profile.name, profile.read_bytes()).document if profile.is_file() else None
        said = read.root.get("列对应") if read else None
        own = said.get(address.kind) if isinstance(said, Mapping) else None
        found |= (
            {heading: field for heading, field in own.items() if isinstance(field, str)}
            if isinstance(own, Mapping)
            else {}
        )
    return found


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
        if not name and index < len(rows) and sheet != BASE:  # not of a free table: that is told by rows
            cell = (sheet, index, next(iter(rows[index]), ""))
        notes[cell] = f"{notes[cell]}\n{said}" if cell in notes else said
    for cell, sort in got.removed.items():
        said = f"这里原来写了{sort}，已经去掉。看看剩下的话对不对。"
        notes[cell] = f"{notes[cell]}\n{said}" if cell in notes else said
    return notes, loose
