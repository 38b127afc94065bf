"""T06: a notice is on display long enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.holidays import caveat, last_day, working_days
from generator.law.parameters import Parameters
from generator.records.common import RecordBody
from generator.records.kinds.benefits import Batch
from generator.records.kinds.finance import Finance
from generator.records.kinds.notices import Notice
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

_USUAL = ("村组法·公布天数", "居组法·公布")
"""Since 2026 the law says how long a committee's affairs stay public: at least fifteen days."""
_OWN = ("本网站",)
_LAND = ("土地管理法实施条例·公告",)


@dataclass(frozen=True, slots=True)
class _Least:
    """The least number of days. The first day counts only by local custom, not by law."""

    days: int
    basis: tuple[str, ...]
    working: bool = False
    first_counts: bool = False


def check(record: Record, context: Context) -> Iterator[Problem]:
    """公布的日子要够：村务、财务至少15天，低保公示至少7天，征地补偿安置方案至少30天，不能贴一两天就撕。

    为什么：
        外出打工的、年纪大走不动的，要有时间看到；贴得太短，等于没有公开。

    怎么查：
        从公开日期到“至”算天数，法律定的不算公开当天，地方定的头尾都算；按工作日算的照国务院的放假安排，
        调休上班的周末也算工作日，哪一年的安排还不知道，就按星期一到星期五算，并且写明。
        2026年以前的村务公布、2021年9月以前的征地公告，乡镇和县里的一般公告，法律没有定天数，不查。没有写“至”的就是一直公开，只有“公示”（形式是公示的公告，标题叫公示的别的记录）一定要写。

    怎么改：
        1. 公开栏上多贴几天，再把“至”改成提示里的日期。
        2. 已经撕下的，重新贴出来，补够天数。

    合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-25
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 文件: notices/sample.yml
        形式: 公示
        事项: 低保
        公开:
          公开日期: 2026-10-12
          至: 2026-10-18
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 文件: notices/sample.yml
        事项: 补贴发放
        公开:
          公开日期: 2022-08-12
          至: 2022-08-18
          审核:
            - {机构: 村务监督委员会, 日期: 2022-08-11}

    合格：
        # 国庆放假，10月10日星期六上班：9月30日、10月8日、9日、10日、12日
        # 文件: notices/sample.yml
        形式: 公示
        事项: 表彰
        公开:
          公开日期: 2026-09-30
          至: 2026-10-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-09-29}

    合格：
        # 财务一直公开，没有写“至”
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-10}
        # 公告没有写“至”
        # 文件: notices/gonggao.yml
        形式: 公告
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 党务没有定天数；发展党员看M07
        # 文件: notices/dangwu.yml
        栏目: 党务
        事项: 党务事项
        公开:
          公开日期: 2026-10-10
          至: 2026-10-13
          审核:
            - {机构: 村党支部, 日期: 2026-10-09}
        # 文件: notices/fazhan.yml
        形式: 公示
        事项: 发展党员
        公开:
          公开日期: 2026-10-12
          至: 2026-10-16
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 星期三到下星期三，中间放假
        # 文件: notices/sample.yml
        形式: 公示
        事项: 表彰
        公开:
          公开日期: 2026-09-30
          至: 2026-10-11  # <- T06
          审核:
            - {机构: 村务监督委员会, 日期: 2026-09-29}

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-17  # <- T06
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 文件: notices/sample.yml
        形式: 公示
        事项: 征地补偿安置方案
        公开:
          公开日期: 2026-10-10
          至: 2026-10-31  # <- T06
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 文件: notices/sample.yml
        形式: 公示
        公开:  # <- T06
          公开日期: 2026-10-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
        # 文件: decisions/a.yml
        标题: 听证结果的公示
        公开:  # <- T06
          公开日期: 2026-04-27
          审核:
            - {机构: 村务监督委员会, 日期: 2026-04-26}
        # 文件: decisions/b.yml
        标题: 公示栏搬到村口
        公开:
          公开日期: 2026-04-27
          审核:
            - {机构: 村务监督委员会, 日期: 2026-04-26}
        # 发展党员没有写“至”的，由M07提出
        # 文件: notices/fazhan.yml
        形式: 公示
        事项: 发展党员
        公开:
          公开日期: 2026-10-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
    """
    body: RecordBody = record.body
    first, last = body.publication.day, body.publication.until
    if last is None:
        least = _least(body, context.parameters)
        if _is_for_objections(record):
            until = f"“至: {_until(first, least).isoformat()}”或者更晚" if least else "“至: …”"
            yield Problem(("公开",), "公示没有写到哪一天为止", f"补上{until}", "没有写明公示到哪一天。", basis=_OWN)
        return
    least = _least(body, context.parameters) if isinstance(body, Finance | Notice) else None
    if last < first:
        yield Problem(
            ("公开", "至"),
            f"“至”（{day_long(last)}）比公开日期（{day_long(first)}）还早",
            "对照公开栏改正",
            "公开的起止日期前后颠倒，正在更正。",
            basis=_OWN,
        )
    elif least and last < _until(first, least):
        unit = "个工作日" if least.working else "天"
        count = _count(first, last, least)
        said = caveat(first, last) if least.working else ""
        yield Problem(
            ("公开", "至"),
            f"只公开{count}{unit}，至少要{least.days}{unit}{said}",
            f"公开栏上多贴几天，再把“至”改成 {_until(first, least).isoformat()} 或者更晚",
            f"从{day_long(first)}公开到{day_long(last)}，共{count}{unit}；规定至少{least.days}{unit}{said}。",
            day=first,
            basis=least.basis,
        )


def _is_for_objections(record: Record) -> bool:
    """A 公示 asks for objections, so it has a last day. M07 looks at 发展党员, B03 at benefits."""
    body = record.body
    if isinstance(body, Notice):
        return body.form == "公示" and body.topic != "发展党员"
    return record.title.endswith("公示") and not isinstance(body, Batch)


def _least(body: RecordBody, parameters: Parameters) -> _Least | None:
    """The least time for this record by what is in force today, or None if nothing sets one."""
    if isinstance(body, Notice):
        match body.topic:
            case "低保":
                return _Least(parameters.low_income_days, ("低保·公示天数", "县里规定"), first_counts=True)
            case "表彰":
                return _Least(parameters.honour_days, ("目标考核制度", "县里规定"), working=True, first_counts=True)
            case "征地预公告":
                return _Least(parameters.land_notice_days, _LAND, working=True)
            case "征地补偿安置方案":
                return _Least(parameters.land_plan_days, _LAND)
        if body.board == "党务" or body.topic == "发展党员":
            return None
    return _Least(parameters.display_days, _USUAL)


def _until(first: date, least: _Least) -> date:
    """The earliest last day."""
    start = first if least.first_counts else add_days(first, 1)
    return last_day(start, least.days) if least.working else add_days(start, least.days - 1)


def _count(first: date, last: date, least: _Least) -> int:
    """Days from `first` to `last`."""
    start = first if least.first_counts else add_days(first, 1)
    return working_days(start, last) if least.working else max(0, (last - start).days + 1)


RULE = Rule(
    code="T06",
    title="公布的日子要够",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="内容没有错，只是贴的日子短；所以照样公开，旁边写明公开了几天。",
    basis=(*_USUAL, "低保·公示天数", *_LAND, "目标考核制度", "县里规定", *_OWN),
    by_law=True,
    check=check,
)
