"""Sheets for the notice board: every kind, both papers, and nothing that is withheld."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner
from pypdf import PdfReader

from generator.build.arrange import arrange_township
from generator.build.survey import NothingFound, survey
from generator.cli import disclose
from generator.pages.all import KNOWN
from generator.pages.desk import Desk
from generator.pages.render import environment
from generator.poster import chromium
from generator.poster.posters import Posters, posters
from generator.poster.sheet import sheet_page
from generator.records.kinds import KINDS
from tests.support.county import ROOT

HOME = "shidu/liuwan"
MONTH = f"{HOME}/finance/2026-10.yml"
MM = 72 / 25.4
SIZES = {"A4": (210, 297), "A3": (297, 420)}
QR = re.compile(r'<svg class="qr" viewBox="-3 -3 (\d+).*?stroke="#000" d="([^"]+)"', re.DOTALL)
RUN = re.compile(r"m(-?\d+) (-?\d+)h(\d+)")


def made(county: Path, asked: Sequence[str] = (), *, browser: Path | None = None, as_of: str | None = None) -> Posters:
    """Make A4 sheets of a project folder's records into its posters/."""
    paths = [county / "content" / one for one in asked]
    return posters(
        county / "content",
        county / "ledger",
        ROOT / "theme",
        county / "posters",
        paths,
        browser=browser,
        as_of=as_of,
    )


