"""B01: a batch of aid adds up, names nobody twice, and is what the accounts say was paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.finding import Effect
from generator.base.inexact import all_exact
from generator.base.money import parse_money, yuan
from generator.records.kinds.benefits import Batch
from generator.records.kinds.finance import Finance
from generator.records.kinds.funds import Fund
from generator.records.read import Record
from generator.records.sums import Sum, total
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

Line = tuple[str | None, Decimal]
"""A payment: its voucher and its amount in 元."""
_A_HEAD = re.compile(r"(?:每人|每户)?\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*元(?:[/／每]?([人户]))?")
"""A standard that says nothing but how much each one gets."""
_NOTE = "这批钱的几个数对不上，正在核对。"


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """一批救助补贴的数要对得上：每行相加等于合计，户数、人数和名单一样，一户不写两次，和账上付的一样。

    为什么：
        合计对不上，不是少发了就是多写了，领钱的人和没领的人都会有疑问。

    怎么查：
        有名单的，把每行金额加起来和“合计”比，数一数和“户数”“人数”比（户、人都写了的，人数按“户人口”算）；
        没有名单、“标准”只写了“每人多少元”“多少元/户”的，合计等于标准乘人数、户数（几个月的，也可以再乘月数）；同一个“户编号”只能有一行。
        写了“账目”“资金”的，到那份记录里找：写了“凭证号”的，这张凭证的支出加起来要等于合计；
        没写凭证号的，那里要有一笔支出正好是这个数。那份记录读不出来或者暂缓公开的，不查。

    怎么改：
        1. 照发放表改正金额、合计、户数；重复的户删掉一行。
        2. 和账上不一样的，对照付款凭证，哪边错改哪边。

    合格：
        # 文件: benefits/2026-10-gangwei.yml
        标题: 2026年10月公益岗位补贴
        类型: 其他补贴
        期间: 2026-10
        名单:
          - {户编号: 户1-03, 金额: 2800.00}
          - {户编号: 户2-07, 金额: 2800.00}
        户数: "2"
        合计: 5600.00
        账目: finance/2026-10
        凭证号: 支-46

    合格：
        # 只写户数和合计；资金里有一笔正好是这个数
        # 文件: benefits/2026-09-jiuzai.yml
        标题: 2026年9月大风救助
        类型: 救灾救济
        期间: 2026-09
        名单:
        户数: "3"
        合计: 1500.00
        资金: funds/2026-q3
        # 文件: funds/2026-q3.yml
        支出:
          - {日期: 2026-09-10, 用途: 表彰慰问, 摘要: 慰问受灾户3户, 金额: 1500.00, 凭证号: 支-31}
        结余: 4700.00

    不合格：
        # 文件: benefits/2026-q3.yml
        名单:
          - {户编号: 户1-03, 组: 一组, 金额: 150.00}
          - {户编号: 户1-03, 组: 一组, 金额: 150.00}  # <- B01
          - {姓名: 王某某, 组: 二组, 金额: 150.00}
          - {姓名: 李某某, 组: 二组, 金额: 150.00}
        户数: "3"  # <- B01
        合计: 500.00  # <- B01

    不合格：
        # 按人发的，一行一个人；户和人都写的，按户人口加
        # 文件: benefits/2026-q2.yml
        户数:
        人数: "4"  # <- B01
        # 文件: benefits/2026-q3.yml
        户数: "3"
        人数: "3"  # <- B01

    不合格：
        # 账上这张凭证是5600元
        # 文件: benefits/2026-10.yml
        名单:
        户数: "2"
        合计: 5500.00  # <- B01
        账目: finance/2026-10
        凭证号: 支-46

    不合格：
        # 收-21是收入，不是付出去的钱
        # 文件: benefits/2026-10.yml
        名单:
        户数: "90"
        合计: 18000.00
        账目: finance/2026-10
        凭证号: 收-21  # <- B01

    不合格：
        # 账暂缓公开、还没有账的，不查
        # 文件: finance/2026-09.yml
        说明: 有事打电工电话{手机号}。
        # 文件: benefits/2026-09.yml
        名单:
        户数: "2"
        合计: 5500.00
        账目: finance/2026-09
        # 文件: benefits/2026-11.yml
        名单:
        户数: "2"
        合计: 5500.00
        账目: finance/2026-11
        # 文件: benefits/2026-10.yml
        名单:
        户数: "2"
        合计: 5500.00  # <- B01
        账目: finance/2026-10

    不合格：
        # 文件: benefits/2026-09.yml
        名单:
        标准: 1,060元/人
        户数: "30"
        人数: "32"
        合计: 32860.00  # <- B01
        # 文件: benefits/2026-10.yml
        名单:
        标准: 每户100元
        户数: "30"
        人数: "32"
        期间: 2026-Q3
        合计: 9000.00
        # 文件: benefits/2026-11.yml
        名单:
        标准: 100元/人，分两次发
        人数: "32"
        合计: 1000.00
        # 文件: benefits/2026-12.yml
        名单:
        标准: 100元/人
        人数: 约32
        合计: 1000.00

    不合格：
        # 资金里没有一笔是1600元
        # 文件: benefits/2026-09-jiuzai.yml
        名单:
        户数: "3"
        合计: 1600.00  # <- B01
        资金: funds/2026-q3
        # 文件: funds/2026-q3.yml
        支出:
          - {日期: 2026-09-10, 用途: 表彰慰问, 摘要: 慰问受灾户3户, 金额: 1500.00, 凭证号: 支-31}
        结余: 4700.00
    """
    for record, body in case.of(Batch):
        for one in record.kind.sums(body):
            if not one.holds:
                yield _off(one, record.path)
        yield from _by_standard(body, record.path)
        yield from _twice(body, record.path)
        for reference in (body.accounts, body.fund):
            if reference:
                yield from _paid(case, record, body, reference)


def _off(one: Sum, path: str) -> Problem:
    difference = abs(Decimal(one.result) - Decimal(one.stated))
    counted, stated, off = (_said(figure, one) for figure in (one.result, one.stated, difference))
    return Problem(
        one.at,
        f"“{one.label}”写的是{stated}，{one.terms[0].label}是{counted}，相差{off}",
        "照发放表改正，哪边错改哪边",
        _NOTE,
        path=path,
    )


def _by_standard(body: Batch, path: str) -> Iterator[Problem]:
    """Where no list is given: so much for each, times heads. For several months it may be so much a month."""
    each = None if body.rows else _A_HEAD.fullmatch(body.standard or "")
    if each is None:
        return
    by_household = "户" in each[0]
    heads = body.households if by_household else body.persons
    amount = parse_money(each[1].replace(",", ""))
    if heads is None or amount is None or not all_exact(heads, body.amount):
        return
    months = body.period.months if body.period else 1
    due = amount * heads
    if body.amount not in (due, due * months):
        unit = "户数" if by_household else "人数"
        said = f"照标准，{yuan(amount)}元×{unit}{heads}是{yuan(due)}元"
        off = yuan(abs(due - body.amount))
        yield Problem(
            ("合计",),
            f"“合计”写的是{yuan(body.amount)}元；{said}，相差{off}元",
            "照发放表改正，哪边错改哪边",
            _NOTE,
            path=path,
        )


def _said(figure: Decimal | int, one: Sum) -> str:
    return f"{yuan(Decimal(figure))}元" if isinstance(one.stated, Decimal) else f"{figure}{one.unit}"


def _twice(body: Batch, path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, row in enumerate(body.rows):
        if row.code is None:
            continue
        if row.code in seen:
            message = f"户编号“{row.code}”写了两次：第{seen[row.code] + 1}行和第{number + 1}行"
            yield Problem(("名单", number), message, "重复的删掉一行；是两户的，改正户编号", _NOTE, path=path)
        else:
            seen[row.code] = number


def _paid(case: PlaceCase, record: Record, body: Batch, reference: str) -> Iterator[Problem]:
    address = record.address.resolve(reference)
    other = case.county.record(address)
    if other is None or address in case.withheld:
        return
    lines = _payments(other.body)
    where = other.title
    if body.voucher:
        found = [amount for voucher, amount in lines if voucher == body.voucher]
        if not found:
            message = f"“{where}”里没有凭证“{body.voucher}”付的钱"
            yield Problem(("凭证号",), message, "对照付款凭证，改正凭证号或者“账目”“资金”", _NOTE, path=record.path)
        elif total(found) != body.amount:
            paid = Decimal(total(found))
            message = f"合计是{yuan(body.amount)}元，“{where}”里凭证“{body.voucher}”付了{yuan(paid)}元"
            remedy = f"相差{yuan(abs(paid - body.amount))}元，对照付款凭证，哪边错改哪边"
            yield Problem(("合计",), message, remedy, _NOTE, path=record.path)
    elif body.amount not in [amount for _, amount in lines]:
        message = f"“{where}”里没有一笔付了{yuan(body.amount)}元"
        yield Problem(("合计",), message, "对照付款凭证改正；分几笔付的，写上“凭证号”", _NOTE, path=record.path)


def _payments(body: object) -> Sequence[Line]:
    if isinstance(body, Finance):
        return [(entry.voucher, entry.amount) for entry in body.entries if entry.flow == "支出"]
    if isinstance(body, Fund):
        return [(one.voucher, one.amount) for one in body.spendings]
    return []


RULE = Rule(
    code="B01",
    title="发放的数要对得上",
    scope=Scope.PLACE,
    effect=Effect.WITHHOLD,
    effect_reason="合计是错的，公开出去大家会照错的数议论；所以先不公开，核对以后再公开。",
    basis=("公开",),
    check=check,
    sums=("benefits",),
)
