"""F08: not too much money stands under 其他."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.base.finding import Effect, Key
from generator.base.inexact import all_exact
from generator.base.money import ZERO, round_half_up, spoken
from generator.law.chart_of_accounts import Chart, chart_on, split_code
from generator.law.purposes import OTHER, is_other
from generator.records.kinds.finance import Finance
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

Line = tuple[tuple[Key, ...], Decimal, bool]
"""A line of the accounts: its route, its amount, and whether it is 其他."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """“其他收入”“其他支出”不能占太多：最多占全部收入、全部支出的一成（几成由县里定）。

    为什么：
        大笔的钱都写成“其他”，等于没有公开。

    怎么查：
        科目是其他收入、其他支出的，类别写“其他…”的，加起来除以全部收入、全部支出。银行利息不算；
        红字冲销的，从“其他”里减掉，不从全部里减。
        没有明细的，用“科目汇总”的数。

    怎么改：
        给每一笔写上说得清的类别和科目，例如“环境卫生”“514 公益支出”。

    合格：
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64700.00}
        收支明细:
          - 收支: 收入
            日期: 2026-10-21
            凭证号: 收-22
            账户: 基本户
            科目: 504 其他收入
            类别: 利息
            摘要: 基本户第三季度存款利息
            金额: 12400.00
            对方: 石渡农商银行
            对方类别: 单位
          - 收支: 支出
            日期: 2026-10-22
            凭证号: 支-47
            账户: 基本户
            科目: 514 公益支出
            摘要: 冲回9月多付的保洁工资
            金额: -300.00
            对方: 保洁员2人
            对方类别: 多人
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 参数: 其他占比上限=0.20
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            科目: 501 经营收入
            摘要: 东塘鱼塘承包费（2026年下半年）
            金额: 9920.00
            对方: 李某某
            对方类别: 个人
          - 收支: 收入
            日期: 2026-10-15
            凭证号: 收-22
            账户: 基本户
            科目: 504 其他收入
            摘要: 卖废旧路灯杆12根
            金额: 2480.00
            对方: 石渡物资回收站
            对方类别: 单位

    不合格：
        收支明细:
          - {收支: 支出, 账户: 基本户, 科目: 513 管理费用, 摘要: 村部10月电费（436度）, 金额: 400.00}
          - {收支: 支出, 账户: 基本户, 科目: 515 其他支出, 摘要: 付石渡建材店货款, 金额: 600.00}  # <- F08
          - {收支: 划转, 账户: 基本户, 转入账户: 项目户, 摘要: 转入水渠工程款, 金额: 9000.00}

    合格：
        # 红字冲销上个月误记的收入：“其他”剩100元，正好是全部1000元的一成
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52150.00}
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            科目: 501 经营收入
            摘要: 收东塘承包费
            金额: 850.00
            对方: 石渡镇财政所
            对方类别: 单位
          - 收支: 收入
            日期: 2026-10-10
            凭证号: 收-22
            账户: 基本户
            科目: 501 经营收入
            摘要: 红字冲销9月误记的租金
            金额: -800.00
            对方: 石渡镇财政所
            对方类别: 单位
          - 收支: 收入
            日期: 2026-10-11
            凭证号: 收-23
            账户: 基本户
            科目: 504 其他收入
            摘要: 卖废旧
            金额: 150.00
            对方: 石渡镇财政所
            对方类别: 单位
          - 收支: 收入
            日期: 2026-10-12
            凭证号: 收-24
            账户: 基本户
            科目: 504 其他收入
            摘要: 红字冲销9月误记的废旧款
            金额: -50.00
            对方: 石渡镇财政所
            对方类别: 单位

    不合格：
        收支明细: []
        科目汇总:
          - {科目: 501 经营收入, 收入: 9000.00}
          - {科目: 50401 卖废旧, 收入: 1050.00}  # <- F08
          - {科目: 514 公益支出, 支出: 7200.00}
          - {科目: 515 其他支出, 支出: 800.00}
          - {科目: 51501 零星支出, 支出: 800.00}
    """
    body: Finance = record.body
    chart = chart_on(body.period.end)
    limit = context.parameters.other_share
    for flow in ("收入", "支出"):
        lines = tuple(_entries(body, flow, chart) if body.entries else _code_totals(body, flow, chart))
        whole = sum((amount for _, amount, _ in lines if amount > 0), ZERO)  # a reversal would make a part of it all
        other = sum((amount for _, amount, is_other in lines if is_other), ZERO)
        if not all_exact(whole, other) or other <= whole * limit:
            continue
        route, _, _ = max((line for line in lines if line[2]), key=lambda line: line[1])
        share, most = _percent(other / whole), _percent(limit)
        yield Problem(
            route,
            f"“其他”的{flow}{spoken(other)}，占全部{flow}的{share}，最多{most}",
            "给大的几笔写上说得清的科目和类别，先改这一笔",
            f"“其他”的{flow}占全部{flow}的{share}，超过{most}。",
        )


def _entries(body: Finance, flow: str, chart: Chart) -> Iterable[Line]:
    for index, entry in enumerate(body.entries):
        if entry.flow == flow:
            yield ("收支明细", index), entry.amount, is_other(entry, chart)


def _code_totals(body: Finance, flow: str, chart: Chart) -> Iterable[Line]:
    """The stated totals. A sub-code is left out if its first-level code is stated too."""
    codes = {split_code(total.code)[0] for total in body.code_totals}
    for index, total in enumerate(body.code_totals):
        amount = {"收入": total.income, "支出": total.expense}[flow]
        code = split_code(total.code)[0]
        is_part = any(code[:length] in codes for length in range(3, len(code)))
        if amount is not None and not is_part:
            yield ("科目汇总", index), amount, chart.called(total.code).startswith(OTHER)


def _percent(share: Decimal) -> str:
    return f"{round_half_up(share * 100, Decimal('0.1')).normalize():f}%"


RULE = Rule(
    code="F08",
    title="“其他”不能占太多",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="数没有错，只是看不清；所以照样公开，旁边写明占多少。",
    basis=("财务公开规定", "县里规定"),
    check=check,
    kinds=("finance",),
)