def plain(text: str) -> str:
    """Without spaces and without the fonts' own signs for radicals, which PDFs give back."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("⻚", "页").replace("⺠", "民")


def decoded(html: str) -> list[str]:
    """What a scanner reads from the QR codes of a page, drawn four pixels to a module."""
    said = []
    for size, path in QR.findall(html):
        width = int(size) * 4
        pixels = bytearray(b"\xff" * width * width)
        x = y = 3  # the quiet zone
        for run in RUN.finditer(path):
            right, down, length = map(int, run.groups())
            x, y = x + right, y + down
            for row in range(y * 4, (y + 1) * 4):
                pixels[row * width + x * 4 : row * width + (x + length) * 4] = bytes(length * 4)
            x += length
        said += [one.text for one in zxingcpp.read_barcodes(memoryview(pixels).cast("B", (width, width)))]
    return said


@pytest.mark.slow
def test_every_record_of_the_demonstration_county_has_a_sheet() -> None:
    """Whole, on its own, and with all that a wall needs."""
    found = survey(ROOT / "content", ROOT / "ledger")
    env = environment(ROOT / "theme")
    kinds = set()
    for name in found.parts:
        arranged = arrange_township(found.setting, name)
        for place in arranged.places:
            for entry in place.entries:
                html = sheet_page(Desk(env, found.county, arranged.township, place), entry, "A4")
                kinds.add(entry.kind.folder)
                assert not re.search(r"<script|<link|<img|\bsrc=|url\((?!#)|href=\"(?!tel:)|@import", html), entry.url
                assert entry.check_code.replace(" ", r"\20 ") in html
                assert f"{found.county.site_url}{entry.url}" in html
                for word in (place.name, "盖章", "签字", "张贴人", "公示期" if entry.until else "公开日期"):
                    assert word in html, (entry.url, word)
    assert kinds == {kind.folder for kind in KINDS}


def test_code_leads_to_the_page(county: Path) -> None:
    (sheet,) = made(county, [MONTH]).sheets
    assert decoded(sheet.html.read_text(encoding="utf-8")) == [
        "https://sanwu.example/sw/shidu/liuwan/finance/2026-10.html"
    ]


def test_no_code_without_an_address(county: Path) -> None:
    profile = county / "content/county.yml"
    profile.write_text(re.sub("网址: .*\n", "", profile.read_text(encoding="utf-8")), encoding="utf-8")
    (sheet,) = made(county, [MONTH]).sheets
    html = sheet.html.read_text(encoding="utf-8")
    assert decoded(html) == []
    assert "网址" not in html


def test_what_is_on_display_by_default(county: Path) -> None:
    """On the day: finance and the roster until 11-30; the notice ended on 10-26, the decision on 05-13."""
    assert [sheet.title for sheet in made(county).sheets] == [
        "2026年10月财务收支",
        "2026年11月村干部值班表",
    ]
    assert len(made(county, [HOME]).sheets) == 2
    assert {sheet.title for sheet in made(county, as_of="2026-10-20").sheets} >= {"2026年第三季度村务事项公开"}
    with pytest.raises(NothingFound, match="1月5日没有正在公示的"):
        made(county, as_of="2026-01-05")
    (refused,) = made(county, [HOME], as_of="2026-01-05").refused
    assert "没有正在公示的" in refused.reason


def test_withheld_gets_none_and_its_old_sheets_go(county: Path) -> None:
    (before,) = made(county, [MONTH]).sheets
    assert before.html.is_file()
    record = county / "content" / MONTH
    record.write_text(record.read_text(encoding="utf-8").replace("期末: 64400.00", "期末: 64500.00"), encoding="utf-8")
    done = made(county, [MONTH, f"{HOME}/notices/2026-10.yml"])
    assert [sheet.title for sheet in done.sheets] == ["2026年第三季度村务事项公开"]
    (refused,) = done.refused
    assert refused.path == MONTH
    assert "暂缓公开，不能张贴" in refused.reason
    assert not before.html.exists()


@pytest.mark.parametrize(
    ("asked", "as_of", "reason"),
    [
        (f"{HOME}/corrections/2026-10.yml", "2026-11-15", "公开日期还没到"),
        ("shidu/liuwan/village.yml", None, "不是一份记录"),
        ("shidu/liuwan/finance/2031-01.yml", None, "没有这个文件"),
        ("county.yml", None, "不是"),
        ("../mkdocs.yml", None, "不是"),
    ],
)
def test_what_cannot_be_posted_is_said(county: Path, asked: str, as_of: str | None, reason: str) -> None:
    done = made(county, [asked], as_of=as_of)
    assert done.sheets == ()
    assert reason in done.refused[0].reason


def test_html_and_advice_without_a_browser(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(county)
    monkeypatch.setattr(chromium, "find", lambda: None)
    done = CliRunner().invoke(disclose, ["poster", f"content/{MONTH}", "--paper", "A3"])
    assert done.exit_code == 0, done.output
    assert [file.name for file in Path("posters").iterdir()] == ["shidu_liuwan_finance_2026-10_A3.html"]
    assert "没有找到 Chrome、Edge 或 Chromium" in done.output
    assert "Ctrl+P：纸张选A3" in done.output


def test_the_command_says_what_is_refused(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (county / "content" / MONTH).write_text("x", encoding="utf-8")
    monkeypatch.chdir(county)
    done = CliRunner().invoke(disclose, ["poster", MONTH])
    assert done.exit_code == 1
    assert f"没有做：{MONTH}：暂缓公开" in done.output


def test_a_browser_that_fails_leaves_the_html(county: Path, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho '坏了' >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    (sheet,) = made(county, [MONTH], browser=broken).sheets
    assert sheet.html.is_file()
    assert (sheet.pdf, sheet.problem) == (None, "坏了")


def test_browser_is_found_on_the_path_and_where_windows_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "UNIX", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path / "programs"))
    assert chromium.find() is None
    edge = tmp_path / "programs/Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    assert chromium.find() == edge
    chrome = tmp_path / "google-chrome"
    chrome.touch(mode=0o755)
    assert chromium.find() == chrome


@pytest.fixture(scope="session")
def printer() -> Path:
    """The browser that prints."""
    found = chromium.find()
    assert found
    return found


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_long_list_flows_over_sheets(county: Path, printer: Path, paper: str) -> None:
    """The head row on every sheet, the total once, pages counted, the paper's size."""
    record = county / "content" / MONTH
    text = record.read_text(encoding="utf-8")
    line = (
        "  - {收支: 支出, 日期: 2026-10-10, 账户: 基本户, 科目: 514 公益支出, 类别: 环境卫生, 摘要: 清扫, 金额: 1.00}\n"
    )
    text = text.replace("公开:\n", line * 120 + "公开:\n").replace("64400.00", "64280.00")
    record.write_text(text, encoding="utf-8")
    done = posters(
        county / "content",
        county / "ledger",
        ROOT / "theme",
        county / "posters",
        [record],
        paper="A3" if paper == "A3" else "A4",
        browser=printer,
    )
    (sheet,) = done.sheets
    assert sheet.problem == ""
    assert sheet.pdf
    pages = PdfReader(sheet.pdf).pages
    assert len(pages) > 3
    for page in pages:
        size = (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        assert size == SIZES[paper]
    texts = [plain(page.extract_text()) for page in pages]
    for number, said in enumerate(texts, 1):
        assert plain(f"第{number}页，共{len(pages)}页") in said
        assert "shidu/liuwan/finance/2026-10" in said
        assert ("柳湾村2026年10月财务收支" in said) is (number > 1)
    listed = [said for said in texts if "清扫" in said]
    assert len(listed) > 2
    assert all("花在什么事上" in said for said in listed)
    assert sum(said.count("10月支出合计") for said in texts) == 1


@pytest.mark.browser
@pytest.mark.parametrize("kind", [*KNOWN, "funds"])
def test_each_layout_is_printed(county: Path, printer: Path, kind: str) -> None:
    (sheet,) = made(county, [f"{HOME}/{kind}/2026-10.yml"], browser=printer).sheets
    assert sheet.pdf, sheet.problem
    pages = PdfReader(sheet.pdf).pages
    said = plain("".join(page.extract_text() for page in pages))
    for word in (plain(sheet.title), "第1页", "盖章", "村委会值班室"):
        assert word in said
    assert [file.name for file in sheet.pdf.parent.iterdir() if file.is_dir()] == []
