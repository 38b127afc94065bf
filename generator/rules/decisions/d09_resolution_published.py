"""D09: the resolution is public soon after the vote, and long enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days
from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision, Step, resolution_day, resolution_published, wanted
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.phrases import SAY_WHY_LATE, late, overdue
from generator.rules.rule import Context, Problem, Rule, Scope

_DISPLAYED = ("村组法·公布天数", "居组法·公布")
DISPLAY_SINCE = date(2026, 1, 1)
"""From this day both committee laws ask for a number of days on display. Before it customs differ."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """表决以后5天内（县里另定的按县里的）公开决议，公布至少15天。

    为什么：
        大家没都到会，要靠公开栏知道定了什么。公布得太晚、太短，外出的人就看不到了。

    怎么查：
        决议公开的日期，不晚于决议那天加公开期限（公开目录里的“决议公开”）；只算本村开始公开以后的会。
        没有写决议公开这一步，记录是表决以后公开的，看“公开日期”。
        2026年1月1日起公布的，从“日期”到“至”不少于15天。没写“至”的，看“公开”里的“至”。

    怎么改：
        1. 晚了的，日期照实写，不要改；原因写在“公开”的“晚公开说明”里。
        2. 公布天数不够的，继续公布，把“至”改到够天数的那天。

    合格：
        程序: 其他
        事项: 日常事务
        步骤:
          - {步骤: 决议, 日期: 2026-11-10, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-11-15, 至: 2026-11-30, 渠道: [公开栏, 网站]}
        实施:
        监督意见:
        # 文件: decisions/2026-11-hall.yml
        # 今天是11月18日，表决以后第5天
        程序: 其他
        事项: 日常事务
        步骤:
          - {步骤: 决议, 日期: 2026-11-13, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        实施:
        监督意见:

    合格：
        # 本村11月才开始公开，以前的会不算晚；没写“至”的，看“公开”里的“至”
        步骤:
          - {步骤: 决议, 日期: 2026-04-20, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-28, 渠道: [公开栏, 网站]}
          - {步骤: 决议公开, 渠道: [公开栏, 网站]}
          # 其余步骤照样本
        # 文件: decisions/2025-12-hall.yml
        # 2026年以前公布的，不查公布了几天
        程序: 其他
        事项: 日常事务
        步骤:
          - {步骤: 决议, 日期: 2025-12-30, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2025-12-31, 至: 2026-01-07}
        实施:
        监督意见:

    不合格：
        # 村: 开始公开日期=2026-01-01
        步骤:
          - 步骤: 决议公开
            日期: 2026-05-01  # <- D09
            至: 2026-05-20
          # 其余步骤照样本

    不合格：
        # 村: 开始公开日期=2026-01-01
        # 没有写决议公开，这份记录表决以后第6天公开
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        公开:
          公开日期: 2026-05-01  # <- D09
          至: 2026-05-20
          审核: [{机构: 村务监督委员会, 日期: 2026-04-26}]

    不合格：
        步骤:
          - 步骤: 决议公开
            日期: 2026-04-27
            至: 2026-05-11  # <- D09
          # 其余步骤照样本

    不合格：
        # 今天是11月18日，表决以后第6天
        程序: 其他
        步骤:  # <- D09
          - {步骤: 决议, 日期: 2026-11-12, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-11-hall.yml
        步骤:
          - {步骤: 决议, 日期: 2026-11-12, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 渠道: [公开栏, 网站]}  # <- D09
        # 文件: decisions/2026-11-lamp.yml
        # 四议两公开少了一步的，由查步骤的规则提出来
        步骤:
          - {步骤: 决议, 日期: 2026-11-12, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-11-well.yml
        # 没写哪天表决的，由查日期的规则提出来
        步骤:
          - {步骤: 决议, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
    """
    body: Decision = record.body
    day = resolution_day(body)
    found = [(index, step) for index, step in enumerate(body.steps) if step.name == "决议公开"]
    if day and (due := context.due_after("决议公开", day)):
        yield from _due(record, found, due, context.as_of)
    days = context.parameters.display_days
    for index, step in found if isinstance(context.profile, Village) else ():
        if step.day is None or step.day < DISPLAY_SINCE:
            continue
        until = step.until or body.publication.until
        if until is None:
            yield Problem(
                ("步骤", index),
                f"决议公开没有写公布到哪天（至少{days}天）",
                f"补上一行“至: {add_days(step.day, days).isoformat()}”，或者更晚",
                "决议公布到哪天没有写。",
                day=step.day,
                basis=_DISPLAYED,
            )
        elif (shown := (until - step.day).days) < days:
            yield Problem(
                ("步骤", index, "至"),
                f"决议只公布了{max(shown, 0)}天，至少要{days}天",
                f"继续公布，“至”改成 {add_days(step.day, days).isoformat()} 或者更晚",
                f"决议公布了{max(shown, 0)}天，规定不少于{days}天。",
                day=step.day,
                basis=_DISPLAYED,
            )


def _due(record: Record, found: list[tuple[int, Step]], due: date, as_of: date) -> Iterator[Problem]:
    body: Decision = record.body
    published = next(((index, step.day) for index, step in found if step.day), None)
    if published:
        index, day = published
        yield from late(("步骤", index, "日期"), "决议公开", due, day, SAY_WHY_LATE, note="决议")
    elif itself := resolution_published(body, record.public_since):
        yield from late(("公开", "公开日期"), "决议公开", due, itself, SAY_WHY_LATE, note="决议")
    elif as_of <= due:
        return
    elif found:
        yield Problem(
            ("步骤", found[0][0]),
            "决议公开没有写日期",
            "照公开栏上张贴的那天补上“日期”",
            "决议哪天公开的没有写。",
        )
    elif not wanted(body):  # else D01 says that the step is missing
        yield from overdue(("步骤",), "决议", due, as_of, "张贴公布，再在“步骤”里补上“决议公开”")


RULE = Rule(
    code="D09",
    title="决议要及时公开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天、公布了几天。",
    basis=("公开", "四议两公开", *_DISPLAYED),
    check=check,
    kinds=("decisions",),
)
