"""S09: no marks of web pages, forms or keyboards are left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, Route, walk
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

COUNTERS = frozenset({"序号", "编号", "行次"})
"""A row of a form with nothing but its number is blank."""
_ESCAPE = r"\\r\\n|\\[rnt](?![A-Za-z])"
_WEB = r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d+);|</?(?:p|br|div|span|b|strong|table|tr|td|th|font|img|a)\b[^<>]*/?>"
_UNIT = r"(?:万万元|元元|万元万|万元元|元万元|亩亩|人人(?=[，。；）]|$)|户户(?=[，。；）]|$)|吨吨|公里公里)"
_NUMBER = (
    r"[〔［\[【（(]\s*(?:19|20)\d{2,}[^〕］\]】）)\s]{0,6}?号|(?<![〔［\[【（(\d])(?:19|20)\d{2}[〕］\]】]\s*\d+\s*号"
)
_YEAR = re.compile(r"[〔［\[]((?:19|20)\d{2})[〕］\]]\s*(\d+)\s*号")
_ODD = re.compile(f"({_ESCAPE})|({_WEB})|({_UNIT})|({_NUMBER})", re.IGNORECASE)
_ANY = re.compile(f"{_ODD.pattern}|{_YEAR.pattern}", re.IGNORECASE)


def check(record: Record, context: Context) -> Iterator[Problem]:
    """文字里不要带进网页、表格的记号，单位不写两遍，文号写全，表里不留空行。

    为什么：
        “\\r\\n”“&nbsp;”是从别处复制时带进来的，村民看不懂；“万万元”“〔20228号〕”看不出到底是多少、是哪一份。

    怎么查：
        查所有的文字：“\\r\\n”“\\n”“&nbsp;”“<br>”这样的记号；“元元”“万万元”这样写了两遍的单位；
        文号的括号不成对、年份不是四位数、年份在公开以后、编号是0的。
        表格里整行空着的，也会提醒。

    怎么改：
        1. 记号删掉，要换行的换一行写。
        2. 文号对照原文件，写成“县民发〔2022〕8号”。
        3. 空着的行删掉。

    合格：
        正文: |
          按县民发〔2022〕8号、石政[2026]12号文件，每户300元，共3万元。
          第一行，
          第二行：a<b，单价1万元/公里；人人都要交的，户户通知到。

    合格：
        # 当年的文号
        文号: 石政发〔2026〕1号

    不合格：
        正文: 第一段\\r\\n第二段&nbsp;完<br/>  # <- S09
        表格:
          - 名称: 修路
            列:
              - {列: 项目}
              - {列: 金额, 类型: 金额, 单位: 元}
            行:
              - [铺路, "300"]
              - ["", ""]  # <- S09
              - ["补助500元元", "500"]  # <- S09
              - [其他, ""]
          - 名称: 登记表
            列: [{列: 序号}, {列: 事项}, {列: 备注}]
            行:
              - ["1", 修路, ""]
              - ["2", "", ""]  # <- S09

    不合格：
        文号: 县民发〔20228号  # <- S09
        依据:
          - 县民发2022〕8号  # <- S09
          - 县民发〔2027〕8号  # <- S09
          - 县民发〔2026〕0号  # <- S09
          - 县民发〔2026〕10号
    """
    for route, _, table, _ in walk(record.body, _is_table):
        for index, row in enumerate(table.rows):
            filled = [cell for cell in row if cell.strip()]
            if not filled or (table.columns[0].name in COUNTERS and filled == [row[0]]):
                at = (*route, "行", index)
                yield Problem(at, f"{said(at)}整行是空的", "删掉这一行")
    if _ANY.search(record.document.text):
        year = record.body.publication.day.year
        for route, _, value, _ in walk(record.body, _is_words):
            if isinstance(value, Table):
                yield from _cells(route, value, year)
            elif what := _odd(value, year):
                yield _problem(route, what)


def _is_table(field: Field) -> bool:
    return field.model is Table


def _is_words(field: Field) -> bool:
    return field.model is Table if field.model else field.value == "文字"


def _cells(route: Route, table: Table, year: int) -> Iterator[Problem]:
    for index, row in enumerate(table.rows):
        if what := next((what for cell in row if (what := _odd(cell, year))), ""):
            yield _problem((*route, "行", index), what)


def _odd(words: str, year: int) -> str:
    """What is odd in some words; empty where nothing is."""
    if found := _ODD.search(words):
        return found[0]
    numbers = (found for found in _YEAR.finditer(words) if int(found[1]) > year or int(found[2]) == 0)
    return next((found[0] for found in numbers), "")


def _problem(route: Route, what: str) -> Problem:
    remedy = "对照原件改正：记号删掉，单位只写一遍，文号写成“县民发〔2022〕8号”这样"
    return Problem(route, f"{said(route)}里有“{what[:20]}”", remedy)


RULE = Rule(
    code="S09",
    title="文字里不留多余的记号",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="意思多半还看得懂，只是难看、难查；所以只提醒填写的人。",
    basis=("本网站",),
    check=check,
)
