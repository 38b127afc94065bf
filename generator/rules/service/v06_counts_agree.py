"""V06: the counts of opinions and disputes add up, and there are no more answers than opinions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.tallies import Tally
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """民情统计的件数要对得上：答复的不比收到的多；村内解决、上交乡镇、正在调解加起来等于受理的。

    为什么：
        只公布件数，不公布是谁；件数再对不上，就没有一样能信了。

    怎么查：
        “民情”里每一条，“答复”不大于“收到”；“调解”里三样相加等于“受理”。

    怎么改：
        照登记本数一数，哪个数错改哪个。

    合格：
        民情:
          - {渠道: 走访, 收到: "18", 答复: "18"}
        调解: {受理: "6", 村内解决: "3", 上交乡镇: "1", 正在调解: "2"}

    合格：
        民情:
          - {渠道: 民情信箱, 收到: "2"}
        调解:

    不合格：
        民情:
          - {渠道: 走访, 收到: "18", 答复: "18"}
          - {渠道: 民情信箱, 收到: "18", 答复: "19"}  # <- V06
        调解:

    合格：
        # 没有写正在调解几件，收到几件不详：算不出来，不能说对不上
        民情:
          - {渠道: 民情信箱, 收到: 不详, 答复: "2"}
        调解: {受理: "7", 村内解决: "5", 上交乡镇: "1"}

    不合格：
        调解:
          受理: "7"  # <- V06
          村内解决: "5"
          上交乡镇: "1"
          正在调解: "0"
    """
    body: Tally = record.body
    for number, one in enumerate(body.channels):
        if one.answered > one.received:
            said = f"{one.name}收到{one.received}件，答复{one.answered}件"
            yield Problem(
                ("民情", number), f"{said}，答复的比收到的多", "照登记本数一数，改正", "件数对不上，正在核对。"
            )
    for total in record.kind.sums(body):
        if not total.holds:
            parts = "、".join(f"{term.label}{term.value}件" for term in total.terms)
            yield Problem(
                total.at,
                f"“{total.label}”写的是{total.stated}件，{parts}，加起来是{total.result}件",
                "照登记本数一数，哪个数错改哪个",
                "件数对不上，正在核对。",
            )


RULE = Rule(
    code="V06",
    title="民情件数要对得上",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="公开出去就是错的数；所以先不公开，改对了再公开。",
    basis=("公开",),
    check=check,
    kinds=("tallies",),
    sums=("tallies",),
)
