"""Y09: the same name twice at one level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """同一层里，一个名称只能写一次；写了两次，电脑不知道该用哪一个。

    为什么：
        有的软件悄悄用后一个，有的用前一个，公开出去的数就可能不是你想写的那个。

    怎么查：
        同一层里有没有两个一样的名称；不同层里的可以一样，比如每一条明细都有“金额”。

    怎么改：
        1. 只留一个，把另一个删掉。
        2. 两处都要的，写成一张单子：另起一行，每一条前面加“- ”。

    合格：
        标题: 三组停水公告

    合格：
        表格:
          - 名称: 停水安排
            列:
              - {列: 哪里}
              - {列: 什么时候}
            行:
              - [三组, 11月20日上午]

    不合格：
        标题: 三组停水公告
        标题: 三组、四组停水公告  # <- Y09

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          公开日期: 2026-10-12  # <- Y09
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
    """
    yield from ()


RULE = Rule(
    code="Y09",
    title="同一层里名称不能写两次",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="两处写的可能不一样，电脑不知道该公开哪一个。",
    basis=("本网站",),
    check=check,
)
