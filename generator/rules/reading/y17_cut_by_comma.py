"""Y17: a value that a comma cut inside brackets."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """“{ }”和“[ ]”里，英文逗号只用来隔开各项，后面空一格；内容里有英文逗号的，用英文引号括起来，金额不写逗号。

    为什么：
        “{金额: 4,179,500.00}”读到第一个逗号就断了，公开出去成了4元。

    怎么查：
        括号里有没有一项没有冒号，有没有逗号后面不空格、两边连成一片的。中文逗号没有关系。

    怎么改：
        1. 金额和数：去掉逗号，4179500.00。
        2. 一句话：逗号改成中文的“，”，或者用英文引号把整句括起来。
        3. 本来就是几项：逗号后面空一格。
        4. 内容长的，不用“{ }”，一行写一项最不容易错。

    合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09, 意见: 账实不符，退回核对}

    合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏, 网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09, 意见: '账实不符,退回核对'}

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09, 意见: 账实不符,不同意公开}  # <- Y17

    不合格：
        表格:
          - 列: [{列: 项目}, {列: 金额, 类型: 金额}]
            行:
              - [鱼塘承包费, 1,200]  # <- Y17
    """
    yield from ()


RULE = Rule(
    code="Y17",
    title="括号里的逗号不能截断内容",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="截断的金额和意见公开出去，就是错的。",
    basis=("本网站",),
    check=check,
)
