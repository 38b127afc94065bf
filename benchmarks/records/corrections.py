"""更正: slips in the accounts, found and put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from benchmarks.records.entries import Line
from benchmarks.records.finance import Month
from benchmarks.records.village import AS_OF, Village, publication
from benchmarks.records.words import yuan

COUNT = 6
_REASONS = (
    "录入时把{实}看成了{误}，银行付款没有错，钱没有多付，也没有少付。",
    "两个数字颠倒了，凭证上是{实}元。",
    "{组}有{1-3}户是后来补进名单的，录入时少写了，发放表和付款都对。",
    "少写一行运费，合同和发票都在，{查}。",
)
_FOUND = ("一位村民看账时提出", "监督委员会对凭证时发现", "镇代理中心对账时发现", "{组}组长对名单时发现")
_SAME = ("收入和其他支出没有变。", "收入没有变，下个月的账用的是更正后的数。", "其他各笔逐笔看过，没有变。")


def corrections(village: Village, months: list[Month]) -> Iterator[tuple[str, str]]:
    """Name and text of each."""
    rng = village.rng
    for month in sorted(rng.sample(months[:-1], COUNT), key=lambda month: month.name):
        lines = [line for line in month.lines if line.flow == "支出" and line.account == "基本户"]
        yield f"{month.name}-gengzheng", _correction(village, month, rng.choice(lines))


def _correction(village: Village, month: Month, line: Line) -> str:
    rng, slots = village.rng, village.slots
    slip = rng.randrange(1, 9) * (10_00 if line.cents < 1_000_00 else 100_00)
    wrong = line.cents + (slip if rng.random() < 0.5 or line.cents <= slip else -slip)
    difference = wrong - line.cents
    reason = rng.choice(_REASONS).replace("{实}", _plain(line.cents)).replace("{误}", _plain(wrong))
    day = min(village.day(month.published, 6, 24), AS_OF)
    found = f"{(day - timedelta(4)).month}月{(day - timedelta(4)).day}日，{slots.one_of(_FOUND)}"
    amended = (
        (f"收支明细/{line.voucher}/{line.summary}", wrong, line.cents),
        ("支出合计", month.expense + difference, month.expense),
        ("账户/基本户/期末", month.closing - difference, month.closing),
    )
    rows = "".join(
        f"  - 字段: {name}\n    原来: {_commas(old)}\n    改为: {_commas(new)}\n" for name, old, new in amended
    )
    by = f"村报账员 {village.accountant}"
    return f"""\
更正的记录: finance/{month.name}
改动:
{rows}原因: {slots.fill(reason)}
怎么发现的: {found}
核对:
  岗位: 村务监督委员会主任 {village.supervisor}
  日期: {day - timedelta(2)}
批准:
  岗位: 村委会主任 {village.head}
  日期: {day - timedelta(1)}
没有变的: {rng.choice(_SAME)}
公开栏: 已换成更正后的一张，旧的一张盖“已更正”章后存档。
{publication(day, by, "村务监督委员会", day - timedelta(2), "同意公开", until=0)}"""


def _plain(cents: int) -> str:
    return yuan(cents).removesuffix(".00")


def _commas(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02d}"
