"""F03: a stated total equals the sum of its details."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.base.finding import Effect, Key
from generator.base.inexact import differ, is_exact
from generator.base.money import WAN, ZERO, yuan
from generator.law.chart_of_accounts import split_code
from generator.records.kinds.finance import Account, Entry, Finance, sums_of, top_codes
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, Route, walk
from generator.rules.finance.entry_words import account_called
from generator.rules.finance.table_sums import (
    Mismatch,
    figure,
    formula_mismatches,
    part_mismatches,
    relation_mismatches,
    total_mismatches,
)
from generator.rules.rule import Context, Problem, Rule, Scope

NOTE = "合计的数和各项加起来的数不一样，正在更正。"
UNIT_SLIP = "差一万倍，看看单位是元还是万元"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """合计要正好等于各项加起来，按算式算的数要算得对，元和万元不能混。

    为什么：
        合计和明细不一样，总有一个是错的。放到网上，大家看到的就是错账。

    怎么查：
        财务收支：“合计”“科目汇总”“账户”里写的收入、支出，和一笔一笔加起来的比，一分不差。
        表格：合计行等于各行相加，“其中”的行不重复加，空着不写的合计不比；“其中”的钱不能比上一行多。
        写了“算式”的列：每行照算式算，四舍五入到分。元和万元会先换成一样的单位再比。
        表格写了“算式”的：照它算行和行，例如“可申请=上年结存+本年拨入”，名称照每行第一格的字写。
        万元、百分数、单价这类数，写到哪一位就比到哪一位；有约数、不详的，不比。

    怎么改：
        1. 对照原件，看合计抄错没有，明细漏了没有。
        2. 分项的每一行都以“其中”开头，例如“其中：城市低保”。
        3. 单价这类不用加的列，写上“计入合计: 否”；列的“单位”写清楚是元还是万元。

    合格：
        # 文件: finance/2026-10.yml
        合计: {收入: 18000.00, 支出: 5600.00}
        科目汇总:
          - {科目: 501 经营收入, 收入: 18000.00}
          - {科目: 514 公益支出, 支出: 5600.00}

    合格：
        # 文件: finance/2026-10.yml
        账户:
          - {名称: 基本户, 期初: 52000.00, 收入: 18000.00, 支出: 500.00, 期末: 63700.00}
          - {名称: 项目户, 期初: 0.00, 收入: 6000.00, 期末: 6000.00}
        合计: {收入: 18000.00, 暂付: 500.00}
        科目汇总:
          - {科目: 501 经营收入, 收入: 18000.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘承包费, 金额: 18000.00}
          - {收支: 暂付, 账户: 基本户, 摘要: 预付水泵材料款, 金额: 500.00}
          - {收支: 收回, 账户: 基本户, 摘要: 退回水泵材料款, 金额: 200.00}
          - {收支: 划转, 账户: 基本户, 转入账户: 项目户, 摘要: 转入水渠工程款, 金额: 6000.00}

    合格：
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 万元}
            行:
              - [城乡低保, "131.55"]
              - [其中：城市低保, "117.58"]
              - [其中：农村低保, "13.97"]
              - [尊老金, "104.72"]
            合计: [合计, "236.27"]

    合格：
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 合作社}
              - {列: 股数, 类型: 数量, 单位: 股}
              - {列: 每股, 类型: 金额, 单位: 元/股}
              - {列: 总额, 类型: 金额, 单位: 万元, 算式: 股数×每股}
            行:
              - [柳湾股份经济合作社, "8730", "300", "261.9"]

    合格：
        # 序号在前；其中分两层；行和行有算式；万元和百分数写到整数、一位小数
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 序号}
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 万元}
              - {列: 全年, 类型: 金额, 单位: 万元, 计入合计: 否}
              - {列: 占比, 类型: 数量, 单位: "%", 算式: 金额/全年*100}
            行:
              - ["1", 上年结存, "100.48949", "373.2", "26.9"]
              - ["", 其中：低保, "60", "", ""]
              - ["", 其中：城市低保, "40", "", ""]
              - ["", 其中：农村低保, "20", "", ""]
              - ["", 其中：救灾, "40", "", ""]
              - ["2", 本年拨入, "42.5", "373.2", "11.3"]
              - ["3", 合计, "143", "", ""]
              - ["4", 已用, "约40", "", ""]
            算式: [合计=上年结存+本年拨入]

    不合格：
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 元}
              - {列: 每亩, 类型: 数量, 单位: 元/亩}
            行:
              - [上年结存, "100.00", "1"]
              - [本年拨入, "50.00", "1"]
              - [可申请, "150.01", "1"]  # <- F03
            算式:
              - 可申请=上年结存+本年拨入

    不合格：
        # 其中分两层，还是多了；万元差了一位；行和行差了
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 万元}
            行:
              - [补助, "100"]
              - [其中：低保, "60"]
              - [其中：城市低保, "41"]  # <- F03
              - [其中：农村低保, "20"]  # <- F03
              - [慰问, "42.6"]
            合计: [合计, "144"]  # <- F03

    不合格：
        # 文件: finance/2026-10.yml
        合计:
          收入: 18000.00
          支出: 5500.00  # <- F03
        科目汇总:
          - {科目: 501 经营收入, 收入: 17000.00}  # <- F03

    不合格：
        # 文件: finance/2026-10.yml
        账户:
          - {名称: 基本户, 收入: 20000.00, 期末: 20000.00}
        合计:
          收入: 20000.00  # <- F03
        收支明细:  # 没写账户的，只比合计
          - {收支: 收入, 摘要: 鱼塘承包费, 金额: 18000.00}

    不合格：
        # 文件: finance/2026-10.yml
        # 没有明细的老账，合计和科目汇总比
        账户:
          - {名称: 基本户, 收入: 5200.00, 期末: 9000.00}
        合计:
          收入: 5200.00  # <- F03
          支出: 900.00  # <- F03
        科目汇总:
          - {科目: 501 经营收入, 收入: 4000.00}
          - {科目: 50102 鱼塘承包费, 收入: 3000.00}
          - {科目: 504 其他收入, 收入: 1000.00}
          - {科目: 514 公益支出, 支出: 800.00}
        收支明细: []

    不合格：
        # 文件: notices/2026-q3.yml
        表格:
          - 列:
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 万元}
            行:
              - [城乡低保, "131.55"]
              - [其中：城市低保, "117.58"]
              - [其中：农村低保, "19.37"]  # <- F03
              - [尊老金, "104.72"]
            合计: [合计, "263.27"]  # <- F03

    不合格：
        # 文件: decisions/2026-03-canal.yml
        表格:
          - 列:
              - {列: 事项}
              - {列: 投工, 类型: 数量, 单位: 工}
              - {列: 折资, 类型: 金额, 单位: 万元, 算式: 投工*每工}
              - {列: 每工, 类型: 金额, 单位: 元, 计入合计: 否}
            行:
              - [清淤水渠, "4470", "35760", "8"]  # <- F03
    """
    body = record.body
    if isinstance(body, Finance):
        yield from _totals(body)
        if body.entries:
            yield from _code_totals(body)
            if all(entry.account for entry in body.entries):
                for index, account in enumerate(body.accounts):
                    yield from _account(body.entries, account, index)
    for route, _, table, _ in walk(body, _is_table):
        for mismatch in total_mismatches(table):
            yield _total_problem(route, mismatch)
        for mismatch in part_mismatches(table):
            yield _part_problem(route, mismatch)
        for mismatch in formula_mismatches(table):
            yield _formula_problem(route, mismatch)
        for mismatch in relation_mismatches(table) if table.relations else ():
            yield _formula_problem(route, mismatch)


def _is_table(field: Field) -> bool:
    return field.model is Table


def _totals(body: Finance) -> Iterator[Problem]:
    stated = body.totals
    if stated is None:
        return
    if body.entries:
        figures = sums_of(body.entries)
        gross = figures.advance + sum((entry.amount for entry in body.entries if entry.flow == "收回"), ZERO)
        yield from _compare(("合计", "收入"), "合计的收入", stated.income, figures.income)
        yield from _compare(("合计", "支出"), "合计的支出", stated.expense, figures.expense)
        yield from _compare(("合计", "暂付"), "合计的暂付", stated.advance, figures.advance, gross)
        return
    top = top_codes(body)
    income = [total.income for total in top if total.income is not None]
    expense = [total.expense for total in top if total.expense is not None]
    if income:
        yield from _compare(("合计", "收入"), "合计的收入", stated.income, sum(income, ZERO))
    if expense:
        yield from _compare(("合计", "支出"), "合计的支出", stated.expense, sum(expense, ZERO))


def _code_totals(body: Finance) -> Iterator[Problem]:
    for flow in ("收入", "支出"):
        by_code: dict[str, Decimal] = defaultdict(lambda: ZERO)
        for entry in body.entries:
            if entry.flow == flow:
                by_code[entry.code or ""] += entry.amount
        for index, total in enumerate(body.code_totals):
            stated = total.income if flow == "收入" else total.expense
            coded = sum((amount for code, amount in by_code.items() if _belongs(code, total.code)), ZERO)
            if (
                stated is not None
                and is_exact(coded + stated)
                and not _between(stated, coded, coded + by_code.get("", ZERO))
            ):
                yield _differs(("科目汇总", index, flow), f"科目“{total.code[:20]}”的{flow}", coded, stated)


def _belongs(code: str, total: str) -> bool:
    """Whether an entry belongs to a total: by code (51402 belongs to 514), or by name if no code is written."""
    (own, name), (whole, whole_name) = split_code(code), split_code(total)
    return own.startswith(whole) if whole else name.startswith(whole_name)


def _between(value: Decimal, one: Decimal, other: Decimal) -> bool:
    """Entries without a code may belong to any total, so the stated total may lie anywhere between the two sums."""
    return min(one, other) <= value <= max(one, other)


def _account(entries: tuple[Entry, ...], account: Account, index: int) -> Iterator[Problem]:
    """Checks the stated figures of an account. It may count transfers and returned advances or leave them out."""
    flows: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for entry in entries:
        if entry.account == account.name:
            flows[entry.flow] += entry.amount
        if entry.to_account == account.name:
            flows["转入"] += entry.amount
    income, expense, advance = flows["收入"], flows["支出"], flows["暂付"]
    into = [income, income + flows["收回"], income + flows["转入"], income + flows["收回"] + flows["转入"]]
    out = [expense, expense + flows["划转"]]
    if account.advance is None:
        out += [amount + advance for amount in out]
    what = f"{account_called(account.name)}的"
    yield from _compare(("账户", index, "收入"), what + "收入", account.income, *into)
    yield from _compare(("账户", index, "支出"), what + "支出", account.expense, *out)
    yield from _compare(("账户", index, "暂付"), what + "暂付", account.advance, advance, advance - flows["收回"])


def _compare(route: tuple[Key, ...], what: str, stated: Decimal | None, *honest: Decimal) -> Iterator[Problem]:
    """Any of `honest` is right. The first is the plain reading, and the clerk is told this one if none fits."""
    if stated is not None and all(differ(stated, one) for one in honest):
        yield _differs(route, what, honest[0], stated)


def _differs(route: tuple[Key, ...], what: str, due: Decimal, stated: Decimal) -> Problem:
    slip = f"，{UNIT_SLIP}" if stated in (due * WAN, due / WAN) else ""
    return Problem(
        route,
        f"{what}写的是{yuan(stated)}，明细加起来是{yuan(due)}，相差{yuan(abs(stated - due))}元{slip}",
        "对照凭证，看是合计抄错了，还是漏记、多记了一笔",
        NOTE,
    )


def _table_problem(table: Route, mismatch: Mismatch, message: str, remedy: str, note: str = NOTE) -> Problem:
    if mismatch.is_unit_slip:
        message, remedy = f"{message}，{UNIT_SLIP}", "把数改对，或者把这一列的“单位”改对"
    return Problem((*table, *mismatch.route), message, remedy, note)


def _said(mismatch: Mismatch) -> tuple[str, str]:
    """What is written, and what is due with the difference."""
    due, rounded = figure(mismatch.due, mismatch.column), figure(mismatch.rounded, mismatch.column)
    more = f"，四舍五入是{rounded}" if rounded != due else ""
    difference = figure(abs(mismatch.rounded - mismatch.written), mismatch.column)
    return figure(mismatch.written, mismatch.column), f"{due}{more}，相差{difference}"


def _total_problem(table: Route, mismatch: Mismatch) -> Problem:
    written, due = _said(mismatch)
    return _table_problem(
        table,
        mismatch,
        f"{mismatch.what}写的是{written}，各行加起来是{due}",
        "对照原件改正；分项的行以“其中”开头，不用加的列写上“计入合计: 否”",
    )


def _part_problem(table: Route, mismatch: Mismatch) -> Problem:
    written, due = figure(mismatch.written, mismatch.column), figure(mismatch.due, mismatch.column)
    return _table_problem(
        table,
        mismatch,
        f"“{mismatch.column.name}”里“其中”的{written}，比上面一行的{due}还多",
        "对照原件改正；不是分项的行，去掉“其中”两个字",
        "表里“其中”的数比总的数还多，正在更正。",
    )


def _formula_problem(table: Route, mismatch: Mismatch) -> Problem:
    if mismatch.is_beyond_reckoning:
        message, remedy = f"{mismatch.what}照算式算出来的数太大", "看算式和单位是不是写错了"
        return Problem((*table, *mismatch.route), message, remedy, NOTE)
    written, due = _said(mismatch)
    return _table_problem(
        table,
        mismatch,
        f"{mismatch.what}写的是{written}，照算式“{mismatch.formula or mismatch.column.formula}”算是{due}",
        "对照原件改正；算式或单位写错的，改算式或单位",
        "表里有的数和按标准算出来的不一样，正在更正。",
    )


RULE = Rule(
    code="F03",
    title="合计要等于各项加起来",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="合计和明细不一样，公开出去就是错的数，所以先不公开，改对了再公开。",
    basis=("财务公开规定", "公开"),
    check=check,
)
