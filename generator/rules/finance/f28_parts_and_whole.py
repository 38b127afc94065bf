"""F28: a stated total equals the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.finance.unbalanced import unbalanced
from generator.rules.rule import OTHER_SUMS, Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """补偿、筹资、分配、报酬、项目的钱，各项加起来要正好等于总数，一分也不能差；别的记录写了各项和总数的，也一样。

    为什么：
        各项和总数不一样，总有一个是错的。放到网上，大家看到的就是错账。

    怎么查：
        征地补偿：分配 + 集体留存 + 还没分配 = 收到。一事一议：实收 + 财政奖补 − 支出 = 结余。
        收益分配：弥补亏损 + 公积公益金 + 成员分配 + 未分配 = 可分配收益；每一类股数 × 每股 = 金额，算到分。
        没有写的不当作零：差的可能就是没有写的那一样，网页上写明没法核对；有约数、不详的，也一样。
        报酬补贴：各人实发加起来 = 合计；增收奖励的奖励金额 = 合计。工程项目：资金来源加起来 = 预算。

    怎么改：
        对照凭证和分配表，看哪一项抄错、漏记了。

    合格：
        # 股数乘每股，四舍五入到分
        # 文件: distributions/sample.yml
        可分配收益: 1233.33
        公积公益金: 200.00
        成员分配:
          - {类别: 人口股, 股数: "100.5", 每股: 3.33, 金额: 334.67}
        未分配: 698.66

    合格：
        # 没有写资金来源的，不查
        # 文件: projects/sample.yml
        资金来源: []

    合格：
        # 只写每股、没有股数的；没有写“未分配”的
        # 文件: distributions/sample.yml
        可分配收益: 100000.00
        公积公益金: 20000.00
        未分配: ""
        成员分配:
          - {类别: 全体成员, 人数: "2878", 每股: 约9, 金额: 30000.00}

    不合格：
        # 按人分的，人数乘每人
        # 文件: distributions/sample.yml
        可分配收益: 50000.00
        公积公益金: 20000.00
        成员分配:
          - {类别: 全体成员, 人数: "100", 每人: 300.00, 金额: 30001.00}  # <- F28
        未分配: -1.00

    不合格：
        # 文件: compensations/sample.yml
        集体留存: 54000.00
        还没分配: 0.01
        收到:  # <- F28
          - {日期: 2026-06-20, 来源: 澄安县自然资源局, 金额: 268000.00}

    不合格：
        # 文件: levies/sample.yml
        结余: 149.99  # <- F28
        # 文件: payrolls/sample.yml
        合计: 3600.00  # <- F28
        # 文件: projects/sample.yml
        预算: 47999.99  # <- F28

    不合格：
        # 文件: distributions/sample.yml
        可分配收益: 100000.00  # <- F28
        成员分配:
          - {类别: 人口股, 股数: "1200", 每股: 30.00, 金额: 36000.00}
          - {类别: 集体扶助股, 股数: "40", 每股: 100.00, 金额: 4100.00}  # <- F28
    """
    yield from unbalanced(record.kind.sums(record.body))


RULE = Rule(
    code="F28",
    title="各项加起来要等于总数",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="公开出去就是错的数，所以先不公开，改对了再公开。",
    basis=("财务公开规定", "公开"),
    check=check,
    sums=OTHER_SUMS,
)
