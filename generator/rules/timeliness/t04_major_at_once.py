"""T04: major matters are published at once, not with the quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.law.obligations import counted
from generator.records.kinds.contracts import Contract
from generator.records.kinds.notices import Notice
from generator.records.read import Record
from generator.rules.phrases import SAY_WHY_LATE, late
from generator.rules.rule import Context, Problem, Rule, Scope

TOPICS = frozenset({"征地预公告", "征地补偿安置方案"})


def check(record: Record, context: Context) -> Iterator[Problem]:
    """关系到大家的大事，5天里（县里另定的按县里的）就要公开，不能等到季度末。

    为什么：
        土地征了、集体的房子租出去了，过几个月才说，想提意见也晚了。

    怎么查：
        合同达到“大额支出”的（没写总价的也算），从签订日期算；征地预公告、征地补偿安置方案，从成文日期算；
        公开日期不晚于重大事项公开期限。采购合同跟着账目公开，不查；本村开始公开以前的不查。
        决议公开的期限由D09查。

    怎么改：
        日期照实写，不要改；原因写在“公开”的“晚公开说明”里。

    合格：
        # 文件: contracts/2026-11-shop.yml
        标题: 村口门面租赁合同
        签订日期: 2026-11-05
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
        # 文件: contracts/2026-11-seed.yml
        标题: 菜籽采购合同
        类型: 采购
        签订日期: 2026-11-01
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
        # 文件: contracts/2026-11-room.yml
        标题: 旧仓库短租合同
        总价: 9999.99
        底价:
        约定收付:
          - {日期: 2026-12-10, 金额: 9999.99}
        实际收付: []
        签订日期: 2026-11-01
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]

    合格：
        # 一般的公告，成文日期早些没有关系；没写成文日期的不查；开始公开以前的不查
        # 文件: notices/2026-11-road.yml
        标题: 村口修路绕行公告
        事项: 工程
        成文日期: 2026-11-01
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
        # 文件: notices/2026-11-land.yml
        标题: 县道改造征地预公告
        事项: 征地预公告
        成文日期:
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
        # 文件: notices/2026-10-land.yml
        标题: 县道改造征地补偿安置方案
        事项: 征地补偿安置方案
        成文日期: 2026-10-08
        公开:
          公开日期: 2026-11-10
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]

    不合格：
        # 文件: contracts/2026-11-shop.yml
        标题: 村口门面租赁合同
        总价: 10000.00
        签订日期: 2026-11-05
        公开:
          公开日期: 2026-11-11  # <- T04
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
        # 文件: contracts/2026-11-pond.yml
        标题: 三组鱼塘承包合同
        类型: 发包
        总价:
        签订日期: 2026-11-05
        公开:
          公开日期: 2026-11-11  # <- T04
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]

    不合格：
        # 文件: notices/2026-11-land.yml
        标题: 县道改造征地预公告
        事项: 征地预公告
        成文日期: 2026-11-02
        公开:
          公开日期: 2026-11-10  # <- T04
          审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]
    """
    event = _event(record.body, context)
    if event is None or not counted(context.profile, event[1]):
        return
    name, day = event
    due = add_days(day, context.parameters.major_due_days)
    cause = f"{day_long(day)}{name}，"
    at, published = ("公开", "公开日期"), record.public_since
    yield from late(at, "大事公开", due, published, SAY_WHY_LATE, note=cause, cause=cause)


def _event(body: Contract | Notice, context: Context) -> tuple[str, date] | None:
    """What happened and when, if the law wants it published at once."""
    if isinstance(body, Contract):
        small = body.price is not None and body.price < context.parameters.large_payment
        return None if body.type == "采购" or small or body.signed is None else ("签订合同", body.signed)
    return ("成文", body.dated) if body.topic in TOPICS and body.dated else None


RULE = Rule(
    code="T04",
    title="大事随时公开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天。",
    basis=("公开",),
    check=check,
    kinds=("contracts", "notices"),
)
