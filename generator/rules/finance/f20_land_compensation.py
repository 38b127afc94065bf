"""F20: money for taken land is published soon after it came, and shared out by a decision."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.obligations import counted
from generator.records.kinds.compensations import Compensation
from generator.rules.decisions.linked import rests_on_decision
from generator.rules.phrases import SAY_WHY, late
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """征地补偿费收到15天内（县里另定的按县里的）公开；分配要有决议。数对不上的由F28提出来。

    为什么：
        征地补偿费是大家的钱，收了多少、分给谁、留了多少，要早点让大家知道。

    怎么查：
        最早一笔“收到”的日期，加补偿费公开期限，不早于公开日期。
        分了钱或者集体留了钱的，要写“决策”，决议的日期不晚于公开日期。这里开始公开以前的不查。

    怎么改：
        1. 晚了的，日期照实写，原因写在“说明”里。
        2. 开过会的，加一行“决策: decisions/文件名”。

    合格：
        # 文件: decisions/2026-04-buchang.yml
        标题: 征地补偿费分配方案
        # 文件: compensations/sample.yml
        决策: decisions/2026-04-buchang

    合格：
        # 还没有分配，先公开收到的钱；在这里开始公开以前收的，不算晚
        # 文件: compensations/sample.yml
        收到:
          - {日期: 2026-06-02, 来源: 澄安县自然资源局, 金额: 200000.00}
          - {日期: 2026-09-20, 来源: 澄安县自然资源局, 金额: 68000.00}
        分配: []
        集体留存: 0.00
        还没分配: 268000.00

    不合格：
        # 村: 开始公开日期=2026-06-19
        # 晚1天
        # 文件: compensations/sample.yml
        收到:
          - {日期: 2026-09-20, 来源: 澄安县自然资源局, 金额: 68000.00}
          - {日期: 2026-06-19, 来源: 澄安县自然资源局, 金额: 200000.00}  # <- F20
        分配: []
        集体留存: 0.00
        还没分配: 268000.00

    不合格：
        # 收到以后第15天公开，不晚
        # 村: 开始公开日期=2026-06-20
        # 应报: F20 compensations/sample.yml
        # 文件: compensations/sample.yml
        标题: 县道改造占地补偿
        分配: []
        集体留存: 268000.00

    不合格：
        # 村: 开始公开日期=2026-07-05
        # 应报: F20 compensations/sample.yml
        # 文件: compensations/sample.yml
        标题: 县道改造占地补偿
        集体留存: 0.00
        还没分配: 54000.00

    不合格：
        # 文件: decisions/2026-07-buchang.yml
        标题: 征地补偿费分配方案
        事项: 征地补偿费
        步骤:
          - {步骤: 决议, 日期: 2026-07-06, 会议: 成员大会, 应到: 900, 实到: 700, 同意: 690, 反对: 5, 弃权: 5}
        # 文件: compensations/sample.yml
        决策: decisions/2026-07-buchang  # <- F20
    """
    for record, body in case.of(Compensation):
        published = body.publication.day
        days = [(one.day, index) for index, one in enumerate(body.receipts) if one.day]
        if days:
            first, index = min(days)
            due = add_days(first, context.parameters.compensation_days)
            if counted(context.profile, first):
                note = f"{day_long(first)}收到补偿费，"
                yield from late(
                    ("收到", index), "补偿费公开", due, record.public_since, SAY_WHY, record.path, note=note
                )
        if body.given or body.kept:
            yield from rests_on_decision(case, context, record, body.decision, "分配方案", published)


RULE = Rule(
    code="F20",
    title="征地补偿费早公开、有决议",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="补偿费怎么分，村民有权知道；所以照样公开，旁边写明晚了几天、有没有决议。",
    basis=("集体法·土地补偿费", "公开"),
    check=check,
)
