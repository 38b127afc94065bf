"""R08: commendations stay within their quota and are announced before, and a rating lasts three years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.base.dates import add_months, day_long
from generator.base.finding import Effect
from generator.law.holidays import caveat, working_days
from generator.records.kinds.honours import Honour
from generator.records.kinds.reviews import Review
from generator.records.kinds.targets import Targets
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

GOOD_FOR = 3
"""Years. 五个好 is rated again after three (三年一评比)."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """表彰不超过名额，命名以前至少公示5个工作日（天数由县里定）；“五个好”的有效期是3年。

    为什么：
        评先评优要大家服气：先公示，再命名；干得不够的，当年不评。

    怎么查：
        同一年、同一种、同一层级的表彰，对象加起来不超过“名额”；命名了的，公示至少5个工作日（头尾都算，
        照国务院的放假安排），命名在公示结束以后；到了目标年没有达到目标的，本村（镇）的组织当年不表彰。
        “五个好评定”要写“有效至”，不超过评定以后3年；过了有效期，要重新评定。

    怎么改：
        1. 对照表彰文件和公示，改正人数和日期。
        2. 没有抄错的，照实公开。

    合格：
        # 两次表彰合起来正好用完名额；公示周一到周五
        # 文件: honours/2026-a.yml
        名额: 3
        公示起: 2026-09-14
        公示止: 2026-09-18
        命名日期: 2026-09-19
        # 文件: honours/2026-b.yml
        名额: 3
        对象:
          - {名称: 柳湾村妇联, 类别: 组织}
          - {名称: 柳湾村民兵连, 类别: 组织}

    合格：
        # 不同的年度、种类、层级，各算各的；还没有命名的不查公示
        # 文件: honours/2025.yml
        年度: 2025
        名额: 1
        # 文件: honours/2026-a.yml
        名额: 1
        # 文件: honours/2026-b.yml
        层级: 县
        名额: 1
        # 文件: honours/2026-c.yml
        种类: 优秀信息员
        名额: 1
        对象:
          - {名称: 村文书 何秀英, 类别: 个人}
        命名日期:
        公示起:
        公示止:
        # 文件: honours/2026-d.yml
        种类: 红星党员
        名额:

    合格：
        # 目标年还没有到；没有达到目标的那一年，只表彰了个人和别的单位
        # 文件: targets/2025.yml
        期间: 2025
        指标:
          - {指标: 两新组织五规范, 完成: 4, 总数: 5, 目标: 1, 目标年: 2026}
          - {指标: 活动场所达标, 完成: 0, 总数: 1, 目标: 1, 目标年: 2025}
          - {指标: 有一技之长党员, 完成: 0, 总数: 1, 目标: 1}
        # 文件: targets/2024.yml
        期间: 2024
        指标:
          - {指标: 活动场所达标, 完成: 1, 总数: 1, 目标: 1, 目标年: 2024}
        # 文件: honours/2024.yml
        年度: 2024
        # 文件: targets/2026-h1.yml
        期间: 2026-Q2
        指标:
          - {指标: 示范社区, 完成: 0, 总数: 1, 目标: 1, 目标年: 2026}
        # 文件: honours/2025.yml
        年度: 2025
        对象:
          - {名称: 柳湾村党支部书记 林志远, 类别: 个人}
          - {名称: 石渡镇中心小学, 类别: 组织}
        # 文件: honours/2026.yml
        年度: 2026

    合格：
        # 旧的评定过期了，已经重新评定；今天是新评定的最后一天
        # 文件: reviews/2020.yml
        类型: 五个好评定
        日期: 2020-11-18
        有效至: 2023-11-18
        评议:
        # 文件: reviews/2023.yml
        类型: 五个好评定
        日期: 2023-11-18
        有效至: 2026-11-18
        评议:
        # 文件: reviews/2024.yml
        类型: 星级评定
        日期: 2024-11-18
        评议:

    不合格：
        # 文件: honours/2026-a.yml
        名额: 2
        命名日期: 2026-09-28
        # 文件: honours/2026-b.yml
        名额: 2
        命名日期: 2026-09-29
        对象:  # <- R08
          - {名称: 柳湾村妇联, 类别: 组织}
          - {名称: 柳湾村民兵连, 类别: 组织}

    不合格：
        # 公示周二到下周一，中间有周末，共5个工作日，公示没有结束就命名
        # 文件: honours/2026-a.yml
        公示起: 2026-09-08
        公示止: 2026-09-14
        命名日期: 2026-09-14  # <- R08
        # 文件: honours/2026-b.yml
        种类: 红星党员
        公示起: 2026-09-08
        公示止: 2026-09-13  # <- R08
        命名日期: 2026-09-28
        # 文件: honours/2026-c.yml
        种类: 优秀信息员
        公示起: 2026-09-08
        公示止:
        命名日期: 2026-09-28  # <- R08
        # 文件: honours/2026-d.yml
        种类: 创新奖
        公示起:
        公示止: 2026-09-25
        命名日期: 2026-09-28  # <- R08

    不合格：
        # 文件: targets/2025.yml
        期间: 2025
        指标:
          - {指标: 活动场所达标, 完成: 0, 总数: 1, 目标: 1, 目标年: 2025}
        # 文件: honours/2025.yml
        年度: 2025
        对象:
          - {名称: 石渡镇中心小学, 类别: 组织}
          - {名称: 柳湾村党支部, 类别: 组织}  # <- R08

    不合格：
        # 文件: reviews/2023.yml
        类型: 五个好评定
        日期: 2023-11-17
        有效至: 2026-11-17  # <- R08
        评议:

    不合格：
        # 文件: reviews/2025.yml
        类型: 五个好评定
        日期: 2025-11-17
        有效至: 2028-11-18  # <- R08
        评议:
        # 文件: reviews/2026.yml
        类型: 五个好评定  # <- R08
        日期: 2026-11-18
        评议:
    """
    honours = sorted(case.of(Honour), key=lambda one: (one[0].kind.day(one[1]), one[0].path))
    yield from _over_quota(honours)
    for record, honour in honours:
        yield from _announced(record, honour, context.parameters.honour_days)
    yield from _missed(case, honours)
    yield from _ratings([(record, body) for record, body in case.of(Review) if body.type == "五个好评定"], context)


def _over_quota(honours: Sequence[tuple[Record, Honour]]) -> Iterator[Problem]:
    given: dict[tuple[object, ...], int] = defaultdict(int)
    for record, body in honours:
        sort = (body.year, body.type, body.level)
        given[sort] += len(body.recipients)
        if body.quota is not None and given[sort] > body.quota:
            told = f"{body.year.label if body.year else ''}{body.type}名额{body.quota}个，表彰了{given[sort]}个"
            yield Problem(("对象",), told, "对照表彰文件改正“名额”和“对象”", path=record.path)


def _announced(record: Record, body: Honour, least: int) -> Iterator[Problem]:
    if body.day is None:
        return
    named = f"{day_long(body.day)}命名"
    if body.notice_from is None or body.notice_to is None:
        told = f"{named}，没有写从哪天公示到哪天"
        yield Problem(("命名日期",), told, "照公示补上“公示起”“公示止”", path=record.path)
        return
    if (days := working_days(body.notice_from, body.notice_to)) < least:
        window = f"从{day_long(body.notice_from)}公示到{day_long(body.notice_to)}"
        told = f"{window}，共{days}个工作日；至少{least}个工作日{caveat(body.notice_from, body.notice_to)}"
        yield Problem(("公示止",), told, "对照公示改正；没有抄错的，照实公开", path=record.path)
    if body.day <= body.notice_to:
        told = f"{named}，公示到{day_long(body.notice_to)}才结束"
        yield Problem(("命名日期",), told, "对照公示和表彰文件改正；没有抄错的，照实公开", path=record.path)


def _missed(case: PlaceCase, honours: Sequence[tuple[Record, Honour]]) -> Iterator[Problem]:
    """Finds honours of the place's own organisations for a year in which the place missed a target."""
    missed = {
        goal.by: goal.called
        for _, body in case.of(Targets)
        for goal in body.goals
        if goal.by and goal.short and body.period and goal.by.end <= body.period.end
    }
    own = case.profile.name if case.profile else case.place.folder
    for record, body in honours:
        for index, one in enumerate(body.recipients):
            if body.year in missed and one.sort == "组织" and one.name.startswith(own):
                told = f"{body.year.label}“{missed[body.year]}”没有达到目标，当年表彰了{one.name}"
                yield Problem(("对象", index), told, "对照考核结果；没有写错的，报告上级", path=record.path)


