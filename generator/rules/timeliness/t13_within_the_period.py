"""T13: what stands in the record of a period happened in that period."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.base.dates import Period, day_long, in_year
from generator.base.finding import Effect
from generator.records.common import RecordBody
from generator.records.marks import Internal
from generator.records.read import Record
from generator.records.walk import Field, fields, walk
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

OWN_DAY = frozenset({"日期", "变动日期"})
"""What the models call the day of a row itself. A field of this name is a day in every kind.

Other days of a row (到期, 对账日期, 办结日期) may lie elsewhere."""
REVIEWS = "公开"
"""The block that says when the record was reviewed and shown."""
OTHER_YEARS = frozenset({"archives"})
"""Kinds whose rows may be older than the period: what is filed in a year."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """写了“期间”“年度”的记录，里面每一行的日期都要在这一期里。

    为什么：
        去年的一笔记到今年的账里，两边的数就都不对；日期写错一年，大家也找不到那一笔。

    怎么查：
        收支明细、实物、台账变动、专项资金的收支和拨付、筹资的支出、值班的班次等，每一行的“日期”（“变动日期”），
        不早于这一期的第一天，不晚于最后一天。档案目录不查。

    怎么改：
        1. 对照凭证，日期抄错的改过来；年初最容易写成去年。
        2. 真是别的月份的，移到那一期的记录里。

    合格：
        # 第一天和最后一天都算
        # 文件: funds/2026-q3.yml
        类型: 运转经费
        期间: 2026-Q3
        收到:
          - {日期: 2026-07-01, 来源: 县财政局, 金额: 30000.00, 凭证号: 收-31}
        支出:
          - {日期: 2026-09-30, 用途: 订阅报刊, 摘要: 订报, 金额: 30000.00, 凭证号: 支-77, 决策: decisions/2026-04-road}
        上期结余: 0.00
        结余: 0.00
        # 文件: decisions/2026-04-road.yml
        议题: 三组道路硬化

    合格：
        # 一年的档案里，可以有以前的材料；没有期间的、期间只是一部分内容的不查
        # 文件: archives/2026.yml
        年度: "2026"
        目录:
          - {档案号: 2026-01, 题名: 2025年第四季度账目, 日期: 2026-01-08, 记录: finance/2026-10}
        检查:
          - {日期: 2027-01-05, 检查单位: 镇档案室}
        # 文件: reviews/2025.yml
        期间: "2025"
        日期: 2026-01-10
        # as_of: 2027-01-31

    合格：
        # 照片哪天看过，不算这一期的事
        # 附件: attachments/2026-q3-canal.jpg
        期间: 2026-Q3
        附件:
          - {名称: 水渠, 文件: attachments/2026-q3-canal.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2025-10-09  # <- T13
            摘要: 付保洁工资
            金额: 100.00
          - 收支: 支出
            日期: 2026-11-01  # <- T13
            摘要: 付10月电费
            金额: 100.00
          - {收支: 支出, 日期: 2026-10-31, 摘要: 付水费, 金额: 100.00}
          - {收支: 支出, 摘要: 没有写哪一天, 金额: 100.00}
        实物:
          - 名称: 水泥
            日期: 2026-09-30  # <- T13
            收发: 收到
            数量: "20"
            单位: 吨
        # 文件: rosters/2026-11.yml
        期间: 2026-11
        班次:
          - {日期: 2026-11-30, 岗位: 村委会主任}
          - 日期: 2026-12-01  # <- T13
            岗位: 村会计

    不合格：
        # 文件: registers/2026.yml
        期间: "2026"
        明细:
          - 名称: 旧水泵
            期初: "1"
            减少: "1"
            期末: "0"
            变动日期: 2028-02-29  # <- T13
            到期: 2028-03-31
    """
    body: RecordBody = record.body
    attribute, name = _period_of(type(body))
    period: Period | None = body.__dict__.get(attribute)
    if period is None or record.address.kind in OTHER_YEARS:
        return
    for route, _, day, _ in walk(body, _is_own_day):
        if period.start <= day <= period.end or route[0] == REVIEWS or len(route) == 1:
            continue
        meant = in_year(day, period)
        guess = f"是不是“{meant.isoformat()}”？" if meant else ""
        yield Problem(
            route,
            f"{said(route)}是{day_long(day)}，不在“{name}”（{period.label}）里",
            f"{guess}对照凭证改正；真是别的时候的，移到那一期的记录里",
            f"{said(route)}写的是{day_long(day)}，这份记录是{period.label}的，正在核对。",
        )


@cache
def _period_of(model: type[BaseModel]) -> tuple[str, str]:
    """Attribute and name of the period that a record is about; empty where it has none."""
    found = (field for field in fields(model) if field.value == "期间")
    return next(((field.attribute, field.name) for field in found), ("", ""))


def _is_own_day(field: Field) -> bool:
    return field.name in OWN_DAY and not field.has(Internal)  # when somebody looked at a photo belongs to no period


RULE = Rule(
    code="T13",
    title="日期要在这一期里",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="钱和事是真的，只是日期和期间对不上；所以照样公开，旁边写明哪一行。",
    basis=("本网站",),
    check=check,
)
