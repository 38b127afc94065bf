"""`disclose check` of one file or folder: what is said of it is what a check of all says of it, and no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.asked import NoSuchPath, belongs, inside
from generator.build.check import check
from tests.support.command import disclose
from tests.support.townships import project

pytestmark = pytest.mark.slow

LIUWAN = "shidu/liuwan"
FINANCE = f"{LIUWAN}/finance/2026-10.yml"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With something wrong in every kind of place."""
    made = project(tmp_path_factory.mktemp("county"))
    made.record(FINANCE, "期末: 64400.00", "期末: 64300.00")
    made.write(f"{LIUWAN}/oops.yml", "x: 1")
    made.record("shidu/shangyan/notices/2026-10.yml", "标题: ", "标题：")
    made.write("shidu/records/notices/2026-11.yml", "标题: 半份")
    made.record("records/notices/2026-10.yml", "标题: ", "标体: ")
    made.write("heling/township.yml", "名称: 禾岭镇\n")
    return made.root


@pytest.mark.parametrize(
    "asked",
    ["", LIUWAN, FINANCE, f"{LIUWAN}/finance", f"{LIUWAN}/oops.yml", "shidu", "shidu/records", "records", "heling"],
)
def test_as_in_a_check_of_all(county: Path, asked: str) -> None:
    whole = check(county / "content", county / "ledger").findings
    part = check(county / "content", county / "ledger", only=(asked,)).findings
    wanted = [finding for finding in whole if belongs(finding.span.path, asked)]
    assert wanted
    assert [finding for finding in part if belongs(finding.span.path, asked)] == wanted


def test_the_exit_code_is_that_of_what_was_asked_for(county: Path) -> None:
    wrong = disclose(county, "check", f"content/{FINANCE}")
    assert wrong.returncode == 1
    first, _, others = wrong.stdout.partition("同一个村（镇）别的文件里还有：")
    assert f"content/{FINANCE}:" in first
    assert "oops.yml" not in first
    assert "oops.yml" in others
    assert wrong.stdout.rstrip().splitlines()[-1].startswith(f"content/{FINANCE}（")
    right = disclose(county, "check", f"content/{LIUWAN}/notices")
    assert right.returncode == 0
    assert "没有发现问题" in right.stdout
    told = json.loads(disclose(county, "check", FINANCE, "--format", "json").stdout)
    assert {one["path"] for one in told} == {f"content/{FINANCE}"}


def test_paths_are_taken_as_people_write_them(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(county)
    for given in (
        FINANCE,
        f"content/{FINANCE}",
        FINANCE.removesuffix(".yml"),
        f"./content/{LIUWAN}/../liuwan/finance/2026-10",
    ):
        assert inside(Path("content"), given) == FINANCE
        assert inside(Path("content"), given.replace("/", "\\")) == FINANCE
    assert inside(Path("content"), "content") == ""
    assert inside(Path("content"), f"{county}/content/shidu") == "shidu"
    with pytest.raises(NoSuchPath, match="没有这个文件或文件夹：shidu/nobody"):
        inside(Path("content"), "shidu\\nobody")
    with pytest.raises(NoSuchPath, match="不在 content 里"):
        inside(Path("content"), "mkdocs.yml")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_output_is_utf8_whatever_the_system_is_used_to(county: Path, encoding: str) -> None:
    """A bookkeeper's Windows writes GBK into a file, which no other program of ours could read."""

    def run(*arguments: str) -> bytes:
        command = [sys.executable, "-m", "generator", *arguments]
        known = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        return subprocess.run(command, cwd=county, env=known, stdout=subprocess.PIPE, check=False).stdout

    for arguments in (
        ("rules", "F01"),
        ("new", "finance"),
        ("check", "shidu\\liuwan"),
        ("due", "--village", "shidu\\liuwan"),
    ):
        said = run(*arguments)
        assert "。" in said.decode() or "：" in said.decode()
        assert b"\r" not in said
