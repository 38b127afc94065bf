"""F02: this period opens with the amount that the last period closed with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.base.dates import Period, add_days, month_of
from generator.base.finding import Effect, Key
from generator.base.inexact import differ
from generator.base.money import ZERO, yuan
from generator.records.kinds.finance import Finance, closing, opening
from generator.records.read import Record
from generator.rules.finance.entry_words import account_called
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """上一期期末账上有多少钱，这一期期初就是多少钱，每个账户都一样。两期的日子也不能重叠。

    为什么：
        两期接不上，中间的钱就说不清去了哪里。

    怎么查：
        前后紧挨着的两期，按账户名称比：这期的期初等于上期的期末；新开的账户期初是0；上期还有钱的账户，这期要在。
        没有分账户的老账，比合计。季度、全年的总账盖住几个月的，不算重叠。
        上一期暂缓公开的，等它改好再比。

    怎么改：
        1. 对照上一期，看期初是不是抄错了。
        2. 账户名称要前后一样；换了名称的，在“说明”里写清楚，名称先照旧。
        3. 上一期错了的，改上一期，并登记更正。

    合格：
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
          - {名称: 旧项目户, 期初: 0.00, 期末: 0.00}
        资金:
          - {名称: 水渠清淤款, 期末: 8000.00}
          - {名称: 助学款, 期末: 300.00}
        收支明细: []
        # 文件: finance/2026-10.yml
        期间: 2026-10
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}
          - {名称: 新项目户, 期初: 0.00, 期末: 0.00}
          - {名称: 库存现金, 种类: 现金, 期末: 0.00}
        合计: {期初: 52000.00}
        资金:
          - {名称: 水渠清淤款, 期初: 8000.00, 期末: 8000.00}
          - {名称: 助学款, 期末: 300.00}
          - {名称: 路灯款, 期初: 600.00, 期末: 600.00}

    合格：
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        收支明细: []
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        收支明细: []

    合格：
        # 没有分账户的老账，比合计
        # 文件: finance/2026-07.yml
        期间: 2026-07
        账户: []
        合计: {期初: 52000.00, 期末: 52000.00}
        收支明细: []
        # 文件: finance/2026-08.yml
        期间: 2026-08
        账户: []
        合计: {期初: 不详, 收入: 0.00, 支出: 0.00, 期末: 不详}
        收支明细: []
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户: []
        合计: {期初: 52000.00, 期末: 52000.00}
        收支明细: []

    不合格：
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户:
          - {名称: 基本户, 期初: 51800.00, 期末: 51800.00}
        资金:
          - {名称: 水渠清淤款, 期末: 8000.00}
        收支明细: []
        # 文件: finance/2026-10.yml
        期间: 2026-10
        账户:
          - 名称: 基本户
            期初: 52000.00  # <- F02
            期末: 64400.00
          - 名称: 新项目户
            期初: 30.00  # <- F02
            期末: 30.00
        资金:
          - {名称: 水渠清淤款, 期初: 8100.00, 期末: 8100.00}  # <- F02

    不合格：
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
          - {名称: 库存现金, 种类: 现金, 期初: 800.00, 期末: 800.00}
        收支明细: []
        # 文件: finance/2026-10.yml
        期间: 2026-10
        账户:  # 9月还有800元现金，这期没有了
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}  # <- F02

    不合格：
        # 文件: finance/2026-07.yml
        期间: 2026-07
        账户:  # 7月的账自己还没对上，改好再和8月比
          - {名称: 基本户, 期初: 48000.00, 期末: 49000.00}
        收支明细: []
        # 文件: finance/2026-08.yml
        期间: 2026-08
        账户:
          - {名称: 基本户, 期初: 50000.00, 期末: 50000.00}
        收支明细: []
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户: []
        合计:
          期初: 51000.00  # <- F02
          收入: 900.00
          期末: 51900.00
        收支明细: []
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户
            期初: 52000.00  # <- F02
            期末: 64400.00

    不合格：
        # 文件: finance/2026-10-2.yml
        期间: 2026-10-16至2026-10-31  # <- F02
        # 文件: finance/2026-q2.yml
        期间: 2026-Q2
        # 文件: finance/2026-q2b.yml
        期间: 2026-Q2  # <- F02
        # 文件: finance/2026-06-2.yml
        期间: 2026-06-16至2026-07-15  # <- F02
        # 文件: finance/2025-04.yml
        期间: 2025-04-15至2025-06-30
        # 文件: finance/2025-05.yml
        期间: 2025-05  # <- F02

    不合格：
        # 文件: finance/2025-08.yml
        期间: 2025-08
        账户: []
        合计: {收入: 18000.00, 支出: 5600.00}
        # 文件: finance/2025-08b.yml
        期间: 2025-08  # <- F02
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}
        # 文件: finance/2025-11.yml
        期间: 2025-11
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 64400.00}
        # 文件: finance/2025-11b.yml
        期间: 2025-11  # <- F02
        账户: []
        合计: {收入: 18000.00, 支出: 5600.00}
    """
    records = sorted(
        (record for record in case.records if isinstance(record.body, Finance)),
        key=lambda record: (record.body.period, record.path),
    )
    ending: dict[date, list[Record]] = defaultdict(list)
    starting: dict[date, list[Record]] = defaultdict(list)
    for record in records:
        ending[record.body.period.end].append(record)
        starting[record.body.period.start].append(record)
    for start, later in starting.items():
        earlier = ending.get(add_days(start, -1), [])
        if earlier and not any(record.address in case.withheld for record in earlier):
            yield from _seam(earlier, later)
    yield from _overlaps(records)


def _seam(earlier: Sequence[Record], later: Sequence[Record]) -> Iterator[Problem]:
    """Compares the records that end on one day with those that start on the next: months, and summaries beside them.

    `earlier` has the shorter periods last, so a month's figure wins over its year's; `later` has them first.
    """
    label = earlier[-1].body.period.label
    accounts = {account.name: account.closing for record in earlier for account in record.body.accounts}
    funds = {fund.name: fund.closing for record in earlier for fund in record.body.funds}
    for record in later:
        body: Finance = record.body
        if not body.accounts or not accounts:
            yield from _whole(earlier, record, label)
        for index, account in enumerate(body.accounts if accounts else ()):
            before = accounts.get(account.name)
            if account.opening is None or not differ(account.opening, ZERO if before is None else before):
                continue
            route, what = ("账户", index, "期初"), account_called(account.name)
            if before is None:
                yield Problem(
                    route,
                    f"{what}上一期没有，这期期初却有{yuan(account.opening)}元",
                    "账户名称要和上一期一样；新开的账户期初写0，钱从别的账户转来的记一笔“划转”",
                    f"{what}在上一期（{label}）没有列出。",
                    record.path,
                )
            else:
                yield _differs(record, route, what, yuan(account.opening), f"{label}期末{yuan(before)}")
        for index, fund in enumerate(body.funds):
            last = funds.get(fund.name)
            if fund.opening is not None and last is not None and differ(fund.opening, last):
                what = f"资金“{fund.name}”"
                yield _differs(record, ("资金", index, "期初"), what, yuan(fund.opening), f"{label}期末{yuan(last)}")
    with_accounts = [record for record in later if record.body.accounts]
    kept = {account.name for record in with_accounts for account in record.body.accounts}
    for name, left in accounts.items():
        if kept and name not in kept and left:
            yield Problem(
                ("账户", 0),
                f"{account_called(name)}{label}期末还有{yuan(left)}元，这期没有这个账户",
                "把这个账户补上；已经销户的，期初照写，钱转到哪里记一笔“划转”",
                f"上一期（{label}）的{account_called(name)}在这一期没有列出。",
                with_accounts[0].path,
            )


def _whole(earlier: Sequence[Record], record: Record, label: str) -> Iterator[Problem]:
    """Compares all the money together, if one side has no accounts."""
    start = opening(record.body)
    ends = [end for end in (closing(before.body) for before in earlier) if end is not None]
    if start is None or not ends or not all(differ(start, end) for end in ends):
        return
    route: tuple[Key, ...] = ("账户", 0, "期初") if record.body.accounts else ("合计", "期初")
    yield _differs(record, route, "全部账户合起来", yuan(start), f"{label}期末{yuan(ends[-1])}")


def _differs(record: Record, route: tuple[Key, ...], what: str, now: str, before: str) -> Problem:
    return Problem(
        route,
        f"{what}接不上：期初{now}，{before}",
        "对照上一期，抄错的改过来；上一期错了的，改上一期并登记更正",
        f"{what}这一期期初的钱和上一期期末的钱不一样。",
        record.path,
    )


def _overlaps(records: Sequence[Record]) -> Iterator[Problem]:
    """Finds records over the same days. `records` are in the order of their periods, so only those still running can overlap."""
    running: list[Record] = []
    for record in records:
        period = record.body.period
        running = [before for before in running if before.body.period.end >= period.start]
        clash = next((before for before in running if _clash(before.body, record.body)), None)
        if clash:
            other = clash.body.period.label
            yield Problem(
                ("期间",),
                f"{period.label}和另一份账（{other}）的日子重叠",
                f"看 {clash.address.reference} 是不是同一期；重复的删掉一份，期间写错的改过来",
                f"这一期的日子和另一份账（{other}）有重叠。",
                record.path,
            )
        running.append(record)


def _clash(before: Finance, later: Finance) -> bool:
    """Whether the same money is counted twice. Books that share no account (村委会, 合作社) may run side by side."""
    first, second = before.period, later.period
    if first != second and any(a.covers(b) and _is_summary(a) for a, b in ((first, second), (second, first))):
        return False
    names, others = ({account.name for account in body.accounts} for body in (before, later))
    return not names or not others or bool(names & others)


def _is_summary(period: Period) -> bool:
    """Whether a period is more than one whole month: a quarter, half a year, a year from April to March."""
    return period == Period(month_of(period.start).start, month_of(period.end).end) and not period.is_month


RULE = Rule(
    code="F02",
    title="上期的钱要接到这期",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="两期的账都在，大家自己能比；所以照样公开，旁边写明哪里接不上。",
    basis=("财务公开规定", "公开"),
    check=check,
)
