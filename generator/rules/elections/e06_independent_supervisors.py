"""E06: supervisors are not among the people whom they supervise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.base.finding import Effect
from generator.records.kinds.bodies import Organ
from generator.records.read import Record
from generator.rules.elections.holders import holders
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

COLLECTIVE_LAW = date(2025, 5, 1)
"""农村集体经济组织法 says who may not sit on a 监事会 from this day."""
_MONEY = re.compile(r"理事|财务|会计|报账|出纳")
_SECRETARY = re.compile(r"(?<!副)书记")
_REMEDY = "对照推选会议的记录改正；没有写错的，按规定另行推选"


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """监督的人要和管事的人分开：村务监督委员会3到5人，不能是村委会成员和他们的近亲属，要有懂财务的人。

    为什么：
        自己监督自己，等于没有监督。

    怎么查：
        村务（居务）监督委员会是不是3到5人，有没有懂财务的；成员是不是同时在村委会（居委会），
        有没有写明是村干部的近亲属；主任是不是党组织书记。民主理财小组不查人数。
        监事会成员不能是理事、财务、会计和他们的近亲属。
        村委会成员先看“组织机构”里任期相同的记录，没有的看村的资料。

    怎么改：
        1. 对照推选会议的记录，写错的改过来；懂财务的写上“懂财务: 是”。
        2. 没有写错的，按规定另行推选，再填新的记录。

    合格：
        # 文件: bodies/2026-jiandu.yml
        类型: 村务监督委员会
        成员:
          - {职务: 主任, 姓名: 赵德顺}
          - {职务: 委员, 姓名: 冯桂香, 懂财务: 是}
          - {职务: 委员, 姓名: 邓水生}
        # 文件: bodies/2026-weiyuanhui.yml
        类型: 村民委员会
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 何秀英, 女: 是}
          - {职务: 委员, 姓名: 吴建国}

    合格：
        # 上一届的村委会委员，这一届当监督委员；支部副书记兼主任；五个人
        # 文件: bodies/2021-weiyuanhui.yml
        类型: 村民委员会
        产生日期: 2021-09-20
        任期止: 2026-09-21
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 邓水生}
          - {职务: 委员, 姓名: 何秀英, 女: 是}
        # 文件: bodies/2026-jiandu.yml
        类型: 村务监督委员会
        产生日期: 2026-09-22
        任期止: 2031-09-21
        成员:
          - {职务: 主任, 姓名: 潘家富}
          - {职务: 委员, 姓名: 邓水生}
          - {职务: 委员, 姓名: 冯桂香, 懂财务: 是}
          - {职务: 委员, 姓名: 陈广田}
          - {职务: 委员, 姓名: 孙玉梅}
        # 文件: bodies/2026-zhibu.yml
        类型: 党组织
        成员:
          - {职务: 书记, 姓名: 林志远}
          - {职务: 副书记, 姓名: 潘家富}
          - {职务: 纪检委员, 姓名: 何秀英}

    合格：
        # 文件: bodies/2026-licai.yml
        类型: 民主理财小组
        成员:
          - {职务: 组长, 姓名: 林志远}
          - {职务: 成员, 姓名: 冯桂香, 懂财务: 是}
        # 文件: bodies/2026-zhibu.yml
        类型: 党组织
        成员:
          - {职务: 书记, 姓名: 林志远}
          - {职务: 纪检委员, 姓名: 何秀英}

    合格：
        # 农村集体经济组织法施行以前产生的
        # 文件: bodies/2025-jianshi.yml
        类型: 监事会
        产生日期: 2025-04-30
        任期止: 2030-04-29
        成员:
          - {职务: 监事, 姓名: 周小梅, 兼任: [报账员]}

    合格：
        # 任期已满的，不和现在的村委会比；监事兼民兵连长不要紧
        # 文件: village.yml
        名称: 柳湾村
        区划代码: "990123100201"
        机构:
          - {名称: 柳湾村村民委员会, 成员: [{职务: 委员, 姓名: 邓水生}]}
          - {名称: 柳湾村股份经济合作社, 成员: [{职务: 监事长, 姓名: 赵德顺}]}
        # 文件: bodies/2021-jiandu.yml
        类型: 村务监督委员会
        产生日期: 2021-09-22
        任期止: 2026-11-17
        成员:
          - {职务: 主任, 姓名: 邓水生}
          - {职务: 委员, 姓名: 冯桂香, 懂财务: 是}
          - {职务: 委员, 姓名: 陈广田}
        # 文件: bodies/2026-jianshi.yml
        类型: 监事会
        产生日期:
        成员:
          - {职务: 监事长, 姓名: 赵德顺, 兼任: [民兵连长]}

    不合格：
        # 文件: village.yml
        名称: 柳湾村
        区划代码: "990123100201"
        机构:
          - {名称: 柳湾村村民委员会, 成员: [{职务: 委员, 姓名: 邓水生}]}
        # 文件: bodies/2026-jiandu.yml
        类型: 村务监督委员会
        任期止: 2026-11-18
        成员:  # <- E06
          - {职务: 主任, 姓名: 赵德顺, 懂财务: 是}
          - {职务: 委员, 姓名: 邓水生}  # <- E06

    不合格：
        # 文件: bodies/2026-jiandu.yml
        类型: 村务监督委员会
        成员:  # <- E06
          - {职务: 主任, 姓名: 赵德顺, 近亲属: 村委会主任 林志远}  # <- E06
          - {职务: 委员, 姓名: 邓水生}
          - {职务: 委员, 姓名: 冯桂香}

    不合格：
        # 文件: bodies/2026-zhibu.yml
        类型: 党组织
        成员:
          - {职务: 书记, 姓名: 林志远}
          - {职务: 纪检委员, 姓名: 何秀英}
        # 文件: bodies/2026-jiandu.yml
        类型: 居务监督委员会
        成员:  # <- E06
          - {职务: 委员, 姓名: 冯桂香, 懂财务: 是}
          - {职务: 主任, 姓名: 林志远}  # <- E06
          - {职务: 委员, 姓名: 陈广田}
          - {职务: 委员, 姓名: 孙玉梅}
          - {职务: 委员, 姓名: 邓水生}
          - {职务: 委员, 姓名: 樊国庆}

    不合格：
        # 文件: bodies/2026-licai.yml
        类型: 民主理财小组
        成员:
          - {职务: 组长, 姓名: 冯桂香, 懂财务: 是}
          - {职务: 成员, 姓名: 吴建国}  # <- E06
        # 文件: bodies/2026-weiyuanhui.yml
        类型: 村民委员会
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 何秀英, 女: 是}
          - {职务: 委员, 姓名: 吴建国}

    不合格：
        # 文件: bodies/2026-lishi.yml
        类型: 理事会
        成员:
          - {职务: 理事长, 姓名: 林志远}
          - {职务: 理事, 姓名: 吴建国}
          - {职务: 理事, 姓名: 樊国庆}
        # 文件: bodies/2026-jianshi.yml
        类型: 监事会
        产生日期: 2025-05-01
        成员:
          - {职务: 监事长, 姓名: 赵德顺, 兼任: [合作社会计]}  # <- E06
          - {职务: 监事, 姓名: 吴建国}  # <- E06
          - {职务: 监事, 姓名: 邓水生, 近亲属: 理事长 林志远}  # <- E06
    """
    for record, body in case.of(Organ):
        if body.type in ("村务监督委员会", "居务监督委员会", "民主理财小组"):
            committee = holders(case, context, body, "村民委员会", "居民委员会")
            yield from _separate(record, body, committee)
            yield from _made_up(record, body)
            yield from _chair(record, body, holders(case, context, body, "党组织"))
        elif body.type == "监事会" and (body.elected is None or body.elected >= COLLECTIVE_LAW):
            yield from _separate(record, body, holders(case, context, body, "理事会"))
            for index, one in enumerate(body.members):
                if second := next((post for post in one.other if _MONEY.search(post)), None):
                    said = f"{one.post}{one.name}兼任{second}，监事不能由理事、财务、会计人员担任"
                    yield Problem(("成员", index), said, _REMEDY, path=record.path)


def _separate(record: Record, body: Organ, governed: Mapping[str, str]) -> Iterator[Problem]:
    """Nobody is a member of both bodies, and nobody is a near relative of a member."""
    for index, one in enumerate(body.members):
        if one.name in governed:
            said = f"{body.type}{one.post}{one.name}同时是{governed[one.name]}"
            yield Problem(("成员", index), said, _REMEDY, path=record.path)
        if one.relative:
            said = f"{body.type}{one.post}{one.name}是{one.relative}的近亲属"
            yield Problem(("成员", index), said, _REMEDY, path=record.path)


def _made_up(record: Record, body: Organ) -> Iterator[Problem]:
    if body.type != "民主理财小组" and not 3 <= len(body.members) <= 5:
        yield Problem(("成员",), f"{body.type}有{len(body.members)}人，应当是3到5人", _REMEDY, path=record.path)
    if not any(one.finance for one in body.members):
        yield Problem(("成员",), f"{body.type}没有写明哪位成员懂财务", _REMEDY, path=record.path)


def _chair(record: Record, body: Organ, party: Mapping[str, str]) -> Iterator[Problem]:
    for index, one in enumerate(body.members):
        if one.post == "主任" and _SECRETARY.search(party.get(one.name, "")):
            yield Problem(("成员", index), f"{body.type}主任{one.name}同时是党组织书记", _REMEDY, path=record.path)


RULE = Rule(
    code="E06",
    title="监督的人要独立",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="谁在监督，村民有权知道；所以照样公开，旁边写明兼任了什么。",
    basis=("村组法·监督机构", "居组法·监督机构", "监督委员会意见", "集体法·监事会"),
    check=check,
)
