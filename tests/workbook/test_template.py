"""A workbook for every kind: what is typed comes out as the record, and nothing of it needs a newer Excel."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pydantic import BaseModel

from generator.records.common import Kind
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.records.walk import fields
from generator.workbook.filled import Filled, as_yaml
from generator.workbook.free_tables import TABLES, has_tables, sheet_names
from generator.workbook.importing import blank, title_of
from generator.workbook.intake import FIRST, HEAD, HIDDEN, read
from generator.workbook.sheets import BASE, left_out, sheets_of
from generator.workbook.template import Sources, template
from tests.support.county import ROOT
from tests.support.workbooks import columns, filled_of, root_of, saved, typed

CONTENT = ROOT / "content"
LIUWAN = Place("shidu", "liuwan")
FUNCTIONS = {"SUM", "SUMIFS", "IF", "ROUND", "AND"}
"""Of Excel 2007."""


def address(kind: Kind[Any], name: str = "2026-10") -> Address:
    return Address(LIUWAN, kind.folder, name)


def empty(kind: Kind[Any]) -> bytes:
    return template(kind, address(kind), "柳湾村", Filled({}), Sources())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_what_is_typed_is_the_record(kind: Kind[Any]) -> None:
    """Each kind's sample, typed into an empty workbook: the same record, but for what there is no room for."""
    root = root_of(kind.sample)
    filled = filled_of(kind, root)
    got = read(saved(typed(empty(kind), filled)))
    assert got.address == address(kind)
    assert got.told == ()
    made = as_yaml(kind, got.filled)
    record = read_record(got.address, made.text.encode())
    absent = {name.split("/")[0] for name in left_out(kind)}
    wanted = read_record(got.address, kind.sample.encode()).record
    assert wanted is not None
    if record.record is None:
        assert absent & root.keys(), [one.message for one in record.findings]
        return
    model: type[BaseModel] = kind.model
    for field in fields(model):
        if field.name not in absent and field.name != "公开":
            assert getattr(record.record.body, field.attribute) == getattr(wanted.body, field.attribute), field.name
    assert record.record.body.publication == wanted.body.publication


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_field_has_room_or_is_named(kind: Kind[Any]) -> None:
    there = {column.route[0] for column in sheets_of(kind)[-1].columns}
    there |= {sheet.route[0] for sheet in sheets_of(kind) if sheet.route}
    there |= {name.split("/")[0] for name in left_out(kind)}
    there |= {TABLES} if has_tables(kind) else set()
    model: type[BaseModel] = kind.model
    assert there | {"原地址"} == {field.name for field in fields(model)}
    names = [sheet.name for sheet in sheets_of(kind)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_nothing_newer_than_excel_2010(kind: Kind[Any]) -> None:
    """Functions, lengths of lists and names; and the headings cannot be changed."""
    data = empty(kind)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for page in book.worksheets:
        for line in page.iter_rows():
            for cell in line:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert set(re.findall(r"([A-Z]+)\(", cell.value)) <= FUNCTIONS
        for rule in page.data_validations.dataValidation:
            if rule.type == "list":
                assert len(rule.formula1) <= 257
        assert page.protection.sheet
        assert len(page.title) <= 31
        if page.title not in ("怎么填", HIDDEN, *sheet_names()):
            assert page.page_setup.paperSize == 9
            assert all(cell.protection.locked for cell in page[HEAD + 1])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [
            name for name in parts.namelist() if "x14" in name or "macro" in name.lower() or "vba" in name.lower()
        ]


def test_what_is_known_stands_there_already() -> None:
    """Accounts with their last balances, who makes and reviews; names to choose from."""
    kind = BY_FOLDER["finance"]
    book = openpyxl.load_workbook(io.BytesIO(blank(CONTENT, address(kind, "2026-11"))))
    accounts = book["账户"]
    at = columns(accounts)
    last = root_of((CONTENT / "shidu/liuwan/finance/2026-10.yml").read_text(encoding="utf-8"))
    for number, account in enumerate(last["账户"], FIRST + 1):
        assert accounts.cell(number, at["名称"]).value == account["名称"]
        assert accounts.cell(number, at["期初"]).value == float(account["期末"])
        assert accounts.cell(number, at["期末"]).value is None
    base = {book[BASE].cell(row, 1).value: book[BASE].cell(row, 2).value for row in range(1, book[BASE].max_row + 1)}
    assert base["期间"] == "2026-11"
    assert base["公开/编制"] == last["公开"]["编制"]
    assert base["公开/公开日期"] is None
    entries = book["收支明细"]
    lists = {
        str(entries.cell(HEAD + 1, next(iter(rule.sqref.ranges)).min_col).value): rule.formula1
        for rule in entries.data_validations.dataValidation
        if rule.type == "list"
    }
    assert "收入,支出,暂付,收回,划转" in lists["收支"]
    assert "基本户" in lists["账户"]
    assert lists["科目"].startswith(f"{HIDDEN}!") or "504" in lists["科目"]
    assert lists.keys() >= {"类别", "经手", "批准", "决策"}


def test_an_untouched_workbook_has_no_rows() -> None:
    """The grey example is none, and blank rows are none."""
    got = read(empty(BY_FOLDER["benefits"]))
    assert all(not rows for name, rows in got.filled.rows.items() if name != BASE)


def test_the_title_names_place_and_period() -> None:
    assert title_of(CONTENT, address(BY_FOLDER["finance"], "2026-11")) == "柳湾村2026-11财务收支"
    assert title_of(Path("nowhere"), address(BY_FOLDER["finance"])) == "shidu/liuwan2026-10财务收支"
