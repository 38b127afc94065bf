"""C09: how the promises stand is told every quarter by a village, every half-year and year by a township."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """承诺办得怎样，村里每季度通报一次，乡镇每半年考评一次、年终总结一次，都要公开出来。

    为什么：
        承诺不是年初说一次就完了。隔一段时间说一说办到哪一步，大家才好催、好帮。

    怎么查：
        看“事项”是承诺通报的公示公告，哪一期、哪天以前，按公开目录里的“承诺通报”“承诺考评”“承诺年终总结”：
        村里从开始公开那天起，每个季度要有一份；乡镇从第一份起，每个半年要有一份，每年要有一份全年的，季度的不能代替。
        目录里写了“不适用”的不查，暂缓公开的不算缺，“期间”没有写的不算。

    怎么改：
        用 disclose new notices 建一份，“事项”写承诺通报，“期间”写那个季度（半年、年），说清每条承诺办到哪一步。

    合格：
        # 第四季度的，1月20日以前还不晚
        # as_of: 2027-01-20
        # 村: 开始公开日期=2026-10-01; 公开目录=[{事项: 承诺通报, 期限: 20}]
        # 文件: notices/2026-q3-promise.yml
        标题: 2026年第三季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q3

    合格：
        # as_of: 2027-01-21
        # 村: 开始公开日期=2026-10-01; 公开目录=[{事项: 承诺通报, 期限: 20}]
        # 文件: notices/2026-q4-promise.yml
        标题: 2026年第四季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q4
        公开:
          公开日期: 2027-01-15
          审核: [{机构: 镇党委, 日期: 2027-01-14}]

    合格：
        # 目录里改了期限的，按目录：季末以后90天
        # as_of: 2027-03-31
        # 村: 开始公开日期=2026-10-01; 公开目录=[{事项: 承诺通报, 期限: 90}]
        # 文件: notices/2026-q3-promise.yml
        标题: 2026年第三季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q3

    合格：
        # 镇里的公开目录写明不适用
        # as_of: 2027-01-21
        # 村: 开始公开日期=2026-10-01
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 承诺通报, 期限: 20}
          - {事项: 承诺通报, 不适用: 是, 原因: 各村的承诺由镇党委一起通报}

    合格：
        # 乡镇：上半年考评过，下半年还没有到；没写期间的不算
        # as_of: 2026-12-31
        # 参数: 村务公开期限=20
        # 文件: shidu/records/notices/2026-h2-promise.yml
        标题: 今年承诺考评安排
        栏目: 党务
        事项: 承诺通报
        期间:
        # 文件: shidu/records/notices/2026-h1-promise.yml
        标题: 2026年上半年承诺考评情况
        栏目: 党务
        事项: 承诺通报
        期间: 2026-01-01至2026-06-30
        公开:
          公开日期: 2026-06-30
          审核: [{机构: 镇党委, 日期: 2026-06-29}]

    不合格：
        # 第四季度的没有；党务事项公开不能代替，没到公开日期的也不算
        # as_of: 2027-01-21
        # 村: 开始公开日期=2026-10-01; 公开目录=[{事项: 承诺通报, 期限: 20}]
        # 文件: notices/2026-q3-promise.yml
        标题: 2026年第三季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q3
        # 文件: notices/2026-q4-party.yml
        标题: 2026年第四季度党务事项公开
        栏目: 党务
        事项: 党务事项
        期间: 2026-Q4
        公开:
          公开日期: 2027-01-15
          审核: [{机构: 镇党委, 日期: 2027-01-14}]
        # 文件: notices/2026-q4-promise.yml
        标题: 2026年第四季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q4
        公开:
          公开日期: 2027-01-22
          审核: [{机构: 镇党委, 日期: 2027-01-14}]
        # 应报: C09 village.yml

    不合格：
        # as_of: 2026-07-21
        # 参数: 村务公开期限=20
        # 乡镇上半年没有考评；季度的通报不能代替
        # 文件: shidu/township.yml
        名称: 石渡镇  # <- C09
        区划代码: "990123100000"
        # 文件: shidu/records/notices/2025-h2-promise.yml
        标题: 2025年下半年承诺考评情况
        栏目: 党务
        事项: 承诺通报
        期间: 2025-07-01至2025-12-31
        公开:
          公开日期: 2025-12-31
          审核: [{机构: 镇党委, 日期: 2025-12-30}]
        # 文件: shidu/records/notices/2026-q1-promise.yml
        标题: 2026年第一季度承诺进展通报
        栏目: 党务
        事项: 承诺通报
        期间: 2026-Q1
        公开:
          公开日期: 2026-04-10
          审核: [{机构: 镇党委, 日期: 2026-04-09}]
    """
    for duty in case.missing("承诺通报", "承诺考评", "承诺年终总结"):
        due = day_long(duty.due)
        yield Problem(
            ("名称",),
            f"{duty.period.label}的承诺通报还没有公开：应在{due}前公开",
            f"用 disclose new notices 建一份，“事项”写承诺通报，“期间”写 {duty.period.code}",
            f"{duty.period.label}的承诺通报应在{due}前公开，现在还没有公开。",
            day=duty.period.end,
        )


RULE = Rule(
    code="C09",
    title="承诺办得怎样按期通报",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="缺一期是看得见的事实，写明是哪一期、应在哪天前公开，大家心里有数。",
    basis=("承诺制", "县里规定"),
    check=check,
)
