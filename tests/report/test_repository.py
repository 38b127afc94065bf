"""Paths as a platform knows them: from the top of the repository, wherever the command runs and however its folder is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.report.repository import path_in, prefix_of


@pytest.mark.parametrize("top", ["folder", "file"])
@pytest.mark.parametrize(
    ("here", "given"), [("", "county/content"), ("county", "content"), ("county/content", "."), ("ledger", "")]
)
def test_from_the_top_of_the_repository(
    top: str, here: str, given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a work tree `.git` is a file. An empty `given` stands for the whole path."""
    for folder in ("county/content", "ledger"):
        (tmp_path / folder).mkdir(parents=True)
    if top == "folder":
        (tmp_path / ".git").mkdir()
    else:
        (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    monkeypatch.chdir(tmp_path / here)
    assert prefix_of(Path(given) if given else tmp_path / "county/content") == "county/content/"


def test_the_content_folder_is_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert path_in(prefix_of(tmp_path), "shidu/township.yml") == "shidu/township.yml"


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the current folder; a folder that lies elsewhere as it was given."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert prefix_of(tmp_path / "here/content") == "content/"
    assert prefix_of(Path("../content")) == "../content/"
