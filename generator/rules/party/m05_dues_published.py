"""M05: what party dues came to is published every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days
from generator.base.finding import Effect
from generator.records.kinds.funds import Fund
from generator.records.kinds.notices import Notice
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.base import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.frequency import lacking


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党费收了多少、用了多少，每年公布一次，年底以后31天内公布（天数由县里定）。

    为什么：
        党费是党员交的，交了多少、用到哪里，党员有权知道。

    怎么查：
        从第一次公布党费的那一年起，每一年都要有：“事项: 党费”的公示公告，或者“类型: 党费”的专项资金，“期间”到那一年年底。
        从来没有公布过的，由公开目录去查；每个人交多少，不在网上公布。

    怎么改：
        用 disclose new notices 建一份，“事项”写党费，“期间”写那一年，只写总数和用途。

    合格：
        # 正好过了31天，明天才算晚
        # as_of: 2027-01-31
        # 文件: notices/2025-dangfei.yml
        标题: 2025年党费收缴和使用情况
        栏目: 党务
        事项: 党费
        期间: "2025"
        公开:
          公开日期: 2026-01-20
          至: 2026-02-06
          审核: [{机构: 石渡镇党委, 日期: 2026-01-16}]

    合格：
        # as_of: 2027-02-01
        # 文件: funds/2025-dangfei.yml
        标题: 2025年党费
        类型: 党费
        期间: "2025"
        支出: []
        结余: 6200.00
        公开:
          公开日期: 2026-01-20
          审核: [{机构: 石渡镇党委, 日期: 2026-01-16}]
        # 文件: funds/2026-dangfei.yml
        标题: 2026年党费
        类型: 党费
        期间: "2026"
        支出: []
        结余: 6200.00
        公开:
          公开日期: 2027-01-20
          审核: [{机构: 石渡镇党委, 日期: 2027-01-16}]

    不合格：
        # as_of: 2027-02-01
        # 文件: notices/2025-dangfei.yml
        标题: 2025年党费收缴和使用情况
        栏目: 党务
        事项: 党费
        期间: "2025"
        公开:
          公开日期: 2026-11-20
        # 文件: notices/2026-q3.yml
        期间: "2026"
        # 文件: funds/2026-q4.yml
        期间: 2026-Q4
        # 应报: M05 village.yml

    不合格：
        # as_of: 2027-02-01
        # 文件: funds/2026-dangfei.yml
        类型: 党费
        期间: 2026-Q3
        # 应报: M05 village.yml
    """
    if not isinstance(case.profile, Village):
        return
    told = [(record, until) for record in case.records if (until := _told_until(record)) is not None]
    ends = [until for record, until in told]
    public = [record.body.publication.day for record, _ in told]
    since = case.profile.disclosed_since
    # a year is told once its last day is; so a year that still runs, or was told in part, counts as not yet told
    held = [end for end in ends if (end.month, end.day) == (12, 31)]
    years = lacking("每年", held, public, context.as_of, since=since, grace=context.parameters.annual_due_days)
    for year in years:
        due = add_days(year.end, context.parameters.annual_due_days)
        yield Problem(
            (),
            f"{year.label}的党费收缴和使用情况没有公布，最晚{due.isoformat()}",
            "用 disclose new notices 建一份，“事项”写党费，期间写这一年，只写总数和用途",
            f"{year.label}的党费收缴和使用情况还没有公布。",
        )


def _told_until(record: Record) -> date | None:
    """Until when a record tells of dues; None where it does not."""
    match record.body:
        case Notice(topic="党费", period=period) if period:
            return period.end
        case Fund(type="党费", period=period):
            return period.end
    return None


RULE = Rule(
    code="M05",
    title="党费每年公布一次",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="没有公布是看得见的事实，写明是哪一年，党员心里有数。",
    basis=("党费规定·公布", "党务公开条例"),
    check=check,
)
