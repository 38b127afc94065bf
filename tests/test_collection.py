"""Every test that is written is run: no folder is left out because of its name."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest

from tests.support.county import ROOT


def test_no_folder_is_left_out(pytestconfig: pytest.Config) -> None:
    """By itself pytest passes over folders that are called `build` or `dist`."""
    folders = {file.parent for top in ("tests", "generator") for file in (ROOT / top).rglob("*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert "build" in names
    patterns = pytestconfig.getini("norecursedirs")
    assert [name for name in names if any(fnmatch(name, pattern) for pattern in patterns)] == []
