"""D12: the collective's members decide the collective's matters, by two thirds of all members or all delegates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.law.matters import members_matters, undelegated_matters
from generator.records.kinds.decisions import Decision, Step, of_all, resolution_day
from generator.records.read import Record
from generator.rules.decisions.quorum import quorum
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """集体财产的事由集体经济组织的成员定：成员大会要全体成员三分之二以上同意，代表大会要全体代表三分之二以上同意。

    为什么：
        集体财产是全体成员的。按到会人数算过半，可能只有少数人同意就把大家的家底处理了。

    怎么查：
        2025年5月1日起，“事项”是收益分配、土地承包、宅基地方案、征地补偿费、集体财产处分这一类的，
        “决议”的“会议”要是成员大会或者成员代表大会；村民代表会议不能代替。
        “应到”写全体成员（全体代表）的人数。成员大会实到 × 3 不少于 应到 × 2；两种会都要同意 × 3 不少于 应到 × 2。
        章程、成员确认、土地承包、宅基地、份额量化、土地补偿费、合并分立，只能由成员大会定，不能交给代表。
        给非成员享受集体待遇的，要全体成员四分之三以上同意。

    怎么改：
        1. 对照签到表和表决记录，看会议名称、应到、同意是不是抄错了。
        2. “事项”选错的，改过来。
        3. 没抄错的，召开成员大会重新表决，再登记新的结果。

    合格：
        # 全体成员90人，三分之二是60人
        事项: 土地承包
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 90, 实到: 60, 同意: 60}
          # 其余步骤照样本
        # 文件: decisions/2026-04-road.yml
        标题: 修路是村里的事，由村民代表会议定

    合格：
        事项: 收益分配
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员代表大会, 应到: 42, 实到: 36, 同意: 28, 反对: 8, 弃权: 0}
          # 其余步骤照样本

    合格：
        # 给非成员享受集体待遇：90人的四分之三是68人
        事项: 非成员待遇
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 90, 实到: 80, 同意: 68, 反对: 12, 弃权: 0}
          # 其余步骤照样本

    合格：
        # 2025年5月1日以前，这些事还由村民代表会议定
        事项: 集体财产处分
        程序: 其他
        授权: decisions/2024-12-authorise
        步骤:
          - {步骤: 决议, 日期: 2025-04-30, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议, 日期: 2025-04-30, 会议: 成员大会, 应到: 90, 实到: 59, 同意: 59}
          - {步骤: 决议公开, 日期: 2025-05-02, 至: 2025-05-20}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}
        # 文件: decisions/2024-12-authorise.yml
        标题: 村民会议授权村民代表会议决定集体财产的事
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2024-12-20, 会议: 村民会议, 应到: 1180, 实到: 620, 同意: 620}
          - {步骤: 决议公开, 日期: 2024-12-22, 至: 2025-01-10}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    不合格：
        # 90人的三分之二是60人
        事项: 土地承包
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 成员大会
            应到: 90
            实到: 59  # <- D12
            同意: 59  # <- D12
          # 其余步骤照样本

    不合格：
        # 到会的超过一半同意还不够，要全体代表的三分之二
        事项: 收益分配
        步骤:
          - 步骤: 决议
            日期: 2025-05-01
            会议: 成员代表大会
            应到: 42
            实到: 27
            同意: 27  # <- D12
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    不合格：
        事项: 非成员待遇
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 成员大会
            应到: 90
            实到: 80
            同意: 67  # <- D12
            反对: 13
            弃权: 0
          # 其余步骤照样本

    不合格：
        # 土地承包方案不能交给代表定
        事项: 土地承包
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 成员代表大会  # <- D12
            应到: 42
            实到: 40
            同意: 40
          # 其余步骤照样本
        # 文件: decisions/2026-05-open.yml
        标题: 还没有写表决的日期
        事项: 土地承包
        步骤:
          - {步骤: 决议, 会议: 成员代表大会}

    不合格：
        # 集体财产的事，村民代表会议不能代替成员大会
        事项: 集体财产处分
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议  # <- D12
            应到: 42
            实到: 36
            同意: 36
          # 其余步骤照样本
    """
    body: Decision = record.body
    day = resolution_day(body)
    if day is None:
        return
    votes = [(index, step) for index, step in enumerate(body.steps) if step.name == "决议"]
    members = [(index, step, share) for index, step in votes if (share := of_all(body, step))]
    for index, step, share in members:
        if step.meeting == "成员大会":
            yield from quorum(index, step, "成员大会", "三分之二", "应到", share, as_of=context.as_of)
        elif body.matter in undelegated_matters(day):
            yield _other(index, step, body, "只能由成员大会决定，不能交给成员代表大会")
        else:
            yield from quorum(index, step, "成员代表大会", None, "应到", share, as_of=context.as_of)
    if not members and body.matter in members_matters(day):
        yield _other(*votes[0], body, "要由集体经济组织的成员大会或者成员代表大会决定")


def _other(index: int, step: Step, body: Decision, rule: str) -> Problem:
    meeting = f"表决的是{step.meeting}" if step.meeting else "没有写是什么会议表决的"
    return Problem(
        ("步骤", index, "会议"),
        f"“{body.matter}”{rule}；{meeting}",
        "会议名称、事项抄错的改过来；没有抄错的，召开成员大会表决",
        f"“{body.matter}”依法{rule}；记录里{meeting}。",
        basis=("集体法·非成员待遇",) if body.matter == "非成员待遇" else ("集体法·成员大会职权", "集体法·代表大会"),
    )


RULE = Rule(
    code="D12",
    title="集体财产由成员表决",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到是谁定的、多少人同意；所以照样公开，旁边写明差在哪里。",
    basis=("集体法·成员大会", "集体法·代表大会", "集体法·成员大会职权", "集体法·非成员待遇"),
    check=check,
    kinds=("decisions",),
)
