"""E04: the old committee hands over everything in time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.elections import Election
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

_THINGS = {"印章": "印章|公章", "财务账目": "账", "资产": "资产|财产|物资", "档案": "档案"}
"""What is handed over, and how clerks write it."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """新一届村委会选出来以后，10天以内要完成工作移交，印章、财务账目、资产、档案都要交清。

    为什么：
        章和账没有交清，新班子没法办事，以后也说不清是谁手里的事。

    怎么查：
        村民委员会选举，从投票日期到移交日期不超过10天；过了10天没有写“移交”的，也会提出来。
        移交的内容要有印章、财务账目、资产、档案四样。另行选举的不查。

    怎么改：
        1. 照移交清单补上“移交”的日期和内容。
        2. 晚交了的，照实公开，不要改日期。

    合格：
        投票日期: 2026-09-20
        移交: {日期: 2026-09-30, 内容: [公章2枚, 账册和凭证, 固定资产清单, 工作档案]}

    合格：
        # 今天是第10天
        投票日期: 2026-11-08
        结果公布日期: 2026-11-08
        移交:

    合格：
        另行选举: 是
        移交:

    合格：
        类型: 村务监督委员会
        移交:

    不合格：
        投票日期: 2026-09-20
        移交:
          日期: 2026-10-01  # <- E04
          内容: [印章, 财务账目, 物资, 档案]

    不合格：
        投票日期: 2026-09-20
        移交:
          日期: 2026-09-26
          内容: [印章, 财务账目]  # <- E04

    不合格：
        # 今天是第11天
        投票日期: 2026-11-07  # <- E04
        结果公布日期: 2026-11-07
        移交:
    """
    body: Election = record.body
    if body.type != "村民委员会" or body.second or body.day is None:
        return
    days = context.parameters.hand_over_days
    last = add_days(body.day, days)
    if body.handover is None:
        if context.as_of > last:
            yield Problem(
                ("投票日期",),
                f"{day_long(body.day)}投票，应当在{day_long(last)}以前移交，没有写“移交”",
                "移交过的，照移交清单补上“移交”的日期和内容",
                f"应当在{day_long(last)}以前完成工作移交，没有写明哪天移交的。",
            )
        return
    if body.handover.day and body.handover.day > last:
        said = f"{day_long(body.day)}投票，{day_long(body.handover.day)}移交，规定{days}天以内"
        yield Problem(("移交", "日期"), said, "对照移交清单改正；没有抄错的，照实公开")
    items = "，".join(body.handover.items)
    if blank := unwritten({name: re.search(pattern, items) for name, pattern in _THINGS.items()}):
        yield Problem(("移交", "内容"), f"移交内容没有写{listed(blank)}", "照移交清单补上；没有移交的，尽快移交")


RULE = Rule(
    code="E04",
    title="换届以后限期移交",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="章和账在谁手里，村民有权知道；所以照样公开，旁边写明日期。",
    basis=("村组法·工作移交", "居组法·工作移交"),
    by_law=True,
    check=check,
    kinds=("elections",),
)
