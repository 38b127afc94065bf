"""A clerk's own sheet: sixty persons with ID, card and telephone numbers in it. None of them is kept anywhere."""

from __future__ import annotations

import io
import random
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import disclose
from generator.records.kinds import BY_FOLDER
from generator.workbook.intake import NotRead
from generator.workbook.own import read_own
from tests.support.county import ROOT
from tests.support.workbooks import put, saved

HEADINGS = ("序号", "村民小组", "户主姓名", "身份证号", "银行卡号", "补助标准", "发放金额（元）", "联系电话", "核对")
SAID = {"村民小组": "组", "户主姓名": "姓名", "补助标准": "标准", "发放金额": "金额", "核对": "不要"}
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "秀英桂兰玉珍建国志明德顺春花水生国平"
PERSONS = 60


def persons() -> tuple[openpyxl.Workbook, list[str], int]:
    """The sheet, what must be found nowhere, and the sum."""
    chance = random.Random(3)
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.merge_cells("A1:I1")
    page["A1"] = "柳湾村2026年第四季度高龄津贴发放表"
    for at, heading in enumerate(HEADINGS, 1):
        page.cell(2, at).value = heading
    secrets: list[str] = []
    total = 0
    row: tuple[str | int | None, ...]
    for number in range(PERSONS):
        amount = 300 if number % 9 else 200
        total += amount
        identity = f"990123{1930 + number % 15}{1 + number % 12:02d}{1 + number % 28:02d}{number:03d}X"
        card, mobile = f"62284803{number:011d}", f"139{number:04d}{number * 7:04d}"
        name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
        secrets += [identity[:17], card, mobile]
        shown = [mobile, f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}", f"{mobile[:3]}-{mobile[3:]}"][number % 3]
        written: str | int = (amount, f"{amount:.2f}", f"{amount}元")[number % 3]
        group = f"{'一二三四五六'[number // 10]}组" if number % 10 == 0 else None
        row = (number + 1, group, name, identity, int(card) if number % 2 else card, 100, written, shown, "√")
        for at, value in enumerate(row, 1):
            page.cell(3 + number, at).value = value
    for block in range(6):
        page.merge_cells(start_row=3 + block * 10, end_row=12 + block * 10, start_column=2, end_column=2)
    page.cell(63, 3).value, page.cell(63, 7).value = "合计", total
    return book, secrets, total


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(disclose, list(args))


def taken_in() -> Result:
    return run("import", "own.xlsx", "--to", "content/shidu/liuwan/benefits/2026-q4.yml", "--as-of", "2026-12-12")


def written_down(project: Path) -> None:
    profile = project / "content/shidu/liuwan/village.yml"
    said = "".join(f"    {heading}: {field}\n" for heading, field in SAID.items())
    profile.write_text(f"{profile.read_text(encoding='utf-8')}列对应:\n  benefits:\n{said}", encoding="utf-8")


def digits_in(project: Path, own: str) -> list[str]:
    """All digits of every file but the clerk's own sheet, workbooks opened, one text after another."""
    found = []
    for path in sorted(project.rglob("*")):
        if not path.is_file() or path.name == own:
            continue
        parts = [path.read_bytes()]
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(io.BytesIO(parts[0])) as book:
                parts = [book.read(name) for name in book.namelist()]
        found += [re.sub(r"[^0-9]", "", part.decode(errors="replace")) for part in parts]
    return found


def test_nothing_is_guessed(project: Path) -> None:
    """Until somebody says what a column is, it is asked for, with what may be written down."""
    book, secrets, _ = persons()
    (project / "own.xlsx").write_bytes(saved(book))
    done = taken_in()
    assert done.exit_code == 1
    assert "户主姓名 → 是不是“姓名”？" in done.output
    assert "身份证号 → 没有要：里面是个人信息" in done.output
    assert "    户主姓名: 姓名\n" in done.output
    assert not (project / "柳湾村2026-q4救助补贴.xlsx").exists()
    plain = re.sub(r"[^0-9]", "", done.output)
    assert not [secret for secret in secrets if secret in plain]


def test_sixty_persons(project: Path) -> None:
    """Read, masked, completed by the clerk, imported: every row is there, no number and no full name is."""
    book, secrets, total = persons()
    (project / "own.xlsx").write_bytes(saved(book))
    written_down(project)
    done = taken_in()
    assert done.exit_code == 0, done.output
    assert f"，{PERSONS}行，当作“名单”" in done.output
    assert "第63行是合计，没有当成一行" in done.output
    made = project / "柳湾村2026-q4救助补贴.xlsx"
    workbook = openpyxl.load_workbook(made)
    base = workbook["基本信息"]
    answers = {
        "标题": "2026年第四季度高龄津贴发放", "类型": "高龄津贴", "阶段": "发放", "期间": "2026-Q4", "批准日期": "2026-12-01",
        "户数": "60", "合计": str(total), "公开/公开日期": "2026-12-10", "公开/至": "2027-02-28", "公开/渠道": "公开栏、网站",
        "公开/编制": "村文书 何秀英",
    }  # fmt: skip
    for row in range(5, base.max_row + 1):
        name = str(base.cell(row, 1).value)
        if name in answers:
            put(base, row, 2, answers.pop(name))
    assert not answers
    reviews = workbook["审核"]
    for at, text in enumerate(("村务监督委员会", "主任 赵德顺", "2026-12-09", "同意公开"), 1):
        put(reviews, 6, at, text)
    for row in range(7, 12):
        for at in range(1, 5):
            reviews.cell(row, at).value = None
    made.write_bytes(saved(workbook))
    done = run("import", str(made), "--as-of", "2026-12-12")
    record = project / "content/shidu/liuwan/benefits/2026-q4.yml"
    assert done.exit_code == 0, done.output
    text = record.read_text(encoding="utf-8")
    assert text.count("  - 姓名: ") == PERSONS
    assert re.findall(r"姓名: (.*)", text) == [one for one in re.findall(r"姓名: (.*)", text) if "某" in one]
    assert [text.count(f"    组: {group}组\n") for group in "一二三四五六"] == [10] * 6
    assert text.count("    金额: 300.00\n") + text.count("    金额: 200.00\n") == PERSONS
    assert "√" not in text
    for some in digits_in(project, "own.xlsx"):
        assert not [secret for secret in secrets if secret in some]


def test_figures_in_wan() -> None:
    """The unit of a heading counts."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (("姓名", "组", "金额（万元）"), ("王某某", "一组", 0.03), ("小计", "", 0.03)):
        page.append(row)
    got = read_own(saved(book), BY_FOLDER["benefits"], {}, 2026)
    assert [dict(row) for row in got.rows] == [{"姓名": "王某某", "组": "一组", "金额": "300.00"}]


def test_other_lists_are_answered_with_what_was_seen() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(("车牌", "里程", "油耗"))
    with pytest.raises(NotRead, match="看到的是：车牌、里程、油耗"):
        read_own(saved(book), BY_FOLDER["benefits"], {}, 2026)
