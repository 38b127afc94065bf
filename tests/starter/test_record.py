"""`disclose new`: a form where `disclose check` takes a record, and nothing anywhere else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.base.finding import Finding
from generator.build import check
from generator.records.kinds import BY_FOLDER, KINDS
from generator.starter.folder import NotStarted
from generator.starter.record import begin
from tests.support.command import disclose
from tests.support.county import tree

TODAY = date(2026, 12, 5)
FINANCE = BY_FOLDER["finance"]


def findings(county: Path) -> set[Finding]:
    return set(check.check(county / "content", county / "ledger", None).findings)


def test_every_kind_at_every_level(county: Path) -> None:
    """`check` tells the marks of each new file, and else the same as before."""
    before = findings(county)
    written = [
        begin(kind, county / "content" / place, TODAY)[0] for kind in KINDS for place in ("shidu/liuwan", "shidu")
    ]
    assert len(set(written)) == 2 * len(KINDS)
    new = findings(county) - before
    assert {finding.code for finding in new} == {"Y20"}
    assert {county / "content" / finding.span.path for finding in new} == set(written)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("shidu/liuwan", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026-12.yml", "shidu/liuwan/finance/2026-12.yml"),
        ("shidu", "shidu/records/finance/2026-11.yml"),
        ("shidu/records", "shidu/records/finance/2026-11.yml"),
        ("shidu/finance", "shidu/records/finance/2026-11.yml"),
        ("shidu/records/finance/2026-12.yml", "shidu/records/finance/2026-12.yml"),
    ],
)
def test_where_a_form_is_written(county: Path, asked: str, written: str) -> None:
    before = set(tree(county))
    assert begin(FINANCE, county / "content" / asked, TODAY)[0] == county / "content" / written
    assert set(tree(county)) - before == {f"content/{written}"}


@pytest.mark.parametrize(
    ("asked", "told", "better"),
    [
        ("shidu/liuwan/finance/2026-11", "以“.yml”结尾", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026-11.yaml", "以“.yml”结尾", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026-11.yml.txt", "以“.yml”结尾", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026-11。yml", "以“.yml”结尾", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026_11.yml", "名称不合规", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/十一月.yml", "名称不合规", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/index.yml", "名称不合规", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/decisions/2026-11.yml", "不放财务收支", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/money/2026-11.yml", "没有“money”", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/2026-11.yml", "位置不对", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/village.yml", "位置不对", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026/11.yml", "位置不对", "shidu/liuwan/finance/11.yml"),
        ("shidu/liuwan/finance/attachments/2026-11.yml", "只放附件", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/finance/2026-11.yml", "位置不对", "shidu/records/finance/2026-11.yml"),
        ("shidu/2026-11.yml", "位置不对", "shidu/records/finance/2026-11.yml"),
        ("shidu/liuwam/finance/2026-11.yml", "shidu/liuwam/village.yml", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwam", "没有这个文件夹", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/" + "139" + "0000" + "1234.yml", "手机号", "shidu/liuwan/finance/2026-11.yml"),
        ("shidu/liuwan/finance/2026-10.yml", "已经有了", ""),
        ("elsewhere/x/finance/2026-11.yml", "elsewhere/x/village.yml", ""),
        ("", "哪个村", ""),
    ],
)  # fmt: skip
def test_nothing_is_written_where_it_would_be_refused(county: Path, asked: str, told: str, better: str) -> None:
    before = tree(county)
    with pytest.raises(NotStarted, match=re.escape(told)) as raised:
        begin(FINANCE, county / "content" / asked, TODAY)
    assert tree(county) == before
    assert not better or str(raised.value).endswith(f"：{county / 'content' / better}")
    if better:
        assert begin(FINANCE, county / "content" / better, TODAY)[0] == county / "content" / better


def test_outside_of_a_county(tmp_path: Path) -> None:
    with pytest.raises(NotStarted, match="镇/records/种类/"):
        begin(FINANCE, tmp_path / "shidu/liuwan/finance/2026-11.yml", TODAY)
    assert tree(tmp_path) == {}


def test_a_linked_folder(county: Path) -> None:
    folder = county / "content/shidu/liuwan/bodies"
    folder.rename(county / "elsewhere")
    folder.symlink_to(county / "elsewhere")
    with pytest.raises(NotStarted, match="快捷方式"):
        begin(BY_FOLDER["bodies"], folder / "2026-11.yml", TODAY)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("finance", "2026-11"),
        ("tallies", "2026-q3"),
        ("registers", "2026-h1"),
        ("statements", "2026"),
        ("contracts", "2026-12"),
    ],
)
def test_a_file_is_named_by_its_period(county: Path, kind: str, name: str) -> None:
    """The last whole month or quarter, the year, or the month of the day; a second one gets a number."""
    paths = [begin(BY_FOLDER[kind], county / "content/shidu", TODAY)[0].name for _ in range(2)]
    assert paths == [f"{name}.yml", f"{name}-2.yml"]


@pytest.mark.slow
def test_the_command(county: Path) -> None:
    """What it prints can be acted on; nothing is ever overwritten."""
    done = disclose(county, "new", "notices", "content/shidu/liuwan/notices/2026-11.yml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("写好了：content/shidu/liuwan/notices/2026-11.yml。")
    checked = disclose(county, "check")
    assert checked.returncode == 1
    assert "content/shidu/liuwan/notices/2026-11.yml:3:5 Y20【拦截】还没有填：标题、栏目" in checked.stdout
    again = disclose(county, "new", "notices", "content/shidu/liuwan/notices/2026-11.yml")
    assert (again.returncode, again.stdout) == (2, "")
    assert "已经有了" in again.stderr
    wrong = disclose(county, "new", "notices", "content/shidu/notices/2026-11.yml")
    assert wrong.stderr.endswith("可以写：content/shidu/records/notices/2026-11.yml\n")
    listed = disclose(county, "new").stdout
    assert all(kind.name in listed for kind in KINDS)
    assert "镇/村/种类/" in listed
    assert "镇/records/种类/" in listed
    assert disclose(county, "new", "notices").stdout.startswith("# 公示公告。")


def test_what_stays_the_same_is_filled_in(county: Path) -> None:
    """The next month's accounts begin with the last balances; all that is a fact of the month is asked for."""
    folder = county / "content/shidu/liuwan/finance"
    cash = "账户:\n  - {名称: 库存现金, 种类: 现金, 期初: 120.00, 期末: 80.50}\n"
    last = folder / "2026-10.yml"
    last.write_text(last.read_text(encoding="utf-8").replace("账户:\n", cash, 1), encoding="utf-8")
    path, model = begin(FINANCE, county / "content/shidu/liuwan", TODAY)
    assert (path, model) == (folder / "2026-11.yml", last)
    text = path.read_text(encoding="utf-8")
    assert "期间: 2026-11\n" in text
    assert "  - 名称: 库存现金\n    种类: 现金\n    期初: 80.50\n    期末: 〔填" in text
    assert "  - 名称: 基本户\n    尾号: 3107\n    期初: 64400.00\n    期末: 〔填" in text
    assert "  编制: 村报账员 周小梅\n" in text
    assert "    - 机构: 农村三资代理中心\n" in text
    assert "公开日期: 〔填" in text
    assert {finding.code for finding in findings(county) if finding.span.path.endswith("2026-11.yml")} == {"Y20"}


def test_another_record_may_be_named_and_a_broken_one_is_not_taken(county: Path) -> None:
    folder = county / "content/shidu/liuwan/finance"
    text = (folder / "2026-10.yml").read_text(encoding="utf-8")
    (folder / "2026-08.yml").write_text(text.replace("64400.00", "71.00"), encoding="utf-8")
    path, model = begin(FINANCE, folder / "2026-11.yml", TODAY, folder / "2026-08.yml")
    assert model == folder / "2026-08.yml"
    assert "期初: 71.00" in path.read_text(encoding="utf-8")
    path.unlink()
    (folder / "2026-10.yml").write_text("期间：2026-10\n" + text, encoding="utf-8")
    path, model = begin(FINANCE, folder / "2026-11.yml", TODAY)
    assert model is None
    assert "期初: 〔填" in path.read_text(encoding="utf-8")
