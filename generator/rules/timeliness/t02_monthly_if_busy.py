"""T02: a village with many entries publishes its accounts every month."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, months_between
from generator.base.finding import Effect
from generator.records.kinds.finance import Finance
from generator.records.places import Village
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

YEAR = 366


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """收支多的村要每个月公开财务：一个月超过30笔的（笔数由县里定），不能等到季度末。

    为什么：
        账多了，三个月才看一次，看不过来，也记不清了。

    怎么查：
        看最近一年的财务收支：月度的超过30笔，或者季度的超过90笔，
        而公开目录不要求每月公开、村的资料里也没有写“财务每月公开: 是”的，就会提出来。

    怎么改：
        1. 在村的资料里写上“财务每月公开: 是”，从下个月起每月公开一份。
        2. 只有个别月份忙的，由县里在参数里改“每月公开笔数”。

    合格：
        # 参数: 每月公开笔数=2
        # 文件: finance/2026-10.yml
        期间: 2026-10
        # 文件: finance/2026-09.yml
        # 只看月度、季度的账
        期间: 2026-09-01至2026-09-15
        账户: [{名称: 基本户, 期初: 0.00, 期末: 3000.00}]
        收支明细:
          - {收支: 收入, 日期: 2026-09-09, 凭证号: 收-11, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-09-10, 凭证号: 收-12, 账户: 基本户, 对方: 赵某某, 摘要: 果园租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-09-11, 凭证号: 收-13, 账户: 基本户, 对方: 王某某, 摘要: 机耕费, 金额: 1000.00}
        # 文件: finance/2025-10.yml
        # 一年以前的不算
        期间: 2025-10
        账户: [{名称: 基本户, 期初: 0.00, 期末: 3000.00}]
        收支明细:
          - {收支: 收入, 日期: 2025-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2025-10-10, 凭证号: 收-22, 账户: 基本户, 对方: 赵某某, 摘要: 果园租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2025-10-11, 凭证号: 收-23, 账户: 基本户, 对方: 王某某, 摘要: 机耕费, 金额: 1000.00}

    合格：
        # 参数: 每月公开笔数=1
        # 村: 财务每月公开=是
        # 文件: finance/2026-10.yml
        期间: 2026-10

    合格：
        # 镇里自己的账不查
        # 参数: 每月公开笔数=1
        # 村: 财务每月公开=是
        # 文件: shidu/records/finance/2026-10.yml
        期间: 2026-10

    合格：
        # 镇里的公开目录要求每月公开
        # 参数: 每月公开笔数=1
        # 文件: finance/2026-10.yml
        期间: 2026-10
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 财务收支, 频率: 每月, 期限: 15}

    不合格：
        # 每月有值班表，财务还是一个季度一次
        # 参数: 每月公开笔数=1
        # 村: 开始公开日期=2026-07-01
        # 文件: rosters/2026-11.yml
        期间: 2026-11
        # 文件: finance/2026-10.yml
        期间: 2026-10
        # 应报: T02 village.yml

    不合格：
        # 参数: 每月公开笔数=2
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 支出, 日期: 2026-10-12, 摘要: 二组水渠清淤工钱, 金额: 900.00}
          - {收支: 支出, 日期: 2026-10-15, 摘要: 三组机井换泵材料, 金额: 650.00}
          - {收支: 支出, 日期: 2026-10-21, 摘要: 村口路灯换灯泡, 金额: 120.00}
        # 应报: T02 village.yml

    不合格：
        # 参数: 每月公开笔数=1
        # 县里定的是一个月1笔，一个季度就是3笔
        # 文件: finance/2026-10.yml
        收支明细: []
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        收支明细:
          - {收支: 支出, 日期: 2026-07-12, 摘要: 二组水渠清淤工钱, 金额: 900.00}
          - {收支: 支出, 日期: 2026-08-15, 摘要: 三组机井换泵材料, 金额: 650.00}
          - {收支: 支出, 日期: 2026-08-15, 摘要: 三组机井换泵工钱, 金额: 300.00}
          - {收支: 支出, 日期: 2026-09-21, 摘要: 村口路灯换灯泡, 金额: 120.00}
        # 应报: T02 village.yml
    """
    monthly = any(duty.period.is_month for duty in case.duties_of("财务收支"))
    if monthly or not isinstance(case.profile, Village):
        return
    limit = context.parameters.busy_entries
    since = add_days(context.as_of, -YEAR)
    accounts = (record.body for record in case.records if isinstance(record.body, Finance))
    busy = [
        (body.period.start, len(body.entries), body.period.label, body.period.end)
        for body in accounts
        if since <= body.period.end <= context.as_of
        and (body.period.is_month or body.period.is_quarter)
        and len(body.entries) > limit * len(months_between(body.period.start, body.period.end))
    ]
    if busy:
        _, count, label, end = max(busy)
        yield Problem(
            ("财务每月公开",),
            f"{label}有{count}笔收支，一个月超过{limit}笔的要每月公开财务",
            "写上“财务每月公开: 是”，从下个月起每月公开一份",
            f"{label}有{count}笔收支；一个月超过{limit}笔的，财务要每月公开，{{村级}}里的资料还没有写明按月公开。",
            day=end,
        )


RULE = Rule(
    code="T02",
    title="收支多的村每月公开财务",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="账已经公开了，只是间隔太长；所以照样公开，旁边写明应当每月公开。",
    basis=("公开·财务", "财务公开规定"),
    check=check,
)
