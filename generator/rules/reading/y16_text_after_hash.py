"""Y16: text that YAML takes for a comment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """内容后面空一格再写“#”，从“#”起都算备注，不会公开；备注要单独写一行，“#”写在行首。

    为什么：
        “修理村部 #2 变压器”公开出去只剩“修理村部”，谁也不知道少了字。

    怎么查：
        一行里已经有了内容，后面又有“#”，并且“#”前面是空格。引号里的、紧跟在字后面的“#”是内容，照样公开。

    怎么改：
        1. 是内容的：用英文引号把整段内容括起来，或者把“#”写成全角的“＃”。
        2. 是备注的：移到上面，单独写一行，以“#”开头。

    合格：
        标题: '修理村部 #2 变压器'

    合格：
        # 11月20日文书填
        标题: 修理村部2#变压器

    不合格：
        标题: 修理村部 #2 变压器  # <- Y16

    不合格：
        标题: 三组停水公告 # 等停水时间定了再填  # <- Y16
    """
    yield from ()


RULE = Rule(
    code="Y16",
    title="“#”后面的字不会公开",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="少了一截的内容公开出去，意思可能就变了。",
    basis=("本网站",),
    check=check,
)
