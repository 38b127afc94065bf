"""F11: the village does not pay for hospitality, if the county forbids it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.money import yuan
from generator.records.kinds.finance import Entry, Finance
from generator.records.read import Record
from generator.rules.finance.entry_words import called, purpose
from generator.rules.rule import Context, Problem, Rule, Scope

_TREAT = re.compile(
    r"(?<!零)招待(?!所)|宴请|请客|(?<![禁戒控限])烟酒(?!店)|酒水|陪餐|接待费"
    r"|接待(?!群众|村民|居民|来访|信访|游客|中心|室|站|点|处|日).{0,10}?(?:餐(?!厅)|饭(?!店)|酒(?!店))"
)
_MEAL = re.compile(r"吃[早中午晚]?[餐饭]|就餐")
_CARE = re.compile(
    r"老人|老年|敬老|养老|长者|高龄|孤寡|五保|特困|重阳|助餐|食堂|学生|学校|儿童|幼儿|营养|防汛|抗旱|抗洪|救灾|安置"
)
"""Meals that a village may pay for."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """县里规定村里零招待的，村里的账上不能有招待、宴请、烟酒、吃饭的支出。

    为什么：
        大家的钱不能用来请客吃饭。

    怎么查：
        看支出、暂付的摘要和类别里有没有招待、宴请、请客、烟酒、接待费、接待用餐、就餐、吃中饭这样的话。
        敬老餐、助餐点、老人食堂、学生营养餐、防汛救灾的饭，接待群众值班，都不算。

    怎么改：
        1. 不是招待的，把摘要写清楚，例如“重阳节敬老餐（60人）”。
        2. 真是招待的，钱由谁出要查清；退回来的，记一笔收入。

    合格：
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            摘要: 村口烟酒店铺面租金（下半年）
            金额: 17000.00
            对方: 李某某
            对方类别: 个人
          - {收支: 收入, 日期: 2026-10-12, 凭证号: 收-22, 账户: 基本户, 对方: 王某某, 摘要: 退回招待费, 金额: 500.00}
          - {收支: 暂付, 账户: 基本户, 摘要: 冲回预付的招待费, 金额: -500.00}
          - 收支: 支出
            日期: 2026-10-18
            凭证号: 支-47
            账户: 基本户
            类别: 养老服务
            摘要: 重阳节老人食堂就餐补助（112人）
            金额: 5600.00
            对方: 柳湾老人食堂
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 参数: 零招待=否
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            摘要: 东塘鱼塘承包费（2026年下半年）
            金额: 13000.00
            对方: 李某某
            对方类别: 个人
          - 收支: 支出
            日期: 2026-10-18
            凭证号: 支-47
            账户: 基本户
            摘要: 接待县水利专家用餐（5人）
            金额: 600.00
            对方: 石渡饭店
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    不合格：
        收支明细:
          - {收支: 支出, 账户: 基本户, 摘要: 在水利局办事吃中餐（2人）, 金额: 24.00}  # <- F11
          - {收支: 支出, 账户: 基本户, 摘要: 接待群众值班人员补助, 金额: 300.00}
          - {收支: 支出, 账户: 基本户, 类别: 招待费, 摘要: 石渡饭店10月结账, 金额: 860.00}  # <- F11

    不合格：
        收支明细:
          - {收支: 暂付, 账户: 基本户, 摘要: 接待检查组工作餐, 金额: 500.00}  # <- F11
    """
    if not context.parameters.zero_reception:
        return
    body: Finance = record.body
    for index, entry in enumerate(body.entries):
        if entry.flow in ("支出", "暂付") and entry.amount > 0 and (word := _treat(entry)):
            yield Problem(
                ("收支明细", index),
                f"{called(entry, index)}写着“{word}”，{yuan(entry.amount)}元；{{村级}}里规定零招待",
                "不是招待的，把摘要写清楚；是招待的，查清由谁出，退回来的记一笔收入",
                f"第{index + 1}行的用途里写着“{word}”，按零招待的规定，{{村级}}里不开支招待费。",
            )


def _treat(entry: Entry) -> str | None:
    text = purpose(entry)
    found = _TREAT.search(text) or (None if _CARE.search(text) else _MEAL.search(text))
    if found is None:
        return None
    return (
        found[0] if len(found[0]) <= 3 else "接待用餐"
    )  # the text between the two words is the clerk's own and is not repeated


RULE = Rule(
    code="F11",
    title="{村级}里不开支招待费",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="钱已经花了，村民有权看到；所以照样公开，旁边写明。",
    basis=("县里规定",),
    check=check,
    kinds=("finance",),
)
