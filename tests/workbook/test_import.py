"""A month that was typed into the workbook: the record as by hand, or every slip in its cell."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.base.finding import Effect
from generator.cli import disclose
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.workbook.importing import Imported, blank, imported
from generator.workbook.intake import NotRead, read
from generator.workbook.sheets import BASE
from tests.support.county import ROOT
from tests.support.workbooks import columns, filled_of, put, root_of, row_of, saved, typed

FINANCE = BY_FOLDER["finance"]
BENEFITS = BY_FOLDER["benefits"]
MONTH = (Path(__file__).parent / "month.yml").read_text(encoding="utf-8")
ADDRESS = Address(Place("shidu", "liuwan"), "finance", "2026-11")
AS_OF = "2026-12-12"
MOBILE, ID, CARD = "139" + "0745" + "1234", "990123" + "19900307" + "7758", "6228" + "4803" + "0000" + "0007"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county") / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


@pytest.fixture
def book(content: Path) -> openpyxl.Workbook:
    """The month, typed into the workbook that the village gets."""
    return typed(blank(content, ADDRESS), filled_of(FINANCE, root_of(MONTH)))


def imported_from(book: openpyxl.Workbook, content: Path) -> Imported:
    return imported(content, content.parent / "ledger", saved(book), AS_OF)


def test_the_month_is_as_typed_by_hand(book: openpyxl.Workbook, content: Path) -> None:
    """45 entries: byte for byte, and nothing to mend."""
    made = imported_from(book, content)
    assert made.problems == ()
    assert made.back is None
    assert made.text == MONTH


SLIPS: tuple[tuple[str, str, Any, str], ...] = (
    ("图书室书架", "账户", "基本账户", "F01"),
    ("电话和宽带", "科目", "541 管理费用", "F06"),
    ("清理三组", "日期", "2026-11-31", "S01"),
    ("光伏板清洗", "收支", "付出", "S01"),
    ("三组渠道清淤", "对方", "本村施工队 王建国", "P13"),
    ("广场音响", "金额", "六百五十块左右吧", "S01"),
)
HARMLESS: tuple[tuple[str, str, Any], ...] = (
    ("西塘鱼塘", "金额", "15,000.00"),
    ("村干部11月报酬", "金额", "1.65万"),
    ("广场音响", "日期", "2026.11.12"),
    ("晒谷场", "金额", "１２００．００"),
    ("文化活动室", "摘要", " 文化活动室场地使用费2次\u00a0 "),
    ("垃圾袋", "日期", 46330.0),
)


def test_what_says_the_same_is_the_same(book: openpyxl.Workbook, content: Path) -> None:
    """Ways of writing in which nothing is lost come out as typed by hand."""
    page = book["收支明细"]
    at = columns(page)
    for words, column, value in HARMLESS:
        cell = page.cell(row_of(page, words), at[column])
        cell.value = value
        if isinstance(value, float):
            cell.number_format = "General"
    made = imported_from(book, content)
    changed = [(a, b) for a, b in zip(made.text.splitlines(), MONTH.splitlines(), strict=True) if a != b]
    assert changed in ([], [("    日期: 2026-11-04", changed[0][1])] if changed else [])
    assert made.back is None


def test_every_slip_stands_at_its_cell(book: openpyxl.Workbook, content: Path) -> None:
    """All in one round, and the workbook that goes back has the cells red, with how to mend each."""
    page = book["收支明细"]
    at = columns(page)
    cells = {}
    for words, column, value, code in SLIPS:
        cell = page.cell(row_of(page, words), at[column])
        cell.value = value
        cells[f"收支明细!{cell.coordinate}"] = code
    made = imported_from(book, content)
    assert {one.where: one.finding.code for one in made.problems} == cells
    assert made.back is not None
    back = openpyxl.load_workbook(io.BytesIO(made.back))["收支明细"]
    noted = {f"收支明细!{cell.coordinate}" for line in back.iter_rows(min_row=6) for cell in line if cell.comment}
    assert noted == set(cells)
    red = {
        f"收支明细!{cell.coordinate}"
        for line in back.iter_rows(min_row=6)
        for cell in line
        if cell.fill.start_color.rgb == "FFF8CBAD"
    }
    assert red == set(cells)
    again = openpyxl.load_workbook(io.BytesIO(made.back))
    mended = filled_of(FINANCE, root_of(MONTH)).rows["收支明细"]
    for number, row in enumerate(mended, 6):
        for column, text in row.items():
            put(again["收支明细"], number, at[column], text)
    done = imported_from(again, content)
    assert (done.problems, done.text) == ((), MONTH)


def test_personal_numbers_are_kept_nowhere(content: Path, tmp_path: Path) -> None:
    """With any blanks and marks, in any column: not in the record, not in the workbook that goes back, not on the screen."""
    address = Address(Place("shidu", "liuwan"), "benefits", "2026-q4")
    book = typed(blank(content, address), filled_of(BENEFITS, root_of(BENEFITS.sample)))
    page = book["名单"]
    at = columns(page)
    seeds = [
        MOBILE,
        ID,
        CARD,
        " ".join(MOBILE),
        f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
        f"电话{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}",
    ]
    for number, seed in enumerate(seeds, 6):
        page.cell(number, at["姓名"]).value = f"王某某 {seed}"
        page.cell(number, at["金额"]).value = "三百"  # so that it goes back
    file = tmp_path / "a.xlsx"
    file.write_bytes(saved(book))
    done = run("import", str(file), "--content", str(content), "--as-of", AS_OF)
    assert done.exit_code == 1
    assert "去掉了" in done.output
    back = (tmp_path / "a-要改.xlsx").read_bytes()
    texts = [done.output, imported(content, content.parent / "ledger", file.read_bytes(), AS_OF).text]
    texts += [
        str(cell.value) + str(cell.comment.text if cell.comment else "")
        for sheet in openpyxl.load_workbook(io.BytesIO(back))
        for line in sheet.iter_rows()
        for cell in line
        if cell.value
    ]
    digits = ["".join(mark for mark in text if mark.isdigit()) for text in texts]
    for secret in (MOBILE, ID[:17], CARD):
        assert not [text for text in digits if secret in text]


def run(*args: str) -> Result:
    return CliRunner().invoke(disclose, list(args))


def test_the_commands(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook, the record, and nothing written over what is there."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(content, tmp_path / "content")
    done = run("workbook", "finance", "content/shidu/liuwan", "--name", "2026-11")
    assert done.exit_code == 0, done.output
    file = tmp_path / "柳湾村2026-11财务收支.xlsx"
    assert run("workbook", "finance", "content/shidu/liuwan", "--name", "2026-11").exit_code == 2
    assert run("workbook", "finanz", "content/shidu/liuwan").exit_code == 2
    assert "不是村、镇的文件夹" in str(run("workbook", "finance", "content/shidu/nowhere").exception)
    file.write_bytes(saved(typed(file.read_bytes(), filled_of(FINANCE, root_of(MONTH)))))
    record = tmp_path / "content/shidu/liuwan/finance/2026-11.yml"
    done = run("import", str(file), "--as-of", AS_OF)
    assert (done.exit_code, record.read_text(encoding="utf-8")) == (0, MONTH), done.output
    assert run("import", str(file), "--as-of", AS_OF).exit_code == 0
    record.write_text(MONTH + "说明: 手改的\n", encoding="utf-8")
    assert "--replace" in run("import", str(file), "--as-of", AS_OF).output
    assert record.read_text(encoding="utf-8").endswith("手改的\n")
    assert run("import", str(file), "--as-of", AS_OF, "--replace").exit_code == 0
    assert record.read_text(encoding="utf-8") == MONTH


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", "姓名,金额\n".encode(), b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_other_files(data: bytes) -> None:
    with pytest.raises(NotRead, match="打不开"):
        read(data)


def test_other_workbooks(book: openpyxl.Workbook) -> None:
    """One of somebody's own, one with another heading, one whose hidden sheet was changed: told, never guessed."""
    own = openpyxl.Workbook()
    with pytest.raises(NotRead, match="不是 disclose workbook 做的"):
        read(saved(own))
    book["收支明细"].cell(4, 1).value = "借贷"
    with pytest.raises(NotRead, match="没有“收支”这一列"):
        read(saved(book))
    book["选项"].cell(1, 2).value = "../../etc/passwd"
    with pytest.raises(NotRead, match="“选项”这张表改过了"):
        read(saved(book))


