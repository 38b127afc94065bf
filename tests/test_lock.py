"""requirements.lock suits every Python that pyproject.toml names. It is only resolved here: nothing is installed or run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.support.county import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = [
    last
    for name in PROJECT["classifiers"]
    if re.fullmatch(r"3\.\d+", last := name.removeprefix("Programming Language :: Python :: "))
]


def resolved(lock: Path, python: str) -> list[dict[str, Any]]:
    """Metadata of all that pip would install for the first release of this Python, from wheels alone, every hash compared."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version", python]
    command += ["--target", str(lock.parent / "nowhere"), "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [one["metadata"] for one in json.loads(done.stdout)["install"]]


def unmet(packages: list[dict[str, Any]], python: str) -> Iterator[str]:
    """What these packages want and do not get there. pip itself would ask for what the Python it runs on needs."""
    versions = {canonicalize_name(one["name"]): one["version"] for one in packages}
    where = {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    for one in packages:
        for line in one.get("requires_dist", ()):
            wanted = Requirement(line)
            if wanted.marker and not wanted.marker.evaluate(where):
                continue
            version = versions.get(canonicalize_name(wanted.name))
            if version is None or not wanted.specifier.contains(version, prereleases=True):
                yield f"{one['name']} wants {line}, gets {version}"


@pytest.mark.index
@pytest.mark.slow
@pytest.mark.parametrize("python", PYTHONS)
def test_lock_resolves(python: str) -> None:
    lock = ROOT / LOCKS[0]
    packages = resolved(lock, python)
    assert len(packages) == len(re.findall("^[^ #]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    assert list(unmet(packages, python)) == []


def test_what_is_wanted_only_elsewhere_counts_there() -> None:
    old = {"name": "old", "version": "1", "requires_dist": ['new>=2; python_version >= "3.13"', 'x; extra == "more"']}
    new = {"name": "New", "version": "1", "requires_dist": ["old"]}
    assert list(unmet([old, new], "3.12")) == []
    assert list(unmet([old, new], "3.13")) == ['old wants new>=2; python_version >= "3.13", gets 1']


def test_lock_names_no_index() -> None:
    """Where packages come from is the machine's business."""
    for lock in LOCKS:
        assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_pythons_are_the_ones_allowed() -> None:
    allowed = SpecifierSet(PROJECT["requires-python"])
    assert PYTHONS[0] == "3.11"
    assert all(f"{python}.0" in allowed for python in PYTHONS)
    assert "3.10.99" not in allowed
