"""E07: an appointment has its papers, a probation is long enough, and a term of office is neither too short nor too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, add_months, day_long
from generator.base.finding import Effect, Key
from generator.records.kinds.appointments import Appointment
from generator.records.places import Township
from generator.records.read import Record
from generator.rules.phrases import listed, quoted, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

SOURCES, TESTS = 3, 4
"""三推四考"""
SHORT, LONG = 2, 10
"""Years. If a discipline secretary leaves before SHORT years, it is filed with the level above. After LONG he moves on."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """任用村书记事先要和县委组织部沟通、事后书面报告；后备人选要三推四考、集体研究；试用期满一年，考核合格再任职。

    为什么：
        用人要按程序来，一步不少，群众才信得过。

    怎么查：
        书记任职、调整，有“事先沟通”和“事后报告”。后备人选“推荐”3项、“考察”4项，
        会议在批准以前，推荐、考察也在批准以前。
        试用期不少于365天（“试用天数”），期满以后有“考核日期”，考核不早于期满。
        乡镇纪委书记任职不到2年离任、调整的，写“备案文号”；任满10年还没有交流的，也会提醒。

    怎么改：
        1. 对照干部档案，补上文号和日期。
        2. 程序没有走完的，先走程序。

    合格：
        # 文件: meetings/2026-09.yml
        日期: 2026-09-08
        # 文件: appointments/2026-houbei.yml
        岗位: 村后备干部
        岗位类别: 后备人选
        类型: 调整
        姓名:
        事先沟通:
        事后报告:
        会议: meetings/2026-09
        考察:
          - {环节: 考德, 日期: 2026-08-20}
          - {环节: 考绩, 日期: 2026-08-20}
          - {环节: 考能, 日期: 2026-08-21}
          - {环节: 考廉, 日期: 2026-09-08}

    合格：
        # 文件: appointments/2025-shiyong.yml
        岗位: 村务负责人
        岗位类别: 其他村干部
        类型: 试用
        日期: 2025-11-18
        事先沟通:
        事后报告:
        试用期止: 2026-11-18
        # 文件: appointments/2024-shiyong.yml
        岗位: 村务负责人
        岗位类别: 其他村干部
        类型: 试用
        日期: 2024-11-18
        试用期止: 2025-11-18
        考核日期: 2025-11-18
        # 文件: appointments/2026-fushuji.yml
        岗位: 村党支部副书记
        岗位类别: 其他村干部
        事先沟通:
        # 文件: appointments/2026-zhuren.yml
        岗位: 村委会主任
        事先沟通:
        # 文件: appointments/2026-shuji.yml
        岗位: 村党支部书记
        # 文件: appointments/2026-tuixiu.yml
        类型: 离任
        事先沟通:

    合格：
        # 满2年的不用备案；今天离满10年还差一天
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        机构:
          - {名称: 石渡镇纪委, 成员: [{职务: 书记, 姓名: 华志刚, 任职起: 2016-11-19}, {职务: 委员, 任职起: 2010-01-01}]}
          - {名称: 石渡镇党委, 成员: [{职务: 书记, 姓名: 卢建民, 任职起: 2010-03-15}]}
        # 文件: shidu/records/appointments/2026-jiwei.yml
        岗位: 镇纪委书记
        岗位类别: 乡镇干部
        类型: 调整
        日期: 2026-09-10
        原任职起: 2024-09-10
        # 文件: shidu/records/appointments/2025-jiwei.yml
        岗位: 镇纪委书记
        岗位类别: 乡镇干部
        类型: 离任
        日期: 2024-09-09
        原任职起: 2023-09-10
        备案文号: 澄纪备〔2024〕3号
        # 文件: shidu/records/appointments/2022-jiwei.yml
        岗位: 镇纪委书记
        岗位类别: 乡镇干部
        类型: 任职
        日期: 2023-09-10
        原任职起: 2023-01-10
        # 文件: shidu/records/appointments/2021-jiwei.yml
        岗位: 镇纪委书记
        岗位类别: 乡镇干部
        类型: 离任
        # 文件: shidu/records/appointments/2026-zuzhi.yml
        岗位: 镇组织委员
        岗位类别: 乡镇干部
        类型: 调整
        原任职起: 2025-09-11
        # 文件: appointments/2026-jiwei.yml
        岗位: 村纪委书记
        岗位类别: 其他村干部
        类型: 离任
        原任职起: 2025-09-11

    不合格：
        # 文件: appointments/2026-shuji.yml
        岗位: 村党支部书记  # <- E07
        事先沟通:
        # 文件: appointments/2026-diaozheng.yml
        岗位: 村党总支书记  # <- E07
        类型: 调整
        事后报告:

    不合格：
        # 文件: meetings/2026-09.yml
        日期: 2026-09-09
        # 文件: appointments/2026-houbei.yml
        岗位: 村后备干部  # <- E07
        岗位类别: 后备人选
        会议: meetings/2026-09  # <- E07
        批准日期: 2026-09-08
        推荐:
          - {环节: 党员推荐, 日期: 2026-08-12}
          - {环节: 群众推荐, 日期: 2026-09-09}  # <- E07
        考察:
          - {环节: 考德, 日期: 2026-08-20}
          - {环节: 考绩, 日期: 2026-08-20}
          - {环节: 考能, 日期: 2026-08-21}
          - {环节: 考廉, 日期: 2026-09-09}  # <- E07
        # 文件: appointments/2026-houbei2.yml
        岗位: 村后备干部  # <- E07
        岗位类别: 后备人选
        考察:
          - {环节: 考德, 日期: 2026-08-20}

    不合格：
        # 文件: appointments/2025-a.yml
        岗位: 村务负责人
        岗位类别: 其他村干部
        类型: 试用
        日期: 2025-11-18
        试用期止: 2026-11-17  # <- E07
        考核日期: 2026-11-18
        # 文件: appointments/2025-b.yml
        岗位: 村务负责人
        岗位类别: 其他村干部
        类型: 试用
        日期: 2025-11-17
        试用期止: 2026-11-17  # <- E07
        # 文件: appointments/2025-c.yml
        岗位: 村务负责人
        岗位类别: 其他村干部
        类型: 试用
        日期: 2025-11-10
        试用期止: 2026-11-17
        考核日期: 2026-11-16  # <- E07
        # 文件: appointments/2025-d.yml
        岗位: 村务负责人  # <- E07
        岗位类别: 其他村干部
        类型: 试用

    不合格：
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        机构:
          - 名称: 石渡镇纪委
            成员:
              - 职务: 书记
                任职起: 2016-11-18  # <- E07
        # 文件: shidu/records/appointments/2026-jiwei.yml
        岗位: 镇纪委书记
        岗位类别: 乡镇干部
        类型: 调整
        日期: 2026-09-10
        原任职起: 2024-09-11  # <- E07
    """
    for record, body in case.of(Appointment):
        if body.post_class == "书记主任" and body.type in ("任职", "调整") and "书记" in body.post:
            yield from _papers(record, body)
        if body.post_class == "后备人选":
            yield from _chosen(record, body, case)
        if body.type == "试用":
            yield from _probation(record, body, context)
        if body.post_class == "乡镇干部" and body.type in ("离任", "调整") and "纪委书记" in body.post:
            yield from _too_soon(record, body)
    yield from _too_long(context)


def _papers(record: Record, body: Appointment) -> Iterator[Problem]:
    if names := quoted(unwritten({"事先沟通": body.consulted, "事后报告": body.reported})):
        yield Problem(("岗位",), f"书记{body.type}，没有写{names}", f"照文件补上{names}的文号", path=record.path)


def _chosen(record: Record, body: Appointment, case: PlaceCase) -> Iterator[Problem]:
    parts = {
        f"{SOURCES}项推荐": len(body.nominations) >= SOURCES,
        f"{TESTS}项考察": len(body.exams) >= TESTS,
        "会议": body.meeting,
        "批准日期": body.approved,
    }
    if blank := listed(unwritten(parts)):
        yield Problem(("岗位",), f"后备人选没有写全：{blank}", "照选拔材料补上", path=record.path)
    if body.approved is None:
        return
    days: list[tuple[tuple[Key, ...], str, date]] = [
        (("推荐", index, "日期"), step.name, step.day) for index, step in enumerate(body.nominations) if step.day
    ]
    days += [(("考察", index, "日期"), step.name, step.day) for index, step in enumerate(body.exams) if step.day]
    if met := case.county.record(record.address.resolve(body.meeting)) if body.meeting else None:
        days.append((("会议",), "会议", met.kind.day(met.body)))
    for route, name, day in days:
        if day > body.approved:
            told = f"{name}是{day_long(day)}，在批准日期（{day_long(body.approved)}）以后"
            yield Problem(route, told, "对照选拔材料改正日期", path=record.path)


def _probation(record: Record, body: Appointment, context: Context) -> Iterator[Problem]:
    least = context.parameters.probation_days
    if body.probation_to is None:
        yield Problem(("岗位",), "试用没有写到哪一天为止", f"补上“试用期止”，至少{least}天", path=record.path)
    elif body.day and body.probation_to < add_days(body.day, least):
        told = f"试用{(body.probation_to - body.day).days}天，至少要{least}天"
        yield Problem(("试用期止",), told, "对照任职文件改正", path=record.path)
    elif body.assessed is None:
        if context.as_of > body.probation_to:
            told = f"试用期{day_long(body.probation_to)}已满，没有写考核日期"
            yield Problem(("试用期止",), told, "考核过的，补上“考核日期”", path=record.path)
    elif body.assessed < body.probation_to:
        told = f"{day_long(body.assessed)}考核，试用期{day_long(body.probation_to)}才满"
        yield Problem(("考核日期",), told, "对照考核材料改正日期", path=record.path)


def _too_soon(record: Record, body: Appointment) -> Iterator[Problem]:
    if body.since and body.filed is None and body.day and body.day < add_months(body.since, SHORT * 12):
        told = f"{body.post}任职不到{SHORT}年{body.type}，没有写备案文号"
        yield Problem(("原任职起",), told, "补上“备案文号”", path=record.path)


def _too_long(context: Context) -> Iterator[Problem]:
    """Looks at the profile, because it says who is in office now."""
    if not isinstance(context.profile, Township):
        return
    for number, body in enumerate(context.profile.bodies):
        for index, officer in enumerate(body.officers):
            secretary = "纪委" in body.name and officer.post == "书记" and officer.since
            if secretary and add_months(secretary, LONG * 12) <= context.as_of:
                told = f"{body.name}书记{day_long(secretary)}任职，已满{LONG}年"
                yield Problem(("机构", number, "成员", index, "任职起"), told, "按规定交流；已经交流的，改成现在的人")


RULE = Rule(
    code="E07",
    title="任用干部按程序",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="程序由上级把关，村民看任职结果就够了；这里只提醒填写的人核对。",
    basis=("村干部任用",),
    check=check,
)
