"""A02: the heads of a meeting and the share that is stated fit together, and there is a list of signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.base.finding import Effect
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.phrases import not_written
from generator.rules.rule import Context, Problem, Rule, Scope

_OPEN = frozenset({"民主恳谈会", "民情沟通日", "村民协商", "其他会议"})
"""Meetings that are open to everybody: nobody is expected, and nobody signs."""
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)%")
_SLACK = Decimal("0.5")
"""A rounded share may be wrong by so many percentage points."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """会议的应到、实到、到会率要对得上，还要有签到表。

    为什么：
        到了多少人，关系到会议开得成开不成；数字对不上，别人就不放心。

    怎么查：
        实到不能是0，不能比应到多；写了到会率的，和实到除以应到相差不超过0.5个百分点。
        “有签到表”写“是”；签到表只存档，不放到网上。
        恳谈会、民情沟通日、村民协商这样谁都能来的会，可以不写应到，也不用签到表。

    怎么改：
        1. 对照签到表，改正应到、实到，到会率重新算。
        2. 有签到表的，写“有签到表: 是”；没有的，以后开会记得签到，不要事后补签。

    合格：
        应到: 200
        实到: 171
        到会率: 86%

    合格：
        类型: 民主恳谈会
        应到:
        实到: 1
        到会率:
        有签到表: 否

    合格：
        应到: 42
        实到: 42
        到会率:

    合格：
        应到: 200
        实到: 171
        到会率: 85％

    不合格：
        应到: 200
        实到: 171
        到会率: 86.1%  # <- A02

    不合格：
        应到: 42
        实到: 43  # <- A02
        到会率:

    不合格：
        标题: 第三季度村民代表会议  # <- A02
        应到:

    不合格：
        实到:
        到会率: 85.7%
        有签到表: 否  # <- A02

    不合格：
        类型: 民情沟通日
        应到:
        实到: 0  # <- A02
        到会率: 八成  # <- A02
        有签到表:
    """
    body: Meeting = record.body
    listed = body.type not in _OPEN
    if listed and body.expected is None:
        yield not_written(("标题",), "应到多少人", "照名册补上“应到”")
    if listed and not body.signed:
        route = ("有签到表",) if body.signed is False else ("标题",)
        yield Problem(
            route, "没有写明有签到表", "有签到表的，写“有签到表: 是”；没有的，以后开会记得签到", "没有写明有签到表。"
        )
    yield from _heads(body)


def _heads(body: Meeting) -> Iterator[Problem]:
    expected, present = body.expected, body.present
    if present == 0:
        yield Problem(("实到",), "实到写的是0人", "对照签到表改正", "实到人数写的是0人，正在核对。")
    if expected is not None and present is not None and present > expected:
        yield Problem(
            ("实到",),
            f"实到{present}人，比应到{expected}人还多",
            "对照名册和签到表改正；列席的人不算在里面",
            f"应到{expected}人，实到{present}人，正在核对。",
        )
    elif body.share is not None:
        yield from _share(body.share, expected, present)


def _share(text: str, expected: int | None, present: int | None) -> Iterator[Problem]:
    match = _PERCENT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        yield Problem(("到会率",), f"到会率“{text}”看不懂", "写成百分数，例如 85.7%", "到会率的写法不清楚，正在更正。")
    elif expected and present is not None and abs(Decimal(match[1]) * expected - present * 100) > _SLACK * expected:
        right = f"{(Decimal(present) * 100 / expected).quantize(Decimal('0.1'), ROUND_HALF_UP)}%".replace(".0%", "%")
        yield Problem(
            ("到会率",),
            f"到会率写的是{text}，应到{expected}人、实到{present}人，算出来是{right}",
            f"人数没有抄错的，到会率改成 {right}",
            f"到会率写的是{text}，按应到{expected}人、实到{present}人算是{right}。",
        )


RULE = Rule(
    code="A02",
    title="到会人数要对得上",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会开过了就该让大家知道；所以照样公开，旁边写明哪个数对不上。",
    basis=("档案十有", "四议两公开"),
    check=check,
    kinds=("meetings",),
)
