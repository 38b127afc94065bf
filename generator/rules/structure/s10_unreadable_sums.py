"""S10: amounts say how much, and in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, walk
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

_STARS = r"[*＊×✱]{2,}|[Xx]{3,}|[█■▇]{2,}"
_STARRED = re.compile(rf"(?:{_STARS})\s*(?:多|余)?(?:亿|万|千|百)?元|[¥￥]\s*(?:{_STARS})")
_CELL = re.compile(rf"\s*[¥￥]?\s*\d*(?:{_STARS})\d*(?:亿|万|千|百)?元?\s*")
_MONEY = re.compile(r"金额|价|款|费|补助|补贴|工资|元")
_UNIT = re.compile(r"[（(]?(?:亿|万|千|百)?元|美元|%|％")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """金额要让人看得出是多少：不用星号遮住，表里的金额写明单位。

    为什么：
        公开就是要让大家知道花了多少；遮住了，或者分不清是元还是万元，等于没有公开。

    怎么查：
        文字里“***元”、金额一格里写星号的；表格里“类型”是金额的一列，“单位”没有写，列名里也没有“元”“万元”的。

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
    if _STARRED.search(record.document.text):
        for route, _, words, _ in walk(record.body, _is_text):
            if not isinstance(words, Table) and (found := _STARRED.search(words)):
                yield _hidden(route, found[0])


def _is_table(field: Field) -> bool:
    return field.model is Table


def _is_text(field: Field) -> bool:
    return field.model is Table if field.model else field.value == "文字"


def _hidden(route: tuple[str | int, ...], what: str) -> Problem:
    words = f"{said(route)}写的是“{what}”，看不出是多少"
    return Problem(route, words, "照原件写上；依法不能公开的，写明为什么", f"{words}。")


RULE = Rule(
    code="S10",
    title="金额要看得出是多少",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="别的内容还有用；所以照样公开，旁边写明哪个数看不出。",
    basis=("财务公开规定", "本网站"),
    check=check,
)
