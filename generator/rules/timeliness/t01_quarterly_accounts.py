"""T01: accounts are public for every quarter, in time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.unkept import unkept


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """财务收支至少每季度公开一次，季度结束后15天内公开（天数由县里定）。

    为什么：
        钱花出去很久才公开，大家想问也问不清了。

    怎么查：
        从本村开始公开那天算起，每个季度（按月公开的村是每个月）都要有一份财务收支，
        公开日期不晚于期末后第15天。被暂缓公开的那一期不算缺，也不算按时。

    怎么改：
        1. 缺的：用 disclose new finance 建一份，填好后提交。
        2. 已经晚了的：晚就是晚，不能改日期；可以在村的资料里写“情况说明”。

    合格：
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        收支明细: []
        公开:
          公开日期: 2026-10-15
          至: 2026-11-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-12}
        # 村: 开始公开日期=2026-07-01

    合格：
        # 按月公开的村，10月的账在第15天公开
        # 村: 财务每月公开=是; 开始公开日期=2026-10-01
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-15
          至: 2026-12-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-12}

    不合格：
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        公开:
          公开日期: 2026-10-16  # <- T01
          至: 2026-11-02
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-12}
        # 村: 开始公开日期=2026-07-01

    不合格：
        # 第三季度的财务收支一直没有文件
        # 村: 开始公开日期=2026-07-01
        # 应报: T01 village.yml
    """
    yield from unkept(
        case.duties_of("财务收支"), context, "用 disclose new finance 建一份，期间写 {period}，填好后提交"
    )


RULE = Rule(
    code="T01",
    title="财务至少每季度公开一次",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天。",
    basis=("公开·财务", "农业法·公布账目", "财务公开规定"),
    check=check,
)
