"""R02: a letter of responsibility has all its steps in order, and points add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect, Key
from generator.records.kinds.pledges import Pledge
from generator.records.kinds.reviews import Review
from generator.records.read import Record
from generator.rules.phrases import Event, listed, out_of_order, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

LISTS = 2
"""一书两单 is one letter and two lists."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """一年的责任书要有头有尾：签责任书、下发两份清单、述职、评议、考核、督查，六样齐全，先后不乱；考核得分加得拢。

    为什么：
        年初签了字，年底要有交代；少一样，责任就落不到底。

    怎么查：
        年度过完以后90天（“年度评议期限”），六样都要有，清单是两份；
        有了的，日期从签订到督查不能倒过来，同一天可以。
        评议考核里打分的，各项“得分”加起来等于“总分”，每一项不超过“满分”。

    怎么改：
        1. 对照责任书和考核材料，补上漏写的日期，改正写错的。
        2. 没有做的，照实公开，不要补假日期。

    合格：
        # as_of: 2027-03-31
        年度: 2026
        签订日期: 2026-02-20
        清单:
          - {名称: 全年党建任务清单, 下发日期: 2026-02-20}
        述职日期:
        评议日期:
        考核日期:
        督查日期:

    合格：
        # 述职、评议、考核、督查都在同一天
        述职日期: 2025-12-18
        评议日期: 2025-12-18
        考核日期: 2025-12-18
        督查日期: 2025-12-18

    合格：
        # 文件: reviews/2026-kaohe.yml
        标题: 2026年村党组织量化考核
        类型: 量化考核
        主持: 镇党委
        评议:
        得分:
          - {项目: 组织生活, 满分: 40, 得分: 40}
          - {项目: 三务公开, 得分: 51.5}
        总分: 91.5

    不合格：
        # as_of: 2027-04-01
        年度: 2026  # <- R02
        签订日期: 2026-02-20
        清单:
          - {名称: 全年党建任务清单, 下发日期: 2026-02-19}  # <- R02
        述职日期:
        评议日期:
        考核日期: 2026-12-26
        督查日期: 2026-12-25  # <- R02

    不合格：
        年度: 2025  # <- R02
        清单:

    不合格：
        # 文件: reviews/2026-kaohe.yml
        标题: 2026年村党组织量化考核
        类型: 量化考核
        主持: 镇党委
        评议:
          - {对象: 柳湾村党支部, 参加: 40, 优秀: 39}
        得分:
          - {项目: 组织生活, 满分: 40, 得分: 40.5}  # <- R02
          - {项目: 三务公开, 得分: 51.5}
        总分: 91.5  # <- R02
    """
    match record.body:
        case Pledge() as pledge:
            yield from _complete(pledge, context)
            yield from _in_order(pledge)
        case Review() as review:
            yield from _points(record, review)


def _complete(body: Pledge, context: Context) -> Iterator[Problem]:
    if body.year is None or context.as_of <= add_days(body.year.end, context.parameters.yearly_review_days):
        return
    missing = ["两份清单"] if len(body.lists) < LISTS else []
    missing += unwritten({name: day for name, _, day in _steps(body)})
    if missing:
        told = f"{body.year.label}的责任书，没有写{listed(missing)}"
        yield Problem(("年度",), told, "做过的，照材料补上日期；没有做的，照实公开")


def _in_order(body: Pledge) -> Iterator[Problem]:
    sheets = [("下发清单的日期", ("清单", index, "下发日期"), one.day) for index, one in enumerate(body.lists)]
    signed, *rest = _steps(body)
    done = [Event(name, route, day) for name, route, day in (signed, *sheets, *rest) if day is not None]
    for before, after in out_of_order(done):
        told = f"{after.name}是{day_long(after.day)}，在{before.name}（{day_long(before.day)}）以前"
        yield Problem(after.at, told, "对照责任书和考核材料改正日期")


def _steps(body: Pledge) -> tuple[tuple[str, tuple[Key, ...], date | None], ...]:
    """The steps with one day each: name, route and day."""
    days = {
        "签订日期": body.signed,
        "述职日期": body.reported,
        "评议日期": body.reviewed,
        "考核日期": body.assessed,
        "督查日期": body.inspected,
    }
    return tuple((name, (name,), day) for name, day in days.items())


def _points(record: Record, body: Review) -> Iterator[Problem]:
    for one in record.kind.sums(body):
        if not one.holds:
            told = f"各项得分加起来是{one.result}分，总分写的是{one.stated}分，相差{abs(one.result - one.stated)}分"
            yield Problem(one.at, told, "对照考核表改正")
    for index, score in enumerate(body.scores):
        if score.full is not None and score.points > score.full:
            told = f"“{score.item}”得{score.points}分，满分是{score.full}分"
            yield Problem(("得分", index), told, "对照考核表改正")


RULE = Rule(
    code="R02",
    title="责任书有头有尾",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="签了什么、做了什么，党员和村民有权知道；所以照样公开，旁边写明还缺什么。",
    basis=("目标考核制度",),
    check=check,
    kinds=("pledges", "reviews"),
    sums=("reviews",),
)
