"""F29: accounts say what there was at the start and at the end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.finance import Finance, closing, opening
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """账上要写期初有多少、期末还有多少。没有写的，收支算得再对，也对不了账。

    为什么：
        期初加收入、减支出等于期末，这样才知道有没有漏记的钱。少了一头，谁也查不出来。

    怎么查：
        看“账户”里的期初、期末，没有分账户的看“合计”里的。有一样没有写，就写明对不了账。

    怎么改：
        照存折和现金账，在“账户”里补上期初、期末；没有分账户的，写在“合计”里。

    合格：
        # 不分账户的账
        账户: []
        合计: {期初: 52000.00, 收入: 18000.00, 支出: 5600.00, 期末: 64400.00}

    合格：
        # 期末不准，也写了
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 约64400}

    不合格：
        期间: 2026-10  # <- F29
        账户: []

    不合格：
        账户:  # <- F29
          - {名称: 基本户, 期末: 64400.00}
    """
    body: Finance = record.body
    ends = {"期初": opening(body), "期末": closing(body)}
    absent = [name for name, amount in ends.items() if amount is None]
    if absent:
        said = f"没有写{listed(absent)}，对不了账"
        remedy = "照存折和现金账补在“账户”里；没有分账户的，写在“合计”里"
        yield Problem(("账户",) if body.accounts else (), said, remedy, f"{said}。")


RULE = Rule(
    code="F29",
    title="要写期初和期末",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="收了多少、花了多少大家有权先看到；所以照样公开，旁边写明对不了账。",
    basis=("财务公开规定", "本网站"),
    check=check,
    kinds=("finance",),
)
