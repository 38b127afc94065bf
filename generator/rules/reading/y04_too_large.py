"""Y04: a file larger or deeper than any record is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """一个文件最多 1 MB、6 万项内容，一层套一层最多 16 层；再多就拆成几个文件。

    为什么：
        一个月两千笔收支的账也只有 0.6 MB。比这还大，多半是把照片、扫描件或别的软件的文件存成了记录。

    怎么查：
        先看文件大小；读的时候数有多少项、套了多少层。

    怎么改：
        1. 照片、扫描件、表格文件放进 attachments 文件夹，记录里只写文件名。
        2. 账目真的很多的，按月拆成几个文件。
        3. 括号套了很多层的，检查“[ ]”“{ }”是不是多打了。

    合格：
        标题: 2026年第三季度村务事项公开

    合格：
        表格:
          - 名称: 停水安排
            列: [{列: 哪里}, {列: 什么时候}]
            行:
              - [一组, 11月20日上午]
              - [三组, 11月20日下午]

    不合格：
        正文: {四十万字}  # <- Y04

    不合格：
        渠道: [[[[[[[[[[[[[[[[[[公开栏]]]]]]]]]]]]]]]]]]  # <- Y04
    """
    yield from ()


RULE = Rule(
    code="Y04",
    title="文件不能太大、套得太深",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="太大的文件多半是存错了，读它会拖住整个网站。",
    basis=("本网站",),
    check=check,
)
