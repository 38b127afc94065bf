"""F23: a village has no income of its own, or too much debt. Only the clerk is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.base.finding import Effect
from generator.base.money import yuan_whole
from generator.base.share import share
from generator.records.kinds.statements import Line, Statement, assets_of, owed_of
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """看最近一年的报表，集体是不是没有经营收入（空白村），是不是欠得太多、连年入不敷出（负债村）。

    为什么：
        早知道，镇里和村里才好早想办法；这是提醒，不是评价。

    怎么查：
        最近一年的年度报表：写了收益，没有“501 经营收入”或者是0的，提示空白村；
        负债达到资产的一半（由县里定），或者连着两年费用合计大于收益合计的，提示负债村。

    怎么改：
        数写错的，对照账本改正；没有写错的，不用改。

    合格：
        # 负债差一点到一半，只有一年入不敷出
        # 文件: statements/2025.yml
        资产:
          - {科目: 102 银行存款, 金额: 100000.00}
        负债:
          - {科目: 211 应付款, 金额: 49999.00}
        所有者权益:
          - {科目: 301 资本, 金额: 50001.00}
        收益:
          - {科目: 501 经营收入, 金额: 10000.00}
        费用:
          - {科目: 513 管理费用, 金额: 12000.00}
        收益总额: -2000.00
        净收益: -2000.00
        年初未分配收益: 2000.00
        可分配收益: 0.00
        分配: []
        年末未分配收益: 0.00
        # 文件: statements/2024.yml
        年度: "2024"
        收益:
          - {科目: 501 经营收入, 金额: 10000.00}
        费用:
          - {科目: 513 管理费用, 金额: 10000.00}
        收益总额: 0.00
        净收益: 0.00
        年初未分配收益: 40000.00
        可分配收益: 40000.00
        分配: []

    合格：
        # 前几年的不再提，没有写的不猜
        # 文件: statements/2025.yml
        收益: []
        费用: []
        收益总额: 0.00
        净收益: 0.00
        年初未分配收益: 40000.00
        可分配收益: 40000.00
        分配: []
        资产: []
        负债: []
        所有者权益: []
        # 文件: statements/2024.yml
        年度: "2024"
        收益:
          - {科目: 503 补助收入, 金额: 80000.00}
        费用:
          - {科目: 514 公益支出, 金额: 90000.00}
        收益总额: -10000.00
        净收益: -10000.00
        年初未分配收益: 50000.00
        可分配收益: 40000.00
        分配: []

    不合格：
        # 文件: statements/2025.yml
        资产:
          - {科目: 102 银行存款, 金额: 100000.00}
        负债:  # <- F23
          - {科目: 211 应付款, 金额: 50000.00}
        收益:  # <- F23
          - {科目: 503 补助收入, 金额: 80000.00}
        费用: []

    不合格：
        # 文件: statements/2025.yml
        收益:
          - {科目: 501 经营收入, 金额: 10000.00}
        费用:  # <- F23
          - {科目: 513 管理费用, 金额: 12000.00}
        # 文件: statements/2024.yml
        年度: "2024"
        收益:
          - {科目: 501 经营收入, 金额: 10000.00}
        费用:
          - {科目: 513 管理费用, 金额: 10001.00}
        # 文件: statements/2022.yml
        年度: "2022"
        收益:
          - {科目: 501 经营收入, 金额: 10000.00}
        费用: []
    """
    statements = sorted(case.of(Statement), key=lambda pair: pair[1].year, reverse=True)
    if not statements:
        return
    (record, body), *earlier = statements
    if body.income and not _sum(line for line in body.income if line.chart_code == "501"):
        message = f"{body.year.label}的经营收入是0，是集体经济“空白{{村级}}”"
        yield Problem(("收益",), message, "漏写了“501 经营收入”的补上；没有漏的不用改", path=record.path)
    owed, assets = owed_of(body), assets_of(body)
    if owed and owed >= context.parameters.debt_share * assets:
        message = f"负债{yuan_whole(owed)}元，是资产{yuan_whole(assets)}元的{share(owed, assets)}，负债偏重"
        yield Problem(("负债",), message, "对照总账核对；没有写错的不用改", path=record.path)
    if _short(body) and any(_short(other) for _, other in earlier[:1]):
        message = f"连着两年费用比收益多，{body.year.label}多{yuan_whole(_sum(body.expense) - _sum(body.income))}元"
        yield Problem(("费用",), message, "对照总账核对；没有写错的不用改", path=record.path)


def _short(body: Statement) -> bool:
    """Whether the expense of the year was above its income."""
    return _sum(body.expense) > _sum(body.income)


def _sum(lines: Iterable[Line]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))


RULE = Rule(
    code="F23",
    title="空白村和负债村提示",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="收支和负债本来就公开了，这里只提醒经办人和镇里，不另外给村子贴标签。",
    basis=("县里规定",),
    check=check,
)
