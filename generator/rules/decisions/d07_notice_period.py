"""D07: an assembly of all villagers or members is announced ten days before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.law.obligations import counted
from generator.records.kinds.decisions import Decision, Step
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

ASSEMBLIES = {"村民会议": date(2010, 10, 28), "居民会议": date(2026, 1, 1), "成员大会": date(2025, 5, 1)}
"""Meetings of everybody, and the day from which the law asks for this notice."""
_BASIS = {"村民会议": ("村组法·会议召集",), "居民会议": ("居组法·会议召集",), "成员大会": ("集体法·成员大会",)}
URGENT_SINCE = date(2026, 1, 1)
"""From this day a villagers' assembly may be called at short notice for a special reason."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """开村民会议、成员大会，要提前十天通知大家。

    为什么：
        外出打工的要赶回来，没听说的要问清楚；通知得太晚，来的人就少了。

    怎么查：
        “通知日期”到开会那天不少于10天。2026年1月1日起，村民会议遇有特殊情况可以临时通知，要写“紧急原因”；
        成员大会没有这个例外。没写“通知日期”的，本村开始公开以后的会才提出来。
        村民代表会议、居民会议不查。

    怎么改：
        1. 照会议通知补上“通知日期”。
        2. 村民会议临时通知的，写上“紧急原因”。
        3. 日期照实写，不要改。

    合格：
        程序: 其他
        事项: 日常事务
        步骤:
          - {步骤: 决议, 日期: 2026-11-11, 会议: 村民会议, 通知日期: 2026-11-01, 应到: 1180, 实到: 600, 同意: 600}
          - {步骤: 决议公开, 日期: 2026-11-12, 至: 2026-11-28}
        监督意见:
        实施:

    合格：
        程序: 其他
        事项: 日常事务
        步骤:
          - 步骤: 决议
            日期: 2026-11-01
            会议: 村民会议
            通知日期: 2026-10-31
            紧急原因: 上游水库要放水，当天就要定转移安排
            应到: 1180
            实到: 600
            同意: 600
          - {步骤: 决议公开, 日期: 2026-11-02, 至: 2026-11-20}
        监督意见:
        实施:

    合格：
        # 文件: meetings/2026-11-daibiao.yml
        标题: 第四季度村民代表会议
        通知日期: 2026-09-27

    不合格：
        # 文件: meetings/2026-11-cunmin.yml
        标题: 2026年村民会议
        类型: 村民会议
        日期: 2026-11-11
        通知日期: 2026-11-02  # <- D07
        # 文件: meetings/2026-11-chengyuan.yml
        标题: 2026年成员大会
        类型: 成员大会
        日期: 2026-11-11  # <- D07

    不合格：
        # 2025年还没有“临时通知”的规定，2026年才有
        步骤:
          - {步骤: 决议, 日期: 2026-01-01, 会议: 村民会议, 通知日期: 2025-12-31, 紧急原因: 上游水库要放水}
          - 步骤: 决议
            日期: 2025-12-31
            会议: 村民会议
            通知日期: 2025-12-28  # <- D07
            紧急原因: 上游水库要放水
          # 其余步骤照样本

    不合格：
        # 成员大会不能临时通知；村里开始公开以后，没写通知日期也要提出来
        步骤:
          - 步骤: 决议
            日期: 2025-05-01
            会议: 成员大会
            通知日期: 2025-04-25  # <- D07
            紧急原因: 合同快到期
          - 步骤: 决议  # <- D07
            日期: 2026-11-01
            会议: 成员大会
            紧急原因: 合同快到期
          - {步骤: 决议, 日期: 2026-11-12, 会议: 成员大会, 通知日期: 2026-11-02}
          - {步骤: 商议, 日期: 2025-04-30, 会议: 成员大会, 通知日期: 2025-04-29}
          - {步骤: 审议, 会议: 成员大会}
          # 其余步骤照样本
    """
    body: Decision | Meeting = record.body
    if isinstance(body, Meeting):
        yield from _assembly((), body, body.type, context)
        return
    for index, step in enumerate(body.steps):
        if step.meeting:
            yield from _assembly(("步骤", index), step, step.meeting, context)


def _assembly(route: tuple[Key, ...], one: Meeting | Step, meeting: str, context: Context) -> Iterator[Problem]:
    if meeting not in ASSEMBLIES or one.day is None or one.day < ASSEMBLIES[meeting]:
        return
    if one.urgent and meeting == "村民会议" and one.day >= URGENT_SINCE:
        return
    least = context.parameters.meeting_notice_days
    if one.noticed is None:
        if counted(context.profile, one.day):
            yield Problem(
                route or ("日期",),
                f"{day_long(one.day)}的{meeting}没有写哪天通知的（要提前{least}天）",
                "照会议通知补上“通知日期”",
                f"{day_long(one.day)}的{meeting}，哪天通知的没有写。",
                basis=_BASIS[meeting],
            )
        return
    if (one.day - one.noticed).days < least:
        yield Problem(
            (*route, "通知日期"),
            f"{meeting}是{day_long(one.day)}，通知是{day_long(one.noticed)}，要提前{least}天通知",
            "对照会议通知改正抄错的日期；没有抄错的照实写，{村民会议}有紧急情况的写“紧急原因”",
            f"{meeting}是{day_long(one.day)}，通知是{day_long(one.noticed)}，规定提前{least}天通知。",
            basis=_BASIS[meeting],
        )


RULE = Rule(
    code="D07",
    title="开大会要提前通知",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会是开了的，村民有权看到哪天通知的；所以照样公开，旁边写明日期。",
    basis=("村组法·会议召集", "居组法·会议召集", "集体法·成员大会"),
    by_law=True,
    check=check,
    kinds=("decisions", "meetings"),
)
