"""`disclose new corrections --from RECORD`: the fields and values that the ledger knows, so that nobody copies them by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import disclose
from generator.records.differences import Change
from generator.starter.correction import old_value
from tests.support.county import build, county_in

pytestmark = pytest.mark.slow

HOME = "content/shidu/liuwan"
FINANCE = f"{HOME}/finance/2026-10.yml"
WRITTEN = {
    "原因": "录入时写错",
    "岗位": "村委会主任 林志远",
    "日期": "2026-11-15",
    "公开日期": "2026-11-16",
    "编制": "村文书 何秀英",
    "机构": "村务监督委员会",
    "": "公开栏",
}


def answered(line: str) -> str:
    """A line of the form as the clerk fills it in, or none where it may be left out."""
    if "〔" not in line:
        return line
    before = line.partition("〔")[0]
    name = before.strip(" -:")
    return f"{before}{WRITTEN[name]}" if name in WRITTEN else ""


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A county that published once, as the folder in which commands run."""
    folder = county_in(tmp_path)
    (folder / f"{HOME}/corrections/2026-10.yml").unlink()
    build(folder, publish=True)
    monkeypatch.chdir(folder)
    return folder


def new(source: str, place: str = HOME) -> Result:
    return CliRunner().invoke(disclose, ["new", "corrections", place, "--from", source])


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, changed in changes:
        assert old in text
        text = text.replace(old, changed)
    path.write_text(text, encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [one.code for one in build(folder).checked.findings if one.span.path.endswith("finance/2026-10.yml")]


@pytest.mark.parametrize("source", ["finance/2026-10", "shidu/liuwan/finance/2026-10.yml", FINANCE])
def test_what_changed_stands_there(published: Path, source: str) -> None:
    """A figure, a text, a row that is gone: filled in, and once the rest is filled in too, explained."""
    edit(
        published / FINANCE,
        ("金额: 18000.00", "金额: 18100.00"),
        ("期末: 64400.00\n    对账单余额: 64400.00", "期末: 64500.00\n    对账单余额: 64500.00"),
    )
    assert "T11" in codes(published)
    done = new(source)
    assert done.exit_code == 0, done.output
    assert "照底本填好了" in done.output
    (made,) = (published / HOME / "corrections").glob("*.yml")
    text = made.read_text(encoding="utf-8")
    assert "更正的记录: finance/2026-10\n" in text
    assert len(re.findall("  - 字段: ", text)) == 3
    assert "原来: 18,000\n    改为: 18,100\n" in text
    made.write_text("\n".join(map(answered, text.splitlines())), encoding="utf-8")
    said = [one.message for one in build(published).checked.findings if "corrections" in one.span.path]
    assert "T11" not in codes(published), said


def test_nothing_to_correct(published: Path) -> None:
    """As it was, never public, not there: said, and no file is made."""
    never = published / HOME / "finance/2026-09.yml"
    never.write_text((published / FINANCE).read_text(encoding="utf-8").replace("2026-10", "2026-09"), encoding="utf-8")
    for source, said in (
        ("finance/2026-10", "和公开的时候一样"),
        ("finance/2026-09", "它还没有公开过"),
        ("finance/2026-08", "没有找到 finance/2026-08"),
    ):
        assert said in str(new(source).exception)
    assert not list((published / HOME / "corrections").glob("*.yml"))


def test_personal_data_is_not_written_again() -> None:
    """What an earlier program put into the ledger and is taken out now is called so, and no more."""
    mobile = "139" + "0000" + "1234"
    change = Change((("正文",),), ("正文",), f"找王某某，{mobile}", "找值班室")
    assert old_value(change) == "个人信息"
    assert old_value(Change((("正文",),), ("正文",), None, "找值班室")) == "没有"
