"""Marks of an unfinished merge: told with both sides, and the rest of the file is read on."""

from __future__ import annotations

import pytest

from generator.source.conflicts import resolved

ONE = "标题: 甲\n<<<<<<< HEAD\n栏目: 村务\n=======\n栏目: 党务\n>>>>>>> b\n形式: 公告\n"


def test_first_side_stays_in_its_line() -> None:
    text, [finding] = resolved("x.yml", ONE)
    assert text == "标题: 甲\n\n栏目: 村务\n\n\n\n形式: 公告\n"
    assert (finding.code, finding.span.line) == ("Y19", 2)
    assert "第2—6行" in finding.message
    assert "第3—3行和第5—5行" in finding.remedy


def test_each_conflict_is_told() -> None:
    _, found = resolved("x.yml", ONE + ONE)
    assert [finding.span.line for finding in found] == [2, 9]


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\n甲: 乙\n", "甲: 乙\n>>>>>>> b\n", "<<<<<<< a\n甲: 乙\n>>>>>>> b\n"])
def test_half_a_conflict(text: str) -> None:
    mended, found = resolved("x.yml", text)
    assert [finding.code for finding in found] == ["Y19"]
    assert "甲: 乙" in mended


def test_base_of_three_way_merges_is_left_out() -> None:
    text, [_] = resolved("x.yml", "<<<<<<< a\n甲: 1\n||||||| o\n甲: 0\n=======\n甲: 2\n>>>>>>> b\n")
    assert text.split() == ["甲:", "1"]


def test_nothing_of_the_kind() -> None:
    text = "标题: 甲 <<< 乙 >>>\n正文: |\n  =======\n"
    assert resolved("x.yml", text) == (text, ())
