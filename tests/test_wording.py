"""The wording lint sees what it should, and only that."""

from __future__ import annotations

from tests.lint_wording import main, slips_in_python, slips_in_text


def test_repository_is_clean() -> None:
    assert main() == 0


def test_slips_are_found() -> None:
    assert list(slips_in_python('x = "账对不上,请改"')) == [(1, "上,")]
    assert list(slips_in_python('def f():\n    """账要对得上(一分不差)。"""')) == [(2, "上(")]
    assert list(slips_in_text("<p>\n公开情况;缺的</p>", ".html")) == [(2, "况;")]
    assert list(slips_in_text("标题: 修路,三组\n金额: 1,234", ".yml")) == [(1, "路,")]


def test_code_is_no_prose() -> None:
    assert list(slips_in_python("x = {'期间': 1, '账户': 2}")) == []
    assert list(slips_in_python('x = "期间: 2026-10"\ny = r"[元,，]"')) == []
    assert list(slips_in_text("{{ '村务'|url }}<a title='村务,'>村务</a>", ".html")) == []
    assert list(slips_in_text("- {名称: 记录, 仅存纸质: 是}", ".yml")) == []
