"""F26: a register opens with the last one's closing, and everything that left it has a reason or a decision and a contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.base.dates import add_days
from generator.base.finding import Effect, Key
from generator.base.inexact import differ
from generator.records.kinds.registers import Register, closing_of, unit_of
from generator.records.read import Record
from generator.rules.finance.unbalanced import figure
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """资产资源台账前后要接得上；减少了的，写明原因，或者写明决策和合同。

    为什么：
        集体的房子、设备、土地是大家的家底，少了一样，要知道到哪里去了。

    怎么查：
        同一种台账，这一期紧接上一期的，各项“期初”和“期初合计”等于上一期的“期末”和“期末合计”。
        资产、资源有“减少”的，写“原因”，或者“决策”和“合同”都写。每一项加减对不对，由F05查。

    怎么改：
        1. 接不上的，对照上一期，看是抄错了，还是中间漏记了一笔。
        2. 卖掉、报废、被征用的，补上“原因”，或者“决策”和“合同”。

    合格：
        # 文件: registers/2025-zichan.yml
        标题: 2025年固定资产台账
        期间: "2025"
        明细:
          - {名称: 村委会办公楼, 期初: "620000.00", 期末: "620000.00"}
          - {名称: 农产品冷库, 期初: "190000.00", 减少: "10000.00", 期末: "180000.00", 原因: 旧制冷机报废}
        期初合计: "810000.00"
        增加合计: "0.00"
        减少合计: "10000.00"
        期末合计: "800000.00"
        公开:
          公开日期: 2026-01-20
          至: 2026-02-10
          审核: [{机构: 村务监督委员会, 日期: 2026-01-18}]
        # 文件: registers/2026-zichan.yml
        标题: 2026年上半年固定资产台账

    合格：
        # 不是同一种，不是紧接着的，不用相等
        # 文件: registers/2025-ziyuan.yml
        类型: 资源
        期间: "2025"
        明细: [{名称: 农产品冷库, 期初: "7", 期末: "7"}]
        期初合计: "7"
        增加合计: "0"
        期末合计: "7"
        # 文件: registers/2024-zichan.yml
        期间: "2024"
        明细: [{名称: 农产品冷库, 期初: "5", 期末: "5"}]
        期初合计: "5"
        增加合计: "0"
        期末合计: "5"
        # 文件: registers/2026-zichan.yml
        标题: 2026年上半年固定资产台账
        # 文件: registers/2023-zhaiwu.yml
        标题: 2023年债务台账
        类型: 债务
        期间: "2023"
        明细:
          - {名称: 水渠尾款, 对方: 石渡农机合作社, 类别: 应付工程款, 期初: "90", 减少: "50", 期末: "40",
             到期: 2026-12-31, 利率: 无息, 变动日期: 2026-06-12}
        期初合计: "90"
        增加合计: "0"
        减少合计: "50"
        期末合计: "40"
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: contracts/2026-jifang.yml
        标题: 旧机房转让合同
        决策: decisions/2026-04-road
        # 文件: registers/2026-q3.yml
        标题: 2026年第三季度固定资产台账
        期间: 2026-Q3
        明细:
          - {名称: 村委会办公楼, 期初: "620000.00", 期末: "620000.00"}
          - 名称: 农产品冷库
            期初: "240000.00"
            减少: "60000.00"
            期末: "180000.00"
            决策: decisions/2026-04-road
            合同: contracts/2026-jifang
        期初合计: "860000.00"
        增加合计: "0.00"
        减少合计: "60000.00"
        期末合计: "800000.00"
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核: [{机构: 村务监督委员会, 日期: 2026-10-09}]

    不合格：
        # 文件: registers/2025-zichan.yml
        期间: "2025"
        # 文件: registers/2026-zichan.yml
        标题: 2026年上半年固定资产台账
        明细:
          - 名称: 村委会办公楼
            期初: "620000.00"
            期末: "620000.00"
          - 名称: 农产品冷库
            期初: "180000.00"  # <- F26
            增加: "60000.00"
            期末: "240000.00"
        期初合计: "800000.00"  # <- F26

    不合格：
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: contracts/2026-jifang.yml
        标题: 旧机房转让合同
        # 文件: registers/2026-ziyuan.yml
        类型: 资源
        明细:
          - 名称: 耕地
            期初: "1860.5"
            减少: "6.4"  # <- F26
            期末: "1854.1"
          - 名称: 林地
            期初: "2400"
            减少: "10"  # <- F26
            期末: "2390"
            决策: decisions/2026-04-road
          - 名称: 旧机房地块
            期初: "1"
            减少: "1"  # <- F26
            期末: "0"
            合同: contracts/2026-jifang
    """
    registers = sorted(case.of(Register), key=lambda pair: (pair[1].type, pair[1].period))
    for (_, before), (record, body) in pairwise(registers):
        if before.type == body.type and add_days(before.period.end, 1) == body.period.start:
            yield from _carried(record, before, body)
    for record, body in registers:
        yield from _reasons(record, body) if body.type in ("资产", "资源") else ()


def _carried(record: Record, before: Register, body: Register) -> Iterator[Problem]:
    ended = {item.name: item.closing for item in before.items}
    for index, item in enumerate(body.items):
        last = ended.get(item.name, item.opening)
        if differ(last, item.opening):
            yield _gap(record, body, ("明细", index, "期初"), f"“{item.name}”的期初", item.opening, last)
    if differ(closing_of(before), body.opening):
        yield _gap(record, body, ("期初合计",), "期初合计", body.opening, closing_of(before))


def _gap(record: Record, body: Register, at: tuple[Key, ...], what: str, opening: Decimal, closing: Decimal) -> Problem:
    unit = unit_of(body)
    said = f"{what}是{figure(opening, unit)}{unit}，上一期的期末是{figure(closing, unit)}{unit}"
    return Problem(at, said, "对照上一期台账，看是抄错了，还是中间漏记了一笔", f"{said}。", record.path)


def _reasons(record: Record, body: Register) -> Iterator[Problem]:
    for index, item in enumerate(body.items):
        if item.removed > 0 and not item.reason and not (item.decision and item.contract):
            yield Problem(
                ("明细", index, "减少"),
                f"“{item.name}”减少了，没有写原因，也没有写全决策和合同",
                "补上“原因”，或者补上“决策”和“合同”",
                f"“{item.name}”减少了，没有写明原因。",
                record.path,
            )


RULE = Rule(
    code="F26",
    title="台账前后接得上",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="家底有多少，大家有权看到；所以照样公开，旁边写明哪一项没有接上、没有写原因。",
    basis=("集体法·财产管理", "财务公开规定", "公开"),
    check=check,
)
