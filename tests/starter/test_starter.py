"""`disclose init`: a county of its own that passes, is built, and holds nothing but records."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.build import check
from generator.records.kinds import BY_FOLDER
from generator.starter.folder import COPIED, NotStarted, start
from tests.support.command import disclose
from tests.support.county import ROOT, build, tree

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 18)
WHEEL = "village_disclosure-0.2.0-py3-none-any.whl"
ADDRESS = f"https://git.example/{WHEEL}#sha256=00"


def started(folder: Path, source: str | None = ADDRESS) -> Path:
    start(folder, "某县", "shidu=石渡镇", "liuwan=柳湾村", source, TODAY)
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new county with its site."""
    folder = started(tmp_path_factory.mktemp("new") / "county")
    build(folder, as_of=TODAY.isoformat())
    return folder


def text(folder: Path, page: str) -> str:
    """What a reader sees of a page."""
    return re.sub(r"<[^>]*>", "", (folder / "site" / page).read_text(encoding="utf-8"))


def test_the_command_asks_nothing_and_the_county_passes(tmp_path: Path) -> None:
    done = disclose(tmp_path, "init", "county")
    assert (done.returncode, done.stderr) == (0, "")
    assert "requirements.txt 的最后一行" in done.stdout
    assert (tmp_path / "county/requirements.txt").read_text(encoding="utf-8").splitlines()[-1].startswith("待填")
    checked = disclose(tmp_path / "county", "check", "--strict")
    assert checked.returncode == 0, checked.stdout
    assert "没有发现问题" in checked.stdout
    assert disclose(tmp_path / "county", "due").returncode == 0


def test_it_is_still_in_order_a_year_later(empty: Path) -> None:
    """Duties come up that nobody has met; that stops nothing."""
    assert not check.check(empty / "content", empty / "ledger", "2027-11-18").stops


def test_it_holds_records_and_settings_only(empty: Path) -> None:
    assert {path.name for path in empty.iterdir()} - {"site", ".site"} == {
        *(".github", ".gitlab-ci.yml", ".gitea", ".forgejo", ".gitignore", "README.md"),
        *("content", "ledger", "docs", "mkdocs.yml", "requirements.txt"),
        *("schemas", ".vscode", ".pre-commit-config.yaml"),
    }
    assert [path.name for path in (empty / "docs").iterdir()] == [".gitkeep"]
    assert (empty / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == ADDRESS


@pytest.mark.parametrize("path", sorted({*COPIED} - {".gitignore"}))
def test_settings_and_ci_are_those_of_the_project_itself(path: str, empty: Path) -> None:
    assert (empty / path).read_bytes() == (ROOT / path).read_bytes()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_hosts_build_it_strictly(host: str, empty: Path, tmp_path: Path) -> None:
    """Help and theme come from the program, and the bytes are those of `disclose build`."""
    command = [sys.executable, "-m", host, "build", "--strict", "--site-dir", str(tmp_path)]
    day = {**os.environ, "DISCLOSE_AS_OF": TODAY.isoformat()}
    done = subprocess.run(command, cwd=empty, env=day, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path) == tree(empty / "site")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("index.html", "还没有公开过"),
        ("indicators.html", "还没有公开过，算不出指标。"),
        ("shidu/index.html", "还没有到期的。"),
        ("shidu/liuwan/index.html", "还没有公开过。"),
        ("shidu/liuwan/party.html", "还没有公开过。"),
        ("shidu/liuwan/affairs.html", "还没有公开过。"),
        ("shidu/liuwan/money.html", "还没有公开过。"),
        ("shidu/liuwan/finance/index.html", "还没有公开过财务收支。"),
        ("shidu/liuwan/status-2026.html", "2026年没有要算进来的事项。"),
        ("help/about.html", "能说明什么"),
    ],
)
def test_pages_of_a_county_that_has_published_nothing(page: str, said: str, empty: Path) -> None:
    assert re.search(said, text(empty, page))


def test_nobody_is_told_that_all_is_public_where_nothing_is(empty: Path) -> None:
    pages = [page for page in (empty / "site/shidu").rglob("*.html") if "到期的都公开了" in page.read_text("utf-8")]
    assert pages == []


