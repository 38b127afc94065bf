"""Ways in which a clerk's file goes wrong (slips.yml): each is told with code, line, column and corrected text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.report.mend import applied

pytestmark = pytest.mark.slow

BRACKET = -1
"""In place of a column: that of the bracket around the whole row."""
SLIPS: dict[str, list[list[Any]]] = yaml.safe_load(Path(__file__).with_name("slips.yml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in one kind's sample."""

    kind: str
    text: str
    line: int
    column: int | None
    code: str
    mended: str | None
    remedy: str
    message: str


def slip(row: list[Any], kind: Any) -> Slip | None:
    """A row of the table in a kind's sample; None where the sample has no such place."""
    _, place, typed, code, offset, mended, remedy, *message = row
    match = re.search(place, kind.sample, re.MULTILINE)
    if not match:
        return None
    below, _, code = code.rpartition(" ")
    before, after = kind.sample[: match.start()], kind.sample[match.end() :]
    text = before + match.expand(typed) + after
    start = len(before) - (before.rfind("\n") + 1)
    if offset == BRACKET:
        start, offset = kind.sample.split("\n")[before.count("\n")].index("["), 0
    elif below:
        start = 0
    column = None if offset is None else start + offset + 1
    line = before.count("\n") + 1 + bool(below)
    fixed = None if mended is None else before + match.expand(mended) + after
    return Slip(kind.folder, text, line, column, code, fixed, match.expand(remedy), message[0] if message else "")


FOUND = {
    f"{group}-{row[0]}": [found for kind in KINDS if (found := slip(row, kind))]
    for group, rows in SLIPS.items()
    for row in rows
}
"""A slip's name → the same slip in every kind whose sample has the place. One test for all of them: thousands cost time."""
CASES = [pytest.param(found, id=name) for name, found in FOUND.items()]
MENDED = [pytest.param(found, id=name) for name, found in FOUND.items() if found and found[0].mended is not None]


def told(kind: str, text: str) -> tuple[Finding, ...]:
    return read_record(Address(Place("shidu", "liuwan"), kind, "2026-10"), text.encode()).findings


def test_enough() -> None:
    rows = [row for rows in SLIPS.values() for row in rows]
    assert len(rows) >= 150
    for row in rows:
        assert any(slip(row, kind) for kind in KINDS), row[0]


@pytest.mark.parametrize("cases", CASES)
def test_slip(cases: list[Slip]) -> None:
    """Told once, at its place, with a remedy to act on; nothing else is said."""
    for case in cases:
        findings = told(case.kind, case.text)
        said = [case.kind, *(f"{f.span} {f.code} {f.message} → {f.remedy}" for f in findings)]
        assert len(findings) == 1, said
        [finding] = findings
        assert finding.code == case.code, said
        assert finding.span.line == case.line or case.column is None, said
        assert case.column is None or finding.span.column == case.column, said
        assert re.search(case.remedy, finding.remedy), said
        assert re.search(case.message, finding.message), said


@pytest.mark.parametrize("cases", MENDED)
def test_corrected_text(cases: list[Slip]) -> None:
    """Put in place, the corrected text makes the file what it should have been, and nothing is told of it any more."""
    for case in cases:
        findings = told(case.kind, case.text)
        after = applied(case.text, [fix for finding in findings for fix in finding.fixes])
        assert after == case.mended, case.kind
        assert told(case.kind, after) == (), case.kind


ALONE = [one for found in FOUND.values() for one in found if one.code not in ("Y12", "Y19")]


def changed_line(case: Slip, sample: str) -> int | None:
    """Index of the one line that a slip changes; None where it adds or takes some."""
    lines, before = case.text.split("\n"), sample.split("\n")
    changed = [at for at, (new, old) in enumerate(zip(lines, before, strict=False)) if new != old]
    return changed[0] if len(lines) == len(before) and len(changed) == 1 else None


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=300, deadline=None)
def test_several_in_one_file_are_told_at_once(kind: Any, data: st.DataObject) -> None:
    """Each at its line, whatever else is wrong, and nothing of the lines between."""
    own = [one for one in ALONE if one.kind == kind.folder and changed_line(one, kind.sample) is not None]
    picked = data.draw(st.lists(st.sampled_from(own), min_size=2, max_size=4))
    by_line = {changed_line(one, kind.sample): one for one in picked}
    assume(len(by_line) > 1)
    # A table whose head cannot be read has no columns that cells could be held against.
    assume(not any("格" in one.message + one.remedy for one in by_line.values()))
    lines = kind.sample.split("\n")
    for at, one in by_line.items():
        assert at is not None
        lines[at] = one.text.split("\n")[at]
    findings = told(kind.folder, "\n".join(lines))
    places = {(finding.code, span.line) for finding in findings for span in finding.spans}
    assert {(one.code, one.line) for one in by_line.values()} <= places
    assert {line for _, line in places} <= {one.line for one in by_line.values()}


@pytest.mark.parametrize("setting", ["no", "大概"])
def test_cells_are_told_beside_a_column_that_cannot_be_read(setting: str) -> None:
    """Whether what was meant by the column's setting is clear or not."""
    kind = next(kind for kind in KINDS if kind.folder == "notices")
    text = kind.sample.replace("计入合计: 否", f"计入合计: {setting}").replace('"4200.00"', '"4,200.00"')
    findings = told("notices", text)
    assert [finding.span.line for finding in findings] == [14, 17], setting
