"""Wheels for tests without a network: the project's own, and what it stands on, packed again from what is installed here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path

from tests.support.county import ROOT

LOCK = ROOT / "requirements.lock"
SOURCES = ("generator", "theme", "docs", "deploy", "pyproject.toml", "setup.py", "README.md", "LICENSE", LOCK.name)


def pip(*arguments: str | Path, of: Path | None = None, cwd: Path | None = None) -> None:
    """Run this environment's pip without a network, for another environment where `of` names one."""
    into = ["--python", str(of)] if of else []
    command = [sys.executable, "-m", "pip", *into, *map(str, arguments), "--no-index", "--quiet"]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def own_wheel(folder: Path) -> Path:
    """The project's wheel, built from a copy, so that the checkout stays clean and nothing of an old build gets in."""
    source = folder / "source"
    source.mkdir()
    for path in (*(ROOT / name for name in SOURCES), *ROOT.glob("THIRD_PARTY*")):
        if path.is_dir():
            shutil.copytree(path, source / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source)
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source)
    (wheel,) = folder.glob("*.whl")
    return wheel


def dependencies(folder: Path) -> None:
    """A wheel of each package in the lock."""
    folder.mkdir()
    for name in re.findall(r"^([\w.-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE):
        _packed(distribution(name), folder)


def _packed(installed: Distribution, folder: Path) -> None:
    """Its files as they are recorded, without what installing made: scripts (they lie elsewhere) and byte code."""
    tags = re.findall(r"^Tag: (.+)$", installed.read_text("WHEEL") or "", re.MULTILINE)
    name = re.sub(r"[-_.]+", "_", installed.metadata["Name"])
    with zipfile.ZipFile(folder / f"{name}-{installed.version}-{_joined(tags)}.whl", "w") as wheel:
        for file in installed.files or ():
            if file.parts[0] != ".." and "__pycache__" not in file.parts:
                wheel.write(str(file.locate()), str(file))


def _joined(tags: Sequence[str]) -> str:
    """Several tags as a file's name says them.

    >>> _joined(["py2-none-any", "py3-none-any"])
    'py2.py3-none-any'
    """
    return "-".join(".".join(sorted(set(parts))) for parts in zip(*(tag.split("-") for tag in tags), strict=True))
