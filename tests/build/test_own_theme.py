"""A county's own theme/ and docs/ come before the program's, file by file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.base.shipped import DOCS, THEME
from tests.starter.test_starter import started
from tests.support.county import build

pytestmark = pytest.mark.slow


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A county with one template of its own, one of the host's, one style sheet and one page of help."""
    folder = started(tmp_path / "county")
    changes = {
        THEME / "pages/village.html": ("<h1", "<h1 data-own"),
        THEME / "lean.html": ('id="main"', 'id="main" data-own'),
        THEME / "assets/sanwu.css": ("body", ".own{color:red}body"),
        DOCS / "help/about.md": ("## 从哪来", "## 本县说明"),
    }
    for file, (old, new) in changes.items():
        root = THEME.parent if file.is_relative_to(THEME) else DOCS.parent
        target = folder / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        source = file.read_text(encoding="utf-8")
        assert old in source
        target.write_text(source.replace(old, new, 1), encoding="utf-8")
    return folder


def is_its_own(site: Path) -> None:
    def page(path: str) -> str:
        return (site / path).read_text(encoding="utf-8")

    assert "<h1 data-own" in page("shidu/liuwan/index.html")
    assert 'id="main" data-own' in page("shidu/liuwan/index.html")
    assert ".own{color:red}" in page("assets/sanwu.css")
    assert "本县说明" in page("help/about.html")
    # What it does not have comes from the program.
    assert (site / "assets/page.js").is_file()
    assert "某县" in page("rules/index.html")


def test_mkdocs_build(own: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    is_its_own(own / "site")


def test_disclose_build_and_a_file_taken_away_again(own: Path) -> None:
    """Then the program's is used, without anybody asking for `--no-cache`."""
    build(own)
    is_its_own(own / "site")
    (own / "docs/help/about.md").unlink()
    build(own)
    assert "本县说明" not in (own / "site/help/about.html").read_text(encoding="utf-8")
    (own / "theme/pages/village.html").unlink()
    build(own)
    assert "<h1 data-own" not in (own / "site/shidu/liuwan/index.html").read_text(encoding="utf-8")
