"""C03: an officer who takes office publishes his promises soon."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.obligations import counted
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.phrases import SAY_WHY_LATE, late
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """班子和干部上任后60天内（县里另定的按县里的）要把承诺公开出来。

    为什么：
        上任就说清楚这一届要办什么事，大家才好照着看、照着评。

    怎么查：
        写了“任职日期”的承诺，公开日期不晚于上任那天加60天。本村开始公开以前上任的不查。

    怎么改：
        日期照实写，不要改；原因写在“公开”的“晚公开说明”里。

    合格：
        # as_of: 2026-12-31
        任职日期: 2026-11-01
        期限: 2027-09-30
        进展: []
        销号:
        评议:
        公开:
          公开日期: 2026-12-31
          审核:
            - {机构: 镇党委, 日期: 2026-12-30}

    合格：
        # 上任的时候，村里还没有开始公开
        任职日期: 2025-06-20
        # 文件: commitments/2026-05.yml
        标题: 9月底前修好二组断头水渠380米

    不合格：
        # as_of: 2027-01-01
        任职日期: 2026-11-01
        期限: 2027-09-30
        进展: []
        销号:
        评议:
        公开:
          公开日期: 2027-01-01  # <- C03
          审核:
            - {机构: 镇党委, 日期: 2026-12-30}

    不合格：
        # 参数: 承诺公开期限=30
        # 村: 开始公开日期=2026-01-01
        任职日期: 2026-01-10
        公开:
          公开日期: 2026-02-10  # <- C03
          审核:
            - {机构: 镇党委, 日期: 2026-02-08}
    """
    body: Commitment = record.body
    day = body.took_office
    if day is None or not counted(context.profile, day):
        return
    due = add_days(day, context.parameters.promise_days)
    cause = f"{day_long(day)}上任，"
    at, published = ("公开", "公开日期"), record.public_since
    yield from late(at, "承诺公开", due, published, SAY_WHY_LATE, note=f"{cause}承诺", cause=cause)


RULE = Rule(
    code="C03",
    title="上任以后及时公开承诺",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天。",
    basis=("承诺制", "县里规定"),
    check=check,
    kinds=("commitments",),
)
