"""F14: a large payment names its decision, and the decision came before the payment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.base.money import yuan, yuan_whole
from generator.records.kinds.decisions import resolution_day
from generator.records.kinds.finance import Entry, Finance
from generator.records.layout import Address
from generator.records.read import Record
from generator.rules.finance.entry_words import called
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村里花一笔大钱，要先有决议，账上写明是哪一份决议。多少算大钱由县里定，没定的是1万元以上。

    为什么：
        花大钱是大家的事，要先商量、先表决，再花钱。

    怎么查：
        支出、暂付一笔达到“大额支出”的，要写“决策”；那份决策要有“决议”这一步，日期不晚于付款那天。
        账户之间划转、收回的钱，写了币种的账，不查。决策写错位置、找不到的，由S02提出来。

    怎么改：
        1. 开过会的，在这一笔下面写“决策: decisions/文件名”。
        2. 决策还没有登记的，先用 disclose new decisions 建一份。
        3. 没有开会就付了的，照实公开，不要补假日期。

    合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: finance/2026-10.yml
        账户:
          - {名称: 基本户, 期初: 202000.00, 期末: 46000.00}
        收支明细:
          - 收支: 支出
            日期: 2026-10-30
            凭证号: 支-52
            账户: 基本户
            摘要: 村口至三组道路硬化工程款
            金额: 156000.00
            对方: 石渡建筑公司
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远
            决策: decisions/2026-04-road

    合格：
        # 参数: 大额支出=50000
        # 文件: finance/2026-10.yml
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 24000.00}
          - {名称: 项目户, 期初: 0.00, 期末: 16000.00}
        收支明细:
          - 收支: 支出
            日期: 2026-10-12
            凭证号: 支-47
            账户: 基本户
            摘要: 二组水渠清淤机械费
            金额: 12000.00
            对方: 石渡农机合作社
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远
          - 收支: 划转
            日期: 2026-10-12
            凭证号: 转-3
            账户: 基本户
            转入账户: 项目户
            摘要: 转入项目户备付水渠工程款
            金额: 16000.00

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            账户: 基本户
            摘要: 村口至三组道路硬化工程款
            金额: 156000.00  # <- F14
          - 收支: 暂付
            账户: 基本户
            摘要: 预付路灯材料款
            金额: 10000.00  # <- F14

    不合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: finance/2026-q2.yml
        期间: 2026-Q2
        收支明细:
          - 收支: 支出
            日期: 2026-04-20
            账户: 基本户
            摘要: 村口至三组道路硬化预付款
            金额: 30000.00
            决策: decisions/2026-04-road  # <- F14
          - 收支: 暂付  # 没写日期的，按这一期最后一天算
            账户: 基本户
            摘要: 村口至三组道路硬化材料款
            金额: 20000.00
            决策: decisions/2026-04-road

    不合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026-10-30
            账户: 基本户
            摘要: 村口至三组道路硬化工程款
            金额: 156000.00
            决策: decisions/2026-04-road  # <- F14
    """
    if case.place.village is None:
        return  # a township decides its own payments in other ways
    threshold = context.parameters.large_payment
    by_address = case.by_address()
    for record in case.records:
        if isinstance(record.body, Finance) and record.body.currency is None:  # the limit is in 元
            for index, entry in enumerate(record.body.entries):
                if entry.flow in ("支出", "暂付") and entry.amount >= threshold:
                    if entry.decision is None:
                        yield _without(record, entry, index, f"{yuan_whole(threshold)}元以上要有决议")
                    else:
                        address = record.address.resolve(entry.decision)
                        if case.county.exists(address.path):  # S02 finds those that do not
                            yield from _decided(record, entry, index, address, by_address.get(address))


def _without(record: Record, entry: Entry, index: int, limit: str) -> Problem:
    return Problem(
        ("收支明细", index, "金额"),
        f"{called(entry, index)}付了{yuan(entry.amount)}元，没有写明是哪份决议定的（{limit}）",
        "开过会的，加一行“决策: decisions/文件名”；决策还没登记的，先登记",
        f"第{index + 1}行付了{yuan(entry.amount)}元，没有写明是哪次会议定的。",
        record.path,
    )


def _decided(record: Record, entry: Entry, index: int, address: Address, decision: Record | None) -> Iterator[Problem]:
    """What is wrong with the decision an entry names."""
    name, route = called(entry, index), ("收支明细", index, "决策")
    unknown = f"第{index + 1}行没有写明会议是哪天定的。"
    if address.kind != "decisions":
        yield Problem(route, f"{name}的“决策”写的不是决策记录", "写成“decisions/文件名”", unknown, record.path)
        return
    if decision is None:
        return  # it belongs to another place or cannot be read: only that it is there is known
    resolved = resolution_day(decision.body)
    paid = entry.day or record.body.period.end
    if resolved is None:
        message = f"{name}写的决策“{address.name}”还没有“决议”的日期"
        yield Problem(route, message, "开过会的，在决策里补上“决议”这一步", unknown, record.path)
    elif resolved > paid:
        when = day_long(entry.day) if entry.day else record.body.period.label
        yield Problem(
            route,
            f"{name}的付款日期是{when}，{day_long(resolved)}才决议",
            "对照凭证和会议记录，日期抄错的改过来；没有抄错的，照实公开",
            f"第{index + 1}行的付款日期是{when}，决议日期是{day_long(resolved)}。",
            record.path,
        )


RULE = Rule(
    code="F14",
    title="花大钱要先有决议",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="钱已经付了，村民有权看到；所以照样公开，旁边写明没有写决议。",
    basis=("村组法·会议决定事项", "居组法·会议决定事项", "集体法·成员大会职权", "四议两公开", "县里规定"),
    check=check,
)
