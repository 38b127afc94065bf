"""F05: statements, distributions, plans, funds and registers add up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.registers import Register, line_sums
from generator.records.kinds.statements import Statement, balance_sums
from generator.records.read import Record
from generator.rules.finance.unbalanced import unbalanced
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """收益分配表、财务计划、专项资金和台账里的数，一步一步都要算得对。

    为什么：
        前一步的数是后一步的底，一处错了，后面都错，分多少、剩多少就说不清。

    怎么查：
        收益表：收益合计 − 费用合计 = 收益总额；减所得税 = 净收益；加年初未分配和其他转入 = 可分配收益；
        减各项分配 = 年末未分配收益，和资产负债表里的“322 收益分配”相等。
        计划：各行加起来 = 合计。专项资金：上期结余 + 收到 − 支出 − 拨付 = 结余。
        台账：每一项和合计，都是 期初 + 增加 − 减少 = 期末；各项加起来 = 合计。
        没有写的不当作零：只写期末的台账、没有合计的计划不查；有约数、不详的，网页上写明没法核对。

    怎么改：
        照提示里的两个数，对照原件，看是抄错了，还是漏了一项。

    合格：
        # 没有分配
        所有者权益:
          - {科目: 301 资本, 金额: 500000.00}
          - {科目: 311 公积公益金, 金额: 260000.00}
          - {科目: 322 收益分配, 金额: 100000.00}
        分配: []
        年末未分配收益: 100000.00

    合格：
        # 文件: registers/2026.yml
        标题: 2026年上半年资源台账
        类型: 资源
        明细:
          - {名称: 耕地, 期初: "1860.5", 减少: "6.4", 期末: "1854.1", 变动日期: 2026-06-20, 原因: 县道改造占地}
          - {名称: 林地, 期初: "2400", 期末: "2400"}
        期初合计: "4260.5"
        增加合计: "0"
        减少合计: "6.4"
        期末合计: "4254.1"

    合格：
        # 只写期末的台账，没有合计的计划
        # 文件: registers/2026.yml
        标题: 2026年上半年债务台账
        类型: 债务
        明细:
          - {名称: 修路欠款, 对方: 石渡路桥公司, 期末: "8000", 到期: 2027-01-01, 利率: 无息, 变动日期: 2025-01-01}
        期初合计: ""
        增加合计: ""
        减少合计: ""
        期末合计: ""
        # 文件: plans/2026.yml
        收入合计: ""
        支出合计: ""

    合格：
        # 没有写上期结余的，差的可能就是它；期末不准的，不比
        # 文件: funds/2026-q3.yml
        上期结余: ""
        # 文件: registers/2026.yml
        明细:
          - {名称: 村委会办公楼, 期初: "620000.00", 期末: 约620000}
          - {名称: 农产品冷库, 期初: "180000.00", 增加: "60000.00", 期末: "240000.00", 变动日期: 2026-05-12, 原因: 加装制冷机}
        期初合计: ""
        期末合计: "860001.00"

    不合格：
        收益总额: 81000.00  # <- F05
        净收益: 81000.00
        可分配收益: 101000.00
        年末未分配收益: 41000.00  # <- F05

    不合格：
        # 文件: plans/2026.yml
        收入合计: 310000.00  # <- F05

    不合格：
        # 文件: funds/2026-q3.yml
        结余: 4800.00  # <- F05

    不合格：
        # 文件: registers/2026.yml
        明细:
          - 名称: 村委会办公楼
            期初: "620000.00"
            期末: "620000.00"
          - 名称: 农产品冷库
            期初: "180000.00"
            增加: "60000.00"
            期末: "230000.00"  # <- F05
        期初合计: "800000.00"
        增加合计: "50000.00"  # <- F05
        期末合计: "850000.00"
    """
    body = record.body
    of_the_balance = balance_sums(body) if isinstance(body, Statement) else ()  # F04 says those
    yield from unbalanced(one for one in record.kind.sums(body) if one not in of_the_balance)
    if isinstance(body, Register):
        yield from unbalanced(line_sums(body))


RULE = Rule(
    code="F05",
    title="报表和台账要算得对",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="算不对，公开出去就是错的数，所以先不公开，改对了再公开。",
    basis=("会计制度·报表", "财务公开规定", "公开"),
    check=check,
    kinds=("statements", "plans", "funds", "registers"),
    sums=("statements", "plans", "funds", "registers"),
)
