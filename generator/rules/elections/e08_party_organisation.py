"""E08: a village's party organisation has a discipline officer, and the form that fits its number of members."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.bodies import Organ
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

GENERAL_BRANCH = 50
"""A branch with so many members may become a 党总支 where conditions allow."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村党组织要设纪检委员；党员50名以上、具备条件的，设党总支。

    为什么：
        有人管纪律，党员多了分得开，组织生活才过得起来。

    怎么查：
        “组织机构”里的党组织，成员里要有纪检委员；
        “组织形式”写的是党支部，“党员数”达到50的，会提醒。没有写成员的，不查成员。

    怎么改：
        1. 设了的，在“成员”里补上纪检委员。
        2. 没有设的，报告镇党委；要不要设党总支，由镇党委定。

    合格：
        类型: 党组织
        组织形式: 党支部
        党员数: 49
        成员:
          - {职务: 书记, 姓名: 黄永福}
          - {职务: 组织委员兼纪检委员, 姓名: 邱志强}

    合格：
        类型: 党组织
        组织形式: 党总支
        党员数: 50
        成员:

    合格：
        类型: 党组织
        组织形式: 党支部
        成员:

    合格：
        类型: 民主理财小组
        党员数: 50
        组织形式: 党支部

    不合格：
        类型: 党组织
        成员:  # <- E08
          - {职务: 书记, 姓名: 黄永福}

    不合格：
        类型: 党组织
        组织形式: 党支部  # <- E08
        党员数: 50
        成员:
    """
    body: Organ = record.body
    if body.type != "党组织":
        return
    if body.members and not any("纪检" in one.post for one in body.members):
        yield Problem(("成员",), "党组织的成员里没有写纪检委员", "设了的补上；没有设的，报告{乡级}党委")
    if body.form == "党支部" and body.party_members is not None and body.party_members >= GENERAL_BRANCH:
        yield Problem(
            ("组织形式",),
            f"党员{body.party_members}名，组织形式是党支部；{GENERAL_BRANCH}名以上、具备条件的设党总支",
            "已经设了党总支的改过来；没有设的，由{乡级}党委定",
        )


RULE = Rule(
    code="E08",
    title="党组织怎么设",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="设党支部还是党总支由上级党组织定，这里只提醒填写的人核对。",
    basis=("党组织设置",),
    check=check,
    kinds=("bodies",),
)
