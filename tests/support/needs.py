"""What some tests need beyond the lock file. `python -m tests.support.needs` says what is missing, before any test runs.

A test says what it needs with a marker of that name. Where the thing is missing, the test is skipped; where CI is set,
nothing may be skipped, and the run stops at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import which

CHROMIUM = Path("/usr/bin/chromium")
OFFICE_PYTHON = "/usr/bin/python3"
"""Debian's own: python3-uno is made for it."""
ASK = ["index", "versions", "setuptools", "--retries", "0", "--timeout", "15"]
"""One question to the package index, about a package that the lock file names."""


@dataclass(frozen=True)
class Need:
    """One thing that a machine may lack."""

    marker: str
    tests: str
    """What is not tested without it."""
    missing: str
    """What to say where it is missing, and how to get it."""
    is_there: Callable[[], bool]


def _chromium() -> bool:
    if not CHROMIUM.exists() or not which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout)


def _checker() -> bool:
    return all(which(command) for command in ("java", "npm"))


@cache
def _index() -> bool:
    return subprocess.run([sys.executable, "-m", "pip", *ASK], capture_output=True, check=False).returncode == 0


def _office() -> bool:
    """LibreOffice, and the Python that can speak with it."""
    spoken = subprocess.run([OFFICE_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return which("soffice") is not None and spoken.returncode == 0


NEEDS = (
    Need(
        "browser",
        "网页在手机上的样子",
        "没有 chromium 或中文字体：apt-get install chromium fontconfig fonts-noto-cjk",
        _chromium,
    ),
    Need("checker", "HTML 合不合规范", "没有 java 或 npm：apt-get install default-jre-headless npm", _checker),
    Need(
        "office",
        "填报表在 LibreOffice 里填",
        "没有 LibreOffice：apt-get install libreoffice-calc python3-uno",
        _office,
    ),
    Need("index", "版本文件在别的 Python 上装不装得上", "连不上软件包的网站（pip index versions setuptools）", _index),
)


def absent() -> tuple[Need, ...]:
    """What this machine lacks."""
    return tuple(need for need in NEEDS if not need.is_there())


def told(needs: Iterable[Need], *, strict: bool) -> list[str]:
    """One line for each thing that is missing."""
    word = "CI 里不能跳过" if strict else "会跳过"
    return [f"{word}：{need.tests}（{need.missing}）。" for need in needs]


def main() -> int:
    """Say it; 1 where nothing may be skipped and something would be."""
    strict = bool(os.environ.get("CI"))
    needs = absent()
    print("\n".join(told(needs, strict=strict)) or "不跳过任何测试。")
    return int(strict and bool(needs))


if __name__ == "__main__":
    sys.exit(main())
