"""No command prints a personal number, whatever it stands in: every carrier, every command."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.report.redacted import Redacted
from tests.support.command import disclose
from tests.support.townships import Project, copied, project
from tests.support.village import PERSONAL

pytestmark = pytest.mark.slow

MOBILE, IDENTITY = PERSONAL["{手机号}"], PERSONAL["{身份证号}"]
APART = f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}"
LIU = "shidu/liuwan"
FINANCE = f"{LIU}/finance/2026-10.yml"


def _line(text: str) -> Callable[[Project], None]:
    def add(county: Project) -> None:
        file = county.root / "content" / FINANCE
        file.write_text(f"{file.read_text(encoding='utf-8')}{text}\n", encoding="utf-8")

    return add


def _named(path: str, old: str, new: str) -> Callable[[Project], None]:
    return lambda county: county.record(path, old, new)


def _written(path: str, data: str = "标题: x\n") -> Callable[[Project], None]:
    return lambda county: county.write(path, data)


def _ledger(county: Project) -> None:
    """A line that says it, is about it, and is damaged."""
    file = county.root / "ledger/shidu.jsonl"
    lines = file.read_text(encoding="utf-8").replace("东塘鱼塘", f"东塘鱼塘{MOBILE}")
    first = json.loads(lines.split("\n")[0])
    first |= {"path": f"{LIU}/notices/{MOBILE}.yml", "said": [["2026-11-18", IDENTITY]]}
    file.write_text(f"{lines}{json.dumps(first, ensure_ascii=False)}\n", encoding="utf-8")


CARRIERS: dict[str, Callable[[Project], None]] = {
    "text": _line(f"说明: 打电话 {MOBILE}，证号 {IDENTITY}"),
    "full width": _line(f"说明: 打电话 {''.join(chr(ord(digit) + 0xFEE0) for digit in MOBILE)}"),
    "key": _line(f"{MOBILE}: x"),
    "key and broken": _line(f"{APART} ：x\n  - {IDENTITY}: ["),
    "amount": _named(FINANCE, "金额: 5600.00", f"金额: {APART}"),
    "day": _named(FINANCE, "日期: 2026-10-09", f"日期: {MOBILE}"),
    "reference": _line(f"相关: [notices/{MOBILE}]"),
    "slip with a correction": _named(FINANCE, "金额: 5600.00", f"金额：{MOBILE}元"),
    "file": _written(f"{LIU}/notices/{MOBILE}.yml"),
    "file of an ID": _written(f"{LIU}/notices/a-{IDENTITY}.yml"),
    "stray": _written(f"{LIU}/notices/{MOBILE}.txt"),
    "attachment": _written(f"{LIU}/attachments/{MOBILE}.jpg"),
    "attachment's text": _line(f"附件: [{{名称: {MOBILE}, 文件: attachments/{MOBILE}.jpg}}]"),
    "kind": _written(f"{LIU}/{MOBILE}/2026-10.yml"),
    "village's folder": _written(f"shidu/{MOBILE}/village.yml", "名称: x\n"),
    "township's folder": _written(f"{MOBILE}/township.yml", "名称: x\n"),
    "village": _named(f"{LIU}/village.yml", "名称: 柳湾村", f"名称: 柳湾村{MOBILE}"),
    "township": _named("shidu/township.yml", "名称: 石渡镇", f"名称: 石渡镇{APART}"),
    "county": _named("county.yml", "名称: 澄安县", f"名称: 澄安县{MOBILE}"),
    "county's limits": _named("county.yml", "名称: 澄安县", f"名称: 澄安县\n参数: {{大额支出: {MOBILE}0}}"),
    "ledger": _ledger,
}
COMMANDS = (
    "check",
    "check --format json",
    "check --format github",
    "check --format gitlab",
    "check --format sarif",
    "check --format junit",
    "build",
    "build --json --publish",
    "assemble",
    "due",
    f"due --village {LIU}",
    "due --township shidu",
    f"due --township {MOBILE}",
    f"poster content/{LIU}",
    f"rules {MOBILE}",
    "coverage",
    "shards",
    f"new {MOBILE}",
    f"check --as-of {MOBILE}",
    f"check --content {MOBILE}",
    "ledger check",
    f"ledger show {LIU}/finance/2026-10",
    f"ledger show {LIU}/notices/{MOBILE}",
    "ledger repair",
    "check --fix --mask",
)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = project(tmp_path_factory.mktemp("once"))
    made.build(publish=True)
    return made


def told(output: str) -> list[str]:
    """The lines that hold one of the numbers, in whatever form."""
    numbers = (MOBILE, IDENTITY)
    return [
        line
        for line in output.splitlines()
        if any(number in re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", line)) for number in numbers)
    ]


@pytest.mark.parametrize("carriers", ["county", "county's limits", "ledger", "the others"])
def test_no_command_prints_a_number(carriers: str, once: Project, tmp_path: Path) -> None:
    county = copied(once, tmp_path / "county")
    alone = ("county", "county's limits", "ledger")  # these end a run, or hide what others show
    several = ("amount", "slip with a correction"), ("key and broken",)
    for number, name in enumerate([carriers] if carriers in alone else [one for one in CARRIERS if one not in alone]):
        if any(name in some for some in several):  # they spoil a record, so each has one of its own
            text = (once.root / "content" / FINANCE).read_text(encoding="utf-8")
            kept = (county.root / "content" / FINANCE).read_text(encoding="utf-8")
            county.write(FINANCE, text)
            CARRIERS[name](county)
            county.rename(FINANCE, f"{LIU}/finance/2025-{number % 12 + 1:02}.yml")
            county.write(FINANCE, kept)
        else:
            CARRIERS[name](county)
    for command in COMMANDS:
        done = disclose(county.root, *command.split())
        assert told(done.stdout + done.stderr) == [], command
        assert done.stdout + done.stderr, command


def test_a_fault_of_ours(once: Project, tmp_path: Path) -> None:
    """The traceback of an exception whose words hold a record's text."""
    county = copied(once, tmp_path / "county")
    (county.root / "fault.py").write_text(
        "import generator.build.check as check, generator.cli as cli, sys\n"
        f"def fault(*_, **__): raise RuntimeError('“{APART}”')\n"
        "check.check = fault\n"
        "sys.argv[1:] = ['check']\n"
        "cli.main()\n",
        encoding="utf-8",
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "fault.py"], cwd=county.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "RuntimeError" in done.stderr
    assert "139******34" in done.stderr
    assert told(done.stdout + done.stderr) == []


def test_the_lines_of_a_finding_stay_whole(tmp_path: Path) -> None:
    said = "“科目”写了两次（9处，第37、47、60—63、73、86、96、106行）"
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        Redacted(stream).write(f"{said} {'、'.join(MOBILE)}")
    written = (tmp_path / "out").read_text(encoding="utf-8")
    assert written.startswith(said)
    assert told(written) == []


def test_a_checksum_stays_whole(tmp_path: Path) -> None:
    digest = f"{MOBILE}ab" * 4
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        Redacted(stream).write(f"{digest} {MOBILE}\n{MOBILE}")
    assert (tmp_path / "out").read_text(encoding="utf-8") == f"{digest} 139******34\n139******34"