def test_no_township_at_all_stays_3(tmp_path: Path) -> None:
    folder = started(tmp_path / "county")
    for path in ("liuwan/village.yml", "township.yml"):
        (folder / "content/shidu" / path).unlink()
    (folder / "content/shidu/liuwan").rmdir()
    (folder / "content/shidu").rmdir()
    done = disclose(folder, "build")
    assert done.returncode == 3
    assert not (folder / "site").exists()


def test_a_wheel_that_is_a_file_goes_along(tmp_path: Path) -> None:
    """CI runs on another machine and does not see this one's disk."""
    (tmp_path / WHEEL).write_bytes(b"wheel")
    folder = started(tmp_path / "county", str(tmp_path / WHEEL))
    line = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert (folder / line).read_bytes() == b"wheel"


@pytest.mark.parametrize(
    ("argument", "value", "said"),
    [
        ("township", "Shi_Du=石渡镇", "可以写 shi-du"),
        ("village", "柳湾=柳湾村", "文件夹名“柳湾”不能用"),
        ("village", "records=柳湾村", "文件夹名“records”不能用"),
        ("county", "澄安县: x", "名称“澄安县: x”不能用"),
        ("county", "", "名称“”不能用"),
        ("source", "nowhere.whl", "没有找到 nowhere.whl"),
        ("source", "https://git.example/other-1.0-py3-none-any.whl", "要指到安装包"),
        ("source", f"https://git.example/a b/{WHEEL}", "要指到安装包"),
        ("source", f"https://me:secret@git.example/{WHEEL}", "不要写用户名和密码"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_written(argument: str, value: str, said: str, tmp_path: Path) -> None:
    given = {"county": "某县", "township": "某镇", "village": "某村", "source": None, argument: value}
    with pytest.raises(NotStarted, match=re.escape(said)) as refused:
        start(tmp_path / "county", **given, today=TODAY)  # type: ignore[arg-type]
    assert "secret" not in str(refused.value)
    assert not (tmp_path / "county").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    done = disclose(tmp_path, "init", ".")
    assert done.returncode == 2
    assert done.stderr == ". 不是空的文件夹，没有动它；换一个新的文件夹名\n"
    with pytest.raises(NotStarted):
        started(tmp_path / "notes.txt")
    assert list(tree(tmp_path)) == ["notes.txt"]


def test_a_fresh_clone_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "county/.git").mkdir(parents=True)
    assert (started(tmp_path / "county") / "mkdocs.yml").is_file()


def test_places_are_called_what_their_names_say(tmp_path: Path) -> None:
    start(tmp_path / "a", "某旗", "zhen=某苏木", "cun=某嘎查", None, TODAY)
    assert "县级: 旗\n  乡级: 苏木\n  村级: 嘎查" in (tmp_path / "a/content/county.yml").read_text(encoding="utf-8")
    start(tmp_path / "b", "某区", "某街道", "某社区", None, TODAY)
    assert "类型: 社区" in (tmp_path / "b/content/zhen/cun/village.yml").read_text(encoding="utf-8")
    assert check.check(tmp_path / "b/content", tmp_path / "b/ledger", "2026-11-18").findings == ()


def test_editor_knows_every_record(empty: Path) -> None:
    """Each file of records and profiles has one schema in the settings of VS Code, and it is there."""
    settings = json.loads((empty / ".vscode/settings.json").read_bytes())
    paths = [path.relative_to(empty).as_posix() for path in (empty / "content").rglob("*.yml")]
    paths += [f"content/{place}/{kind}/x.yml" for place in ("a/b", "a/records", "records") for kind in BY_FOLDER]
    for path in paths:
        named = [name for name, globs in settings["yaml.schemas"].items() if any(matches(path, one) for one in globs)]
        assert len(named) == 1, path
        assert (empty / named[0]).is_file()


def matches(path: str, glob: str) -> bool:
    """A star stands for one part of the path."""
    return bool(re.fullmatch(re.escape(glob).replace(r"\*", "[^/]+"), path))
