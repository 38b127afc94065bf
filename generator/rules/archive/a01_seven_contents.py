"""A01: the minutes of a meeting hold all seven contents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.phrases import listed, quoted, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """会议记录要写全七项：时间、地点、主题、参加的人、议程、发言、决议；没有决议的写“无决议”。

    为什么：
        开了什么会、说了什么、定了什么，以后有人问起来，翻得到、说得清。

    怎么查：
        “地点”“主题”“实到”“议程”“发言”“决议”都要有；“日期”不写就读不出这份记录。

    怎么改：
        1. 照会议记录本补上缺的几项。
        2. 发言只写要点，不写是谁说的；没有决议的，写“决议: [无决议]”。

    合格：
        标题: 第三季度村民代表会议

    合格：
        标题: 十月村干部例会
        类型: 村干部例会
        日期: 2026-10-08
        地点: 村委会会议室
        主题: 安排十月工作
        应到: 5
        实到: 5
        到会率: 100%
        议程: [通报九月工作, 分工]
        发言: [河道保洁要赶在雨前]
        决议: [无决议]

    不合格：
        标题: 第三季度村民代表会议  # <- A01
        议程:
        发言:
        决议:

    不合格：
        标题: 十月村干部例会  # <- A01
        类型: 村干部例会
        地点:
        实到:
        到会率:
    """
    body: Meeting = record.body
    contents = {
        "地点": body.place,
        "主题": body.topic,
        "实到": body.present,
        "议程": body.agenda,
        "发言": body.speeches,
        "决议": body.resolutions,
    }
    if blank := unwritten(contents):
        yield Problem(
            ("标题",),
            f"会议记录没有写{quoted(blank)}",
            "照会议记录本补上；没有决议的，写“决议: [无决议]”",
            f"会议记录里没有写{listed(blank)}。",
        )


RULE = Rule(
    code="A01",
    title="会议记录七项要写全",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会开过了就该让大家知道；所以照样公开，旁边写明缺了哪几项。",
    basis=("档案十有", "村组法·档案", "居组法·档案"),
    check=check,
    kinds=("meetings",),
)
