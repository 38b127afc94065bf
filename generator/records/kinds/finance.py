"""财务收支: one accounting period of a village or township, entry by entry, account by account."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN
from generator.base.money import ZERO, round_half_up, spoken, with_unit
from generator.records.common import Attachment, Board, Kind, RecordBody
from generator.records.marks import Apart, Expected, Internal, Person
from generator.records.tables import Table
from generator.records.values import Day, Model, Money, Number, Reference, Term, Text

_NUMBER = re.compile(r"[0-9]+")
Flow = Literal["收入", "支出", "暂付", "收回", "划转"]
"""暂付 leaves the account unspent (an advance); 收回 is its return; 划转 moves money between two accounts."""


class Entry(Model):
    """One line of the journal."""

    flow: Flow = Field(
        alias="收支", description="暂付是先付出去、以后要还或报账的，收回是还回来的，划转是自己账户之间挪动"
    )
    day: Day | None = Field(None, alias="日期")
    voucher: Text | None = Field(None, alias="凭证号")
    account: Text | None = Field(None, alias="账户")
    to_account: Text | None = Field(None, alias="转入账户", description="划转到哪个账户")
    code: Text | None = Field(None, alias="科目", description="会计科目的编号和名称")
    category: Text | None = Field(None, alias="类别", description="村里的叫法，例如修路修渠")
    """The villagers' name for it: 修路修渠, 环境卫生."""
    summary: Text = Field(alias="摘要")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    party: Annotated[Text | None, Person(told_by="party_kind")] = Field(
        None, alias="对方", description="付给谁，或者谁交来"
    )
    party_kind: Annotated[Literal["单位", "个人", "多人"] | None, Internal()] = Field(None, alias="对方类别")
    handler: Text | None = Field(None, alias="经手")
    approver: Text | None = Field(None, alias="批准")
    decision: Annotated[Reference | None, Apart()] = Field(None, alias="决策", description="定这笔钱的决议")
    fund: Text | None = Field(None, alias="专款", description="用的是哪笔专款")
    attachments: tuple[Attachment, ...] = Field((), alias="附件")

    @property
    def paid(self) -> Decimal:
        """The amount in 元 that it adds to the cost of a matter. An advance adds to it, and its return is subtracted."""
        return self.amount * {"支出": 1, "暂付": 1, "收回": -1}.get(self.flow, 0)

    @property
    def chart_code(self) -> str:
        """The code alone: `514 公益支出` → `514`."""
        return (self.code or "").split(" ")[0]


class Outstanding(Model):
    """A reason why the bank's figure differs from the book's: an open cheque, or a deposit that has not arrived."""

    summary: Text = Field(alias="摘要")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")
    effect: Literal["加", "减"] = Field(alias="加减", description="对账单余额加上或减去它，就是账上的数")


class Account(Model):
    """A bank account or the cash box over the period."""

    name: Text = Field(alias="名称")
    type: Annotated[Literal["银行", "现金", "其他"], Internal()] = Field("银行", alias="种类")
    holder: Annotated[Literal["单位", "个人"], Internal()] = Field("单位", alias="户名")
    tail: Text | None = Field(None, alias="尾号", description="账号最后几位")
    opening: Money | None = Field(None, alias="期初")
    income: Money | None = Field(None, alias="收入")
    expense: Money | None = Field(None, alias="支出")
    advance: Money | None = Field(None, alias="暂付", description="先付出去、以后要还或报账的")
    closing: Money = Field(UNWRITTEN, alias="期末")
    statement: Money | None = Field(None, alias="对账单余额", description="银行对账单上的数")
    statement_day: Day | None = Field(None, alias="对账日期")
    outstanding: tuple[Outstanding, ...] = Field((), alias="未达")


class Totals(Model):
    """Totals as the paper ledger states them."""

    opening: Money | None = Field(None, alias="期初")
    income: Money | None = Field(None, alias="收入")
    expense: Money | None = Field(None, alias="支出")
    advance: Money | None = Field(None, alias="暂付")
    closing: Money | None = Field(None, alias="期末")


class CodeTotal(Model):
    """The stated total of one account code."""

    code: Text = Field(alias="科目")
    income: Money | None = Field(None, alias="收入")
    expense: Money | None = Field(None, alias="支出")


class Fund(Model):
    """Money for one purpose."""

    name: Text = Field(alias="名称")
    account: Text | None = Field(None, alias="账户")
    purpose: Text | None = Field(None, alias="用途")
    opening: Money | None = Field(None, alias="期初")
    income: Money | None = Field(None, alias="收入")
    expense: Money | None = Field(None, alias="支出")
    closing: Money = Field(UNWRITTEN, alias="期末")


class InKind(Model):
    """Goods that were received or given out."""

    day: Day | None = Field(None, alias="日期")
    name: Text = Field(alias="名称")
    flow: Literal["上期结存", "收到", "发出", "结存"] = Field(alias="收发")
    quantity: Annotated[Number | None, Expected(unless=("value",))] = Field(None, alias="数量")
    unit: Text | None = Field(None, alias="单位")
    party: Annotated[Text | None, Person()] = Field(None, alias="对方")
    purpose: Text | None = Field(None, alias="用途")
    value: Money | None = Field(None, alias="折价", description="折合多少钱")


