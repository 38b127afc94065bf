"""M09: a branch has new members from time to time, its counts fit together, and each post has a duty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.members import Membership, Mobile
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

_YEARS = 2
"""Nothing is said before so many years without a new member are over."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党员队伍要不断线：两年内发展过党员，流动党员两地登记、联系得上，设岗的写明职责。

    为什么：
        多年不发展党员，队伍会老化；党员出去打工，两头都登记才不会没人管。

    怎么查：
        “最近发展党员”的年份离“期间”那一年不超过2年。
        “两地登记”“联系得上”都不能比“流出”多；新发展的各类人数不能比“总数”多；有一技之长的不能比党员多。
        “设岗定责”的每个岗位要写“职责”。

    怎么改：
        1. 人数对照党员名册改正；只写人数，不写姓名。
        2. 两年以上没有发展党员的，和镇党委一起定计划，在“说明”里写一句。

    合格：
        期间: 2026
        最近发展党员: 2024
        党员数: 57
        有一技之长: 57
        流动党员: {流出: 12, 两地登记: 12, 联系得上: 12}
        新发展: {总数: 1, 高中以上: 1, 35岁以下: 1, 妇女: 1}

    合格：
        有一技之长:
        最近发展党员:
        流动党员:
        新发展:
        设岗定责: []

    不合格：
        期间: 2026
        最近发展党员: 2023  # <- M09
        流动党员:
          流出: 12
          两地登记: 13  # <- M09
          联系得上: 13  # <- M09

    不合格：
        党员数: 57
        有一技之长: 58  # <- M09
        新发展:
          总数: 1
          高中以上: 2  # <- M09
          35岁以下: 2  # <- M09
          妇女: 2  # <- M09
        设岗定责:
          - {岗位: 环境卫生监督岗, 职责: 每周看一次村道卫生, 人数: 4}
          - {岗位: 政策宣传岗, 人数: 3}  # <- M09
    """
    body: Membership = record.body
    if body.last_recruited is not None and body.period is not None:
        years = body.period.end.year - body.last_recruited.end.year
        if years > _YEARS:
            message = f"最近一次发展党员是{body.last_recruited.label}，已有{years}年没有发展"
            yield Problem(("最近发展党员",), message, "年份抄错的改正；没有抄错的，和{乡级}党委一起定发展计划")
    if body.mobile is not None:
        yield from _mobile(body.mobile)
    for route, part, whole, name in _parts(body):
        if part > whole:
            yield Problem(route, f"“{route[-1]}”{part}人，比{name}{whole}人还多", "对照党员名册改正")
    for index, post in enumerate(body.posts):
        if post.duty is None:
            yield Problem(("设岗定责", index), f"“{post.name}”没有写职责", "补上“职责”：这个岗位做什么")


def _mobile(mobile: Mobile) -> Iterator[Problem]:
    for name, heads in (("两地登记", mobile.both), ("联系得上", mobile.reached)):
        if heads > mobile.away:
            yield Problem(
                ("流动党员", name), f"“{name}”{heads}人，比流出的{mobile.away}人还多", "对照流动党员登记册改正"
            )


def _parts(body: Membership) -> Iterator[tuple[tuple[str, ...], int, int, str]]:
    """Counts that are part of another count: route, part, whole, and the name of the whole."""
    if body.skilled is not None:
        yield ("有一技之长",), body.skilled, body.members, "党员"
    if new := body.recruited:
        for name, heads in (("高中以上", new.educated), ("35岁以下", new.young), ("妇女", new.women)):
            yield ("新发展", name), heads, new.total, "新发展的"


RULE = Rule(
    code="M09",
    title="党员队伍要不断线",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="发展党员、联系党员是党组织自己的工作；只提醒填报的人。",
    basis=("党员队伍做法", "县里规定"),
    check=check,
    kinds=("members",),
)
