"""M03: there is a party lecture every quarter, and one shortly before the first of July."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days
from generator.base.finding import Effect
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import Meetings, counted_from, meetings_of, said, since, without

_REMEDY = "上过的，用 disclose new meetings 补一份记录，“类型”写党课；没有上的，尽快补上一次"


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党课每季度至少上一次；每年“七一”前夕（6月15日到7月1日）要有一次，县里可以定不查这一条。

    为什么：
        党课是党员学习的主要办法，隔太久就断了。

    怎么查：
        从第一份党课的记录公开那天算起，每个季度都要有一次；
        “七一党课”这个参数是“是”的，每年6月15日到7月1日要有一次。
        过了期还有20天（“记录补登期限”）可以补上记录。

    怎么改：
        1. 上过的，用 disclose new meetings 补一份记录，“类型”写党课，日期写上课那天。
        2. 没有上的，尽快补上一次；日期照实写。

    合格：
        # as_of: 2027-01-20
        # 文件: meetings/2026-09-dangke.yml
        类型: 党课
        日期: 2026-09-28
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}

    合格：
        # as_of: 2026-07-21
        # 村: 开始公开日期=2026-06-15
        # 文件: finance/2026-10.yml
        期间: 2026-06
        账户: [{名称: 基本户, 期初: 52000.00, 期末: 52000.00}]
        收支明细: []
        公开: {公开日期: 2026-07-10, 审核: [{机构: 村务监督委员会, 日期: 2026-07-09}]}
        # 文件: meetings/2026-06.yml
        类型: 党课
        日期: 2026-06-12
        公开: {公开日期: 2026-06-14, 审核: [{机构: 石渡镇党委, 日期: 2026-06-13, 意见: 保密审查过}]}

    合格：
        # as_of: 2026-07-22
        # 村: 开始公开日期=2026-06-15
        # 文件: finance/2026-10.yml
        期间: 2026-06
        账户: [{名称: 基本户, 期初: 52000.00, 期末: 52000.00}]
        收支明细: []
        公开: {公开日期: 2026-07-10, 审核: [{机构: 村务监督委员会, 日期: 2026-07-09}]}
        # 文件: meetings/2026-06.yml
        类型: 党课
        日期: 2026-06-12
        公开: {公开日期: 2026-06-14, 审核: [{机构: 石渡镇党委, 日期: 2026-06-13, 意见: 保密审查过}]}
        # 文件: meetings/2026-07.yml
        类型: 党课
        日期: 2026-07-01
        公开: {公开日期: 2026-07-05, 审核: [{机构: 石渡镇党委, 日期: 2026-07-04, 意见: 保密审查过}]}

    合格：
        # 县里定了不查“七一”党课
        # as_of: 2026-07-22
        # 参数: 七一党课=否
        # 村: 开始公开日期=2026-06-15
        # 文件: finance/2026-10.yml
        期间: 2026-06
        账户: [{名称: 基本户, 期初: 52000.00, 期末: 52000.00}]
        收支明细: []
        公开: {公开日期: 2026-07-10, 审核: [{机构: 村务监督委员会, 日期: 2026-07-09}]}
        # 文件: meetings/2026-06.yml
        类型: 党课
        日期: 2026-06-14
        公开: {公开日期: 2026-06-15, 审核: [{机构: 石渡镇党委, 日期: 2026-06-14, 意见: 保密审查过}]}

    不合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-09-dangke.yml
        类型: 党课
        日期: 2026-09-28
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}
        # 应报: M03 village.yml

    不合格：
        # as_of: 2026-07-22
        # 村: 开始公开日期=2026-06-15
        # 文件: meetings/2026-06.yml
        类型: 党课
        日期: 2026-06-14
        公开: {公开日期: 2026-06-15, 审核: [{机构: 石渡镇党委, 日期: 2026-06-14, 意见: 保密审查过}]}
        # 文件: meetings/2026-07.yml
        类型: 党课
        日期: 2026-07-02
        公开: {公开日期: 2026-07-05, 审核: [{机构: 石渡镇党委, 日期: 2026-07-04, 意见: 保密审查过}]}
        # 应报: M03 village.yml
    """
    lectures = meetings_of(case, "党课")
    if periods := without(case, context, "党课", "每季度"):
        yield Problem((), f"党课每季度至少要上一次，{said(periods)}没有记录", _REMEDY, day=periods[-1].end)
    if context.parameters.july_lecture:
        for year in _years_without(lectures, context, since(case)):
            yield Problem((), f"{year}年6月15日到7月1日没有党课的记录", _REMEDY, day=date(year, 7, 1))


def _years_without(lectures: Meetings, context: Context, begun: date | None) -> Iterator[int]:
    """Years without a lecture from 15 June to 1 July. A year counts only when its record is overdue."""
    first = counted_from(lectures.public, begun)
    if first is None:
        return
    for year in range(first.year, context.as_of.year + 1):
        opens, closes = date(year, 6, 15), date(year, 7, 1)
        over = context.as_of > add_days(closes, context.parameters.record_days)
        if over and first <= opens and not any(opens <= day <= closes for day in lectures.held):
            yield year


RULE = Rule(
    code="M03",
    title="党课要按时上",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="上不上党课主要是党内的事；只提醒填报的人。",
    basis=("支部条例·组织生活", "县里规定"),
    check=check,
)
