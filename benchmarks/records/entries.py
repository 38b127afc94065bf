"""Lines of a month's journal: what every village pays, what comes and goes by chance, and the works' payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.decisions import WAGES
from benchmarks.records.village import Village
from benchmarks.records.words import split
from benchmarks.records.works import Work

MAIN, PROJECT, CASH = "基本户", "专户", "库存现金"


@dataclass(frozen=True, slots=True)
class _Sort:
    """One sort of entry, from `least` to `most` 元."""

    code: str
    category: str
    summary: str
    least: int
    most: int
    party: str
    """A pattern, or 商 for one of the village's own suppliers."""
    party_kind: str


_INCOMES, _PAYMENTS = (
    tuple(
        _Sort(code, category, summary, int(least), int(most), party, kind)
        for code, category, summary, least, most, party, kind in split(name)
    )
    for name in ("收入", "支出")
)


@dataclass(slots=True)
class Line:
    """One entry. The voucher is given when the book is written."""

    day: date
    flow: str
    cents: int
    code: str
    category: str
    summary: str
    party: str
    party_kind: str
    account: str = MAIN
    decision: str = ""
    fund: str = ""
    work: Work | None = None
    voucher: str = ""


def regular(village: Village, first: date, wages: int, cleaners: int) -> Iterator[Line]:
    """What is paid every month or quarter."""
    fill, day, month = village.slots.fill, village.day, first.month
    each = 2900 + 100 * (village.number % 5)
    yield Line(
        day(first, 4, 8), "支出", wages * each * 100, "513 管理费用", "报酬和误工补贴",
        f"付村干部{month}月报酬（{wages}人，每人{each}元）", f"村干部{wages}人", "多人", decision=f"decisions/{WAGES}",
    )  # fmt: skip
    yield Line(
        day(first, 5, 9), "支出", cleaners * 2100_00, "514 公益支出", "环境卫生",
        f"付{cleaners}名保洁员{month}月工资，每人2100元", f"保洁员{cleaners}人", "多人",
        decision=f"decisions/{WAGES}",
    )  # fmt: skip
    yield Line(
        day(first, 10, 18), "支出", village.rng.randrange(180_00, 1600_00), "513 管理费用", "水电办公",
        fill("付村部和{地}路灯电费（{300-2100}度）"), "县供电公司", "单位",
    )  # fmt: skip
    if month % 3 == 0:
        yield Line(
            date(first.year, month, 21), "收入", village.rng.randrange(60_00, 420_00), "504 其他收入", "银行利息",
            "收本季度存款利息", f"{village.township.name}信用社", "单位",
        )  # fmt: skip
    if month % 3 == 1:
        yield Line(
            day(first, 8, 16), "收入", village.rng.randrange(30_000, 62_000) * 100, "503 补助收入", "上级补助",
            "收村级组织运转经费（本季度）", f"{village.township.name}财政所", "单位",
        )  # fmt: skip


def by_chance(village: Village, first: date, last: date, busy: bool) -> Iterator[Line]:
    """What comes and goes: no two months alike."""
    rng = village.rng
    days = (last - first).days
    for sort in rng.sample(_INCOMES, rng.randrange(1, 4)):
        yield _line(village, sort, "收入", first + timedelta(rng.randrange(days)))
    for sort in rng.sample(_PAYMENTS, rng.randrange(13, 30) if busy else rng.randrange(1, 6)):
        yield _line(village, sort, "支出", first + timedelta(rng.randrange(days)))


def _line(village: Village, sort: _Sort, flow: str, day: date) -> Line:
    fill, rng = village.slots.fill, village.rng
    cents = rng.randrange(sort.least * 100, sort.most * 100)
    if rng.random() < 0.7:
        cents -= cents % 100
    party = rng.choice(village.firms) if sort.party == "商" else fill(sort.party)
    return Line(day, flow, cents, sort.code, sort.category, fill(sort.summary), party, sort.party_kind)


def of_works(works: tuple[Work, ...], first: date, last: date) -> Iterator[Line]:
    """Grants on their way in, instalments on their way out."""
    for work in works:
        account, fund = (PROJECT, work.fund) if work.subsidised else (MAIN, "")
        granted = work.decided + timedelta(7)
        if work.subsidised and first <= granted <= last:
            yield Line(
                granted, "收入", work.price, "503 补助收入", "上级补助", f"收{work.title}奖补资金", "县财政局", "单位",
                account, fund=fund,
            )  # fmt: skip
        for payment in work.payments:
            if first <= payment.day <= last:
                yield Line(
                    payment.day, "支出", payment.cents, "514 公益支出", "修路修渠和设施", f"付{work.title}{payment.what}",
                    work.firm, "单位", account, work.reference, fund, work,
                )  # fmt: skip
