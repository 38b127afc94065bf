"""V04: this month's duty roster is up by the first of the month, where rosters are kept at all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import Period
from generator.base.finding import Effect
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.unkept import unkept


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村干部值班表，每月1号以前公开当月的。

    为什么：
        有事去村部，先知道今天谁在，免得白跑。

    怎么查：
        按公开目录里的“值班表”：公开过值班表的村，从第一份算起，看本月的，公开日期不晚于1号（哪天由县里定）。
        没有公开过值班表的、目录里写了“不适用”的，不查。

    怎么改：
        1. 把本月的值班表写成一份记录，放在 rosters 文件夹。
        2. 晚了的，日期照实写，下个月月底前就排好。

    合格：
        # 文件: rosters/2026-11.yml
        期间: 2026-11
        公开:
          公开日期: 2026-11-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-31}

    合格：
        # 第一份值班表从下个月开始
        # 文件: rosters/2026-12.yml
        期间: 2026-12
        班次:
          - {日期: 2026-12-01, 岗位: 村文书 何秀英}
        公开:
          公开日期: 2026-11-18
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-17}

    合格：
        # 公开目录里另定了日子的，按目录：月初以后20天
        # 村: 开始公开日期=2026-11-01; 公开目录=[{事项: 值班表, 期限: 20}]
        # 文件: rosters/2026-11.yml
        期间: 2026-11
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    不合格：
        # 文件: rosters/2026-10.yml
        期间: 2026-10
        # 应报: V04 village.yml

    不合格：
        # 文件: rosters/2026-10.yml
        期间: 2026-10
        # 文件: rosters/2026-11.yml
        期间: 2026-11
        公开:
          公开日期: 2026-11-02  # <- V04
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-31}
    """
    today = Period(context.as_of, context.as_of)
    current = [duty for duty in case.duties_of("值班表") if duty.period.covers(today)]
    yield from unkept(current, context, "把本月的值班表写成一份记录，放在 rosters 文件夹")


RULE = Rule(
    code="V04",
    title="值班表月初就公开",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="晚公开也有用，白跑的人会少；所以照样公开，旁边写明哪天公开的。",
    basis=("村干部值班制度",),
    check=check,
)
