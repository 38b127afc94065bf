"""D08: votes for, against and abstained add up to those present, and no more come than were expected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.finding import Effect
from generator.base.inexact import all_exact
from generator.records.kinds.decisions import Decision, Step
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

SINCE = date(2026, 1, 1)
"""From this day the law says how residents' representatives decide (居组法 2025), and D05 asks."""
_REPRESENTATIVES = ("村民代表会议", "居民代表会议")
ROLL_DAYS = 366
"""Meetings older than so many days are not compared with the profile, which says how many voters there are now."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """同意、反对、弃权加起来，要正好等于实到；实到不能比应到多，应到不能比名册上的人多。

    为什么：
        票数加不拢，大家就不知道到底有多少人同意。

    怎么查：
        同意 + 反对 + 弃权 = 实到，实到不多于应到。全体同意的，反对、弃权可以不写。
        听证会、协商会这些没有定人数的会，写了实到的，应到和同意也要写。
        一年以内的会：党员大会的应到，不多于村资料里的党员数；代表会议由村民代表和
        村委会成员组成，代表至少占五分之四，所以应到不多于代表数的四分之五。

    怎么改：
        1. 对照签到表和唱票记录，看哪个数抄错、漏写了。
        2. 有人到会没有表决的，算作弃权。
        3. 党员、代表人数变了的，改村的资料。

    合格：
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议, 实到: 5}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议, 应到: 7, 同意: 7}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民会议, 应到: 1180, 实到: 620, 同意: 617, 反对: 2, 弃权: 1}
          # 其余步骤照样本
        # 文件: shidu/records/decisions/2026-05-lamp.yml
        程序: 其他

    合格：
        # 42名代表加7名村委会成员；全体同意，反对和弃权可以不写
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 49, 实到: 41, 同意: 41}
          # 其余步骤照样本

    合格：
        # 村: 党员数=; 村民代表数=
        # 村资料里没写党员数、代表数的，应到不和名册比
        步骤:
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 75, 实到: 56, 同意: 56}
          # 其余步骤照样本

    不合格：
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 53  # <- D08
            实到: 54  # <- D08
            同意: 50  # <- D08
            反对: 2
            弃权: 1
          # 其余步骤照样本

    不合格：
        # 还有2人没写是反对还是弃权
        步骤:
          - 步骤: 决议  # <- D08
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 34
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会}
          - {步骤: 商议, 会议: 两委联席会议, 应到: 7}
          # 其余步骤照样本

    不合格：
        # 村里登记的党员是57人
        步骤:
          - 步骤: 审议
            日期: 2026-04-18
            会议: 党员大会
            应到: 75  # <- D08
            实到: 56
            同意: 55
            反对: 1
            弃权: 0
          # 其余步骤照样本

    不合格：
        程序: 听证
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 听证会, 实到: 22}  # <- D08

    不合格：
        # 村: 类型=社区
        # 文件: decisions/a.yml
        标题: 楼道刷新
        程序: 其他
        步骤:
          - {步骤: 提议, 日期: 2025-04-02, 会议: 两委联席会议, 实到: 5}
          - {步骤: 决议, 日期: 2025-04-25, 会议: 居民代表会议, 应到: 40, 实到: 33}  # <- D08
        # 文件: decisions/b.yml
        标题: 换路灯
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2026-01-01, 会议: 居民代表会议, 应到: 40, 实到: 33}
    """
    body: Decision = record.body
    for index, step in enumerate(body.steps):
        route = ("步骤", index)
        if step.expected is not None and step.present is not None and step.present > step.expected:
            yield Problem(
                (*route, "实到"),
                f"实到{step.present}，比应到{step.expected}还多",
                "对照签到表改正“应到”“实到”；列席的人不算在内",
                f"{step.name}：应到{step.expected}，实到{step.present}，实到多于应到。",
            )
        yield from _uncounted(route, step, context)
        yield from _votes(route, step)
        yield from _roll(route, step, context)


def _uncounted(route: tuple[str, int], step: Step, context: Context) -> Iterator[Problem]:
    """A vote of which only the heads are told. D04, D05, D06 and D12 ask where a law or custom wants more."""
    profile = context.profile
    communities = isinstance(profile, Village) and profile.type == "社区" and (step.day is None or step.day < SINCE)
    meetings = {"听证会", "协商会", *(_REPRESENTATIVES if communities else ())}
    if step.name != "决议" or step.present is None or step.meeting not in meetings:
        return
    if blank := unwritten({"应到": step.expected, "同意": step.agree}):
        said = f"实到{step.present}人，没有写{listed(blank)}的人数"
        yield Problem(route, said, "照签到表和表决记录补上；原件上没有的空着", f"{step.name}：{said}。")


def _votes(route: tuple[str, int], step: Step) -> Iterator[Problem]:
    if (
        step.present is None
        or step.agree is None
        or not all_exact(step.present, step.agree, step.against, step.abstain)
    ):
        return
    total = step.agree + (step.against or 0) + (step.abstain or 0)
    blank = "".join(f"“{name}”" for name, votes in (("反对", step.against), ("弃权", step.abstain)) if votes is None)
    difference = abs(step.present - total)
    if total < step.present and blank:
        yield Problem(
            route,
            f"{blank}没有写：实到{step.present}，写出来的票是{total}，还差{difference}",
            f"照表决记录补上{blank}",
            f"{step.name}：到会{step.present}，写出来的票是{total}，还差{difference}没有写明。",
        )
    elif total != step.present:
        yield Problem(
            (*route, "同意"),
            f"同意、反对、弃权加起来是{total}，实到是{step.present}，相差{difference}",
            "对照签到表和表决记录，改正抄错的数",
            f"{step.name}：到会{step.present}，各种票加起来是{total}，相差{difference}。",
        )


def _roll(route: tuple[str, int], step: Step, context: Context) -> Iterator[Problem]:
    profile = context.profile
    if not isinstance(profile, Village) or step.expected is None or step.day is None:
        return
    if not 0 <= (context.as_of - step.day).days <= ROLL_DAYS:
        return
    if step.meeting == "党员大会" and profile.party_members is not None and step.expected > profile.party_members:
        roll = f"{{村级}}里登记的党员是{profile.party_members}人"
    elif (
        step.meeting in ("村民代表会议", "居民代表会议")
        and profile.representatives is not None
        and step.expected * 4 > profile.representatives * 5
    ):
        roll = f"{{村级}}里登记的代表是{profile.representatives}人，加上{{村民委员会}}成员也没有这么多"
    else:
        return
    yield Problem(
        (*route, "应到"),
        f"{step.meeting}应到{step.expected}人，{roll}",
        "对照名册改正“应到”；名册变了的，改 village.yml 里的人数",
        f"{step.meeting}应到{step.expected}人，{roll}。",
    )


RULE = Rule(
    code="D08",
    title="票数要加得拢",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="会议记录上就是这些数，藏起来村民更没法问；所以照样公开，旁边写明哪里加不拢。",
    basis=("本网站", "村组法·代表会议"),
    check=check,
    kinds=("decisions",),
)
