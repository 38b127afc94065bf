"""LibreOffice opens the workbook, takes what is typed, recalculates, and saves it in any form: the record is the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.workbook.filled import Filled
from generator.workbook.importing import blank, imported
from generator.workbook.intake import FIRST, HEAD
from generator.workbook.sheets import BASE, sheets_of
from tests.support.county import ROOT
from tests.support.needs import OFFICE_PYTHON
from tests.support.workbooks import filled_of, root_of

pytestmark = [pytest.mark.office, pytest.mark.slow]

FINANCE = BY_FOLDER["finance"]
MONTH = (Path(__file__).parent / "month.yml").read_text(encoding="utf-8")
ADDRESS = Address(Place("shidu", "liuwan"), "finance", "2026-11")
FORMS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}


def typed(filled: Filled) -> dict[str, list[Any]]:
    """Where each value is typed: row and column from 1."""
    cells: dict[str, list[Any]] = {}
    for sheet in sheets_of(FINANCE):
        names = [column.name for column in sheet.columns]
        for index, row in enumerate(filled.rows[sheet.name]):
            for name, text in row.items():
                at = names.index(name)
                figure = sheet.columns[at].field.value == "金额"
                place = [HEAD + 2 + at, 2] if sheet.name == BASE else [FIRST + 1 + index, at + 1]
                cells.setdefault(sheet.name, []).append([*place, float(text) if figure else text])
    return cells


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county") / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


def office(content: Path, folder: Path, cells: dict[str, list[Any]], form: str) -> tuple[bytes, list[list[str]]]:
    """The file that LibreOffice saved, and what the sheet of accounts showed."""
    workbook, values, target = folder / "a.xlsx", folder / "values.json", folder / f"filled{form}.{form}"
    workbook.write_bytes(blank(content, ADDRESS))
    values.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    script = Path(__file__).parent / "fill_in_office.py"
    command = [OFFICE_PYTHON, *map(str, (script, workbook, values, target)), FORMS[form]]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=plain)
    shown: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return target.read_bytes(), shown


@pytest.mark.parametrize("form", FORMS)
def test_typed_in_libreoffice(content: Path, tmp_path: Path, form: str) -> None:
    """The month of 45 entries: byte for byte the record that was typed by hand; the closing balances come out."""
    data, accounts = office(content, tmp_path, typed(filled_of(FINANCE, root_of(MONTH))), form)
    made = imported(content, content.parent / "ledger", data, "2026-12-12")
    assert made.problems == ()
    assert made.text == MONTH
    head = accounts[0]
    shown = {row[0]: row for row in accounts[2:5]}
    for account in root_of(MONTH)["账户"]:
        row = shown[account["名称"]]
        assert row[head.index("按明细算的期末")].replace(",", "") == account["期末"]
        assert float(row[head.index("差额（应当是0）")].replace(",", "")) == 0


def test_a_wrong_balance_is_seen_while_typing(content: Path, tmp_path: Path) -> None:
    """The difference stands beside the account before anything is handed in."""
    root = json.loads(json.dumps(root_of(MONTH)))
    root["账户"][1]["期末"] = "203900.00"
    _, accounts = office(content, tmp_path, typed(filled_of(FINANCE, root)), "xlsx")
    at = accounts[0].index("差额（应当是0）")
    assert [row[at].replace(",", "") for row in accounts[2:5]] == ["0.00", "100.00", "0.00"]
