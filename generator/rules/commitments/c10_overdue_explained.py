"""C10: a promise that is long overdue says why it is not done, or what followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.base.written import meant_day
from generator.records.kinds.commitments import Change, Commitment, state
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """承诺过期30天还没做完（天数由县里定），要写明原因，或者改期，或者写明怎么问责。

    为什么：
        没做到可以说清楚，不能过期了就没有下文。

    怎么查：
        过了“期限”再加逾期说明期限，还没有销号、没有撤销，而且“没按期的原因”“问责”都没有，
        也没有把期限往后改的“变更”。改过以后又过期的，同样要说明。

    怎么改：
        1. 做完了的，补上“销号”和佐证。
        2. 没做完的，写“没按期的原因”。
        3. 改期的，经镇党委会或者村民代表会议决定，写进“变更”。

    合格：
        # 参数: 组织承诺兑现率=0
        期限: 2026-09-30
        没按期的原因: 9月连下大雨，渠底进水，12月补做。
        销号:

    合格：
        # 参数: 组织承诺兑现率=0
        期限: 2026-09-30
        变更:
          - {日期: 2026-09-28, 改了什么: 期限, 原来: 2026-09-30, 改为: 2026-12-31, 决定机构: 村民代表会议}
        销号:

    合格：
        # 参数: 组织承诺兑现率=0
        # 已经销号的、问责了的不用再说明；改到“年底”的也算改期；到期正好30天的还不算
        标题: 9月底前修好二组断头水渠380米
        # 文件: commitments/2026-06.yml
        标题: 修好三组水渠300米
        问责:
          - {日期: 2026-10-20, 措施: 镇党委约谈负责人}
        销号:
        评议:
        # 文件: commitments/2026-07.yml
        标题: 修好四组水渠200米
        变更:
          - {日期: 2026-10-20, 改了什么: 期限, 原来: 2026-09-30, 改为: 年底, 决定机构: 村民代表会议}
        销号:
        评议:
        # 文件: commitments/2026-08.yml
        标题: 修好五组水渠100米
        期限: 2026-10-19
        销号:
        评议:

    不合格：
        期限: 2026-10-18  # <- C10
        销号:

    不合格：
        # 改到9月底，又过期了
        期限: 2026-09-30  # <- C10
        变更:
          - {日期: 2026-06-28, 改了什么: 期限, 原来: 2026-06-30, 改为: 2026-09-30, 决定机构: 村民代表会议}
        销号:

    不合格：
        # 改的是衡量，不是期限；到期以前写的“尽快”也不算改期
        期限: 2026-09-30  # <- C10
        变更:
          - {日期: 2026-10-20, 改了什么: 衡量, 原来: 400米, 改为: 380米, 决定机构: 村民代表会议}
          - {日期: 2026-09-30, 改了什么: 期限, 原来: 2026-08-31, 改为: 尽快, 决定机构: 村民代表会议}
        销号:
        # 文件: commitments/2026-06.yml
        标题: 没有写期限，由C01查
        期限:
        销号:
    """
    body: Commitment = record.body
    if body.due is None or state(body, context.as_of) != "到期没完成":
        return
    if context.as_of <= add_days(body.due, context.parameters.overdue_days):
        return
    if body.accountability or body.delay_reason or any(_postpones(change, body.due) for change in body.changes):
        return
    days = (context.as_of - body.due).days
    yield Problem(
        ("期限",),
        f"过期{days}天还没完成，没有写原因",
        "做完的补“销号”；没做完的写“没按期的原因”，或者写“变更”“问责”",
        f"期限是{day_long(body.due)}，已过{days}天，没有写明原因。",
    )


def _postpones(change: Change, due: date) -> bool:
    """Whether a change sets a later day than the due day. A change that set the due day itself does not count."""
    if change.field != "期限":
        return False
    new = meant_day(change.new, due.year) if change.new else None
    return new.text > due.isoformat() if new else change.day is not None and change.day > due


RULE = Rule(
    code="C10",
    title="过期的承诺要说明",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="没做到也是情况，村民有权知道；所以照样公开，旁边写明过了几天。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
