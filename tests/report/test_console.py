"""No text of a record and no file name becomes a command of a CI server, moves a cursor, or begins a line of its own."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.command import disclose
from tests.support.county import ROOT

pytestmark = pytest.mark.slow

COMMANDS = (
    "::error file=a.py,line=1::x",
    "::set-output name=a::x",
    "  ::stop-commands::x",
    "##[error]x",
    "##[add-matcher]x",
    "##vso[task.setvariable variable=a]x",
    "##teamcity[message text='x']",
    "\x1b[0Ksection_start:1700000000:x\r\x1b[0Kx",
    "\x9b2Jx",
    "\u2028::error::x",
    "\x85##[error]x",
    "\u202e::error::x",
)
FINANCE = "content/shidu/liuwan/finance/2026-10.yml"
OWN = re.compile(r"::(?:error|warning|notice) file=content/|::(?:error|warning|notice)::另有")


def taken(output: str) -> list[str]:
    """The lines that a CI server would obey, save our own annotations, and those with a control character."""
    lines = output.splitlines()
    found = [line for line in lines if line.lstrip().startswith("::") and not OWN.match(line)]
    return found + [line for line in lines if "##" in line or re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u202e]", line)]


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_what_a_record_says_is_never_a_command(county: Path, form: str) -> None:
    file = county / FINANCE
    text = file.read_text(encoding="utf-8")
    for month, line in enumerate(COMMANDS, 1):
        quoted = json.dumps(f"5\n{line}\n")
        file.with_name(f"2025-{month:02}.yml").write_text(
            text.replace("金额: 5600.00", f"金额: {quoted}").replace("单位: 元", f"单位: {json.dumps(line)}"),
            encoding="utf-8",
        )
    done = disclose(county, "check", "--format", form)
    assert done.returncode == 1
    assert all(f"finance/2025-{month:02}.yml" in done.stdout for month in range(1, len(COMMANDS) + 1))
    assert taken(done.stdout + done.stderr) == []


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_what_a_file_is_called_is_never_a_command(county: Path, form: str) -> None:
    folder = county / "content"
    for line in COMMANDS:
        (folder / f"{line}.txt".replace("/", "_")).write_text("x", encoding="utf-8")
        (folder / "shidu/liuwan/finance" / f"a\n{line}.yml".replace("/", "_")).write_text("x", encoding="utf-8")
    (folder / os.fsdecode(b"\xb2\xe9.txt")).write_text("x", encoding="utf-8")
    done = disclose(county, "check", "--format", form)
    assert done.returncode == 1, done.stderr
    assert "多半是解压时弄乱的" in done.stdout
    assert taken(done.stdout + done.stderr) == []


def test_nor_is_a_wrong_argument_or_a_name_in_a_profile(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(county)

    def said(*arguments: str) -> str:
        """In this process: to start another takes longer than what it does."""
        monkeypatch.setattr(sys, "argv", ["disclose", *arguments])
        with suppress(SystemExit):
            main()
        both = capsys.readouterr()
        return both.out + both.err

    profile = county / "content/shidu/liuwan/village.yml"
    kept = profile.read_text(encoding="utf-8")
    for line in COMMANDS:
        for arguments in (
            ["rules", line],
            ["check", line],
            ["check", "--as-of", line],
            ["due", "--township", line],
            ["new", line],
            [line],
        ):
            told = said(*arguments)
            assert "用法不对" in told or "没有" in told, arguments
            assert taken(told) == []
        profile.write_text(kept.replace("名称: 柳湾村", f"名称: {json.dumps(line)}"), encoding="utf-8")
        assert taken(said("due", "--jobs", "1")) == []
        profile.write_text(kept, encoding="utf-8")


def test_every_word_goes_through_one_door() -> None:
    """Only the console prints; the progress line writes counts."""
    found = [
        path.name
        for path in sorted((ROOT / "generator").rglob("*.py"))
        if re.search(r"\bclick\.s?echo\(|(?<![\w>. ] )\bprint\(|traceback\.print", path.read_text(encoding="utf-8"))
    ]
    assert found == ["console.py"]
