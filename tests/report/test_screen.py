"""What a clerk sees on a screen: by village, with the line that is meant; in a pipe the same words without paint."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import disclose
from tests.support.townships import project

pytestmark = pytest.mark.slow

FINANCE = "shidu/liuwan/finance/2026-10.yml"
_PAINT = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("county"))
    made.record(FINANCE, "期末: 64400.00", "期末: 64300.00")
    made.record(FINANCE, "期间: 2026-10\n", "期间: 2026-10\n说明: 有事找周明山13812345678\n")
    return made.root


def on_screen(folder: Path, *arguments: str, **more: str) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm", **more}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=theirs, stderr=theirs) as run:
        os.close(theirs)
        said = b""
        try:
            while chunk := os.read(ours, 65536):
                said += chunk
        except OSError:  # the other side is closed
            pass
        run.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_by_village_with_the_line_that_is_meant(county: Path) -> None:
    said = on_screen(county, "check", FINANCE)
    plain = _PAINT.sub("", said)
    assert "石渡镇柳湾村（shidu/liuwan）：拦截" in plain
    assert re.search(r" +\d+ │ +期末: 64300\.00\n +│ +\^\n", plain)
    assert "\x1b[31m" in said
    # Every line of the pipe is there, in the same words.
    piped = disclose(county, "check", FINANCE).stdout
    assert [line for line in piped.splitlines() if line not in plain.splitlines()] == []


def test_a_line_with_personal_data_is_not_shown(county: Path) -> None:
    plain = _PAINT.sub("", on_screen(county, "check", FINANCE))
    assert "P02" in plain
    assert "周明山" not in plain
    assert "13812345678" not in plain


def test_no_paint_where_it_is_not_wanted(county: Path) -> None:
    assert "\x1b[" not in disclose(county, "check", FINANCE).stdout
    assert "\x1b[" not in on_screen(county, "check", FINANCE, NO_COLOR="1")
