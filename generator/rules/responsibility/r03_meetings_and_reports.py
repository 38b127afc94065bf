"""R03: regular meetings, reports and inspections take place as often as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.base.dates import Period, Rhythm
from generator.base.finding import Effect
from generator.records.kinds.meetings import MeetingType
from generator.records.kinds.reviews import Review
from generator.records.kinds.tasks import TaskList
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import lacking, said, since, without

_MEETINGS: Mapping[MeetingType, Rhythm] = {
    "月例会": "每月",
    "联系会议": "每月",
    "党委专题会": "每月",
    "村干部例会": "每季度",
    "群团专题会议": "每半年",
}


@dataclass(frozen=True, slots=True)
class _Custom:
    """Something that comes regularly."""

    name: str
    rhythm: Rhythm
    held: Sequence[tuple[date, date]]
    """For each the day it counts for, and the day it was public."""
    grace: int


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """例会、述职、督查要按时：月例会每月一次，村干部例会每季度一次，述职乡镇每半年、村里每年一次，督查每年一次。

    为什么：
        定了的会、定了的述职，到时候就要有；常常开，问题才不会越积越多。

    怎么查：
        月例会、联系会议、党委专题会每月一次，村干部例会每季度一次，群团专题会议每半年一次；
        述职评议乡镇每半年一次、村里每年一次，述职述廉、督查每年一次。
        从本地第一份这种记录公开那天算起，没有这种记录的不查；期末以后还有20天（“记录补登期限”），
        按年的述职还有90天（“年度评议期限”），看“期间”写的是哪一年。

    怎么改：
        1. 开过、做过的，用 disclose new 补一份记录，日期照实写。
        2. 没有开、没有做的，尽快补上；不要补假记录。

    合格：
        # as_of: 2026-12-20
        # 文件: meetings/2026-11.yml
        类型: 月例会
        日期: 2026-10-08
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    合格：
        # as_of: 2027-01-21
        # 文件: reviews/2025.yml
        类型: 述职评议
        期间: 2025
        日期: 2025-12-20
        # 文件: tasks/2026.yml
        类型: 督查
        发出日期: 2026-11-02
        # 文件: meetings/2026-10.yml
        类型: 村干部例会
        日期: 2026-10-08

    合格：
        # as_of: 2027-01-21
        # 文件: shidu/records/reviews/2026-h1.yml
        类型: 述职评议
        层级: 乡镇
        日期: 2026-06-30
        公开:
          公开日期: 2026-07-01
          审核:
            - {机构: 镇纪委, 日期: 2026-07-01}
        # 文件: shidu/records/reviews/2026-h2.yml
        类型: 述职评议
        层级: 乡镇
        日期: 2026-12-31

    不合格：
        # as_of: 2026-12-21
        # 文件: meetings/2026-10.yml
        类型: 月例会
        日期: 2026-10-08
        # 应报: R03 village.yml

    不合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-09.yml
        类型: 群团专题会议
        日期: 2026-06-28
        # 应报: R03 village.yml

    不合格：
        # as_of: 2027-04-01
        # 文件: reviews/2025.yml
        类型: 述职述廉
        期间: 2025
        日期: 2026-01-20
        # 应报: R03 village.yml

    不合格：
        # as_of: 2027-04-01
        # 文件: reviews/2025.yml
        类型: 述职评议
        期间: 2025
        日期: 2026-01-20
        # 文件: reviews/2026.yml
        类型: 民主评议党员
        日期: 2026-12-20
        # 应报: R03 village.yml

    不合格：
        # as_of: 2027-01-21
        # 文件: shidu/township.yml
        名称: 石渡镇  # <- R03
        区划代码: "990123100000"
        # 文件: shidu/records/reviews/2026-h1.yml
        类型: 述职评议
        层级: 乡镇
        日期: 2026-06-30

    不合格：
        # as_of: 2027-01-21
        # 文件: tasks/2025.yml
        类型: 督查
        发出日期: 2025-12-02
        # 文件: tasks/2026.yml
        类型: 督办卡
        发出日期: 2026-07-02
        # 应报: R03 village.yml
    """
    for kind, rhythm in _MEETINGS.items():
        yield from _told(kind, rhythm, without(case, context, kind, rhythm))
    if case.place.is_county:  # its records come from many offices
        return
    begun = since(case)
    for one in _others(case, context):
        days = [day for day, _ in one.held]
        public = [public for _, public in one.held]
        periods = lacking(one.rhythm, days, public, context.as_of, since=begun, grace=one.grace)
        yield from _told(one.name, one.rhythm, periods)


def _others(case: PlaceCase, context: Context) -> Iterator[_Custom]:
    """Reports and inspections. A yearly report counts for the year it is about, a half-yearly one for the half of its day."""
    parameters, reviews = context.parameters, [body for _, body in case.of(Review)]
    reports = [body for body in reviews if body.type == "述职评议"]
    if case.place.village:
        yield _Custom("述职评议", "每年", _for_years(reports), parameters.yearly_review_days)
    else:
        halves = [(body.day, body.publication.day) for body in reports if body.day]
        yield _Custom("述职评议", "每半年", halves, parameters.record_days)
    integrity = [body for body in reviews if body.type == "述职述廉"]
    yield _Custom("述职述廉", "每年", _for_years(integrity), parameters.yearly_review_days)
    rounds = [
        (body.issued, body.publication.day) for _, body in case.of(TaskList) if body.type == "督查" and body.issued
    ]
    yield _Custom("督查", "每年", rounds, parameters.record_days)


def _for_years(reviews: Iterable[Review]) -> Sequence[tuple[date, date]]:
    return [(body.period.start, body.publication.day) for body in reviews if body.period]


def _told(name: str, rhythm: Rhythm, periods: Sequence[Period]) -> Iterator[Problem]:
    if periods:
        told = f"{name}{rhythm}一次，{said(periods)}没有记录"
        remedy = "做过的，用 disclose new 补一份记录，日期照实写；没有做的，尽快补上"
        yield Problem((), told, remedy, day=periods[-1].end)


RULE = Rule(
    code="R03",
    title="例会述职要按时",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="开没开、述没述，大家看得见；写明哪一期没有记录，大家心里有数。",
    basis=("目标考核制度", "督办整顿制度"),
    check=check,
)
