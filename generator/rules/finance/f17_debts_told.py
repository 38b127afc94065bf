"""F17: every debt says its other side, its days and its interest, and a new loan was decided before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.kinds.registers import Item, Register
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_BORROWED = re.compile("借|贷")


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """集体欠谁的、谁欠集体的，一笔一笔写清楚；新借的钱要先有决议。

    为什么：
        债是大家的债。跟谁借的、几分利、什么时候还，借以前有没有开过会，大家都该知道。

    怎么查：
        债权、债务台账的每一项写明“对方”“到期”“利率”，还要写“变动日期”或者“原因”。
        债务里类别写着借款、贷款的，或者没有写类别的，“增加”大于0就要写“决策”；
        那份决策要有“决议”的日期，不晚于变动日期（没有写的，不晚于期间最后一天）。加减对不对，由F05查。

    怎么改：
        1. 照借条、合同补齐；没有利息的，“利率”写“无息”。
        2. 开过会的，补上“决策: decisions/文件名”；没有开会就借了的，照实公开，不要补假日期。

    合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: registers/2026-zhaiwu.yml
        标题: 2026年上半年债务台账
        类型: 债务
        明细:
          - 名称: 道路硬化垫款
            类别: 银行贷款
            对方: 石渡信用社
            增加: "50000.00"
            期末: "50000.00"
            变动日期: 2026-04-25
            到期: 2028-05-08
            利率: 年利率4%
            决策: decisions/2026-04-road
          - 名称: 水渠工程尾款
            类别: 应付工程款
            对方: 石渡农机合作社
            增加: "6000.00"
            期末: "6000.00"
            到期: 2026-12-31
            利率: 无息
            原因: 质保期没有满
          - 名称: 桥面垫款
            类别: 向单位借款
            对方: 石渡建筑公司
            增加: "20000.00"
            期末: "20000.00"
            到期: 2027-06-30
            利率: 无息
            原因: 桥面加宽
            决策: decisions/2026-04-road
          - 名称: 办公楼贷款
            类别: 银行贷款
            对方: 石渡信用社
            期初: "30000.00"
            减少: "10000.00"
            期末: "20000.00"
            到期: 2027-12-31
            利率: 年利率4%
            原因: 2019年建办公楼
        期初合计: "30000.00"
        增加合计: "76000.00"
        减少合计: "10000.00"
        期末合计: "96000.00"

    合格：
        # 文件: registers/2026-zhaiquan.yml
        标题: 2026年上半年债权台账
        类型: 债权
        明细:
          - 名称: 冷库租金
            对方: 石渡果蔬合作社
            增加: "9000.00"
            期末: "9000.00"
            到期: 2026-12-31
            利率: 无息
            变动日期: 2026-04-10
        期初合计: "0.00"
        增加合计: "9000.00"
        期末合计: "9000.00"
        # 文件: registers/2026-zichan.yml
        类型: 资产

    不合格：
        # 文件: registers/2026-zhaiwu.yml
        类型: 债务
        明细:
          - 名称: 欠机械费  # <- F17
            期初: "2000.00"
            期末: "2000.00"
          - 名称: 欠材料款  # <- F17
            对方: 石渡建材店
            期初: "3000.00"
            期末: "3000.00"
            变动日期: 2026-03-02
            利率: 无息
          - 名称: 道路硬化垫款
            对方: 石渡信用社
            增加: "50000.00"  # <- F17
            期末: "50000.00"
            变动日期: 2026-05-08
            到期: 2028-05-08
            利率: 年利率4%

    不合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: decisions/2026-06-bridge.yml
        标题: 三组桥面加宽
        步骤:
          - {步骤: 提议, 日期: 2026-06-08, 会议: 党组织会议}
        # 文件: registers/2026-zhaiwu.yml
        类型: 债务
        明细:
          - 名称: 道路硬化垫款
            类别: 银行贷款
            对方: 石渡信用社
            增加: "50000.00"
            期末: "50000.00"
            变动日期: 2026-04-24
            到期: 2028-05-08
            利率: 年利率4%
            决策: decisions/2026-04-road  # <- F17
          - 名称: 桥面垫款
            类别: 向单位借款
            对方: 石渡建筑公司
            增加: "20000.00"
            期末: "20000.00"
            到期: 2027-06-30
            利率: 无息
            原因: 桥面加宽
            决策: decisions/2026-06-bridge  # <- F17
    """
    for record, body in case.of(Register):
        if body.type not in ("债权", "债务"):
            continue
        for index, item in enumerate(body.items):
            yield from _told(record, item, index)
            if body.type == "债务" and item.added > 0 and _is_borrowed(item):
                yield from _decided(record, body, item, index, case)


def _told(record: Record, item: Item, index: int) -> Iterator[Problem]:
    told = {
        "对方": item.party,
        "到期": item.due,
        "利率": item.interest,
        "变动日期（或者“原因”）": item.day or item.reason,
    }
    if missing := listed(unwritten(told)):
        yield Problem(
            ("明细", index, "名称"),
            f"“{item.name}”没有写{missing}",
            "照借条、合同补上；没有利息的，“利率”写“无息”",
            f"“{item.name}”这一项没有写明{missing}。",
            record.path,
        )


def _is_borrowed(item: Item) -> bool:
    """Whether a debt is a loan. A bill that is not paid yet is a debt but no loan."""
    return item.sort is None or _BORROWED.search(item.sort) is not None


def _decided(record: Record, body: Register, item: Item, index: int, case: PlaceCase) -> Iterator[Problem]:
    """Whether the decision came before the loan. If the named record is not there, S02 says so."""
    if item.decision is None:
        said = f"“{item.name}”新借了钱，没有写明是哪次会议定的"
        remedy = "开过会的，加一行“决策: decisions/文件名”；没有开会的，照实公开"
        yield Problem(("明细", index, "增加"), said, remedy, path=record.path)
        return
    borrowed = item.day or body.period.end
    match case.county.record(record.address.resolve(item.decision)):
        case Record(body=Decision() as decision):
            resolved = resolution_day(decision)
            if resolved is None:
                said = f"“{item.name}”的决策还没有“决议”的日期"
                yield Problem(
                    ("明细", index, "决策"),
                    said,
                    "开过会的，在决策里补上“决议”这一步",
                    f"“{item.name}”没有写明会议是哪天定的。",
                    record.path,
                )
            elif resolved > borrowed:
                said = f"“{item.name}”{day_long(borrowed)}借，{day_long(resolved)}才决议"
                yield Problem(
                    ("明细", index, "决策"),
                    said,
                    "对照借条和会议记录，日期抄错的改过来；没有抄错的，照实公开",
                    f"“{item.name}”的借款日期是{day_long(borrowed)}，决议日期是{day_long(resolved)}。",
                    record.path,
                )


RULE = Rule(
    code="F17",
    title="债权债务逐笔写清",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="欠债是村民最该知道的事；所以照样公开，旁边写明还缺什么。",
    basis=("财务公开规定", "村组法·审计", "集体法·成员大会职权", "公开"),
    check=check,
)
