"""Which opinions of supervisors say that they did not agree. Only what is plain is told."""

from __future__ import annotations

import pytest

from generator.rules.timeliness.t15_not_agreed import _is_against

AGAINST = (
    "不同意公开", "账实不符，不同意", "不予通过", "有异议", "存在疑问，请说明", "与银行对账单不符", "未通过",
    "不赞成这个价", "暂缓公开", "拒绝签字", "没有通过", "支46号凭证不予公开", "提出异议", "现金和账对不上", "退回重做", "不同意见",
)  # fmt: skip
FOR = (
    "同意", "同意公开", "没有异议", "无异议", "村民没有提出异议", "与银行对账单一致", "无不同意见", "没有不同意见，同意公开",
    "未发现账实不符", "经核对没有对不上的", "有异议的可以向监督委员会反映", "如有不符，请更正", "不符的地方已改正，同意",
    "账实相符", "数字清楚，可以公开", "公示期内未收到异议", "",
)  # fmt: skip


@pytest.mark.parametrize("words", AGAINST)
def test_not_agreed(words: str) -> None:
    assert _is_against(words)


@pytest.mark.parametrize("words", FOR)
def test_agreed(words: str) -> None:
    assert not _is_against(words)
