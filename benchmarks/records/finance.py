"""财务收支: twelve months of entries whose balances roll forward, with the works' payments and what every village pays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.records.entries import CASH, MAIN, PROJECT, Line, by_chance, of_works, regular
from benchmarks.records.village import SINCE, Village
from benchmarks.records.words import yuan
from benchmarks.records.works import Work

LARGE = 10_000_00
BUSY = 0.12
"""The share of villages with twenty to forty entries a month; the others have ten or so."""
LATE = 0.01
"""The share of months that are published late."""


@dataclass(frozen=True, slots=True)
class Month:
    """A written month and what corrections and notices say of it."""

    name: str
    first: date
    text: str
    lines: tuple[Line, ...]
    published: date
    expense: int
    closing: int
    """Of the main account."""


@dataclass(slots=True)
class _Books:
    """What carries over from month to month."""

    balances: dict[str, int]
    funds: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def voucher(self, account: str, flow: str) -> str:
        prefix = {MAIN: "", PROJECT: "专", CASH: "现"}[account] + {"收入": "收", "支出": "支", "划转": "转"}[flow]
        self.numbers[prefix] += 1
        return f"{prefix}-{self.numbers[prefix]}"


def finance(village: Village, works: tuple[Work, ...]) -> Iterator[Month]:
    """The months from the first day of disclosure on, oldest first. Payments' lines remember their vouchers."""
    rng = village.rng
    books = _Books({
        MAIN: rng.randrange(80_000_00, 320_000_00),
        PROJECT: rng.randrange(2_000_00, 9_000_00),
        CASH: rng.randrange(600_00, 1_400_00),
    })  # fmt: skip
    tails = {name: rng.randrange(1000, 9999) for name in (MAIN, PROJECT)}
    busy = rng.random() < BUSY
    wages, cleaners = rng.randrange(3, 6), rng.randrange(2, 6)
    first = SINCE
    for _ in range(12):
        following = (first + timedelta(31)).replace(day=1)
        if first.month == 1:
            books.numbers.clear()
        last = following - timedelta(1)
        lines = [*regular(village, first, wages, cleaners), *by_chance(village, first, last, busy)]
        lines += of_works(works, first, last)
        yield _month(village, books, tails, first, last, lines)
        first = following


def _month(village: Village, books: _Books, tails: dict[str, int], first: date, last: date, lines: list[Line]) -> Month:
    opening, funds = dict(books.balances), dict(books.funds)
    needed = sum(line.cents for line in lines if line.flow == "支出" and line.account == MAIN)
    if opening[MAIN] < needed + 20_000_00:
        grant = (needed // 10_000_00 + 3) * 10_000_00
        lines.append(Line(
            first + timedelta(1), "收入", grant, "501 经营收入", "承包费和租金",
            village.slots.fill("收{地}林地承包款（一次付清{2-5}年）"), f"{village.township.name}林场", "单位",
        ))  # fmt: skip
    if opening[CASH] < 1_500_00:
        lines.append(Line(first + timedelta(2), "划转", 2_000_00, "", "", "提取备用现金", "", "", MAIN))
    lines.sort(key=lambda line: (line.day, line.summary))
    moved: dict[str, list[int]] = {line.fund: [0, 0] for line in lines if line.fund}
    expense = 0
    for line in lines:
        if line.flow == "支出" and line.account == MAIN and line.cents < min(400_00, books.balances[CASH]):
            line.account = CASH
        line.voucher = books.voucher(line.account, line.flow)
        sign = 1 if line.flow == "收入" else -1
        books.balances[line.account] += sign * line.cents
        if line.flow == "划转":
            books.balances[CASH] += line.cents
        if line.fund:
            books.funds[line.fund] = books.funds.get(line.fund, 0) + sign * line.cents
            moved[line.fund][sign < 0] += line.cents
        expense += line.cents if line.flow == "支出" else 0
    late = village.rng.random() < LATE
    published = last + timedelta(village.rng.randrange(17, 19) if late else village.rng.randrange(5, 15))
    text = (
        f"期间: {first:%Y-%m}\n账户:\n"
        + "".join(_account(name, tails.get(name), opening[name], books.balances[name], last) for name in opening)
        + "收支明细:\n"
        + "".join(_entry(village, line) for line in lines)
        + _funds(funds, books.funds, moved)
        + _publication(village, published)
    )
    return Month(f"{first:%Y-%m}", first, text, tuple(lines), published, expense, books.balances[MAIN])


def _account(name: str, tail: int | None, opening: int, closing: int, last: date) -> str:
    if tail is None:
        return f"  - 名称: {name}\n    种类: 现金\n    期初: {yuan(opening)}\n    期末: {yuan(closing)}\n"
    return f"""\
  - 名称: {name}
    尾号: {tail}
    期初: {yuan(opening)}
    期末: {yuan(closing)}
    对账单余额: {yuan(closing)}
    对账日期: {last}
"""


def _entry(village: Village, line: Line) -> str:
    head = f"  - 收支: {line.flow}\n    日期: {line.day}\n    凭证号: {line.voucher}\n    账户: {line.account}\n"
    if line.flow == "划转":
        return f"{head}    转入账户: {CASH}\n    摘要: {line.summary}\n    金额: {yuan(line.cents)}\n"
    text = f"""{head}\
    科目: {line.code}
    类别: {line.category}
    摘要: {line.summary}
    金额: {yuan(line.cents)}
    对方: {line.party}
    对方类别: {line.party_kind}
"""
    if line.flow == "支出":
        approver = "村“两委”联席会议、村务监督委员会" if line.cents >= LARGE else f"村委会主任 {village.head}"
        text += f"    经手: 村报账员 {village.accountant}\n    批准: {approver}\n"
    if line.decision:
        text += f"    决策: {line.decision}\n"
    return text + (f"    专款: {line.fund}\n" if line.fund else "")


def _funds(before: dict[str, int], after: dict[str, int], moved: dict[str, list[int]]) -> str:
    rows = []
    for name in sorted({*moved, *(name for name, cents in before.items() if cents)}):
        into, out = moved.get(name, (0, 0))
        rows.append(
            f"  - 名称: {name}\n    账户: {PROJECT}\n    期初: {yuan(before.get(name, 0))}\n    收入: {yuan(into)}\n"
            f"    支出: {yuan(out)}\n    期末: {yuan(after.get(name, 0))}\n"
        )
    return "资金:\n" + "".join(rows) if rows else ""


def _publication(village: Village, day: date) -> str:
    return f"""\
公开:
  公开日期: {day}
  至: {day + timedelta(17)}
  渠道: [公开栏, 网站]
  编制: 村报账员 {village.accountant}
  审核:
    - 机构: {village.township.name}农村三资代理中心
      日期: {day - timedelta(3)}
      意见: {village.rng.choice(("凭证齐全，与对账单相符", "与银行对账单一致", "凭证、对账单看过，相符"))}
    - 机构: 村务监督委员会
      审核人: 主任 {village.supervisor}
      日期: {day - timedelta(1)}
      意见: {village.rng.choice(("逐笔看过，同意公开", "同意公开", "看过原始凭证，同意公开"))}
"""