def test_what_is_passed_over_is_told(book: openpyxl.Workbook, content: Path) -> None:
    """Totals, sheets of one's own, hidden ones and missing ones."""
    page = book["收支明细"]
    last = page.max_row
    put(page, last, columns(page)["摘要"], "本月合计")
    put(page, last, columns(page)["金额"], "99.00")
    book.create_sheet("草稿")["A1"] = "上月的"
    book["实物"].sheet_state = "hidden"
    del book["科目汇总"]
    made = imported_from(book, content)
    assert made.text == MONTH
    assert set(made.told) == {
        f"“收支明细”第{last}行是合计，没有当成一行",
        "“实物”这张表是隐藏的，没有读",
        "“草稿”这张表不是填报表里的，没有读",
        "没有“科目汇总”这张表，当作没有填",
    }


def test_what_has_no_cell_is_told_too(book: openpyxl.Workbook, content: Path) -> None:
    """A day that is missing, and one that must not be there."""
    base = book[BASE]
    for row in range(1, base.max_row + 1):
        if base.cell(row, 1).value == "期间":
            base.cell(row, 2).value = None
    made = imported_from(book, content)
    assert made.back is not None
    assert any(one.finding.effect is Effect.WITHHOLD for one in made.problems)
    said = openpyxl.load_workbook(io.BytesIO(made.back))
    loose = [str(line[0]) for line in said["怎么填"].iter_rows(values_only=True) if line[0]]
    noted = [
        cell.comment.text for sheet in said for line in sheet.iter_rows(min_row=5) for cell in line if cell.comment
    ]
    assert any("期间" in text for text in (*loose, *noted))


def test_free_tables(content: Path) -> None:
    """A notice with a table: as by hand; a figure that does not add up, a name and a number in it are told at their rows."""
    notices = BY_FOLDER["notices"]
    address = Address(Place("shidu", "liuwan"), "notices", "2026-q4-cunwu")
    root = root_of(notices.sample)
    book = typed(blank(content, address), filled_of(notices, root))
    made = imported_from(book, content)
    assert made.problems == ()
    again = root_of(made.text)["表格"]
    assert again == root["表格"]
    page = book["表1"]
    row = row_of(page, "清理河道")
    page.cell(row, 4).value = 4300
    page.cell(row + 1, 2).value = f"维修水渠 {MOBILE}"
    made = imported_from(book, content)
    assert {one.where.split("!")[0] for one in made.problems} == {"表1"}
    assert made.back is not None
    assert MOBILE not in made.text
    assert f"表1!B{row + 1}里有手机号，去掉了" in made.told
    back = openpyxl.load_workbook(io.BytesIO(made.back))["表1"]
    noted = {cell.row for line in back.iter_rows(min_row=row) for cell in line if cell.comment}
    assert row + 1 in noted
    assert back.cell(row, 4).value == 4300
