"""E01: the voters' list is public early enough before the vote."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.elections import Election
from generator.records.read import Record
from generator.rules.phrases import not_written
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """选村委会，要在投票20天以前公布选民名单。

    为什么：
        名单早点贴出来，漏了谁、错了谁，大家才有时间提。

    怎么查：
        村民委员会选举，从“名单公布日期”到“投票日期”不少于20天；没有写名单公布日期的，也会提出来。
        另行选举用的是同一份名单，没有重新公布的不查。

    怎么改：
        1. 对照选举公告和投票那天的记录，日期抄错的改过来。
        2. 没有抄错的，照实公开，不要改日期。

    合格：
        名单公布日期: 2026-08-31

    合格：
        类型: 村务监督委员会
        名单公布日期:

    合格：
        另行选举: 是
        名单公布日期:

    不合格：
        名单公布日期: 2026-09-01  # <- E01

    不合格：
        # 另行选举重新公布了名单
        另行选举: 是
        名单公布日期: 2026-09-18  # <- E01

    不合格：
        名单公布日期:
        投票日期: 2026-09-20  # <- E01
    """
    body: Election = record.body
    if body.type != "村民委员会":
        return
    if body.listed is None:
        if not body.second:
            yield not_written(("投票日期",), "选民名单是哪天公布的", "照选举公告补上“名单公布日期”")
        return
    least = context.parameters.voter_list_days
    if body.day and (days := (body.day - body.listed).days) < least:
        listed, day = day_long(body.listed), day_long(body.day)
        early = f"最晚应在{day_long(add_days(body.day, -least))}公布"
        yield Problem(
            ("名单公布日期",),
            f"选民名单{listed}公布，{day}投票，中间{days}天，至少要{least}天（{early}）",
            "对照选举公告改正；没有抄错的，照实公开",
            f"选民名单{listed}公布，{day}投票，中间{days}天；规定至少{least}天。",
        )


RULE = Rule(
    code="E01",
    title="选民名单要提前公布",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="选举是大家的事，日子不够也要让大家看到；所以照样公开，旁边写明隔了几天。",
    basis=("村组法·选民名单", "居组法·选民名单"),
    by_law=True,
    check=check,
    kinds=("elections",),
)
