"""F15: a contract says its object, the other side, its term and its price, and every payment due was made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, add_months, day_long
from generator.base.finding import Effect
from generator.base.inexact import differ, is_exact
from generator.base.money import ZERO, compared, yuan
from generator.records.kinds.contracts import Contract
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

_LETTING = ("发包", "租赁")
_COMES_IN = {"发包": "收", "租赁": "收", "出让": "收"}


def check(record: Record, context: Context) -> Iterator[Problem]:
    """合同要写清楚标的、对方、总价；发包、租赁还要写起止日期和约定哪天收多少钱。到期的钱要收上来。

    为什么：
        集体的东西租给谁、租多久、租金收没收，大家要看得到。

    怎么查：
        标的、对方、对方类别、总价都要有，按年按亩算的写租金；发包、租赁的还要有起、止、约定收付，不写的要有期限、付款方式。
        写了“待发包”的，只要标的和底价。起要早于止。
        约定收付加起来要等于总价。租赁最长20年（县里另定的按县里的）。
        约定的日子过了30天（县里另定的按县里的），实际收付加起来还不到约定的数，就会提出来。

    怎么改：
        1. 缺的照合同补上；个人写成“王某某”。
        2. 钱收到了的，在“实际收付”里补一行。
        3. 没收到的，照实公开，在“说明”里写怎么催的。

    合格：
        # 正好租20年；第二笔过了30天，还没有超过
        总价: 72000.00
        底价: 72000.00
        起: 2026-04-01
        止: 2046-04-01
        约定收付:
          - {日期: 2026-04-10, 金额: 36000.00}
          - {日期: 2026-10-19, 金额: 36000.00}
        实际收付:
          - {日期: 2026-04-08, 金额: 36000.00}

    合格：
        # 请人做工程，不用写起止
        类型: 工程
        起: 2026-04-01
        止:
        约定收付:
        实际收付:

    合格：
        # 不是租赁的，不看年数；晚了，但是已经交清
        总价: 36000.00
        类型: 发包
        止: 2056-03-31
        约定收付:
          - {日期: 2026-04-10, 金额: 36000.00}
        实际收付:
          - {日期: 2026-05-20, 金额: 30000.00}
          - {日期: 2026-07-02, 金额: 6000.00}

    合格：
        # 还没有包出去；按年算租金，写了几年、怎么付
        类型: 发包
        待发包: 是
        签订日期:
        对方:
        对方类别:
        起:
        止:
        约定收付:
        实际收付:
        总价:
        # 文件: contracts/2026-lengku.yml
        总价:
        租金:
          - {止: 2030-12-31, 金额: 300.00, 计法: 每亩每年}
          - {起: 2031-01-01, 金额: 350.00, 计法: 每亩每年}
        期限: 8年
        付款方式: 每年12月底前付第二年的
        起:
        止:
        约定收付:
        实际收付:
        方式: 招标

    不合格：
        # 还没有包出去，底价也没有写
        待发包: 是
        底价:  # <- F15
        总价:

    不合格：
        标的:  # <- F15
        对方类别:
        起:
        约定收付:

    不合格：
        类型: 采购
        对方:  # <- F15
        总价:

    不合格：
        类型: 发包
        起: 2026-04-01
        止: 2026-04-01  # <- F15

    不合格：
        # 差1分
        总价: 72000.01  # <- F15
        约定收付:
          - {日期: 2026-04-10, 金额: 36000.00}
          - {日期: 2026-11-10, 金额: 36000.00}

    不合格：
        起: 2026-04-01
        止: 2046-04-02  # <- F15

    不合格：
        总价: 108000.00
        约定收付:
          - {日期: 2026-04-10, 金额: 36000.00}
          - {日期: 2026-10-18, 金额: 36000.00}  # <- F15
          - {日期: 2026-10-30, 金额: 36000.00}
        实际收付:
          - {日期: 2026-04-08, 金额: 36000.00}
          - {日期: 2026-10-18, 金额: 35999.99}

    不合格：
        # 参数: 收款宽限天数=5
        类型: 采购
        总价: 5800.00
        约定收付:
          - {日期: 2026-11-12, 金额: 5000.00}  # <- F15
          - {日期: 2026-11-12, 金额: 800.00}
        实际收付: []
    """
    body: Contract = record.body
    yield from _elements(body)
    yield from _term(body, context.parameters.lease_years)
    yield from _instalments(body)
    yield from _overdue(body, context)


def _elements(body: Contract) -> Iterator[Problem]:
    needed: dict[str, object] = {"标的": body.object}
    if body.offered:
        needed["底价"] = body.reserve is not None or body.price is not None or body.rents
    else:
        needed |= {"对方": body.party, "对方类别": body.party_kind, "总价": bool(body.price) or body.rents}
        if body.type in _LETTING:
            needed |= {"起": body.start or body.term, "止": body.end or body.term}
            needed["约定收付"] = body.schedule or body.payment
    if missing := unwritten(needed):
        names = listed(missing)
        yield Problem(
            (missing[0],),
            f"合同缺少{names}",
            f"照合同补上{names}",
            f"合同里的{names}没有写。",
        )


def _term(body: Contract, most: int) -> Iterator[Problem]:
    if body.start is None or body.end is None:
        return
    term = f"{day_long(body.start)}至{day_long(body.end)}"
    if body.end <= body.start:
        yield Problem(("止",), f"起止日期颠倒：{term}", "照合同改正", f"合同期写的是{term}，正在核对。")
    elif body.type == "租赁" and body.end > add_months(body.start, 12 * most):
        yield Problem(
            ("止",),
            f"租期是{term}，超过{most}年",
            "对照合同改正；没有抄错的，请{乡级}里看一看，在“说明”里写明",
            f"租期是{term}，规定最长{most}年。",
            basis=("租赁期限",),
        )


def _instalments(body: Contract) -> Iterator[Problem]:
    agreed = sum((one.amount for one in body.schedule), ZERO)
    if body.price and body.schedule and differ(agreed, body.price):
        said = f"约定收付加起来是{yuan(agreed)}元，总价是{yuan(body.price)}元，{compared(agreed, body.price)}"
        yield Problem(("总价",), said, "照合同改正抄错的数；约定收付没有写全的补全")


def _overdue(body: Contract, context: Context) -> Iterator[Problem]:
    """Finds the first instalment that the payments so far do not cover. One problem is enough."""
    paid = sum((one.amount for one in body.paid if one.day is None or one.day <= context.as_of), ZERO)
    due, got = ZERO, _COMES_IN.get(body.type, "付")
    dated = [(one.due, index, one) for index, one in enumerate(body.schedule) if one.due]
    for day, index, one in sorted(dated, key=lambda each: each[:2]):
        due += one.amount
        if not (is_exact(due) and is_exact(paid)):
            return
        if paid < due and context.as_of > add_days(day, context.parameters.rent_grace_days):
            days = (context.as_of - day).days
            yield Problem(
                ("约定收付", index),
                f"到{day_long(day)}应{got}{yuan(due)}元，实际{got}{yuan(paid)}元，已过{days}天",
                f"{got}了的，在“实际收付”里补上；没{got}的，在“说明”里写原因",
                f"约定到{day_long(day)}一共{got}{yuan(due)}元，登记{got}了{yuan(paid)}元，差{yuan(due - paid)}元。",
            )
            return


RULE = Rule(
    code="F15",
    title="合同写全，到期收钱",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="合同已经签了，钱收没收村民有权知道；所以照样公开，旁边写明缺什么、差多少。",
    basis=("财务公开规定", "租赁期限", "公开", "县里规定"),
    check=check,
    kinds=("contracts",),
)
