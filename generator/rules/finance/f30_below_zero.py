"""F30: there is no less than nothing in the cash box, and goods that came in are given out or still there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.base.finding import Effect, Key
from generator.base.inexact import is_exact
from generator.base.money import ZERO, yuan
from generator.records.kinds.finance import Account, Finance, InKind
from generator.records.read import Record
from generator.rules.finance.entry_words import account_called
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """现金不会少于零。收到的东西，发出的和剩下的，加起来要对得上。

    为什么：
        现金箱里不可能有负数，写成负的，是有一笔收入没记，或者有人垫了钱没写。东西少了、多了，也要有个说法。

    怎么查：
        现金账户的期初、期末，没有分账户的看“合计”的期初、期末，不能是负数。
        同一样东西：上期结存 + 收到 − 发出 = 结存，数量、折价都这样算。没有写结存的不查。

    怎么改：
        对照现金账和收条，补上漏记的；有人先垫的，记一笔收入，写明谁垫的。
        上期就有的东西，写一行“收发: 上期结存”；损耗了的，记一笔“发出”，写明用途。

    合格：
        实物:
          - {名称: 大米, 收发: 上期结存, 数量: "3", 单位: 袋}
          - {名称: 大米, 收发: 收到, 数量: "12", 单位: 袋}
          - {名称: 大米, 收发: 发出, 数量: "4", 单位: 袋}
          - {名称: 大米, 收发: 结存, 数量: "11", 单位: 袋}

    合格：
        # 数不准的、没有写结存的，算不出来
        实物:
          - {名称: 大米, 收发: 收到, 数量: 约12, 单位: 袋}
          - {名称: 大米, 收发: 结存, 数量: "11", 单位: 袋}
          - {名称: 红砖, 收发: 收到, 折价: 50000.00}

    不合格：
        实物:
          - {名称: 大米, 收发: 收到, 数量: "12", 单位: 袋}
          - {名称: 大米, 收发: 结存, 数量: "11", 单位: 袋}  # <- F30
          - {名称: 红砖, 收发: 收到, 折价: 50000.00}
          - {名称: 红砖, 收发: 结存, 折价: 50001.00}  # <- F30

    不合格：
        账户:
          - {名称: 基本户, 期初: 53775.60, 期末: 66175.60}
          - {名称: 现金, 种类: 现金, 期初: -1775.60, 期末: -1775.60}  # <- F30

    不合格：
        账户: []
        合计: {期初: 0.00, 期末: -0.01}  # <- F30
        收支明细:
          - {收支: 支出, 摘要: 保洁员10月工资, 金额: 0.01}
    """
    body: Finance = record.body
    for index, account in enumerate(body.accounts):
        if account.type == "现金" or "现金" in account.name:
            yield from _negative(account, ("账户", index), account_called(account.name))
    if body.totals and not body.accounts:
        for name, amount in (("期初", body.totals.opening), ("期末", body.totals.closing)):
            if amount is not None and amount < 0:
                yield _below(("合计", name), f"合计的{name}", amount)
    yield from _goods(body.in_kind)


def _negative(account: Account, at: tuple[Key, ...], called: str) -> Iterator[Problem]:
    low = [
        (name, one)
        for name, one in (("期初", account.opening), ("期末", account.closing))
        if one is not None and one < 0
    ]
    if low:
        name, amount = low[-1]
        yield _below((*at, name), f"{called}的{name}", amount)


def _below(at: tuple[Key, ...], what: str, amount: Decimal) -> Problem:
    said = f"{what}是{yuan(amount)}元，账上的现金不会少于零"
    return Problem(at, said, "对照现金账，补上漏记的收入；有人先垫的，记一笔收入，写明谁垫的", f"{said}。")


class _Heap(NamedTuple):
    """What there should be of one sort of goods, and where it is said what there is."""

    due: Decimal
    left: list[tuple[int, Decimal]]


_SIGNS = {"上期结存": 1, "收到": 1, "发出": -1}


def _goods(things: tuple[InKind, ...]) -> Iterator[Problem]:
    if not any(one.flow == "结存" for one in things):
        return
    heaps: dict[tuple[str, str], _Heap] = {}
    for index, one in enumerate(things):
        for measure, amount in (((one.unit or ""), one.quantity), ("元", one.value)):
            if amount is None:
                continue
            due, left = heaps.get((one.name, measure), _Heap(ZERO, []))
            if one.flow == "结存":
                left.append((index, amount))
            heaps[one.name, measure] = _Heap(due + amount * _SIGNS.get(one.flow, 0), left)
    for (name, unit), (due, left) in heaps.items():
        there = sum((amount for _, amount in left), ZERO)
        if left and there != due and is_exact(due) and is_exact(there):
            more = "多" if there > due else "少"
            said = f"“{name[:20]}”照收发算应结存{due:f}{unit}，写的是{there:f}{unit}，{more}{abs(there - due):f}{unit}"
            remedy = "对照收条和发放单；上期就有的写一行“上期结存”，损耗的记一笔“发出”"
            yield Problem(("实物", left[0][0]), said, remedy, f"{said}。")


RULE = Rule(
    code="F30",
    title="现金和东西对得上",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="账就是这样记的，大家有权看到；所以照样公开，旁边写明哪里说不通。",
    basis=("财务公开规定", "本网站"),
    check=check,
    kinds=("finance",),
)
