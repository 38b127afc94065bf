"""D03: the party organisation discusses an important matter before the villagers decide it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.law.matters import members_matters, party_first_matters
from generator.records.kinds.decisions import Decision, Step, wanted
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

DECIDING = ("村民代表会议", "村民会议", "居民代表会议", "居民会议", "成员大会", "成员代表大会")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村里的大事，要先经村党组织研究讨论，再交村民会议或者村民代表会议决定。

    为什么：
        法律这样规定：集体财产的事从2025年5月1日起，其他重要事项从2026年1月1日起。

    怎么查：
        第一次交村民（居民、成员）开会的那天，或者那天以前，要有一次党组织会议或者党员大会。
        提议和商议合并的，合并开的那次也算。日常事务不查，规定施行以前的记录不查。
        四议两公开连提议、审议都没有的，由查步骤的那条规则提出来。

    怎么改：
        1. 党组织研究过的，把那次会议登记到“步骤”里，写上“会议”和“日期”。
        2. 日期抄错的，对照会议记录改正。
        3. 没有研究过的，不能补写；以后先研究再开会。

    合格：
        事项: 集体财产处分
        程序: 其他
        步骤:
          - {步骤: 提议, 日期: 2026-04-25}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 90, 实到: 80, 同意: 80}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    合格：
        程序: 其他
        合并说明: 书记、主任“一肩挑”，提议和商议合并开会。
        步骤:
          - {步骤: 提议, 日期: 2026-04-20, 会议: 两委联席会议}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    合格：
        # 2025年的事，当时还没有这条规定
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2025-11-20, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2025-11-22, 至: 2025-12-08}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    不合格：
        程序: 其他
        步骤:
          - 步骤: 决议
            日期: 2026-04-25  # <- D03
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 36
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}

    不合格：
        # 先交代表会议，后开党员大会
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-28, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - 步骤: 决议
            日期: 2026-04-25  # <- D03
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 36
          - {步骤: 决议, 会议: 村民会议}
        # 文件: decisions/2026-06-hall.yml
        # 合并的只有提议和商议，审议的会不算党组织的会
        合并说明: 书记、主任“一肩挑”，提议和商议合并开会。
        步骤:
          - {步骤: 审议, 日期: 2026-06-20, 会议: 两委联席会议}
          - 步骤: 决议
            日期: 2026-06-25  # <- D03
            会议: 村民代表会议
        # 文件: decisions/2026-05-lamp.yml
        # 党组织会议没写日期，由查日期的规则提出来
        程序: 其他
        步骤:
          - {步骤: 提议, 会议: 党组织会议}
          - {步骤: 决议, 日期: 2026-05-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
    """
    body: Decision = record.body
    if wanted(body) and not {"提议", "审议"} & {step.name for step in body.steps}:
        return  # D01 says that these steps are missing
    dated = [(step.day, index) for index, step in enumerate(body.steps) if step.day and step.meeting in DECIDING]
    if not dated:
        return
    day, index = min(dated)
    if body.matter not in party_first_matters(day):
        return
    party = [step.day for step in body.steps if _is_party(step, body)]
    known = [each for each in party if each]
    if len(known) < len(party) or any(each <= day for each in known):
        return  # D02 says that a day is missing
    meeting = body.steps[index].meeting
    later = f"，{day_long(min(known))}才有" if known else ""
    yield Problem(
        ("步骤", index, "日期"),
        f"{day_long(day)}{meeting}以前，没有党组织研究的记录{later}",
        "研究过的，把那次会议登记到“步骤”里；日期抄错的改正",
        f"{day_long(day)}{meeting}以前，没有党组织先研究的记录。",
        basis=("集体法·成员大会职权",) if body.matter in members_matters(day) else (),
    )


def _is_party(step: Step, body: Decision) -> bool:
    if step.meeting is None:  # both are the party's steps: 党组织提议, 党员大会审议
        return step.name in ("提议", "审议")
    if step.meeting == "两委联席会议":
        return body.merged is not None and step.name in ("提议", "商议")
    return step.meeting in ("党组织会议", "党员大会")


RULE = Rule(
    code="D03",
    title="党组织先研究再表决",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="决定已经作出，村民有权知道是怎么来的；所以照样公开，旁边写明没有先研究的记录。",
    basis=("村组法·党组织先行", "居组法·党组织先行", "集体法·成员大会职权"),
    check=check,
    kinds=("decisions",),
)
