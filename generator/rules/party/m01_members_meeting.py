"""M01: the members of a branch meet every quarter, and more than half of them come."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.meetings import Meeting
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import said, without


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党员大会每季度至少开一次，到会的党员要超过应到的一半。

    为什么：
        党内的大事要党员一起商量；来的人不到一半，定下的事没有代表性。

    怎么查：
        从第一份党员大会的记录公开那天算起，每个季度都要有一次；决策里由党员大会审议的那一步也算。
        季末以后还有20天（“记录补登期限”）可以补上记录。
        应到是有表决权的正式党员，实到乘以2要大于应到；人数没有写的，由A01、A02提出来。

    怎么改：
        1. 开过会的，用 disclose new meetings 补一份记录，日期写开会那天。
        2. 人数对照签到表改正；没有抄错的，照实公开，定事情要另外开会。

    合格：
        # as_of: 2027-01-20
        # 文件: meetings/2026-11.yml
        类型: 党员大会
        日期: 2026-09-11
        应到: 51
        实到: 26
        到会率:
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}

    合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-10.yml
        类型: 党员大会
        日期: 2026-10-01
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}
        # 文件: meetings/2026-11.yml
        类型: 党员大会
        日期: 2026-09-11
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}

    不合格：
        # as_of: 2027-01-21
        # 文件: meetings/2026-11.yml
        类型: 党员大会
        日期: 2026-09-11
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-11-09, 意见: 保密审查过}
        # 应报: M01 village.yml

    不合格：
        # 文件: meetings/2026-09.yml
        类型: 党员大会
        应到: 52
        实到: 26  # <- M01
        到会率:
        # 文件: meetings/2026-08.yml
        类型: 党员大会
        应到:
        # 文件: meetings/2026-07.yml
        类型: 党员大会
        实到:
        # 文件: meetings/2026-06.yml
        类型: 党小组会
        应到: 52
        实到: 26
        到会率:
    """
    for record, body in case.of(Meeting):
        if body.type == "党员大会":
            yield from _heads(record, body)
    if periods := without(case, context, "党员大会", "每季度"):
        yield Problem(
            (),
            f"党员大会每季度至少要开一次，{said(periods)}没有记录",
            "开过的，用 disclose new meetings 补一份记录，日期写开会那天；没有开的，尽快开",
            f"党员大会每季度至少开一次，{said(periods)}没有开会的记录。",
            day=periods[-1].end,
        )


def _heads(record: Record, body: Meeting) -> Iterator[Problem]:
    if body.expected is None or body.present is None or body.present * 2 > body.expected:
        return
    half = body.expected // 2 + 1
    yield Problem(
        ("实到",),
        f"到会的党员不够：应到{body.expected}人，至少要到{half}人，实到{body.present}人",
        "对照签到表改正；没有抄错的，照实公开，定事情要另外开会",
        f"应到{body.expected}人，实到{body.present}人，没有超过一半（{half}人）。",
        record.path,
    )


RULE = Rule(
    code="M01",
    title="党员大会每季度开一次",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="开没开会、到了多少人是公开的内容；所以照样公开，旁边写明没有记录或者人数不到一半。",
    basis=("支部条例·党员大会", "县里规定"),
    check=check,
)
