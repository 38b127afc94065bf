"""A03: the papers of every meeting have a number, the numbers have no gaps, and the year's catalogue lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.base.finding import Effect, Key
from generator.records.kinds.archives import Archive
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_NUMBER = re.compile(r"(|.*[^0-9])([0-9]{1,4})")
"""Two groups: the text before the running number, and the number. A longer run of digits is a day."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a number is written."""

    record: Record
    route: tuple[Key, ...]


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """每次会议的材料要有档案号，一份一个号，不重号、不跳号；当年有档案目录的，目录里要有。

    为什么：
        有记建档、有档可查，几年以后还找得到那一本记录。

    怎么查：
        会议要写“档案号”，同一个村不能有两次会议、目录里不能有两份档案用同一个号。
        号码前面一样的（例如“2026-会-”），后面的数字要连着，会议和目录放在一起看。
        当年的“档案目录”公开以前开的会，要在目录里。

    怎么改：
        1. 照档案柜里的封面补上档案号；重号的，改正抄错的那一份。
        2. 跳了号的，多半是那一份没有列进目录：在当年的档案目录里补上一行。
        3. 空号作废的，在目录里写明“作废”。

    合格：
        # 文件: meetings/2026-08.yml
        标题: 八月村干部例会
        档案号: 2026-会-08
        日期: 2026-08-08
        # 文件: meetings/2026-10.yml
        标题: 十月村干部例会
        档案号: 2026-会-10
        日期: 2026-10-10
        # 文件: archives/2026.yml
        目录:
          - {档案号: 2026-会-08, 题名: 八月村干部例会记录}
          - {档案号: 2026-会-09, 题名: 第三季度村民代表会议记录}
          - {档案号: 2026-会-10, 题名: 十月村干部例会记录}
          - {档案号: 2026-合-03, 题名: 东塘鱼塘承包合同}

    合格：
        # 目录公开以后才开的会，号码接着编
        # 文件: meetings/2026-10.yml
        标题: 十月村民协商
        档案号: 2026-会-11
        日期: 2026-10-11
        # 文件: meetings/2025-12.yml
        标题: 去年底的例会
        档案号: 2025-会-20
        日期: 2025-12-20
        # 文件: meetings/2025-11.yml
        标题: 去年的另一次例会，用日期编号
        档案号: 会20251130
        日期: 2025-11-30
        # 文件: archives/2026.yml
        标题: 2026年村级档案目录

    不合格：
        # 文件: meetings/2026-09-a.yml
        标题: 第三季度村民代表会议  # <- A03
        档案号:
        # 文件: meetings/2026-09-b.yml
        标题: 九月村干部例会
        档案号: 2026-会-09
        # 文件: meetings/2026-09-c.yml
        标题: 九月村民协商
        档案号: 2026-会-09  # <- A03

    不合格：
        # 文件: meetings/2026-09.yml
        档案号: 2026-会-09
        # 文件: meetings/2026-11.yml
        标题: 十一月村干部例会
        日期: 2026-11-09
        档案号: 2026-会-11  # <- A03

    不合格：
        # 目录里没有，号码也重了
        # 文件: meetings/2026-10.yml
        日期: 2026-10-10
        档案号: 2026-会-10  # <- A03
        # 文件: archives/2026.yml
        目录:
          - {档案号: 2026-会-09, 题名: 第三季度村民代表会议记录}
          - {档案号: 2026-会-09, 题名: 九月村干部例会记录}  # <- A03
    """
    catalogues = list(case.of(Archive))
    listed: dict[str, _Stand] = {}
    for record, catalogue in catalogues:
        for index, paper in enumerate(catalogue.papers):
            route = ("目录", index, "档案号")
            if paper.number is None:
                continue
            if paper.number in listed:
                message = f"目录里有两份档案都是“{paper.number}”"
                yield Problem(route, message, "对照档案柜，改正抄错的那一份", path=record.path)
            else:
                listed[paper.number] = _Stand(record, route)
    filed: dict[str, _Stand] = {}
    for record, meeting in case.of(Meeting):
        if meeting.archive is None:
            yield Problem(("标题",), "没有写档案号", "照档案封面补上“档案号”", path=record.path)
        elif other := filed.get(meeting.archive):
            message = f"档案号“{meeting.archive}”和“{other.record.title}”一样"
            yield Problem(("档案号",), message, "对照档案柜，改正抄错的那一份", path=record.path)
        else:
            filed[meeting.archive] = _Stand(record, ("档案号",))
            of_year = [one for _, one in catalogues if _holds(one, meeting)]
            if of_year and not any(paper.number == meeting.archive for one in of_year for paper in one.papers):
                message = f"“{of_year[0].title}”里没有“{meeting.archive}”"
                yield Problem(("档案号",), message, "在目录里补上这一份，或者改正档案号", path=record.path)
    yield from _gaps({**listed, **filed})


def _holds(catalogue: Archive, meeting: Meeting) -> bool:
    """Whether the meeting was over when the catalogue of its year was made public."""
    if catalogue.year is None or meeting.day is None:
        return False
    return catalogue.year.start <= meeting.day <= min(catalogue.year.end, catalogue.publication.day)


def _gaps(numbers: Mapping[str, _Stand]) -> Iterator[Problem]:
    series: dict[str, dict[int, str]] = {}
    for number in numbers:
        if match := _NUMBER.fullmatch(number):
            series.setdefault(match[1], {})[int(match[2])] = number
    for runs in series.values():
        for before, after in pairwise(sorted(runs)):
            if after - before > 1:
                stand = numbers[runs[after]]
                message = f"“{runs[before]}”后面是“{runs[after]}”，中间跳了{after - before - 1}个号"
                yield Problem(stand.route, message, "在当年的档案目录里补上跳过的档案", path=stand.record.path)


RULE = Rule(
    code="A03",
    title="会议材料要建档编号",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="档案号是村里存档用的，缺了不影响大家看会议内容；只提醒填报的人。",
    basis=("村组法·档案", "居组法·档案", "村级档案办法", "档案十有"),
    check=check,
)
