"""D05: the representatives' assembly needs two thirds present and more than half of those in favour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.decisions import Decision
from generator.records.read import Record
from generator.rules.base import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """到会的代表要达到应到人数的三分之二；同意的人要超过到会人数的一半。两条都做到，决议才算数。

    为什么：
        村里的大事，要多数代表到场、多数代表同意。人来得太少就表决，等于少数人替大家做主。

    怎么查：
        实到 × 3 不少于 应到 × 2；同意 × 2 大于 实到。应到、实到、同意没写的，也会提出来。

    怎么改：
        1. 对照签到表和表决记录，看应到、实到、同意是不是抄错了。
        2. 没抄错的，说明会开得不合规定：重新开会，再登记新的结果。

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 28, 同意: 15, 反对: 13, 弃权: 0}

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 34, 反对: 1, 弃权: 1}

    不合格：
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 27  # <- D05
            同意: 26
            反对: 1
            弃权: 0

    不合格：
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 18  # <- D05
            反对: 18
            弃权: 0
    """
    body: Decision = record.body
    for index, step in enumerate(body.steps):
        if step.name != "决议" or step.meeting not in ("村民代表会议", "居民代表会议"):
            continue
        route = ("步骤", index)
        if step.expected is None or step.present is None or step.agree is None:
            yield Problem(
                route,
                f"{step.meeting}没有写全应到、实到、同意的人数",
                "照签到表和表决记录补上“应到”“实到”“同意”“反对”“弃权”",
                f"{step.meeting}的到会和同意人数没有写全。",
            )
            continue
        if step.present * 3 < step.expected * 2:
            need = -(-step.expected * 2 // 3)
            yield Problem(
                (*route, "实到"),
                f"到会的人不够：应到{step.expected}人，至少要到{need}人，实到{step.present}人",
                "对照签到表改正；没有抄错的，重新开会表决",
                f"应到{step.expected}人，实到{step.present}人，不到三分之二（{need}人）。",
            )
        if step.agree * 2 <= step.present:
            need = step.present // 2 + 1
            yield Problem(
                (*route, "同意"),
                f"同意的人不够：实到{step.present}人，至少要{need}人同意，同意{step.agree}人",
                "对照表决记录改正；没有抄错的，这件事没有通过，要写明",
                f"到会{step.present}人，同意{step.agree}人，没有超过一半（{need}人）。",
            )


RULE = Rule(
    code="D05",
    title="村民代表会议怎么才算数",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到人数；所以照样公开，旁边写明人数不够。",
    basis=("村组法·代表会议", "居组法·代表会议"),
    check=check,
    kinds=("decisions",),
)
