"""Templates can be read line by line; how their source is broken into lines does not show in the pages."""

from __future__ import annotations

from pathlib import Path

from generator.pages.render import environment, fill
from tests.lint_templates import LONGEST, long_lines, main


def test_repository_is_clean() -> None:
    assert main() == 0


def test_long_lines_are_found() -> None:
    assert list(long_lines("账" * LONGEST)) == []
    assert list(long_lines(f"<p>\n{'账' * (LONGEST + 1)}\n</p>")) == [(2, LONGEST + 1)]


def test_cells_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    """Neither their lines nor indentation and empty lines reach the page; other line ends do."""
    source = "<tbody>\n  <tr>\n    <th>收入</th>\n    <td class='r'>1</td>\n\n  </tr>\n</tbody>\n"
    (tmp_path / "table.html").write_text(source, encoding="utf-8")
    assert fill(environment(tmp_path), "table.html") == "<tbody>\n<tr><th>收入</th><td class='r'>1</td></tr>\n</tbody>"
