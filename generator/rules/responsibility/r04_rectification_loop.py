"""R04: the rectification of a weak organisation has all its parts: causes, helpers, plan, measures, acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.rectifications import HELPERS, Rectification
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党组织整顿要找准原因，有人包村、有人帮，30天以内定出方案（天数由县里定）；措施都办完了才能验收。

    为什么：
        整顿不是走过场：原因、办法、谁来帮、办没办到，要让大家看到。

    怎么查：
        “原因”至少一条，有“包村领导”，四种帮扶都有；“方案日期”不晚于“确定日期”以后30天；
        “措施”至少一条。验收了的，每一条措施都有“完成日期”，而且不晚于验收日期。

    怎么改：
        1. 照整顿方案补上原因、帮扶的人和措施。
        2. 没有办完的先不验收；验收日期写错的改过来。

    合格：
        确定日期: 2026-03-10
        方案日期: 2026-04-09
        措施:
          - {措施: 每月开一次支委会, 期限: 2026-06-30, 完成日期: 2026-09-30}
        验收日期: 2026-09-30

    合格：
        # 方案还没有到期；没有验收的，措施可以没有办完
        确定日期: 2026-10-19
        方案日期:
        措施:
          - {措施: 每月开一次支委会, 期限: 2026-12-31}
        验收日期:

    不合格：
        确定日期: 2026-03-10
        原因:
        方案日期: 2026-04-10  # <- R04
        对象: 西南村党支部  # <- R04
        包村领导:

    不合格：
        确定日期: 2026-10-18  # <- R04
        方案日期:
        措施:
        对象: 西南村党支部  # <- R04
        验收日期:
        帮扶:  # <- R04
          - {类型: 领导帮扶, 帮扶岗位: 县政府副县长}
          - {类型: 领导帮扶, 帮扶岗位: 县委副书记}
          - {类型: 部门帮解难题, 帮扶岗位: 县水利局副局长}
          - {类型: 乡镇干部帮治, 帮扶岗位: 镇组织委员}

    不合格：
        帮扶:
        对象: 西南村党支部  # <- R04
        措施:
          - 措施: 每月开一次支委会  # <- R04
            期限: 2026-06-30
          - 措施: 补齐上半年账目公开
            期限: 2026-07-20
            完成日期: 2026-10-01  # <- R04
        验收日期: 2026-09-30
    """
    body: Rectification = record.body
    yield from _made_up(body)
    yield from _planned(body, context)
    if body.accepted:
        for index, measure in enumerate(body.measures):
            if measure.done is None:
                told = f"“{measure.item}”没有写完成日期，{day_long(body.accepted)}已经验收"
                yield Problem(("措施", index), told, "办完的补上“完成日期”；没有办完的，删掉“验收日期”")
            elif measure.done > body.accepted:
                told = f"“{measure.item}”{day_long(measure.done)}完成，{day_long(body.accepted)}已经验收"
                yield Problem(("措施", index, "完成日期"), told, "对照验收单改正日期")


def _made_up(body: Rectification) -> Iterator[Problem]:
    parts = {"原因": body.causes, "包村领导": body.leader, "帮扶": body.helpers, "措施": body.measures}
    if blank := listed(unwritten(parts)):
        yield Problem(("对象",), f"整顿{body.target}，没有写{blank}", "照整顿方案补上")
    missing = [sort for sort in HELPERS if sort not in {helper.sort for helper in body.helpers}]
    if body.helpers and missing:
        yield Problem(("帮扶",), f"整顿{body.target}，没有写{listed(missing)}的人", "照整顿方案补上")


def _planned(body: Rectification, context: Context) -> Iterator[Problem]:
    if body.found is None:
        return
    days = context.parameters.plan_due_days
    last = add_days(body.found, days)
    found = f"{day_long(body.found)}确定整顿"
    if body.planned is None:
        if context.as_of > last:
            told = f"{found}，应当在{day_long(last)}以前定方案，没有写方案日期"
            yield Problem(("确定日期",), told, "定了方案的，补上“方案日期”")
    elif body.planned > last:
        told = f"{found}，{day_long(body.planned)}定方案，规定{days}天以内"
        yield Problem(("方案日期",), told, "对照方案改正日期；没有抄错的，照实公开")


RULE = Rule(
    code="R04",
    title="整顿要有头有尾",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="整顿得怎么样，党员和村民有权知道；所以照样公开，旁边写明还缺什么。",
    basis=("督办整顿制度",),
    check=check,
    kinds=("rectifications",),
)
