"""`disclose check --since`: a change is judged by what it brings, not by what was there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.publish.races import git
from tests.support.command import disclose
from tests.support.county import county_in

pytestmark = pytest.mark.slow

HOME = "content/shidu/liuwan"
FINANCE = f"{HOME}/finance/2026-10.yml"
NOTICE = f"{HOME}/notices/2026-10.yml"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county in Git, published once, with an old fault in its main branch; a branch `mine` begins there."""
    county = county_in(tmp_path_factory.mktemp("once"))
    disclose(county, "build", "--publish")
    edit(county, NOTICE, '"4200.00"', '"4,200.00"')
    (county / ".gitignore").write_text("site\n.site\n")
    git(county, "init", "-q", "-b", "main")
    git(county, "add", "-A")
    git(county, "commit", "-qm", "county")
    git(county, "switch", "-qc", "mine")
    return county


@pytest.fixture
def merged(once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(once, tmp_path / "county", symlinks=True)


def edit(county: Path, path: str, old: str, new: str) -> None:
    file = county / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def judged(county: Path, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and rows."""
    done = disclose(county, "check", "--since", "main", "--format", "json", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


def test_nothing_changed(merged: Path) -> None:
    assert disclose(merged, "check").returncode == 1
    code, rows = judged(merged)
    assert (code, rows) == (0, [])
    assert "没有带来新的问题" in disclose(merged, "check", "--since", "main").stdout


@pytest.mark.parametrize("committed", [False, True])
def test_a_new_fault_comes_first_and_stops(merged: Path, committed: bool) -> None:
    edit(merged, FINANCE, "金额: 5600.00", "金额: 五千六")
    if committed:
        git(merged, "commit", "-qam", "mine")
    code, rows = judged(merged)
    assert code == 1
    assert rows[0]["path"] == FINANCE
    assert [row["new"] for row in rows] == sorted((row["new"] for row in rows), reverse=True)
    assert any(row["path"] == NOTICE and not row["new"] for row in rows), "原来就有的也列出来，放在后面"
    text = disclose(merged, "check", "--since", "main").stdout
    assert text.index("五千六") < text.index("原来就有的") < text.index("4,200.00")


def test_an_old_fault_that_moved_is_no_new_one(merged: Path) -> None:
    edit(merged, NOTICE, "标题:", "# 说明\n标题:")
    code, rows = judged(merged)
    assert code == 0
    assert rows
    assert not any(row["new"] for row in rows)


def test_one_more_of_the_same(merged: Path) -> None:
    """The same words in the same file, once more."""
    edit(merged, NOTICE, '"6000.00"', '"4,200.00"')
    code, rows = judged(merged)
    assert code == 1
    assert rows[0]["new"]


def test_new_files_and_hints(merged: Path) -> None:
    """A hint is told and does not stop; with --strict it does."""
    text = (merged / FINANCE).read_text(encoding="utf-8")
    new = merged / HOME / "finance/2026-09.yml"
    new.write_text(text.replace("金额: 5600.00", "金额: 五千六"), encoding="utf-8")
    code, rows = judged(merged)
    assert code == 1
    assert (rows[0]["path"], rows[0]["new"]) == (f"{HOME}/finance/2026-09.yml", True)
    new.unlink()
    edit(merged, NOTICE, "环境整治、农田水利", "环境整治，，农田水利")
    code, rows = judged(merged)
    assert code == 0
    assert rows[0]["code"] == "S09"
    assert judged(merged, "--strict")[0] == 1


@pytest.mark.parametrize("how", ["line", "file"])
def test_the_ledger_is_not_edited_by_hand(how: str, merged: Path) -> None:
    """Not even so that its chain would be whole."""
    file = merged / "ledger/shidu.jsonl"
    if how == "line":
        file.write_text("\n".join(file.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    else:
        file.with_name("x.jsonl").write_text("", encoding="utf-8")
    code, rows = judged(merged)
    assert code == 1
    assert rows[0]["new"]
    assert "底本" in rows[0]["message"]


def test_a_change_for_the_whole_county(merged: Path) -> None:
    edit(merged, "content/county.yml", "名称: 澄安县", "名称: 澄安县\n参数: {大额支出: 100.00}")
    _, rows = judged(merged)
    assert rows[0]["new"]
    assert any(row["path"] == NOTICE and not row["new"] for row in rows)


def test_a_base_that_cannot_be_had(merged: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for ref, words in (("nowhere", "没有“nowhere”"), ("--help", "没有“--help”")):
        done = disclose(merged, "check", "--since", ref)
        assert done.returncode == 2
        assert words in done.stderr
    git(merged, "switch", "-q", "--orphan", "other")
    git(merged, "commit", "-q", "--allow-empty", "-m", "other")
    git(merged, "checkout", "-q", "main", "--", ".")
    done = disclose(merged, "check", "--since", "main")
    assert (done.returncode, "历史没有取全" in done.stderr) == (2, True)
    outside = tmp_path_factory.mktemp("outside")
    (outside / "content").mkdir()
    done = disclose(outside, "check", "--since", "main")
    assert (done.returncode, "不是 Git 仓库" in done.stderr) == (2, True)


def test_a_first_merge(county: Path) -> None:
    """The base had no records yet."""
    git(county, "init", "-q", "-b", "main")
    git(county, "add", "mkdocs.yml")
    git(county, "commit", "-qm", "empty")
    edit(county, FINANCE, "金额: 5600.00", "金额: 五千六")
    code, rows = judged(county)
    assert code == 1
    assert all(row["new"] for row in rows)
