"""Items of a list whose `- ` was forgotten: told once each, and read as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

import pytest

from generator.base.finding import merged
from generator.report.mend import applied
from generator.source.document import parse

ENTRIES = """\
期间: 2026-10
收支明细:
  - 收支: 收入
    日期: 2026-10-08
    附件:
      - 名称: 收据
        文件: a.jpg
      - 名称: 合同
        文件: b.jpg
    金额: 100.00

  - 收支: 支出
    日期: 2026-10-09
    金额: 20.00
  # 第三笔
  - 收支: 支出
    日期: 2026-10-10
    金额: 30.00
说明: 无
"""
LINES = ENTRIES.split("\n")
DASHES = [number for number, line in enumerate(LINES, 1) if line.lstrip().startswith("- ")]
SOME = list(chain.from_iterable(combinations(DASHES, count) for count in range(1, len(DASHES) + 1)))
SOME = [some for some in SOME if not ({6, 8} <= set(some) or {3, 12, 16} <= set(some))]
"""Of a list without any `- ` nobody can say that it is one; the rules on its kind do."""


def without(lines: Sequence[int]) -> str:
    return "\n".join(line.replace("- ", "  ", 1) if at in lines else line for at, line in enumerate(LINES, 1))


@pytest.mark.parametrize("lines", SOME, ids=str)
def test_forgotten_dashes(lines: tuple[int, ...]) -> None:
    read = parse("x.yml", without(lines).encode())
    assert [span.line for one in merged(read.findings) for span in one.spans] == list(lines)
    assert {one.code for one in read.findings} == {"Y05"}
    assert read.document
    whole = parse("x.yml", ENTRIES.encode()).document
    assert whole
    assert read.document.root == whole.root
    assert applied(without(lines), [fix for one in read.findings for fix in one.fixes]) == ENTRIES


def test_a_name_that_is_only_written_twice() -> None:
    twice = ENTRIES.replace("    金额: 20.00\n", "    金额: 20.00\n    收支: 收入\n")
    assert [(one.code, one.span.line) for one in parse("x.yml", twice.encode()).findings] == [("Y09", 15)]
    twice = ENTRIES.replace("说明: 无\n", "说明: 无\n期间: 2026-11\n说明: 有\n")
    assert [one.code for one in parse("x.yml", twice.encode()).findings] == ["Y09", "Y09"]
