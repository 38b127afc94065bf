"""V04: this month's duty roster is up by the first of the month, where rosters are kept at all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long, month_of
from generator.base.finding import Effect
from generator.records.kinds.rosters import Roster
from generator.rules.base import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村干部值班表，每月1号以前公开当月的。

    为什么：
        有事去村部，先知道今天谁在，免得白跑。

    怎么查：
        公开过值班表的村，从第一份算起，看本月的：“期间”包括本月的值班表，公开日期不晚于1号。
        没有公开过值班表的村，不查。

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
    rosters = [(record, body) for record, body in case.of(Roster) if body.publication.day <= context.as_of]
    month = month_of(context.as_of)
    if not any(body.period.start <= month.start for _, body in rosters):
        return
    current = [(record, body) for record, body in rosters if body.period.covers(month)]
    if not current:
        yield Problem(
            ("名称",),
            f"没有{month.label}的值班表",
            "把本月的值班表写成一份记录，放在 rosters 文件夹",
            f"{month.label}的值班表还没有公开。",
        )
        return
    record, body = min(current, key=lambda one: one[1].publication.day)
    if body.publication.day > month.start:
        said = f"{month.label}的值班表到{day_long(body.publication.day)}才公开"
        yield Problem(("公开", "公开日期"), said, "日期照实写；下个月月底前就排好", f"{said}。", path=record.path)


RULE = Rule(
    code="V04",
    title="值班表月初就公开",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="晚公开也有用，白跑的人会少；所以照样公开，旁边写明哪天公开的。",
    basis=("村干部值班制度",),
    check=check,
)
