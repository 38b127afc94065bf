"""S10: amounts say how much, and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, walk
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

_STARS = r"[*＊×✱]{2,}|[Xx]{3,}|[█■▇]{2,}"
_STARRED = re.compile(rf"(?:{_STARS})\s*(?:多|余)?(?:(?:亿|万|千|百)?元|[%％])|[¥￥]\s*(?:{_STARS})")
_END = r"(?=\s*(?:[，。；、,\"'\]}]|$))"
"""The end of what is said, in a value or in the file where that value stands."""
_NO_FIGURE = re.compile(rf"(?:总额|金额|资产|资金|债权|债务|余额|收入|支出|合计)[为是：:]?\s*元{_END}", re.MULTILINE)
_NO_UNIT = re.compile(r"金额[为是：:]?\s*\d[\d,]*\.\d{2}(?=[\u4e00-\u9fff])(?![元万亿千百])")
_NO_PERCENT = re.compile(rf"占[^，。；：\s\d（(]{{1,12}}\s*\d+(?:\.\d+)?\s*{_END}", re.MULTILINE)
_LOST = {_NO_FIGURE: "没有写多少", _NO_UNIT: "没有写单位", _NO_PERCENT: "没有写“%”"}
"""资产总额元、补贴金额6574892.28本次、占总支出的 30。"""
_LOOK = Look(
    r"[*＊×✱]{2}|[Xx]{3}|[█■▇]{2}",
    r"(?:总额|金额|资产|资金|债权|债务|余额|收入|支出|合计)[为是：:]?\s*元",
    r"金额[为是：:]?\s*\d[\d,]*\.\d{2}[一-鿿]",
    r"占[^，。；：\s\d（(]{1,12}\s*\d+(?:\.\d+)?\s*(?:[，。；、,\"'\]}\n]|$)",
)
"""One of these stands in every file with such a text."""
_CELL = re.compile(rf"\s*[¥￥]?\s*\d*(?:{_STARS})\d*(?:亿|万|千|百)?元?\s*")
_MONEY = re.compile(r"金额|价|款|费|补助|补贴|工资|元")
_UNIT = re.compile(r"[（(]?(?:亿|万|千|百)?元|美元|%|％")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """金额要让人看得出是多少：不用星号遮住，数字和单位都写上。

    为什么：
        公开就是要让大家知道花了多少；遮住了，或者分不清是元还是万元，等于没有公开。

    怎么查：
        文字里“***元”“**%”、金额一格里写星号的；表格里“类型”是金额的一列，“单位”没有写，列名里也没有“元”“万元”的。
        文字里“资产总额元”这样丢了数的，“金额6574.28本次”这样丢了单位的，“占支出的30”这样丢了“%”的。

    怎么改：
        1. 遮住的数照原件写上；依法不能公开的，写明为什么不能公开。
        2. 在这一列写“单位: 元”或者“单位: 万元”。

    合格：
        正文: 电话0000-****3318；补助3万元，身份号码前6位990123******。
        表格:
          - 名称: 修路
            列:
              - {列: 姓名}
              - {列: 金额, 类型: 金额, 单位: 万元}
              - {列: 补助（元）, 类型: 金额}
            行:
              - [王某某, "3", "300"]
              - ["***", "3", "300"]

    合格：
        # 没有表格的
        正文: 铺路花了3万元。
        表格: []

    不合格：
        正文: 铺路花了***元，余下＊＊万元。  # <- S10
        表格:
          - 名称: 修路
            列:
              - {列: 事项}
              - {列: 金额, 类型: 金额}  # <- S10
              - {列: 合同价（元）}
              - {列: 备注}
            行:
              - [铺路, "3", "4", ""]
              - [挖沟, "3", "***", "***"]  # <- S10

    合格：
        正文: |
          资金用途见下表，收入元旦前公布；补贴金额6574.28元，合同金额3.20万元；单位：收入元/人。
          占总支出的30%，占地3亩，每户占3份，其中占全年30.5%。

    不合格：
        正文: 资产总额元，债权0元。  # <- S10
        文号: 补贴金额6574892.28本次发放  # <- S10
        发布单位: 每年涨**%  # <- S10
        依据:
          - 占总支出的 30。  # <- S10
          - "占总支出的30"  # <- S10

    不合格：
        # 文件: meetings/2026-09.yml
        决议:
          - 同意支付XXX元  # <- S10
    """
    for route, _, table, _ in walk(record.body, _is_table):
        for index, column in enumerate(table.columns):
            if column.type == "金额" and not column.unit and not _UNIT.search(column.name):
                yield Problem(
                    (*route, "列", index),
                    f"“{column.name}”这一列没有写单位",
                    "补上“单位: 元”或者“单位: 万元”",
                    f"表里的“{column.name}”没有写单位，看不出是元还是万元。",
                )
        money = [index for index, column in enumerate(table.columns) if _MONEY.search(column.name)]
        for index, row in enumerate(table.rows):
            if starred := next((row[at] for at in money if _CELL.fullmatch(row[at])), ""):
                yield _hidden((*route, "行", index), starred.strip())
    text = record.document.text
    if _LOOK.finds(text) and any(pattern.search(text) for pattern in (_STARRED, *_LOST)):
        for route, _, words, _ in walk(record.body, _is_text):
            if isinstance(words, Table):
                continue
            for what in dict.fromkeys(re.sub(r"\s", "", found[0]) for found in _STARRED.finditer(words)):
                yield _hidden(route, what)
            for pattern, lacks in _LOST.items():
                for found in pattern.finditer(words):
                    yield _lacking(route, found[0].strip(), lacks)


def _is_table(field: Field) -> bool:
    return field.model is Table


def _is_text(field: Field) -> bool:
    return field.model is Table if field.model else field.value == "文字"


def _hidden(route: tuple[str | int, ...], what: str) -> Problem:
    words = f"{said(route)}写的是“{what}”，看不出是多少"
    return Problem(route, words, "照原件写上；依法不能公开的，写明为什么", f"{words}。")


def _lacking(route: tuple[str | int, ...], what: str, lacks: str) -> Problem:
    words = f"{said(route)}里的“{what}”{lacks}"
    return Problem(route, words, "对照原件补上；原件上也看不出的，写“不详”", f"{words}。")


RULE = Rule(
    code="S10",
    title="金额要看得出是多少",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="别的内容还有用；所以照样公开，旁边写明哪个数看不出。",
    basis=("财务公开规定", "本网站"),
    check=check,
)
