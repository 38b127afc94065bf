"""D04: the party members' meeting needs two thirds present and more than half in favour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision, wanted
from generator.records.read import Record
from generator.rules.decisions.quorum import quorum
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党员大会审议，到会党员要达到应到的三分之二，同意的要超过一半（按应到算还是按实到算，由县里定）。

    为什么：
        四议两公开里，党员大会是交给村民表决前的一关。人来得太少，这一关就是空的。

    怎么查：
        实到 × 3 不少于 应到 × 2；同意 × 2 大于 应到。
        参数“党员审议基数”写“实到”的，按实到算。应到、实到、同意没写的，也会提出来。

    怎么改：
        1. 对照签到表和表决记录，看应到、实到、同意是不是抄错了。
        2. 没抄错的，重新开会审议，再登记新的结果。

    合格：
        步骤:
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 38, 同意: 29, 反对: 9, 弃权: 0}
          # 其余步骤照样本

    合格：
        # 参数: 党员审议基数=实到
        # 县里定的是按实到算
        步骤:
          - {步骤: 审议, 日期: 2026-04-16, 会议: 党员议事会}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 40, 同意: 21, 反对: 19, 弃权: 0}
          # 其余步骤照样本

    不合格：
        步骤:
          - 步骤: 审议
            日期: 2026-04-18
            会议: 党员大会
            应到: 57
            实到: 37  # <- D04
            同意: 37
          # 其余步骤照样本

    不合格：
        步骤:
          - 步骤: 审议
            日期: 2026-04-18
            会议: 党员大会
            应到: 57
            实到: 40
            同意: 28  # <- D04
            反对: 12
            弃权: 0
          # 其余步骤照样本

    不合格：
        步骤:
          # 没写是什么会的，按党员大会看
          - {步骤: 审议, 日期: 2026-04-18}  # <- D04
          # 其余步骤照样本
    """
    body: Decision = record.body
    for index, step in enumerate(body.steps):
        # Where no meeting is written, villagers read the step as the party members' meeting.
        meeting = step.meeting or ("党员大会" if wanted(body) else "")
        if step.name == "审议" and meeting == "党员大会":
            yield from quorum(index, step, meeting, "三分之二", context.parameters.review_base, as_of=context.as_of)


RULE = Rule(
    code="D04",
    title="党员大会怎么才算数",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到人数；所以照样公开，旁边写明人数不够。",
    basis=("四议两公开",),
    check=check,
    kinds=("decisions",),
)
