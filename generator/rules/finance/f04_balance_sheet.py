"""F04: assets equal liabilities plus the owners' share."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.statements import balance_sums
from generator.records.read import Record
from generator.rules.finance.unbalanced import unbalanced
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """资产负债表两边要相等：资产合计等于负债加所有者权益，一分也不能差。

    为什么：
        集体有多少家底、欠多少钱，都看这张表。两边不相等，就有一边是错的。

    怎么查：
        资产各项相加，减去累计折旧、累计摊销（133、152、162），要等于负债各项加所有者权益各项。
        生产（劳务）成本（401）写在资产里。没有写资产的不查。

    怎么改：
        1. 对照总账，看哪个科目的余额抄错、漏抄。
        2. 折旧和摊销照写正数，算的时候会减掉。

    合格：
        资产:
          - {科目: 102 银行存款, 金额: 200000.00}
          - {科目: 401 生产（劳务）成本, 金额: 16000.00}
          - {科目: 151 固定资产, 金额: 860000.00}
          - {科目: 152 累计折旧, 金额: 160000.00}
        负债:
          - {科目: 211 应付款, 金额: 56000.00}
        所有者权益:
          - {科目: 301 资本, 金额: 820000.00}
          - {科目: 322 收益分配, 金额: 40000.00}

    合格：
        # 只公布收益，没有资产负债表
        资产: []
        负债: []
        所有者权益: []

    不合格：
        资产:  # <- F04
          - {科目: 102 银行存款, 金额: 200000.00}
          - {科目: 151 固定资产, 金额: 860000.00}
          - {科目: 152 累计折旧, 金额: 160000.00}
        负债:
          - {科目: 211 应付款, 金额: 45000.00}

    不合格：
        # 折旧写成了负数，算的时候又减了一次
        资产:  # <- F04
          - {科目: 102 银行存款, 金额: 200000.00}
          - {科目: 151 固定资产, 金额: 860000.00}
          - {科目: 152 累计折旧, 金额: -160000.00}
    """
    yield from unbalanced(balance_sums(record.body))


RULE = Rule(
    code="F04",
    title="资产负债表两边要相等",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="两边不相等，公开出去就是错的数，所以先不公开，改对了再公开。",
    basis=("会计制度·报表", "财务公开规定", "公开"),
    check=check,
    kinds=("statements",),
)