class Finance(RecordBody):
    """财务收支. Figures in 元, unless another currency is named."""

    period: Term = Field(alias="期间")
    currency: Text | None = Field(None, alias="币种", description="不是人民币的才写，例如英镑")
    accounts: tuple[Account, ...] = Field((), alias="账户", max_length=50)
    totals: Totals | None = Field(None, alias="合计")
    entries: tuple[Entry, ...] = Field((), alias="收支明细", max_length=2_000)
    code_totals: tuple[CodeTotal, ...] = Field((), alias="科目汇总")
    funds: tuple[Fund, ...] = Field((), alias="资金")
    in_kind: tuple[InKind, ...] = Field((), alias="实物")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20, description="原件上另外的表，照原样写")


@dataclass(frozen=True, slots=True)
class Sums:
    """Derived figures, 元. Never typed in by hand."""

    income: Decimal
    expense: Decimal
    advance: Decimal
    """暂付 less 收回."""

    @property
    def net(self) -> Decimal:
        return self.income - self.expense - self.advance


def sums_of(entries: Iterable[Entry]) -> Sums:
    """Add up entries; transfers between own accounts are neither income nor expense."""
    by_flow = dict.fromkeys(("收入", "支出", "暂付", "收回", "划转"), ZERO)
    for entry in entries:
        by_flow[entry.flow] += entry.amount
    return Sums(by_flow["收入"], by_flow["支出"], by_flow["暂付"] - by_flow["收回"])


def movement(record: Finance, account: str) -> tuple[Decimal, Decimal]:
    """Money into and out of one account (元) by its entries, transfers included."""
    into = out = ZERO
    for entry in record.entries:
        if entry.account == account:
            if entry.flow in ("收入", "收回"):
                into += entry.amount
            else:
                out += entry.amount
        if entry.flow == "划转" and entry.to_account == account:
            into += entry.amount
    return into, out


def sums(record: Finance) -> Sums:
    """The sums of the period. They follow from the entries, or are taken from 合计, 科目汇总 or the accounts if there are none.

    What none of them tells is `UNWRITTEN`; there need not have been advances.
    """
    if record.entries:
        return sums_of(record.entries)
    stated, accounts, codes = record.totals, record.accounts, top_codes(record)

    def pick(whole: Decimal | None, *parts: list[Decimal | None]) -> Decimal:
        if whole is not None:
            return whole
        known = next((some for some in parts if any(part is not None for part in some)), None)
        return UNWRITTEN if known is None else sum((part for part in known if part is not None), ZERO)

    advance = pick(stated.advance if stated else None, [a.advance for a in accounts])
    return Sums(
        pick(stated.income if stated else None, [c.income for c in codes], [a.income for a in accounts]),
        pick(stated.expense if stated else None, [c.expense for c in codes], [a.expense for a in accounts]),
        ZERO if advance is UNWRITTEN else advance,
    )


def top_codes(record: Finance) -> tuple[CodeTotal, ...]:
    """The lines of 科目汇总 that are no part of another one: 50102 is a part of 501."""
    numbers = [_NUMBER.match(one.code) for one in record.code_totals]
    codes = {match[0] for match in numbers if match}
    return tuple(
        one
        for one, match in zip(record.code_totals, numbers, strict=True)
        if not match or not any(match[0][:length] in codes for length in range(1, len(match[0])))
    )


def opening(record: Finance) -> Decimal | None:
    """The money at the start in 元: the sum of the accounts' openings if all are given, else the stated opening."""
    parts = [account.opening for account in record.accounts]
    if parts and None not in parts:
        return sum((part for part in parts if part is not None), ZERO)
    return record.totals.opening if record.totals else None


def closing(record: Finance) -> Decimal | None:
    """The money at the end in 元; None where nothing is said of it."""
    parts = [account.closing for account in record.accounts]
    if any(part is not UNWRITTEN for part in parts):
        return sum(parts, ZERO)
    return record.totals.closing if record.totals else None


def _title(record: Finance) -> str:
    return f"{record.period.label}财务收支"


def _brief(record: Finance) -> str:
    figures = sums(record)
    return f"收入{in_words(record, figures.income)}，支出{in_words(record, figures.expense)}"


def in_words(record: Finance, amount: Decimal) -> str:
    """An amount of the record as sentences say it: 12.3万元; in another currency to the cent: 4,420.49英镑."""
    return spoken(amount) if record.currency is None else with_unit(round_half_up(amount), record.currency)


def _day(record: Finance) -> date:
    return record.period.end


SAMPLE = """\
期间: 2026-10
账户:
  - 名称: 基本户
    尾号: "3107"
    期初: 52000.00
    期末: 64400.00
    对账单余额: 64400.00
    对账日期: 2026-10-31
收支明细:
  - 收支: 收入
    日期: 2026-10-09
    凭证号: 收-21
    账户: 基本户
    科目: 501 经营收入
    类别: 承包费和租金
    摘要: 东塘鱼塘承包费（2026年下半年）
    金额: 18000.00
    对方: 李某某
    对方类别: 个人
  - 收支: 支出
    日期: 2026-10-10
    凭证号: 支-46
    账户: 基本户
    科目: 514 公益支出
    类别: 环境卫生
    摘要: 保洁员10月工资（2人，每人2800元）
    金额: 5600.00
    对方: 保洁员2人
    对方类别: 多人
    经手: 村报账员 周小梅
    批准: 村委会主任 林志远
公开:
  公开日期: 2026-11-12
  至: 2026-11-30
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 农村三资代理中心
      日期: 2026-11-07
      意见: 与银行对账单一致
    - 机构: 村务监督委员会
      审核人: 主任 赵德顺
      日期: 2026-11-09
      意见: 同意公开
"""

KIND = Kind(
    folder="finance",
    name="财务收支",
    model=Finance,
    board=lambda record: Board.FINANCE,
    title=_title,
    day=_day,
    brief=_brief,
    sample=SAMPLE,
)
