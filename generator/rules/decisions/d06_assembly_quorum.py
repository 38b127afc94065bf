"""D06: the villagers' assembly needs half of the adults or two thirds of the households, and half of those present."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision
from generator.records.read import Record
from generator.rules.decisions.quorum import quorum
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村民会议要有一半以上的成年村民到会，或者三分之二的户派代表到会；同意的要超过到会的一半。

    为什么：
        村民会议定的是全村的大事，到会的人要代表得了全村。

    怎么查：
        按人算的：实到 × 2 大于 应到。按户代表算的：实到 × 3 不少于 应到 × 2。
        社区的居民会议，按人、按户代表都是过半数。同意 × 2 大于 实到。
        “应到”写全村十八周岁以上的人数，或者全村户数。

    怎么改：
        1. 对照签到表和表决记录，看应到、实到、同意是不是抄错了。
        2. 按户开的会，写上“按什么算到会: 户代表”。
        3. 没抄错的，重新开会，再登记新的结果。

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民会议, 应到: 1180, 实到: 591, 同意: 296, 反对: 295, 弃权: 0}
          # 其余步骤照样本

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民会议, 按什么算到会: 户代表, 应到: 412, 实到: 275, 同意: 275}
          # 其余步骤照样本

    不合格：
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民会议
            应到: 1180
            实到: 590  # <- D06
            同意: 520
            反对: 70
            弃权: 0
          # 其余步骤照样本

    不合格：
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民会议
            按什么算到会: 户代表
            应到: 412
            实到: 274  # <- D06
            同意: 137  # <- D06
            反对: 137
            弃权: 0
          # 社区的居民会议，按户代表也是过半数
          - {步骤: 决议, 会议: 居民会议, 按什么算到会: 户代表, 应到: 412, 实到: 207, 同意: 207}
          - {步骤: 决议, 会议: 居民会议, 按什么算到会: 户代表, 应到: 412, 实到: 206, 同意: 206}  # <- D06
          # 其余步骤照样本
    """
    body: Decision = record.body
    for index, step in enumerate(body.steps):
        if step.name != "决议":
            continue
        if step.meeting == "村民会议":
            yield from quorum(
                index, step, step.meeting, "三分之二" if step.counted == "户代表" else "一半", as_of=context.as_of
            )
        elif step.meeting == "居民会议":
            yield from quorum(index, step, step.meeting, "一半", as_of=context.as_of)


RULE = Rule(
    code="D06",
    title="村民会议怎么才算数",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到人数；所以照样公开，旁边写明人数不够。",
    basis=("村组法·村民会议", "居组法·居民会议"),
    by_law=True,
    check=check,
    kinds=("decisions",),
)
