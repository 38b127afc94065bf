"""C06: after a promise is done, people say whether they are satisfied with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.obligations import counted
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.evaluation import heads
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """承诺办完90天内（县里另定的按县里的）请大家评一评，不满意的超过三成（县里可以另定）要接着办。

    为什么：
        办得好不好，不能由办事的人自己说，要由村民代表、党员群众来评。

    怎么查：
        写了“销号”的，过了评议期限要有“评议”；评议不能早于完成。
        满意、基本满意、不满意加起来要等于参加的人数，参加不多于应到；不满意的占比不超过上限。
        党员个人的承诺在民主评议党员时一起评，可以不单独评；本村开始公开以前办完的不查。

    怎么改：
        1. 评过没登记的，照评议表补上“评议”。
        2. 没有评的，下次村民代表会议上一起评。
        3. 不满意多的，问清楚不满意在哪里，接着办。

    合格：
        # 11月1日办完，第90天还没有评，还不算晚
        # as_of: 2027-01-30
        销号: {完成日期: 2026-11-01, 核实岗位: 村务监督委员会主任 赵德顺}
        评议:

    合格：
        # 50人里15人不满意，正好三成；完成那天就评
        # as_of: 2027-01-31
        销号: {完成日期: 2026-11-01, 核实岗位: 村务监督委员会主任 赵德顺}
        评议: {日期: 2026-11-01, 应到: 50, 参加: 50, 满意: 30, 基本满意: 5, 不满意: 15}

    合格：
        # 党员个人的承诺，不单独评
        # as_of: 2027-01-31
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组
        销号: {完成日期: 2026-11-01, 核实岗位: 村务监督委员会主任 赵德顺}
        评议:

    合格：
        # 村里11月才开始公开，9月办完的不查
        # as_of: 2026-12-26
        评议:

    不合格：
        # as_of: 2027-01-31
        销号:  # <- C06
          完成日期: 2026-11-01
          核实岗位: 村务监督委员会主任 赵德顺
        评议:

    不合格：
        评议:
          日期: 2026-10-25
          应到: 37
          参加: 38  # <- C06
          满意: 26
          不满意: 12  # <- C06

    不合格：
        评议:
          日期: 2026-09-25  # <- C06
          参加: 38
          满意: 31  # <- C06
          基本满意: 5
          不满意: 3
    """
    body: Commitment = record.body
    closing, evaluation = body.closing, body.evaluation
    if evaluation:
        yield from heads(evaluation, context.parameters.dissatisfied_max)
    if closing is None or closing.day is None:
        return
    if evaluation and evaluation.day and evaluation.day < closing.day:
        yield Problem(
            ("评议", "日期"),
            f"评议是{day_long(evaluation.day)}，完成是{day_long(closing.day)}，评议早于完成",
            "对照评议表改正抄错的日期；办完以前评的不算，办完再评一次",
            f"评议是{day_long(evaluation.day)}，比完成（{day_long(closing.day)}）早。",
        )
    due = add_days(closing.day, context.parameters.evaluation_days)
    owed = body.promisor != "党员" and counted(context.profile, closing.day)
    if evaluation is None and owed and context.as_of > due:
        yield Problem(
            ("销号",),
            f"{day_long(closing.day)}办完，应在{day_long(due)}前请大家评议，还没有评议的记录",
            "评过的补上“评议”；没有评的，下次{村民代表会议}上一起评",
            f"{day_long(closing.day)}办完，到{day_long(due)}还没有评议的记录。",
        )


RULE = Rule(
    code="C06",
    title="办完要请大家评",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="办没办成村民要看得到；所以照样公开，旁边写明还没有评，或者多少人不满意。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
