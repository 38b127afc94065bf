"""B04: a helper goes on until the household is out of need, and visits it at least once a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long, quarters_between
from generator.base.finding import Effect, Key
from generator.records.kinds.pairings import OF_HOUSEHOLDS, Pair, Pairing
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """结对帮扶不能半路断：没有脱贫不停帮，每个季度至少上门一次。

    为什么：
        挂了名不上门，困难还在，帮扶就成了一张表。

    怎么查：
        干部结对、党员中心户结对：写了“止”的，要有“脱贫日期”，“止”不能比它早；
        从结对第二个季度起，到公开日期为止，每个满的季度里“走访”至少有一次；停了帮扶的，算到“止”。

    怎么改：
        1. 走访过的，照帮扶手册补上日期；没走访的，尽快上门。
        2. 停早了的，接着帮，删掉“止”；换了人的，写成新的一行。

    合格：
        结对:
          - {帮扶岗位: 村党支部书记 林志远, 对象: 户1-03, 起: 2026-01-01, 走访: [2026-03-31, 2026-04-01, 2026-09-30]}
          - {帮扶岗位: 村委会委员 吴建国, 对象: 户3-11, 起: 2026-01-02, 走访: [2026-05-20], 止: 2026-09-29, 脱贫日期: 2026-09-29}

    合格：
        类型: 单位共建
        结对:
          - {帮扶岗位: 县农业农村局, 对象: 柳湾村, 起: 2025-01-10, 止: 2026-06-30, 项目: [送技术下乡2次]}

    不合格：
        结对:
          - 帮扶岗位: 村党支部书记 林志远
            对象: 户1-03
            起: 2026-01-01  # <- B04
            走访: [2026-04-12, 2026-08-15]

    不合格：
        # 类型: 党员中心户帮扶也一样
        类型: 党员中心户帮扶
        结对:
          - 帮扶岗位: 党员中心户
            对象: 户1-03
            起: 2026-09-10
            止: 2026-10-08  # <- B04
          - 帮扶岗位: 党员中心户
            对象: 户1-04
            起: 2026-09-10
            止: 2026-10-08  # <- B04
            脱贫日期: 2026-10-09
    """
    body: Pairing = record.body
    if body.type not in OF_HOUSEHOLDS:
        return
    for number, one in enumerate(body.pairs):
        yield from _ended(one, ("结对", number, "止"))
        if one.start is None:
            continue
        last = one.end or body.publication.day
        missed = [
            quarter
            for quarter in quarters_between(one.start, last)
            if one.start <= quarter.start
            and quarter.end <= last
            and not any(quarter.start <= day <= quarter.end for day in one.visits)
        ]
        if missed:
            labels = listed(quarter.label for quarter in missed)
            yield Problem(
                ("结对", number, "起"),
                f"{one.helped}在{labels}没有走访记录",
                "走访过的，照帮扶手册补上日期；没走访的，尽快上门",
                f"第{number + 1}行：{labels}没有走访记录。",
            )


def _ended(one: Pair, at: tuple[Key, ...]) -> Iterator[Problem]:
    if one.end is None:
        return
    if one.changed is None:
        said = f"{day_long(one.end)}停止帮扶，没有写脱贫日期"
        yield Problem(at, said, "已经脱贫的补上“脱贫日期”；没有的接着帮，删掉“止”")
    elif one.end < one.changed:
        said = f"{day_long(one.end)}停止帮扶，{day_long(one.changed)}脱贫"
        yield Problem(at, f"停得比脱贫早：{said}", "对照帮扶手册改正；停早了的，补写接着帮的人", f"{said}。")


RULE = Rule(
    code="B04",
    title="没脱贫不停止帮扶",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="帮没帮、帮到哪天，村民看得见；所以照样公开，旁边写明日期。",
    basis=("结对帮扶制度",),
    check=check,
    kinds=("pairings",),
)
