"""Every mechanism of the source documents is a kind, a rule or an indicator, with an example that has a page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.records.kinds import KINDS
from generator.report.coverage import as_json, coverage
from generator.rules.catalogue import catalogue
from tests.support.county import ROOT

pytestmark = pytest.mark.slow

MECHANISMS = 113
RULES = 110


def test_no_row_is_empty() -> None:
    rows = coverage(ROOT / "content")
    assert [row.mechanism.number for row in rows] == list(range(1, MECHANISMS + 1))
    assert [(row.mechanism.number, row.gaps) for row in rows if row.gaps] == []
    assert len(catalogue()) >= RULES


def test_every_page_is_there(demonstration: Path) -> None:
    missing = {page for row in coverage(ROOT / "content") for page in row.pages if not (demonstration / page).is_file()}
    assert missing == set()


def test_every_kind_stands_in_the_demonstration() -> None:
    there = {path.parent.name for path in (ROOT / "content").glob("*/*/*/*.yml")}
    assert {kind.folder for kind in KINDS} <= there


def test_command_gives_both_forms() -> None:
    command = [sys.executable, "-m", "generator", "coverage"]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "113项做法，113项齐全" in text
    data = subprocess.run([*command, "--format", "json"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rows = json.loads(data)
    assert len(rows) == MECHANISMS
    assert set(rows[0]) >= {"mechanism", "kinds", "rules", "indicators", "examples", "pages"}
    assert data.strip() == as_json(coverage(ROOT / "content"))
