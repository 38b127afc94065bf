"""Y08: no space after the colon."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """名称后面的英文冒号要空一格再写内容：“标题: 停水公告”，不是“标题:停水公告”。

    为什么：
        电脑靠“冒号加空格”分清名称和内容；像 8:30 这样没有空格的冒号，算内容的一部分。

    怎么查：
        文件读不通，或者名称不认得时，看是不是冒号后面少了空格，告诉你哪一行、应该写成什么。

    怎么改：
        在冒号后面打一个空格，或者把提示里改好的那一行粘贴过来。

    合格：
        标题: 三组停水公告

    合格：
        正文: 11月20日8:30到12:00停水。

    不合格：
        标题:三组停水公告  # <- Y08
        事项: 一般

    不合格：
        标题: 三组停水公告
        异议: {受理岗位:村务监督委员会, 截止: 2026-10-26}  # <- Y08
    """
    yield from ()


RULE = Rule(
    code="Y08",
    title="冒号后面要空一格",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="没有空格，电脑分不清名称和内容，没法公开。",
    basis=("本网站",),
    check=check,
)
