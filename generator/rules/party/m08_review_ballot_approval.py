"""M08: a new member is reviewed, then voted on, then approved, and then has a year of probation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_months, day_long
from generator.base.finding import Effect
from generator.base.inexact import is_exact
from generator.records.kinds.recruits import Ballot, Recruits
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """发展党员要先由上级党委预审，再由党员大会票决，赞成的要过半数，再报批；预备期满一年才能转正。

    为什么：
        一步一步来，先审后票、票过半再批，谁都说不了情。

    怎么查：
        接收预备党员：写了“票决”的要有“预审日期”，票决在预审当天到一个月以内。
        票决同意的人数乘以2要大于应到的有表决权党员；同意不多于实到，实到不多于应到。
        票决以后三个月内批准，最多六个月；超过三个月的要在“说明”里写原因。还没批准的算到检查那天。
        写了“转正日期”的要有“预备期起”，转正不早于满一年那天。

    怎么改：
        1. 日期和票数对照支部大会记录、预审批复改正。
        2. 顺序真的不对的，向镇党委报告，照实公开，不要改日期。

    合格：
        预审日期: 2026-08-05
        票决: {日期: 2026-09-05, 应到: 50, 实到: 50, 同意: 26}
        批准日期: 2026-12-05
        # as_of: 2026-12-06

    合格：
        # 还没有批准，原因写明了
        # as_of: 2027-03-05
        说明: 镇党委换届，审批推迟。
        预审日期: 2026-09-05
        票决: {日期: 2026-09-05, 应到: 50, 实到: 46, 同意: 45}
        批准日期:

    合格：
        阶段: 转正
        公示期:
          - {公示: 转正公示, 起: 2026-10-12, 止: 2026-10-18}
        预审日期:
        票决: {日期: 2026-10-20, 应到: 50, 实到: 46, 同意: 46}
        批准日期: 2026-11-03
        预备期起: 2025-10-20
        转正日期: 2026-10-20

    合格：
        # 确定发展对象，还没有到票决
        阶段: 发展对象
        公示期:
          - {公示: 发展对象公示, 起: 2026-08-03, 止: 2026-08-14}
        预审日期:
        票决:
        批准日期:
        预备期起:

    不合格：
        预审日期: 2026-09-06
        票决: {日期: 2026-09-05, 应到: 50, 实到: 46, 同意: 25}  # <- M08

    不合格：
        预审日期: 2026-08-04
        票决:
          日期: 2026-09-05  # <- M08
          应到: 50
          实到: 46
          同意: 45

    不合格：
        预审日期:
        票决:
          日期: 2026-09-05  # <- M08
          应到: 50
          实到: 46
          同意: 47  # <- M08

    不合格：
        票决:
          日期: 2026-09-05
          应到: 50
          实到: 51  # <- M08
          同意: 45
        批准日期: 2026-12-06  # <- M08
        # as_of: 2026-12-07

    不合格：
        # as_of: 2027-03-06
        说明: 镇党委换届，审批推迟。
        票决:  # <- M08
          日期: 2026-09-05
          应到: 50
          实到: 46
          同意: 45
        批准日期:

    不合格：
        阶段: 转正
        预审日期:
        票决: {日期: 2026-10-19, 应到: 50, 实到: 46, 同意: 46}
        批准日期: 2026-10-18  # <- M08
        预备期起: 2025-10-20
        转正日期: 2026-10-19  # <- M08

    不合格：
        阶段: 转正
        预备期起:
        转正日期: 2026-10-20  # <- M08
    """
    body: Recruits = record.body
    if body.ballot is not None:
        if body.stage == "预备党员":
            yield from _order(body.prereviewed, body.ballot)
        yield from _votes(body.ballot)
        yield from _approval(body, body.ballot, context)
    if body.confirmed is not None:
        yield from _probation(body.probation_from, body.confirmed)


def _order(reviewed: date | None, ballot: Ballot) -> Iterator[Problem]:
    route = ("票决", "日期")
    if reviewed is None:
        yield Problem(route, "没有写哪天预审的", "照{乡级}党委的预审批复补上“预审日期”", "没有写明票决以前哪天预审。")
        return
    if ballot.day is None:
        return
    days = f"预审日期是{day_long(reviewed)}，票决日期是{day_long(ballot.day)}"
    if ballot.day < reviewed:
        yield Problem(route, f"先票决、后预审：{days}", "对照预审批复改正；没有抄错的，向{乡级}党委报告", f"{days}。")
    elif ballot.day > add_months(reviewed, 1):
        yield Problem(route, f"预审以后一个月内要票决：{days}", "对照预审批复改正；没有抄错的，照实公开", f"{days}。")


def _votes(ballot: Ballot) -> Iterator[Problem]:
    if not (is_exact(ballot.expected) and is_exact(ballot.present) and is_exact(ballot.agree)):
        return
    heads = f"应到{ballot.expected}人，实到{ballot.present}人，同意{ballot.agree}人"
    if ballot.present > ballot.expected:
        yield Problem(("票决", "实到"), f"实到比应到还多：{heads}", "对照签到表改正", f"{heads}，正在核对。")
    elif ballot.agree > ballot.present:
        yield Problem(("票决", "同意"), f"同意的比到会的还多：{heads}", "对照计票结果改正", f"{heads}，正在核对。")
    elif ballot.agree * 2 <= ballot.expected:
        least = ballot.expected // 2 + 1
        yield Problem(
            ("票决", "同意"),
            f"赞成的没有过半数（{least}人）：{heads}",
            "对照计票结果改正；没有抄错的，这次没有通过，要写明",
            f"{heads}，没有超过应到的一半（{least}人）。",
        )


def _approval(body: Recruits, ballot: Ballot, context: Context) -> Iterator[Problem]:
    if ballot.day is None:
        return
    route = ("批准日期",) if body.approved else ("票决",)
    approved = body.approved or context.as_of
    said = f"{day_long(body.approved)}批准" if body.approved else f"到{day_long(context.as_of)}还没有写批准日期"
    days = f"{day_long(ballot.day)}票决，{said}"
    if approved < ballot.day:
        yield Problem(route, f"批准比票决还早：{days}", "对照批复改正", f"{days}。")
    elif approved > add_months(ballot.day, 6):
        yield Problem(
            route, f"票决以后最多六个月要批准：{days}", "对照批复改正；没有抄错的，照实公开", f"{days}，超过六个月。"
        )
    elif approved > add_months(ballot.day, 3) and body.remarks is None:
        yield Problem(
            route,
            f"票决以后三个月内要批准：{days}",
            "批准了的补上日期；推迟的，在“说明”里写原因",
            f"{days}，超过三个月。",
        )


def _probation(begun: date | None, confirmed: date) -> Iterator[Problem]:
    route = ("转正日期",)
    if begun is None:
        yield Problem(route, "没有写预备期从哪天算起", "照批复补上“预备期起”", "没有写明预备期从哪天算起。")
    elif confirmed < add_months(begun, 12):
        days = f"预备期从{day_long(begun)}算起，{day_long(confirmed)}转正"
        yield Problem(route, f"{days}，不满一年", "对照批复改正；没有抄错的，向{乡级}党委报告", f"{days}，不满一年。")


RULE = Rule(
    code="M08",
    title="发展党员先审后票",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="发展党员的过程要让大家看到；所以照样公开，旁边写明哪一步的日期、票数不合规定。",
    basis=("发展党员细则·预审票决", "发展党员细则"),
    check=check,
    kinds=("recruits",),
)
