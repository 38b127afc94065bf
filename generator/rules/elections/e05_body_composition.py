"""E05: a body has the number and the kind of members that the law asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from generator.base.finding import Effect
from generator.base.inexact import given, is_exact
from generator.records.kinds.bodies import Assembly, Organ
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

COLLECTIVE_LAW = date(2025, 5, 1)
"""农村集体经济组织法 speaks of the 理事会 and the 成员代表大会 from this day."""
COMMITTEE_LAW = date(2026, 1, 1)
"""村民委员会组织法 (2025) keeps near relatives off the committee from this day."""
_HOUSEHOLDS = {"村民代表会议": (5, 15), "居民代表会议": (20, 50), "成员代表大会": (5, 15)}
"""One representative for so many households."""
_BASIS: Mapping[str, tuple[str, ...]] = {
    "村民委员会": ("村组法·机构设置",),
    "居民委员会": ("居组法·机构设置",),
    "村民代表会议": ("村组法·代表组成",),
    "居民代表会议": ("居组法·代表组成",),
    "理事会": ("集体法·理事会",),
    "成员代表大会": ("集体法·代表大会",),
}
"""What the composition of each body rests on."""
_REMEDY = "对照选举、推选的记录改正；没有写错的，换届时按规定选"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村委会3到7人，要有妇女；村民代表占代表会议的五分之四以上，妇女代表占三分之一以上；代表按户数推选。

    为什么：
        人数和结构是法律定的，为的是让各方面的人都有人说话。

    怎么查：
        村民委员会3到7人，至少一名妇女；居民委员会5到9人；理事会3到7人，是单数。
        2026年以后产生的村委会、2025年5月以后产生的理事会，成员之间不能是近亲属。
        村民代表会议：代表占组成人员五分之四以上，妇女代表占三分之一以上，5到15户一名代表。
        居民代表会议：代表占五分之四以上，20到50户一名代表。成员代表大会：代表多于20人，5到15户一名。
        没有写成员或者代表的，不查。

    怎么改：
        1. 对照选举、推选的记录，漏写的人补上，女委员写“女: 是”。
        2. 没有写错的，照实公开，换届时按规定选。

    合格：
        类型: 村民委员会
        产生日期: 2026-09-20
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 何秀英, 女: 是}
          - {职务: 委员, 姓名: 吴建国}

    合格：
        # 2026年以前产生的，法律还没有写近亲属这一条
        类型: 村民委员会
        产生日期: 2025-12-31
        任期止: 2030-12-30
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 何秀英, 女: 是, 近亲属: 村委会委员 吴建国}
          - {职务: 委员, 姓名: 吴建国}
          - {职务: 委员, 姓名: 陈春兰}
          - {职务: 委员, 姓名: 樊国庆}
          - {职务: 委员, 姓名: 郑国平}
          - {职务: 委员, 姓名: 潘家富}

    合格：
        # 42名代表，8名村委会成员不是代表：40 × 5 = 200，50 × 4 = 200
        类型: 村民代表会议
        产生日期:
        成员:
        代表: {户数: 600, 代表人数: 40, 女代表: 17, 委员人数: 10}

    合格：
        类型: 居民代表会议
        成员:
        代表: {户数: 840, 代表人数: 42, 女代表: 0, 委员人数: 7}

    合格：
        类型: 成员代表大会
        成员:
        代表: {户数: 105, 代表人数: 21, 女代表: 0, 委员人数: 9}

    合格：
        # 农村集体经济组织法施行以前产生的
        类型: 理事会
        产生日期: 2025-04-30
        成员:
          - {职务: 理事长, 姓名: 林志远}
          - {职务: 理事, 姓名: 吴建国, 近亲属: 理事长 林志远}

    合格：
        类型: 理事会
        产生日期:
        成员:
          - {职务: 理事长, 姓名: 林志远}
          - {职务: 理事, 姓名: 吴建国}
          - {职务: 理事, 姓名: 樊国庆}

    合格：
        # 农村集体经济组织法施行以前推选的
        类型: 成员代表大会
        产生日期: 2025-04-30
        成员:
        代表: {户数: 400, 代表人数: 20}

    合格：
        类型: 居民委员会
        成员:
          - {职务: 主任, 姓名: 唐海波}
          - {职务: 委员, 姓名: 田芳, 女: 是}
          - {职务: 委员, 姓名: 宋建新}
          - {职务: 委员, 姓名: 段淑芬}
          - {职务: 委员, 姓名: 贺志平}

    不合格：
        类型: 村民委员会
        产生日期: 2026-01-01
        任期止: 2030-12-31
        成员:  # <- E05
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 吴建国, 近亲属: 村委会主任 林志远}  # <- E05

    不合格：
        # 村: 类型=社区
        类型: 居民委员会
        产生日期:
        成员:  # <- E05
          - {职务: 主任, 姓名: 唐海波}
          - {职务: 委员, 姓名: 宋建新}
          - {职务: 委员, 姓名: 段淑芬}
          - {职务: 委员, 姓名: 贺志平}

    不合格：
        # 41 × 5 = 205，52 × 4 = 208
        类型: 村民代表会议
        成员:
        代表:
          户数: 616  # <- E05
          代表人数: 41  # <- E05
          女代表: 17  # <- E05
          委员人数: 11

    不合格：
        # 村: 类型=社区
        类型: 居民代表会议
        成员:
        代表:
          户数: 839  # <- E05
          代表人数: 42

    不合格：
        类型: 理事会
        产生日期: 2025-05-01
        任期止: 2030-04-30
        成员:  # <- E05
          - {职务: 理事长, 姓名: 林志远}
          - {职务: 理事, 姓名: 吴建国}
          - {职务: 理事, 姓名: 樊国庆, 近亲属: 理事长 林志远}  # <- E05
          - {职务: 理事, 姓名: 潘家富}

    不合格：
        类型: 理事会
        产生日期: 2025-05-01
        成员:  # <- E05
          - {职务: 理事长, 姓名: 林志远}

    不合格：
        类型: 成员代表大会
        产生日期: 2025-05-01
        任期止: 2030-04-30
        成员:
        代表:
          户数: 300
          代表人数: 20  # <- E05

    不合格：
        类型: 村民委员会
        成员:  # <- E05
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 吴建国}
          - {职务: 委员, 姓名: 樊国庆}
    """
    body: Organ = record.body
    found = _members(body) if body.members else iter(())
    if body.assembly:
        found = chain(found, _assembly(body, body.assembly))
    for problem in found:
        yield replace(problem, basis=_BASIS.get(body.type, ()))


