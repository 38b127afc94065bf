"""The demonstration county built once, and a small county that tests may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.records.kinds import KINDS
from tests.support.village import TOWNSHIP, VILLAGE

ROOT = Path(__file__).parents[2]
COUNTY = """\
名称: 澄安县
区划代码: "990123000000"
网址: https://sanwu.example/sw/
演示日期: 2026-11-18
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A project folder with one township, one village and one record of each kind."""
    return county_in(tmp_path)


def county_in(tmp_path: Path) -> Path:
    """The same in a folder that is there."""
    files = {"county.yml": COUNTY, "shidu/township.yml": TOWNSHIP, "shidu/liuwan/village.yml": VILLAGE}
    files |= {f"shidu/liuwan/{kind.folder}/2026-10.yml": kind.sample for kind in KINDS}
    for path, text in files.items():
        target = tmp_path / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    return tmp_path


def build(folder: Path, *, publish: bool = False, as_of: str | None = None) -> pipeline.Published:
    """Build a project folder into its site/."""
    return pipeline.build(
        folder / "mkdocs.yml", folder / "content", folder / "site", folder / "ledger", as_of=as_of, publish=publish
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by relative path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of content/, built once."""
    site = tmp_path_factory.mktemp("demonstration") / "site"
    pipeline.build(ROOT / "mkdocs.yml", ROOT / "content", site, ROOT / "ledger")
    return site