def _ratings(ratings: Sequence[tuple[Record, Review]], context: Context) -> Iterator[Problem]:
    latest = max((body.day for _, body in ratings if body.day), default=None)
    for record, body in ratings:
        if body.day is None:
            continue
        rated = f"{day_long(body.day)}评定“五个好”"
        if body.valid_to is None:
            told = f"{rated}，没有写有效到哪一天"
            yield Problem(
                ("类型",), told, f"补上“有效至: {add_months(body.day, GOOD_FOR * 12).isoformat()}”", path=record.path
            )
        elif body.valid_to > add_months(body.day, GOOD_FOR * 12):
            told = f"{rated}，有效至{day_long(body.valid_to)}，超过{GOOD_FOR}年"
            yield Problem(
                ("有效至",), told, f"改成：{add_months(body.day, GOOD_FOR * 12).isoformat()}", path=record.path
            )
        elif body.day == latest and body.valid_to < context.as_of:
            told = f"{rated}，有效至{day_long(body.valid_to)}，还没有新的评定"
            yield Problem(("有效至",), told, "重新评定以后，填一份新的记录", path=record.path)


RULE = Rule(
    code="R08",
    title="表彰的名额和公示",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="表彰谁、凭什么，村民有权看到；所以照样公开，旁边写明名额和日期。",
    basis=("目标考核制度", "县里规定"),
    check=check,
)
