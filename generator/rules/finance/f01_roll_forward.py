"""F01: opening + in − out = closing, for each account and for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.finding import Effect
from generator.base.inexact import UNWRITTEN, differ
from generator.base.money import ZERO, yuan
from generator.base.redact import redact
from generator.base.suggest import closest
from generator.records.kinds.finance import Account, Finance, Totals, closing, movement, opening, sums
from generator.records.read import Record
from generator.rules.finance.entry_words import account_called, called
from generator.rules.finance.slips import Term, looks_like
from generator.rules.rule import Context, Problem, Rule, Scope

NOTE = "月初加收入、减支出，和月底的数对不上，正在更正。"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """月初账上的钱，加收入、减支出，要正好等于月底账上的钱，一分也不能差。

    为什么：
        这几个数对不上，说明有钱没记账，或者记错了。放到网上，大家看到的就是错账。

    怎么查：
        每个账户：期初 + 收入 − 支出 − 暂付 + 收回 = 期末，转进转出也算。没写账户的账，合起来算。
        写了期初的，每一笔写的账户“账户”里都要有。
        写了对账单余额的：对账单余额加上、减去未达的钱，要等于期末。
        “资金”和“合计”写全了的，照样算；只有合计数的老账，用合计里的数来算。

    怎么改：
        1. 对照存折和凭证，看期初、期末是不是抄错了。
        2. 看是不是漏记了一笔，或者一笔记到了别的账户，账户的名称写得不一样。
        3. 支票开出还没兑的，记在“未达”里，不要去改期末。

    合格：
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64400.00

    合格：
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64400.00
            对账单余额: 64510.00
            未达:
              - {摘要: 支票还没兑, 金额: 150.00, 加减: 减}
              - {摘要: 存款在路上, 金额: 40.00, 加减: 加}
        合计: {收入: 18000.00, 支出: 5600.00}
        资金:
          - {名称: 水渠清淤款, 期初: 8000.00, 收入: 2000.00, 支出: 1500.00, 期末: 8500.00}
          - {名称: 助学款, 收入: 600.00, 支出: 200.00, 期末: 400.00}
          - {名称: 路灯款, 期初: 300.00, 支出: 100.00, 期末: 200.00}
          - {名称: 文体活动款, 期初: 500.00, 收入: 200.00, 期末: 700.00}

    合格：
        账户:
          - {名称: 基本户, 期末: 64400.00}
        合计: {期初: 52000.00, 期末: 64400.00}

    合格：
        # 只写了期初、期末，没有写收支，算不了
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}
        收支明细:

    合格：
        # 有一笔没有写哪个账户，合起来算
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64300.00}
          - {名称: 项目户, 期初: 0.00, 期末: 100.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 摘要: 鱼塘租金, 金额: 12300.00, 对方: 李某某}
          - {收支: 划转, 摘要: 转入水渠工程款, 金额: 5.00}
          - {收支: 暂付, 摘要: 预付水泵材料款, 金额: 50.00}
          - {收支: 收回, 摘要: 退回水泵材料款, 金额: 150.00}

    合格：
        # 有一笔不准，期末算不出来
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00, 对账单余额: 约64000}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 摘要: 鱼塘租金, 金额: 约12000, 对方: 李某某}

    不合格：
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64300.00  # <- F01
        合计:
          期初: 51000.00  # <- F01

    不合格：
        账户:
          - 名称: 基本户
            期末: 64400.00
            对账单余额: 64510.00  # <- F01
        资金:
          - {名称: 水渠清淤款, 期初: 8000.00, 收入: 2000.00, 支出: 1500.00, 期末: 8600.00}  # <- F01
        合计:
          期末: 64300.00  # <- F01

    不合格：
        账户:  # <- F01
          - {名称: 基本户, 期初: 52000.00, 期末: 64300.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 摘要: 鱼塘租金, 金额: 12301.00, 对方: 李某某}

    不合格：
        # 账户的名称写得不一样，就不再说期末对不上
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64300.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本账户, 摘要: 鱼塘租金, 金额: 12300.00, 对方: 李某某}  # <- F01
          - {收支: 划转, 账户: 基本户, 转入账户: 水渠款, 摘要: 转入水渠工程款, 金额: 5.00}  # <- F01

    不合格：
        # 没有一笔一笔记的老账
        账户:
          - 名称: 基本户
            期初: 20000.00
            收入: 3000.00
            支出: 1000.00
            暂付: 500.00
            期末: 21500.00
          - 名称: 项目户
            期初: 800.00
            期末: 900.00  # <- F01
        合计:
          期初: 20800.00
          收入: 3000.00
          支出: 1000.00
          暂付: 500.00
          期末: 22400.00  # <- F01
        收支明细: []
    """
    body: Finance = record.body
    unknown = list(_unknown(body))
    yield from unknown
    for index, account in enumerate(body.accounts):
        yield from _account(body, account, index, is_whole=not unknown)
    yield from _whole(body)
    for index, fund in enumerate(body.funds):
        if fund.opening is not None and fund.income is not None and fund.expense is not None:
            due = fund.opening + fund.income - fund.expense
            terms = [Term("期初", fund.opening, 1), Term("收入", fund.income, 1), Term("支出", fund.expense, -1)]
            yield from _compare(("资金", index, "期末"), f"资金“{fund.name}”", due, fund.closing, terms)


def _unknown(body: Finance) -> Iterator[Problem]:
    """Entries of accounts that the record does not have."""
    # Where no balance is to be reckoned, an account may be left out of the list.
    names = {account.name for account in body.accounts if account.opening is not None}
    names |= {account.name for account in body.accounts} if names else set()
    for index, entry in enumerate(body.entries if names else ()):
        for field, name in (("账户", entry.account), ("转入账户", entry.to_account)):
            if name is None or name in names:
                continue
            meant = closest(name, names)
            better = f"是不是“{redact(meant)}”？是的，改成一样的；不是的，" if meant else ""
            yield Problem(
                ("收支明细", index, field),
                f"第{index + 1}笔{f'（{called(entry, index)}）' if entry.voucher else ''}的{account_called(name)}，“账户”里没有",
                f"{better}在“账户”里补上这个账户的期初、期末",
                NOTE,
            )


def _account(body: Finance, account: Account, index: int, *, is_whole: bool) -> Iterator[Problem]:
    """One account.

    Args:
        is_whole: every entry belongs to a known account, so that its closing balance can be reckoned.
    """
    if account.opening is not None and is_whole:
        into, out = movement(body, account.name)
        if any(entry.account is None for entry in body.entries):
            return  # which account it was is not written, so only all accounts together can be checked
        if "entries" not in body.model_fields_set and sums(body).income is sums(body).expense is UNWRITTEN:
            return  # only the balances are written
        if not body.entries:
            into, out = account.income or ZERO, (account.expense or ZERO) + (account.advance or ZERO)
        due = account.opening + into - out
        terms = [Term("期初", account.opening, 1), *_terms(body, account.name)]
        yield from _compare(("账户", index, "期末"), f"账户“{account.name}”", due, account.closing, terms)
    if account.statement is not None:
        shift = sum((o.amount if o.effect == "加" else -o.amount for o in account.outstanding), ZERO)
        if differ(account.statement + shift, account.closing):
            yield Problem(
                ("账户", index, "对账单余额"),
                f"账户“{account.name}”的对账单余额{yuan(account.statement)}，算上未达是"
                f"{yuan(account.statement + shift)}，和期末{yuan(account.closing)}不一样",
                "对照银行对账单，把还没兑的支票、还没到账的钱记在“未达”里",
                "账上的钱和银行对账单对不上，正在更正。",
            )


def _whole(body: Finance) -> Iterator[Problem]:
    stated = body.totals or Totals.model_construct(opening=None, closing=None)
    start, end = opening(body), closing(body)
    if end is not None:
        yield from _compare(("合计", "期末"), "合计的期末", end, stated.closing)
    if start is not None:
        yield from _compare(("合计", "期初"), "合计的期初", start, stated.opening)
        due = start + sums(body).net
        if stated.closing is None and any(entry.account is None for entry in body.entries):
            yield from _compare(("账户",), "全部账户合起来", due, end)
        yield from _compare(("合计", "期末"), "全部账户合起来", due, stated.closing)


def _terms(body: Finance, account: str) -> Iterator[Term]:
    """The entries of an account, as far as they move its money."""
    for index, entry in enumerate(body.entries):
        label = f"第{index + 1}笔{f'（{called(entry, index)}）' if entry.voucher else ''}"
        if entry.account == account:
            sign = 1 if entry.flow in ("收入", "收回") else -1
            yield Term(label, entry.amount, sign, turns=entry.flow in ("收入", "支出"))
        if entry.flow == "划转" and entry.to_account == account:
            yield Term(label, entry.amount, 1)


def _compare(
    route: tuple[str | int, ...], what: str, due: Decimal, written: Decimal | None, terms: Sequence[Term] = ()
) -> Iterator[Problem]:
    """A figure that is not written is not compared."""
    if written is not None and differ(due, written):
        slip = looks_like(due - written, [Term("期末", written, -1), *terms] if terms else ())
        yield Problem(
            route,
            f"{what}对不上：算出来是{yuan(due)}，写的是{yuan(written)}，相差{yuan(abs(written - due))}元",
            f"{slip}{'；不是的话，' if slip else ''}查期初、期末是不是抄错，有没有漏记、多记或记错账户的一笔",
            NOTE,
        )


RULE = Rule(
    code="F01",
    title="账要对得上",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="公开出去就是错的数，所以先不公开，改对了再公开。",
    basis=("财务公开规定", "公开"),
    check=check,
    kinds=("finance",),
)
