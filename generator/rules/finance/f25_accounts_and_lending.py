"""F25: the collective's money is in the collective's accounts, and is neither lent nor pledged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.money import spoken, yuan
from generator.records.kinds.finance import Account, Entry, Finance
from generator.records.read import Record
from generator.rules.finance.entry_words import called, purpose
from generator.rules.rule import Context, Problem, Rule, Scope

_LENT = re.compile(r"借给|借款[给予]|(?<!支)出借")
_GOODS = re.compile(r"桌椅|工具|设备|农具|农机|器材|物资|图书|书籍|场地|房屋|车辆")
_PLEDGED = re.compile(r"(?<!履约)(?<!投标)(?<!质量)(?<!支付)担保(?!公司|中心|费|法|期)")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """集体的钱要存在集体的账户里，不能存进个人账户；不能借给别人，不能替别人担保；月底手里的现金不能太多。

    为什么：
        存进个人账户、借出去、替别人担保，集体的钱就可能收不回来。

    怎么查：
        账户的“户名”不能是“个人”；现金的期末不超过“现金限额”（县里定，没定的是5000元）；
        支出、暂付的摘要和类别里，不能有担保、借给、借款给、出借。工程的履约担保、借用农具桌椅不算。

    怎么改：
        1. 用集体名义开户，把钱转过来，记一笔“划转”。
        2. 借出去的钱收回来，记一笔“收回”。
        3. 多出来的现金存进银行，记一笔“划转”。

    合格：
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}
          - {名称: 库存现金, 种类: 现金, 期初: 5000.00, 期末: 5000.00}

    合格：
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            摘要: 石渡建筑公司道路工程履约担保金
            金额: 17000.00
            对方: 石渡建筑公司
            对方类别: 单位
          - {收支: 收回, 账户: 基本户, 摘要: 借给王某某的周转款还回, 金额: 1000.00}
          - 收支: 支出
            日期: 2026-10-10
            凭证号: 支-46
            账户: 基本户
            摘要: 修理借给各组用的抽水设备
            金额: 5600.00
            对方: 石渡农机站
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    不合格：
        账户:
          - 名称: 基本户
            户名: 个人  # <- F25
            期初: 52000.00
            期末: 64400.00
          - 名称: 零用金
            种类: 现金
            期初: 5000.01
            期末: 5000.01  # <- F25
          - 名称: 库存现金
            期初: 6200.00
            期末: 6200.00  # <- F25

    不合格：
        收支明细:
          - {收支: 暂付, 账户: 基本户, 摘要: 借给王某某周转（年底还）, 金额: 8000.00}  # <- F25
          - {收支: 支出, 账户: 基本户, 摘要: 代石渡米厂偿还担保贷款, 金额: 9000.00}  # <- F25
    """
    body: Finance = record.body
    limit = context.parameters.cash_limit
    for index, account in enumerate(body.accounts):
        if account.holder == "个人":
            yield Problem(
                ("账户", index, "户名"),
                f"第{index + 1}个账户的户名是个人",
                "用集体名义开户，把钱转过来，记一笔“划转”；账户名称里不要写人名",
                "有一个账户是用个人名义开的。",
            )
        if _is_cash(account) and account.closing > limit:
            yield Problem(
                ("账户", index, "期末"),
                f"期末现金{yuan(account.closing)}元，最多{spoken(limit)}",
                "多出来的现金存进银行，记一笔“划转”；数抄错的改过来",
                f"期末现金{spoken(account.closing)}，超过{spoken(limit)}。",
                basis=("县里规定",),
            )
    for index, entry in enumerate(body.entries):
        if entry.flow in ("支出", "暂付") and (what := _forbidden(entry)):
            yield Problem(
                ("收支明细", index),
                f"{called(entry, index)}写着{what}，{yuan(entry.amount)}元",
                "不是的，把摘要写清楚；是的，把钱收回来，记一笔“收回”",
                f"第{index + 1}行的用途里写着{what}。",
                basis=("集体法·禁止借款担保", "村组法·不得担保", "县里规定"),
            )


def _is_cash(account: Account) -> bool:
    return account.type == "现金" or account.name in ("现金", "库存现金")


def _forbidden(entry: Entry) -> str | None:
    text = purpose(entry)
    found = _PLEDGED.search(text) or (None if _GOODS.search(text) else _LENT.search(text))
    return f"“{found[0]}”" if found else None


RULE = Rule(
    code="F25",
    title="公家的钱存公家的户",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="钱在个人账户里，村民有权知道；所以照样公开，旁边写明，不写人名。",
    basis=("集体法·资金账户", "集体法·禁止借款担保", "村组法·不得担保", "县里规定"),
    check=check,
    kinds=("finance",),
)
