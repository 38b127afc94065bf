"""A05: the meetings that the law asks for take place as often as it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.base.dates import Rhythm
from generator.base.finding import Effect
from generator.records.kinds.meetings import MeetingType
from generator.records.places import Village
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import said, without


@dataclass(frozen=True, slots=True)
class _Duty:
    """How often a meeting has to take place, and since when the law says so."""

    rhythm: Rhythm
    since: date
    basis: tuple[str, ...]


_YEARLY_MEMBERS = _Duty("每年", date(2025, 5, 1), ("集体法·成员大会",))
"""The source is 集体法 (2024) §27."""
_VILLAGE: Mapping[MeetingType, _Duty] = {
    "村民代表会议": _Duty("每季度", date(2010, 10, 28), ("村组法·代表会议",)),
    "村民会议": _Duty("每年", date(2026, 1, 1), ("村组法·会议召集",)),
    "成员大会": _YEARLY_MEMBERS,
}
"""The source is 村组法 (2010) §26, and (2025) §25 and §30."""
_COMMUNITY: Mapping[MeetingType, _Duty] = {
    "居民代表会议": _Duty("每半年", date(2026, 1, 1), ("居组法·代表会议",)),
    "成员大会": _YEARLY_MEMBERS,
}
"""The source is 居组法 (2025) §28. It does not say how often 居民会议 meets."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村民代表会议每季度至少开一次，村民会议、集体经济组织成员大会每年至少开一次；社区的居民代表会议每半年至少开一次。

    为什么：
        大家的事大家定，隔太久不开会，村民就没有地方说话、没有机会表决。

    怎么查：
        从本村第一份这种会议的记录公开那天算起，每个季度（半年、年）都要有一次；
        决策里写明开了这种会议的那一步也算。期末以后还有20天（“记录补登期限”）可以补上记录。
        2026年以前，法律没有要求村民会议每年开、社区每半年开；2025年5月以前，没有要求成员大会每年开，不查。

    怎么改：
        1. 开过会的，用 disclose new meetings 补一份记录，日期写开会那天。
        2. 没有开的，尽快开；缺了就是缺了，不要补假记录。

    合格：
        # as_of: 2027-01-20
        # 文件: meetings/2026-11.yml
        日期: 2026-09-28
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-11.yml
        日期: 2026-11-08
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    合格：
        # 社区的居民代表会议每半年开一次
        # as_of: 2027-01-21
        # 村: 类型=社区
        # 文件: meetings/2026-07.yml
        类型: 居民代表会议
        日期: 2026-07-01

    不合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-11.yml
        日期: 2026-09-28
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}
        # 应报: A05 village.yml

    不合格：
        # as_of: 2027-01-21
        # 文件: meetings/2025.yml
        类型: 成员大会
        日期: 2025-11-08
        # 应报: A05 village.yml

    不合格：
        # as_of: 2027-01-21
        # 村: 类型=社区
        # 文件: meetings/2026-06.yml
        类型: 居民代表会议
        日期: 2026-06-30
        # 应报: A05 village.yml
    """
    if not isinstance(case.profile, Village):
        return
    duties = _COMMUNITY if case.profile.type == "社区" else _VILLAGE
    for kind, duty in duties.items():
        periods = [one for one in without(case, context, kind, duty.rhythm) if one.start >= duty.since]
        if periods:
            yield Problem(
                (),
                f"{kind}{duty.rhythm}至少要开一次，{said(periods)}没有记录",
                "开过的，用 disclose new meetings 补一份记录，日期写开会那天；没有开的，尽快开",
                f"{kind}{duty.rhythm}至少开一次，{said(periods)}没有开会的记录。",
                day=periods[-1].end,
                basis=duty.basis,
            )


RULE = Rule(
    code="A05",
    title="法定的会议要按时开",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="开没开会是大家看得见的事；写明哪一季、哪一年没有记录，大家心里有数。",
    basis=("村组法·代表会议", "村组法·会议召集", "居组法·代表会议", "集体法·成员大会"),
    by_law=True,
    check=check,
)
