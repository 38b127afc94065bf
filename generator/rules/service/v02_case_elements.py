"""V02: every case taken in for a villager is in the service guide, and has a receipt and a promised day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.cases import CaseBook
from generator.records.kinds.services import ServiceList
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """代办的事，办事指南里要有这一项；收了材料要开接收单、说好哪天办完。

    为什么：
        有单子、有日期，材料丢不了，办没办完也说得清。

    怎么查：
        “代办台账”的每一件：“事项编码”在本村的“办事指南”里有（村里没有公开办事指南的，不查）；
        不是当场办完（即办）的，要有“接收单号”和“承诺日期”。

    怎么改：
        1. 编码照办事指南改正；指南里漏了的，补到指南里。
        2. 照接收单补上单号和承诺日期。

    合格：
        # 文件: services/2026.yml
        标题: 代办事项目录
        # 文件: cases/2026-09.yml
        标题: 9月代办台账

    合格：
        # 没有办事指南；当场办完的不用接收单
        # 文件: cases/2026-09.yml
        办件:
          - {编号: 9-01, 事项编码: Z09, 受理日期: 2026-09-03, 办结日期: 2026-09-03, 答复日期: 2026-09-03, 结果: 即办}

    不合格：
        # 文件: services/2026.yml
        标题: 代办事项目录
        # 文件: cases/2026-09.yml
        办件:
          - {编号: 9-01, 事项编码: D03, 受理日期: 2026-09-03, 办结日期: 2026-09-03, 答复日期: 2026-09-03, 结果: 即办}  # <- V02
          - {编号: 9-02, 事项编码: D01, 受理日期: 2026-09-03, 办结日期: 2026-09-03, 答复日期: 2026-09-03, 结果: 即办}

    不合格：
        # 文件: cases/2026-09.yml
        办件:
          - 编号: 9-01  # <- V02
            事项编码: D01
            受理日期: 2026-09-03
            承诺日期: 2026-09-13
            办结日期: 2026-09-10
            答复日期: 2026-09-10
            结果: 限办
          - {编号: 9-02, 事项编码: D01, 受理日期: 2026-11-08, 接收单号: J-119}  # <- V02
    """
    known = {item.code for _, body in case.of(ServiceList) for item in body.items}
    for record, body in case.of(CaseBook):
        for number, one in enumerate(body.cases):
            at = ("办件", number)
            if known and one.item not in known:
                yield Problem(
                    at,
                    f"办事指南里没有“{one.item}”这一项",
                    "照办事指南改正编码；指南里漏了的，补到指南里",
                    f"{one.number}号的事项编码在办事指南里没有。",
                    path=record.path,
                )
            blank = listed(unwritten({"接收单号": one.receipt, "承诺日期": one.promised}))
            if blank and one.outcome != "即办":
                yield Problem(
                    at,
                    f"{one.number}号没有写{blank}",
                    "照接收单补上；没有开单的，补开一张给申办的人",
                    f"{one.number}号没有写明{blank}。",
                    path=record.path,
                )


RULE = Rule(
    code="V02",
    title="代办要有单、有日期",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="办了什么事还是要让大家看到；所以照样公开，旁边写明缺了什么。",
    basis=("代办制度",),
    check=check,
)
