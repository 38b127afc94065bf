"""F13: the village received the same amount that the township passed on, in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.base.inexact import differ
from generator.base.money import yuan
from generator.records.kinds.funds import Allocation, Fund
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_NOWHERE = "收款的一方公布的收到里没有同样的一笔"


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """镇里拨给村里的钱，村里要在30天内收到同样多的钱（天数由县里定）。

    为什么：
        镇里说拨了，村里说没到，村民就不知道钱在哪里。两边的数都公开，一比就知道。

    怎么查：
        镇里专项资金的每一笔“拨付”，写明“到账记录”，就是那个村的专项资金；那份记录的“收到”里有同样的金额，
        日期不早于拨付那天，隔的天数不超过期限。期限没有过的，可以还没有到账。

    怎么改：
        1. 村里还没有登记的，请村报账员建一份专项资金，再补上“到账记录”。
        2. 金额不一样的，两边对照凭证；扣下的要写明。
        3. 晚到的，日期照实写，不要改。

    合格：
        # 正好30天
        # 文件: shidu/records/funds/2026-dangjian.yml
        标题: 2026年下拨党建经费
        拨付:
          - {拨给: 柳湾村, 日期: 2026-06-15, 金额: 5000.00, 到账记录: /shidu/liuwan/funds/2026-q3}
        支出: []
        结余: 1200.00
        # 文件: funds/2026-q3.yml
        标题: 2026年第三季度党建经费

    合格：
        # 刚拨的，期限没有过
        # 文件: shidu/records/funds/2026-dangjian.yml
        标题: 2026年下拨党建经费
        拨付:
          - {拨给: 柳湾村, 日期: 2026-10-19, 金额: 500.00}
          - {拨给: 柳湾村, 日期: 2026-10-20, 金额: 600.00, 到账记录: /shidu/liuwan/funds/2026-q3}
        结余: 3600.00
        # 文件: funds/2026-q3.yml
        标题: 2026年第三季度党建经费

    不合格：
        # 文件: shidu/records/funds/2026-dangjian.yml
        拨付:
          - 拨给: 柳湾村
            日期: 2026-06-14
            金额: 5000.00  # <- F13
            到账记录: /shidu/liuwan/funds/2026-q3
          - 拨给: 柳湾村
            日期: 2026-07-16
            金额: 5000.00  # <- F13
            到账记录: /shidu/liuwan/funds/2026-q3
        # 文件: funds/2026-q3.yml
        标题: 2026年第三季度党建经费

    不合格：
        # 文件: shidu/records/funds/2026-dangjian.yml
        拨付:
          - 拨给: 柳湾村
            日期: 2026-10-18
            金额: 5000.00  # <- F13
          - 拨给: 柳湾村
            日期: 2026-07-01
            金额: 5500.00  # <- F13
            到账记录: /shidu/liuwan/funds/2026-q3
        # 文件: funds/2026-q3.yml
        标题: 2026年第三季度党建经费
    """
    for record, body in case.of(Fund):
        for index, one in enumerate(body.allocations):
            if one.day and (said := _wrong(record, one, one.day, case, context)):
                yield Problem(
                    ("拨付", index, "金额"),
                    said,
                    "和收款的一方对照凭证：没有登记的补“到账记录”，金额、日期写错的改正；真是没有到账的，照实公开",
                    path=record.path,
                )


def _wrong(record: Record, one: Allocation, day: date, case: PlaceCase, context: Context) -> str:
    """What is wrong with one allocation. If the village's record is not there, S02 says so, and nothing is said here."""
    due = add_days(day, context.parameters.allocation_days)
    given = f"{day_long(day)}拨给{one.to}{yuan(one.amount)}元"
    if one.receipt is None:
        if case.place.is_county:  # it gives to towns and units too, of which many have no records here
            return ""
        return f"{given}，没有写收款一方的到账记录" if context.as_of > due else ""
    match case.county.record(record.address.resolve(one.receipt)):
        case Record(body=Fund() as village):
            same = (came.day for came in village.receipts if not differ(came.amount, one.amount))
            came = [found for found in same if found is None or found >= day]
            if None in came:
                return ""
            days = [found for found in came if found]
            first = min(days, default=context.as_of)
            if first > due:
                late = f"{day_long(first)}才到账，隔了{(first - day).days}天"
                return f"{given}，{late if came else _NOWHERE}"
    return ""


RULE = Rule(
    code="F13",
    title="镇里拨的和村里收的对得上",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="两边的数都已经公开，对不上的写明白，大家才知道钱到了哪里。",
    basis=("公开", "专项经费管理", "县里规定"),
    check=check,
)
