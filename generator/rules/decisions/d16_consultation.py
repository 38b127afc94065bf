"""D16: the results of a consultation are public, and so is the progress of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.obligations import counted
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

SINCE = date(2026, 1, 1)
"""From this day the law says that the results of a consultation and their progress are published."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """大家协商定下来的事要公开，办到哪一步也要公开；没办完的，90天里（县里另定的按县里的）要有新进展。

    为什么：
        商量的时候人人出主意，商量完没有下文，下次就没有人来了。

    怎么查：
        2026年1月1日起的会议活动，“类型”是村民协商的，要有“协商结果”；
        没有办完的一项，从开会或者“更新日期”算起，过了协商更新期限要更新。
        决策的“程序”是协商的，没有“结果公开”的，过了协商更新期限要写“过程监督”或者“实施”的进展。
        本村开始公开以前的不查。

    怎么改：
        1. 照会议记录补上“协商结果”，一项一行。
        2. 问一问负责的人，改“进度”“更新日期”“情况”。

    合格：
        # 11月1日协商，到第90天还不算久；3月更新过的、办完了的也不算久
        # as_of: 2027-01-30
        # 文件: meetings/2026-11-xieshang.yml
        标题: 三组路灯位置协商会
        类型: 村民协商
        日期: 2026-11-01
        协商结果:
          - {事项: 路口先装4盏, 负责: 村委会委员 吴建国, 进度: 正在办}
          - {事项: 学校门前装2盏, 进度: 没开始, 更新日期: 2026-11-02}
          - {事项: 移开电线杆1根, 进度: 办完了}

    合格：
        # 法律施行以前的协商、别的会议不查
        # 文件: meetings/2025-12-xieshang.yml
        标题: 三组路灯位置协商会
        类型: 村民协商
        日期: 2025-12-31
        # 文件: meetings/2026-09-daibiao.yml
        标题: 第三季度村民代表会议
        # 文件: decisions/2026-11-light.yml
        标题: 路灯电费怎么分摊
        程序: 协商
        监督意见:
        实施:
        步骤:
          - {步骤: 提议, 日期: 2026-10-25, 会议: 党组织会议}
          - {步骤: 决议, 日期: 2026-11-01, 会议: 协商会, 应到: 30, 实到: 28, 同意: 28}
          - {步骤: 决议公开, 日期: 2026-11-03, 至: 2026-11-20}

    不合格：
        # as_of: 2027-01-31
        # 文件: meetings/2026-11-xieshang.yml
        标题: 三组路灯位置协商会
        类型: 村民协商
        日期: 2026-11-01
        协商结果:
          - {事项: 路口先装4盏, 进度: 正在办}  # <- D16
          - {事项: 学校门前装2盏, 进度: 没开始, 更新日期: 2026-11-02}
          - {事项: 移开电线杆1根, 进度: 办完了}
        # 文件: meetings/2026-10-xieshang.yml
        标题: 二组水渠协商会
        类型: 村民协商
        日期: 2026-10-31
        协商结果:
          - {事项: 轮流放水, 进度: 正在办}

    不合格：
        # 没有写定了什么
        # 文件: meetings/2026-01-xieshang.yml
        标题: 三组路灯位置协商会
        类型: 村民协商  # <- D16
        日期: 2026-01-01

    不合格：
        # as_of: 2027-02-02
        程序: 协商
        监督意见:
        实施: {开工: 2026-11-02}
        步骤:  # <- D16
          - {步骤: 决议, 日期: 2026-11-01, 会议: 协商会, 应到: 30, 实到: 28, 同意: 28}
          - {步骤: 决议公开, 日期: 2026-11-03, 至: 2026-11-20}
        # 文件: decisions/2026-11-next.yml
        标题: 有新进展的
        程序: 协商
        过程监督:
          - {日期: 2026-11-04, 内容: 看过线路图}
        步骤:
          - {步骤: 决议, 日期: 2026-11-01, 会议: 协商会, 应到: 30, 实到: 28, 同意: 28}
        # 文件: decisions/2026-11-done.yml
        标题: 结果公开了的
        程序: 协商
        实施:
        步骤:
          - {步骤: 决议, 日期: 2026-11-01, 会议: 协商会, 应到: 30, 实到: 28, 同意: 28}
          - {步骤: 结果公开, 日期: 2026-11-02}
        # 文件: decisions/2025-12-old.yml
        标题: 法律施行以前的
        程序: 协商
        实施:
        步骤:
          - {步骤: 决议, 日期: 2025-12-31, 会议: 协商会, 应到: 30, 实到: 28, 同意: 28}
        # 文件: decisions/2026-11-open.yml
        标题: 还没有表决
        程序: 协商
        步骤:
          - {步骤: 提议, 日期: 2026-10-25, 会议: 党组织会议}
        # 文件: decisions/2026-11-vote.yml
        标题: 按四议两公开定的
        实施:
        步骤:
          - {步骤: 决议, 日期: 2026-11-01, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 村: 开始公开日期=2025-05-01
    """
    body: Decision | Meeting = record.body
    if isinstance(body, Meeting):
        if body.type == "村民协商" and body.day and body.day >= SINCE:
            yield from _meeting(body, body.day, context)
        return
    voted = resolution_day(body)
    if body.procedure == "协商" and voted and voted >= SINCE:
        yield from _decision(body, voted, context)


def _meeting(body: Meeting, met: date, context: Context) -> Iterator[Problem]:
    if not body.agreed:
        yield Problem(
            ("类型",),
            "协商会没有写“协商结果”",
            "照会议记录补上，一项一行；没有商量成的，写清楚下次什么时候再商量",
            f"{day_long(met)}的协商会，定了什么没有写。",
        )
    for index, item in enumerate(body.agreed):
        last = item.updated or met
        if item.state != "办完了" and _stale(last, context):
            yield Problem(
                ("协商结果", index),
                f"“{item.item}”从{day_long(last)}以来没有新进展",
                "问一问负责的人，改“进度”“更新日期”“情况”",
                f"“{item.item}”从{day_long(last)}以来没有写新的进展。",
            )


def _decision(body: Decision, voted: date, context: Context) -> Iterator[Problem]:
    done = body.execution
    days = [
        voted,
        *(one.day for one in body.oversight),
        *((done.started, done.completed, done.accepted) if done else ()),
    ]
    days += [step.day for step in body.steps if step.name.endswith("公开")]
    last = max(day for day in days if day)
    if all(step.name != "结果公开" for step in body.steps) and _stale(last, context):
        yield Problem(
            ("步骤",),
            f"协商定的事从{day_long(last)}以来没有新进展",
            "办完了的补上“结果公开”；还在办的，写“过程监督”或者“实施”的进展",
            f"协商定的事，从{day_long(last)}以来没有写新的进展。",
        )


def _stale(last: date, context: Context) -> bool:
    return counted(context.profile, last) and context.as_of > add_days(last, context.parameters.consultation_days)


RULE = Rule(
    code="D16",
    title="协商定的事要有下文",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="商量过什么、办到哪一步，村民有权知道；所以照样公开，旁边写明多久没有新进展。",
    basis=("村组法·协商", "公开"),
    check=check,
    kinds=("decisions", "meetings"),
)