def _members(body: Organ) -> Iterator[Problem]:
    number = len(body.members)
    match body.type:
        case "村民委员会":
            if not 3 <= number <= 7:
                yield Problem(("成员",), f"村民委员会有{number}人，应当是3到7人", _REMEDY)
            elif not any(one.woman for one in body.members):
                yield Problem(("成员",), "村民委员会没有写明哪位成员是妇女", _REMEDY)
            if _since(body, COMMITTEE_LAW):
                yield from _relatives(body)
        case "居民委员会":
            if not 5 <= number <= 9:
                yield Problem(("成员",), f"居民委员会有{number}人，应当是5到9人", _REMEDY)
        case "理事会" if _since(body, COLLECTIVE_LAW):
            if not 3 <= number <= 7 or number % 2 == 0:
                yield Problem(("成员",), f"理事会有{number}人，应当是3到7人，而且是单数", _REMEDY)
            yield from _relatives(body)


def _since(body: Organ, day: date) -> bool:
    return body.elected is None or body.elected >= day


def _relatives(body: Organ) -> Iterator[Problem]:
    for index, one in enumerate(body.members):
        if one.relative:
            yield Problem(("成员", index), f"{body.type}{one.post}{one.name}是{one.relative}的近亲属", _REMEDY)


def _assembly(body: Organ, counts: Assembly) -> Iterator[Problem]:
    if not is_exact(counts.representatives):
        return
    elected, whole = counts.representatives, counts.representatives + given(counts.officers)
    if body.type == "成员代表大会":
        if not _since(body, COLLECTIVE_LAW):
            return
        if elected <= 20:
            yield Problem(("代表", "代表人数"), f"成员代表{elected}人，应当多于20人", _REMEDY)
    elif elected * 5 < whole * 4:
        said = f"{body.type}{whole}人，其中代表{elected}人，不到五分之四"
        yield Problem(("代表", "代表人数"), said, _REMEDY)
    if body.type == "村民代表会议" and is_exact(counts.women) and counts.women * 3 < whole:
        said = f"村民代表会议{whole}人，其中妇女代表{counts.women}人，不到三分之一（{-(-whole // 3)}人）"
        yield Problem(("代表", "女代表"), said, _REMEDY)
    if not is_exact(counts.households):
        return
    fewest, most = _HOUSEHOLDS.get(body.type, (0, counts.households))
    if not fewest * elected <= counts.households <= most * elected:
        said = f"{counts.households}户推选代表{elected}人，应当{fewest}到{most}户一名代表"
        yield Problem(("代表", "户数"), said, _REMEDY)


RULE = Rule(
    code="E05",
    title="村里的机构怎么组成",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="谁在管事，村民有权知道；所以照样公开，旁边写明人数。",
    basis=tuple(key for keys in _BASIS.values() for key in keys),
    by_law=True,
    check=check,
    kinds=("bodies",),
)
