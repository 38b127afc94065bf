"""T07: a long project publishes its progress stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect, Key
from generator.law.obligations import counted
from generator.records.kinds.projects import Project
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

_DONE = ("完工", "验收", "决算")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """工程做得久的，至少90天（县里另定的按县里的）公开一次进展；完工了也要写一条。

    为什么：
        工程一做几个月，中间没有消息，大家不知道做到哪里、还做不做。

    怎么查：
        从开工（没写开工的，从头一条进展）到完工，没完工的到今天，相邻两条进展隔的天数不超过90天。
        写了“完工”的，进展里要有完工、验收或者决算。这里开始公开以前的不查。

    怎么改：
        在“进展”里补一条：日期、阶段、情况，有照片的放上照片。停工的也写一条，说清楚为什么停。

    合格：
        # 开工到完工90天，完工以后不用再写
        开工: 2026-05-07
        完工: 2026-08-05
        进展:
          - {日期: 2026-08-05, 阶段: 决算, 情况: 全部砌好，通水}

    合格：
        # 到今天正好90天
        开工: 2026-05-22
        完工:
        进展:
          - {日期: 2026-08-20, 阶段: 施工, 情况: 砌好240米}
          - {日期: 2026-08-20, 阶段: 施工, 情况: 补种草皮}

    合格：
        # 这里开始公开以前没有写进展，就完工了
        开工: 2026-02-10
        完工: 2026-10-12
        进展:
          - {日期: 2026-10-10, 阶段: 施工, 情况: 砌好370米}

    合格：
        # 还没有开工
        开工:
        完工:
        进展: []

    不合格：
        # 村: 开始公开日期=2026-11-17
        # 到今天91天
        开工: 2026-05-22
        完工:
        进展:
          - {日期: 2026-08-19, 阶段: 施工, 情况: 砌好240米}  # <- T07
          - {日期: 2026-06-10, 阶段: 施工, 情况: 砌好40米}

    不合格：
        # 村: 开始公开日期=2026-05-01
        # 参数: 进展公开天数=30
        开工: 2026-08-10  # <- T07
        完工: 2026-10-12
        进展:
          - {日期: 2026-09-10, 阶段: 施工, 情况: 砌好240米}
          - {日期: 2026-10-12, 阶段: 验收, 情况: 全部砌好，通水}

    不合格：
        # 村: 开始公开日期=2026-05-01
        开工:
        完工: 2026-10-12  # <- T07
        进展:
          - {日期: 2026-07-10, 阶段: 施工, 情况: 砌好240米}  # <- T07
          - {日期: 2026-07-09, 阶段: 开工, 情况: 施工队进场}
    """
    body: Project = record.body
    days: list[tuple[date, tuple[Key, ...]]] = [(one.day, ("进展", i)) for i, one in enumerate(body.stages) if one.day]
    if body.started:
        days.append((body.started, ("开工",)))
    if not days:
        return
    days.sort(key=lambda pair: pair[0])
    most, last = context.parameters.project_update_days, body.finished or context.as_of
    ends = [*(day for day, _ in days[1:]), last]
    for (day, route), end in zip(days, ends, strict=True):
        due = add_days(day, most)
        if min(end, last) > due and counted(context.profile, due):
            gone = (min(end, last) - day).days
            until = day_long(min(end, last))
            yield Problem(
                route,
                f"{day_long(day)}到{until}共{gone}天没有写进展，最多{most}天",
                "在“进展”里补一条：日期、阶段、情况；停工的写为什么停",
                f"从{day_long(day)}到{until}共{gone}天没有公开进展。",
            )
            break
    if body.finished and not any(one.stage in _DONE for one in body.stages) and counted(context.profile, body.finished):
        yield Problem(
            ("完工",),
            "写了完工日期，“进展”里没有完工、验收或者决算",
            "在“进展”里补上完工、验收、决算的日期和情况",
            f"{day_long(body.finished)}完工，进展里还没有写完工的情况。",
        )


RULE = Rule(
    code="T07",
    title="工程进展要常公开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="工程做到哪里村民有权知道；所以照样公开，旁边写明多少天没有进展。",
    basis=("公开", "中办发2004·村务公开"),
    check=check,
    kinds=("projects",),
)
