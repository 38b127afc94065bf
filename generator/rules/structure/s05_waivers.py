"""S05: an explanation names an existing rule that can be explained, and has a last day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.waivers import Waiver
from generator.records.read import Record
from generator.rules import catalogue
from generator.rules.rule import Context, Problem, Rule, Scope

LONGEST = 366
"""An explanation is valid for so many days at most. This default is our own."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """情况说明要写对规则编号，拦截的不能靠说明放行，最长管一年。

    为什么：
        说明是让大家知道原因，不是免查；管得太久，等于不改了。

    怎么查：
        “规则”要是有的编号；这条规则是“公示”的才写说明，“拦截”的要改记录，“提示”的本来就不公开。
        “有效至”在公开以后，最多366天。

    怎么改：
        1. 编号照检查结果里的写，例如 A01。
        2. 拦截的，照检查结果改原来的记录。
        3. 有效期写短一点，到期还没改好的，重新说明、重新批准。

    合格：
        # 文件: finance/2026-10.yml
        期间: 2026-10
        # 文件: waivers/sample.yml
        规则: a01
        记录: finance/2026-10
        公开:
          公开日期: 2026-10-20
          审核: [{机构: 村务监督委员会, 日期: 2026-10-19}]
        有效至: 2027-10-21

    合格：
        规则: T05
        记录: finance/2026-10
        有效至: 2026-10-20

    不合格：
        规则: A99  # <- S05
        有效至: 2026-10-19  # <- S05

    不合格：
        规则: P01  # <- S05
        有效至: 2027-10-22  # <- S05
    """
    body: Waiver = record.body
    rule = catalogue.catalogue().get(body.rule.upper())
    if rule is None:
        yield Problem(("规则",), f"没有“{body.rule}”这条规则", "照检查结果写编号，例如 A01")
    elif rule.effect is not Effect.FLAG:
        yield Problem(("规则",), f"{rule.code}是“{rule.effect.value}”的规则，不能靠说明放行", "照检查结果改原来的记录")
    day = body.publication.day
    if not day <= body.until <= add_days(day, LONGEST):
        message = f"“有效至”写的是{day_long(body.until)}，要在公开以后、最多{LONGEST}天"
        yield Problem(("有效至",), message, f"改成 {add_days(day, LONGEST).isoformat()} 以前的一天")


RULE = Rule(
    code="S05",
    title="情况说明怎么写才算数",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="写错了只是说明不起作用，原来的提示还在，所以只提醒填的人。",
    basis=("本网站",),
    check=check,
    kinds=("waivers",),
)
