"""Numbers that differ from place to place: days, limits, rates. Each says who set its default: law, custom or us."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field

from generator.records.values import Count, Flag, Model, Money, Number


class Parameters(Model):
    """What county.yml, township.yml and village.yml may set under 参数; the nearest one wins."""

    finance_due_days: Count = Field(15, alias="财务公开期限", description="期末后几天内公开财务。各地做法")
    affairs_due_days: Count = Field(20, alias="村务公开期限", description="季末后几天内公开村务、党务。各地做法")
    resolution_due_days: Count = Field(5, alias="决议公开期限", description="开会后几天内公开决议。产品默认")
    result_due_days: Count = Field(15, alias="结果公开期限", description="完工后几天内公开实施结果。产品默认")
    busy_entries: Count = Field(30, alias="每月公开笔数", description="一个月超过几笔就要按月公开财务。产品默认")
    display_days: Count = Field(15, alias="公布天数", description="村务公布最少几天。法律")
    low_income_days: Count = Field(7, alias="低保公示天数", description="低保初审公示最少几天。各地做法")
    land_notice_days: Count = Field(10, alias="征地预公告工作日", description="征地预公告最少几个工作日。法律")
    land_plan_days: Count = Field(30, alias="征地补偿方案公告天数", description="征地补偿安置方案最少公告几天。法律")
    recruit_days: Count = Field(5, alias="发展党员公示工作日", description="发展党员公示最少几个工作日。未核实")
    honour_days: Count = Field(5, alias="表彰公示工作日", description="表彰公示最少几个工作日。产品默认")
    reply_days: Count = Field(10, alias="答复期限", description="村里几天内答复。各地做法")
    township_reply_days: Count = Field(20, alias="乡镇答复期限", description="乡镇几天内答复。各地做法")
    large_payment: Money = Field(Decimal(10000), alias="大额支出", description="多少元以上要有决议。各地做法")
    other_share: Number = Field(Decimal("0.10"), le=1, alias="其他占比上限", description="“其他”最多占几成。产品默认")
    cash_limit: Money = Field(Decimal(5000), alias="现金限额", description="月底现金最多几元。各地做法")
    zero_reception: Flag = Field(True, alias="零招待", description="村里不许开支招待费。各地做法")
    org_rate: Number = Field(Decimal("0.95"), le=1, alias="组织承诺兑现率", description="村班子承诺兑现目标。各地做法")
    member_rate: Number = Field(Decimal("0.90"), le=1, alias="党员承诺兑现率", description="党员承诺兑现目标。各地做法")
    overdue_days: Count = Field(30, alias="逾期说明期限", description="承诺过期几天内要说明或问责。产品默认")
    stale_days: Count = Field(100, alias="停更天数", description="多少天没有新内容算停更。产品默认")
    review_base: Literal["应到", "实到"] = Field("应到", alias="党员审议基数", description="审议过半按应到还是实到算")
    merged_steps: Flag = Field(True, alias="提议商议可合并", description="“一肩挑”的村提议和商议可以合并")


def resolve(*levels: Mapping[str, str]) -> Parameters:
    """The parameters of a place from its county's, township's and own settings, in that order.

    Raises:
        pydantic.ValidationError: a name or value that cannot be read.
    """
    merged: dict[str, str] = {}
    for level in levels:
        merged |= level
    return Parameters.model_validate(merged)


def working_days_as_days(working: int) -> int:
    """Calendar days that certainly hold `working` working days when no holiday calendar is at hand: N + ceil(N/5)×2."""
    return working + math.ceil(working / 5) * 2
