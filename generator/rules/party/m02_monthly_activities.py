"""M02: the branch committee meets, the groups meet, and there is an activity day every month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long, month_of
from generator.base.finding import Effect
from generator.records.kinds.meetings import Meeting, MeetingType
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import said, without

_MONTHLY: tuple[MeetingType, ...] = ("支委会", "党小组会", "主题党日")
_NEAR = 3
"""The activity day may be moved by so many days, for example because of rain."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """支委会、党小组会、主题党日每月至少各一次；支委会要有半数以上委员到会。

    为什么：
        党组织每个月都有活动，党员才有地方议事、有地方学习。

    怎么查：
        三种各查各的：从第一份这种会议的记录公开那天算起，每个月都要有一次；决策里党组织会议那一步算支委会。
        月末以后还有20天（“记录补登期限”）可以补上记录。支委会实到乘以2不能小于应到。
        县里定了“党员活动日”是几号的，主题党日的日期相差不超过3天。

    怎么改：
        1. 开过会的，用 disclose new meetings 补一份记录，日期写开会那天。
        2. 没有开的，不要补假记录；下个月按时开。

    合格：
        # as_of: 2026-12-20
        # 参数: 党员活动日=15
        # 文件: meetings/2026-10-zhiwei.yml
        类型: 支委会
        日期: 2026-10-08
        应到: 4
        实到: 2
        到会率: 50%
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}
        # 文件: meetings/2026-10-dangri.yml
        类型: 主题党日
        日期: 2026-10-18
        公开:
          公开日期: 2026-10-20
          审核:
            - {机构: 石渡镇党委, 日期: 2026-10-19, 意见: 保密审查过}
        # 文件: meetings/2026-09-dangri.yml
        类型: 主题党日
        日期: 2026-09-12

    合格：
        # as_of: 2026-12-21
        # 参数: 党员活动日=31
        # 文件: meetings/2026-11-dangri.yml
        类型: 主题党日
        日期: 2026-11-30
        公开:
          公开日期: 2026-12-02
          审核:
            - {机构: 石渡镇党委, 日期: 2026-12-01, 意见: 保密审查过}

    不合格：
        # as_of: 2026-12-21
        # 文件: meetings/2026-10-xiaozu.yml
        类型: 党小组会
        日期: 2026-10-08
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}
        # 应报: M02 village.yml

    不合格：
        # 参数: 党员活动日=15
        # 文件: meetings/2026-10-dangri.yml
        类型: 主题党日
        日期: 2026-10-19  # <- M02
        # 文件: meetings/2026-09-dangri.yml
        类型: 主题党日
        日期: 2026-09-11  # <- M02
        # 文件: meetings/2026-09-zhiwei.yml
        类型: 支委会
        日期: 2026-09-01
        应到: 5
        实到: 2  # <- M02
        到会率: 40%
        # 文件: meetings/2026-08-zhiwei.yml
        类型: 支委会
        应到:
        # 文件: meetings/2026-07-zhiwei.yml
        类型: 支委会
        实到:
        # 文件: meetings/2026-07-xiaozu.yml
        类型: 党小组会
        应到: 5
        实到: 2
        到会率: 40%
    """
    for record, body in case.of(Meeting):
        if body.type == "支委会":
            yield from _heads(record, body)
        elif body.type == "主题党日":
            yield from _day(record, body, context.parameters.party_day)
    for kind in _MONTHLY:
        if periods := without(case, context, kind, "每月"):
            message = f"{kind}每月至少要开一次，{said(periods)}没有记录"
            remedy = "开过的，用 disclose new meetings 补一份记录；没有开的，下个月按时开"
            yield Problem((), message, remedy, day=periods[-1].end)


def _heads(record: Record, body: Meeting) -> Iterator[Problem]:
    if body.expected is None or body.present is None or body.present * 2 >= body.expected:
        return
    message = f"支委会应到{body.expected}人，实到{body.present}人，不到半数"
    yield Problem(("实到",), message, "对照签到表改正；没有抄错的，定事情要另外开会", path=record.path)


def _day(record: Record, body: Meeting, usual: int | None) -> Iterator[Problem]:
    if usual is None or body.day is None:
        return
    planned = _in_month(body.day, usual)
    if abs((body.day - planned).days) > _NEAR:
        message = f"党员活动日是每月{usual}日，这次是{day_long(body.day)}"
        yield Problem(("日期",), message, "对照记录改正；改了日子的，在“说明”里写一句", path=record.path)


def _in_month(day: date, usual: int) -> date:
    """The usual day in the month of `day`; the last one where the month is too short."""
    last = month_of(day).end
    return last if usual > last.day else day.replace(day=usual)


RULE = Rule(
    code="M02",
    title="党组织每月要有活动",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="每月的组织活动主要是党内的事；只提醒填报的人。",
    basis=("支部条例·支委会党小组会", "县里规定"),
    check=check,
)
