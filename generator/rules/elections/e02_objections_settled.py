"""E02: objections to the voters' list are settled in time, and the answer is public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.elections import Election, Objected
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

TO_OBJECT = 5
TO_DECIDE = 3
"""Both are numbers of days, by 村组法 (2025) §17."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """对选民名单有意见，名单公布5天以内提出来的，要在3天以内处理，处理结果要公布。

    为什么：
        名单错了只有投票以前能改；拖着不办，有人就投不上票。

    怎么查：
        名单公布以后5天以内提的，“处理日期”不晚于“提出日期”以后第3天；过了3天还没有处理的，也会提出来。
        处理了的，要有“公布日期”。超过5天才提的不查。

    怎么改：
        1. 对照异议登记表，补上处理和公布的日期。
        2. 处理晚了的，照实公开，不要改日期。

    合格：
        名单公布日期: 2026-08-20
        名单异议:
          - {提出日期: 2026-08-25, 处理日期: 2026-08-28, 公布日期: 2026-08-28}

    合格：
        # 过了5天才提的
        名单公布日期: 2026-08-20
        名单异议:
          - {提出日期: 2026-08-26, 处理日期: 2026-09-02}

    合格：
        # 今天是第3天
        类型: 村民代表
        名单公布日期: 2026-11-12
        名单异议:
          - {提出日期: 2026-11-15}

    不合格：
        名单公布日期: 2026-08-20
        名单异议:
          - 提出日期: 2026-08-25
            处理日期: 2026-08-29  # <- E02
            公布日期: 2026-08-29

    不合格：
        名单公布日期: 2026-08-20
        名单异议:
          - 提出日期: 2026-08-23
            处理日期: 2026-08-25  # <- E02
          - 提出日期: 2026-08-24  # <- E02

    不合格：
        # 没有写名单哪天公布
        类型: 村民代表
        名单公布日期:
        名单异议:
          - 提出日期: 2026-08-30  # <- E02
    """
    body: Election = record.body
    for index, one in enumerate(body.objections):
        if one.filed and (body.listed is None or one.filed <= add_days(body.listed, TO_OBJECT)):
            yield from _settled(index, one, one.filed, context)


def _settled(index: int, one: Objected, filed: date, context: Context) -> Iterator[Problem]:
    last = add_days(filed, TO_DECIDE)
    said = f"对选民名单的意见{day_long(filed)}提出"
    if one.decided is None:
        if context.as_of > last:
            yield Problem(
                ("名单异议", index, "提出日期"),
                f"{said}，没有写处理日期",
                "对照异议登记表补上“处理日期”“公布日期”",
                f"{said}，没有写明哪天处理的。",
            )
    elif one.decided > last:
        days = f"{said}，{day_long(one.decided)}处理，规定{TO_DECIDE}天以内"
        yield Problem(("名单异议", index, "处理日期"), days, "对照登记表改正；没有抄错的，照实公开")
    elif one.published is None:
        decided = f"{said}，{day_long(one.decided)}处理"
        yield Problem(
            ("名单异议", index, "处理日期"),
            f"{decided}，没有写处理结果哪天公布",
            "已经公布的，补上“公布日期”；没有公布的，现在公布",
            f"{decided}，没有写明处理结果哪天公布。",
        )


RULE = Rule(
    code="E02",
    title="名单有意见要限期处理",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="有没有处理，提意见的人最关心；所以照样公开，旁边写明日期。",
    basis=("村组法·选民名单", "居组法·选民名单"),
    by_law=True,
    check=check,
    kinds=("elections",),
)
