"""D05: the representatives' assembly needs two thirds present and more than half of those in favour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision, wanted
from generator.records.read import Record
from generator.rules.decisions.quorum import quorum
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """到会的代表要达到应到人数的三分之二；同意的人要超过到会人数的一半。两条都做到，决议才算数。

    为什么：
        村里的大事，要多数代表到场、多数代表同意。人来得太少就表决，等于少数人替大家做主。

    怎么查：
        实到 × 3 不少于 应到 × 2；同意 × 2 大于 实到。应到、实到、同意没写的，也会提出来。
        四议两公开的决议没写是什么会议的，按村民代表会议看。

    怎么改：
        1. 对照签到表和表决记录，看应到、实到、同意是不是抄错了。
        2. 没抄错的，说明会开得不合规定：重新开会，再登记新的结果。

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 28, 同意: 15, 反对: 13, 弃权: 0}
          # 其余步骤照样本

    合格：
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 34, 反对: 1, 弃权: 1}
          # 其余步骤照样本

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
          # 其余步骤照样本

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
          # 没写是什么会的，按村民代表会议看
          - {步骤: 决议, 日期: 2026-04-28, 应到: 42, 实到: 36}  # <- D05
          - {步骤: 决议, 日期: 2026-04-29, 会议: 两委联席会议}
          # 其余步骤照样本
    """
    body: Decision = record.body
    for index, step in enumerate(body.steps):
        # Where no meeting is written, villagers read the step as the representatives' vote.
        meeting = step.meeting or ("村民代表会议" if wanted(body) else "")
        if step.name == "决议" and meeting in ("村民代表会议", "居民代表会议"):
            yield from quorum(index, step, meeting, "三分之二", as_of=context.as_of)


RULE = Rule(
    code="D05",
    title="村民代表会议怎么才算数",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到人数；所以照样公开，旁边写明人数不够。",
    basis=("村组法·代表会议", "居组法·代表会议"),
    by_law=True,
    check=check,
    kinds=("decisions",),
)
