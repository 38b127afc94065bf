"""M05: what party dues came to is published every year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import year_of
from generator.base.finding import Effect
from generator.law.directory import localised, national
from generator.records.kinds.funds import Fund
from generator.records.kinds.notices import Notice
from generator.records.level import Publisher
from generator.records.places import Village
from generator.rules.phrases import SAY_WHY_LATE, late
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

ITEM = "党费"
"""The item of the 公开目录, the 类型 of funds and the 事项 of notices."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党费收了多少、用了多少，每年公布一次，下一年1月31日以前公布（哪天由县里定）。

    为什么：
        党费是党员交的，交了多少、用到哪里，党员有权知道。

    怎么查：
        按公开目录里的“党费”：从第一次公布的那一年起，每一年都要有“事项: 党费”的公示公告，或者“类型: 党费”的专项资金，
        “期间”写到那一年年底。公布得比期限晚的，写出晚了几天，乡镇的也查。目录里写了“不适用”的、从来没有公布过的，不查；每个人交多少，不在网上公布。

    怎么改：
        用 disclose new notices 建一份，“事项”写党费，“期间”写那一年，只写总数和用途。

    合格：
        # 正好是最后一天，明天才算晚
        # as_of: 2027-01-31
        # 村: 开始公开日期=2025-01-01
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
        # 村: 开始公开日期=2025-01-01
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

    合格：
        # 公开目录里写了不适用
        # as_of: 2027-02-01
        # 村: 开始公开日期=2025-01-01; 公开目录=[{事项: 党费, 不适用: 是, 原因: 党费由镇党委一起公布}]
        # 文件: notices/2025-dangfei.yml
        标题: 2025年党费收缴和使用情况
        栏目: 党务
        事项: 党费
        期间: "2025"
        公开:
          公开日期: 2026-01-20
          至: 2026-02-06
          审核: [{机构: 石渡镇党委, 日期: 2026-01-16}]

    不合格：
        # as_of: 2027-02-01
        # 村: 开始公开日期=2025-01-01
        # 文件: notices/2025-dangfei.yml
        标题: 2025年党费收缴和使用情况
        栏目: 党务
        事项: 党费
        期间: "2025"
        公开:
          公开日期: 2026-11-20  # <- M05
        # 文件: notices/2026-q3.yml
        期间: "2026"
        # 文件: funds/2026-q4.yml
        期间: 2026-Q4
        # 应报: M05 village.yml

    不合格：
        # 2014年的党费到2018年才公布；乡镇的也一样；1月31日公布的不晚，还没有过完的一年不查
        # 文件: notices/2014-dangfei.yml
        栏目: 党务
        事项: 党费
        期间: "2014"
        成文日期:
        公开: {公开日期: 2018-07-01}  # <- M05
        # 文件: shidu/records/funds/2016.yml
        类型: 党费
        期间: 2016
        公开: {公开日期: 2017-02-01}  # <- M05
        # 文件: shidu/records/funds/2017.yml
        类型: 党费
        期间: 2017
        公开: {公开日期: 2018-01-31}
        # 文件: notices/2018-dangfei.yml
        事项: 党费
        期间: 2018-Q3
        公开: {公开日期: 2020-07-01}
        # 文件: notices/none.yml
        事项: 党费
        期间:
        公开: {公开日期: 2020-07-01}
        # 文件: funds/other.yml
        类型: 运转经费
        期间: "2014"
        公开: {公开日期: 2018-07-01}
        # 文件: notices/other.yml
        事项: 一般
        期间: "2014"
        公开: {公开日期: 2018-07-01}

    不合格：
        # as_of: 2027-02-01
        # 村: 开始公开日期=2025-01-01
        # 文件: funds/2026-dangfei.yml
        类型: 党费
        期间: 2026-Q3
        # 应报: M05 village.yml
    """
    yield from _late(case, context)
    for duty in case.missing(ITEM):
        yield Problem(
            (),
            f"{duty.period.label}的党费收缴和使用情况没有公布，最晚{duty.due.isoformat()}",
            "用 disclose new notices 建一份，“事项”写党费，期间写这一年，只写总数和用途",
            f"{duty.period.label}的党费收缴和使用情况还没有公布。",
            day=duty.period.end,
        )


def _late(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """A year's dues that came late. A village's directory says when; that of a township does not name them, so the usual day counts."""
    own = context.profile.directory if context.profile else ()
    directory = (
        context.directory if isinstance(context.profile, Village) else localised(national(Publisher.VILLAGE), own)
    )
    due = next((item.due for item in directory if item.name == ITEM and not item.exempt), None)
    if due is None:
        return
    for record in case.records:
        body = record.body
        sort = body.type if isinstance(body, Fund) else body.topic if isinstance(body, Notice) else ""
        if sort == ITEM and body.period and body.period.end == year_of(body.period.end).end:
            last = due.day(body.period, context.parameters)
            words = f"{body.period.label}的党费公布"
            at = ("公开", "公开日期")
            yield from late(at, words, last, record.public_since, SAY_WHY_LATE, record.path, note="", verb="公布")


RULE = Rule(
    code="M05",
    title="党费每年公布一次",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="没有公布是看得见的事实，写明是哪一年，党员心里有数。",
    basis=("党费规定·公布", "党务公开条例"),
    check=check,
)
