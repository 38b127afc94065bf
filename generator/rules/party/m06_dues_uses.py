"""M06: party dues are spent on the five uses only, and each spending was decided together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.funds import Fund
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope

USES = ("培训党员", "订阅资料和设备", "表彰先进", "补助困难党员", "补助受灾党员和修缮设施")
REMITTED = "上缴党费"
"""Money that goes to the level above. It is no use."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党费只能用在五个方面：培训党员、订阅资料和设备、表彰先进、补助困难党员、补助受灾党员和修缮设施，而且要集体讨论决定。

    为什么：
        党费有规定的用处，不能当办公费、招待费用；用在哪里，不是一个人说了算。

    怎么查：
        类型是党费的专项资金，每笔支出的“用途”是这五种里的一种，交给上级的写“上缴党费”；
        除了上缴，每笔都写“决策”，就是定这笔钱的会议记录或者决策。

    怎么改：
        1. 叫法不同的，改成五种里的叫法。
        2. 开过会的，补上“决策: meetings/文件名”；真用到别处的，照实公开。

    合格：
        # 文件: meetings/2026-09-zhiwei.yml
        标题: 九月支委会
        # 文件: funds/2026-dangfei.yml
        标题: 2026年第三季度党费
        类型: 党费
        允许用途: []
        支出:
          - {日期: 2026-09-26, 用途: 补助困难党员, 摘要: 慰问生病住院党员2人, 金额: 600.00, 决策: meetings/2026-09-zhiwei}
          - {日期: 2026-09-30, 用途: 上缴党费, 摘要: 上缴镇党委, 金额: 1200.00}
        结余: 4400.00

    合格：
        # 不是党费的，按自己的文件用
        # 文件: funds/2026-dangjian.yml
        标题: 2026年第三季度党建经费

    不合格：
        # 文件: funds/2026-dangfei.yml
        类型: 党费
        支出:
          - 日期: 2026-08-20
            用途: 培训党员
            摘要: 八月主题党日教材
            金额: 860.00  # <- M06
          - 日期: 2026-09-08
            用途: 办公费  # <- M06
            摘要: 支部打印机墨盒
            金额: 640.00
            决策: meetings/2026-09-zhiwei

    不合格：
        # 文件: funds/2026-dangfei.yml
        类型: 党费
        支出:
          - 日期: 2026-08-20
            用途: 补助群众  # <- M06
            摘要: 慰问住院村民
            金额: 300.00  # <- M06
    """
    body: Fund = record.body
    if body.type != "党费":
        return
    for index, one in enumerate(body.spendings):
        if one.purpose == REMITTED:
            continue
        if one.purpose and one.purpose not in USES:
            said = f"第{index + 1}笔的用途是“{one.purpose}”，不在党费的五种用途里"
            remedy = f"叫法不同的，改成：{listed(USES)}；交给上级的写“{REMITTED}”"
            yield Problem(("支出", index, "用途"), said, remedy)
        if one.decision is None:
            said = f"第{index + 1}笔没有写明是哪次会集体定的"
            yield Problem(("支出", index, "金额"), said, "开过会的，加一行“决策: meetings/文件名”")


RULE = Rule(
    code="M06",
    title="党费的用途和决定",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="党费怎么用的，党员有权看到；所以照样公开，旁边写明哪一笔不在规定的用途里。",
    basis=("党费规定·使用",),
    check=check,
    kinds=("funds",),
)
