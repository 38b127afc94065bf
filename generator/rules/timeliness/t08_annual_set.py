"""T08: once a year the plan, the statements and the register of assets, each in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.meetings import Meeting
from generator.records.kinds.statements import Statement
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.unkept import unkept

SINCE = date(2025, 5, 1)
"""From this day members can read the year's report so many days before they meet (集体法, §46)."""
_YEARLY = re.compile("年度|决算|报表|财务|分配")


YEARLY = {"财务计划": "plans", "年度报表": "statements", "资产台账": "registers"}
"""As the 公开目录 calls them, and the kind that begins each."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """每年公开一次：财务计划3月底以前，上一年的年度报表和资产台账1月底以前；报表还要在成员大会10天以前能看到。

    为什么：
        年初的计划、年底的家底，到时候看不到，开会表决就没有依据。

    怎么查：
        从第一次公开那一年起，每一年都要有财务计划、年度报表、资产台账，公开日期不晚于公开目录里的期限（由县里定）。
        成员大会、成员代表大会议的是年度财务或者分配的，上一年的报表要早10天公开。
        从来没有公开过的、目录里写了“不适用”的，不查。

    怎么改：
        1. 缺的：用 disclose new plans、statements 或者 registers 建一份，填好后提交。
        2. 已经晚了的，日期照实写，不能改。

    合格：
        # 正好最后一天
        # as_of: 2027-01-31
        # 村: 开始公开日期=2025-01-01
        # 文件: plans/2026.yml
        公开:
          公开日期: 2026-03-31
          审核: [{机构: 村务监督委员会, 日期: 2026-03-28}]
        # 文件: statements/2025.yml
        公开:
          公开日期: 2026-01-31
          审核: [{机构: 村务监督委员会, 日期: 2026-01-28}]
        # 文件: registers/2026.yml
        期间: 2026-12-01至2026-12-31
        公开:
          公开日期: 2027-01-31
          审核: [{机构: 村务监督委员会, 日期: 2027-01-28}]

    合格：
        # 公开目录里改了期限的，按目录
        # as_of: 2027-04-10
        # 村: 开始公开日期=2025-01-01; 公开目录=[{事项: 财务计划, 期限: 90}, {事项: 年度报表, 不适用: 是, 原因: 报表由镇里一起公布}]
        # 文件: plans/2026.yml
        公开:
          公开日期: 2026-04-10
          审核: [{机构: 村务监督委员会, 日期: 2026-04-08}]

    合格：
        # 正好早10天；别的会不管；2025年5月以前法律没有定；开始公开以前的不算晚
        # 文件: statements/2025.yml
        公开:
          公开日期: 2026-01-20
          审核: [{机构: 村务监督委员会, 日期: 2026-01-18}]
        # 文件: statements/2024.yml
        标题: 2024年度会计报表
        年度: "2024"
        公开:
          公开日期: 2026-01-25
          审核: [{机构: 村务监督委员会, 日期: 2026-01-18}]
        # 文件: statements/2023.yml
        年度: "2023"
        公开:
          公开日期: 2024-09-20
          审核: [{机构: 村务监督委员会, 日期: 2024-09-18}]
        # 文件: meetings/2026-01-chengyuan.yml
        标题: 2025年度成员代表大会
        类型: 成员代表大会
        日期: 2026-01-30
        主题: 审议2025年度财务决算
        # 文件: meetings/2026-01-daibiao.yml
        标题: 村民代表会议
        日期: 2026-01-22
        主题: 通报年度财务
        # 文件: meetings/2026-01-huanjie.yml
        标题: 理事会改选
        类型: 成员大会
        日期: 2026-01-22
        主题: 改选理事会
        议程: [改选理事会]
        # 文件: meetings/2024-09-chengyuan.yml
        标题: 2023年度成员大会
        类型: 成员大会
        日期: 2024-09-22
        主题: 审议2023年度财务决算

    不合格：
        # 村: 开始公开日期=2025-01-01
        # as_of: 2027-04-01
        # 文件: plans/2026.yml
        年度: "2026"
        公开:
          公开日期: 2026-04-01  # <- T08
        # 文件: plans/2025.yml
        年度: "2025"
        公开:
          公开日期: 2025-03-31
        # 应报: T08 village.yml

    不合格：
        # 村: 开始公开日期=2024-01-01
        # as_of: 2027-02-01
        # 文件: registers/2024.yml
        期间: "2024"
        公开:
          公开日期: 2025-01-31
        # 文件: registers/2025.yml
        期间: "2025"
        公开:
          公开日期: 2026-02-01  # <- T08
        # 文件: registers/2026-ziyuan.yml
        类型: 资源
        期间: "2026"
        # 应报: T08 village.yml

    不合格：
        # 文件: statements/2025.yml
        公开:
          公开日期: 2026-01-21  # <- T08
        # 文件: meetings/2026-01-chengyuan.yml
        类型: 成员大会
        日期: 2026-01-30
        主题: 审议2025年度财务决算
        议程: [听报告, 表决]
        # 文件: statements/2024.yml
        年度: "2024"
        公开:
          公开日期: 2025-05-05  # <- T08
        # 文件: meetings/2025-05-chengyuan.yml
        类型: 成员代表大会
        日期: 2025-05-10
        主题:
        议程: [通报2024年度报表, 表决]
    """
    for item, kind in YEARLY.items():
        yield from unkept(case.duties_of(item), context, f"用 disclose new {kind} 建一份，填好后提交")
    yield from _before_meeting(case, context)


def _before_meeting(case: PlaceCase, context: Context) -> Iterator[Problem]:
    statements = tuple(case.of(Statement))
    for _, meeting in case.of(Meeting) if statements else ():
        if meeting.type not in ("成员大会", "成员代表大会") or meeting.day is None or meeting.day < SINCE:
            continue
        if not _YEARLY.search("".join((meeting.topic or "", *meeting.agenda))):
            continue
        lead = context.parameters.report_lead_days
        for record, body in statements:
            days = (meeting.day - record.public_since).days
            if body.year.end.year == meeting.day.year - 1 and days < lead:
                said = f"公开日期是{day_long(record.public_since)}，成员大会是{day_long(meeting.day)}开的"
                message = f"{said}，应当早{lead}天"
                yield Problem(
                    ("公开", "公开日期"),
                    message,
                    "日期照实写；下一年早些公开",
                    f"{message}。",
                    record.path,
                    day=meeting.day,
                    basis=("集体法·年度报告",),
                )


RULE = Rule(
    code="T08",
    title="年度计划、报表和资产按时公开",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天、缺哪一年。",
    basis=("财务公开规定", "集体法·年度报告", "县里规定"),
    check=check,
)
