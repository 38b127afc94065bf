"""P05: no word on illness, disability, faith or the like stands beside a person, masked or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from generator.base.finding import Effect, Key
from generator.base.looks import Look
from generator.base.persons import is_foreign, private_names
from generator.law.sensitive import sensitive, sensitive_words
from generator.rules.privacy.columns import named_rows
from generator.rules.privacy.mentions import in_office, masked_in, sentences, tells_of_a_person
from generator.rules.privacy.scan import NOTE, columns, fold, may_hold
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document, Value

_ALL = ("公开", "附件")
"""Blocks of every record whose lines do not speak of one person; a sentence there may."""
_CODE = "户编号"
_SHORT = 60
Office = Callable[[], frozenset[str]]
"""Who acts in office."""
_LOOK = Look(sensitive_words().pattern)
_COLUMN = re.compile(r"病[种情]|健康状况|身体状况|残疾|[宗信]教|信仰")


def check(document: Document, context: Context) -> Iterator[Problem]:
    """名字旁边不写病、残疾、信什么教、坐过牢这些事，名字遮住了也不行。

    为什么：
        村里人都熟，写“王某某，肺癌”，谁都知道是谁。这些事本人愿意说才能说，公开了收不回来。

    怎么查：
        名字（遮住的也算）和敏感的词写在同一句话、同一行表格、同一条明细里的；
        救助补贴名单里，一户的“类别”写了病、残疾的；有名字的表里，有“病种”“残疾等级”这样一列的。
        只说事情、只说人数的不算：残疾人两项补贴发了29人，茶园病虫防治，都可以写。

    怎么改：
        1. 病、残疾那几个字删掉，只写“临时救助”“困难补助”。
        2. 要说人数的，另写一句，不带名字。

    合格：
        正文: |
          10月残疾人两项补贴发了29人。患病住院的3户已经上门看过。
          王某某（二组）申请翻建住房；李某某负责茶园病虫统一防治。

    合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 科目: 501 经营收入, 摘要: 东塘鱼塘下半年承包费,
             金额: 18000.00, 对方: 承包户 李某某, 对方类别: 个人}
          - {收支: 支出, 日期: 2026-10-10, 凭证号: 支-46, 账户: 基本户, 科目: 514 公益支出, 摘要: 慰问住院困难户28户,
             金额: 5600.00, 对方: 困难户28户, 对方类别: 多人, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}

    合格：
        # 表里没有名字；备注里的两句话说的不是一回事
        正文: 名册由网格员王某某核对。
        表格:
          - 名称: 救助情况（网格员王某某报）
            列: [{列: 病种}, {列: 户数, 类型: 数量, 单位: 户}]
            行: [[尿毒症, "2"]]
            备注: |
              村里派车接送的有两户，早上六点半从村口出发，中午十二点半从县里回来，不收车费。
              患病住院的另外再去看望，已经看过的不再重复，家里有事的可以先打村里电话说一声。
          - 名称: 住院看望
            列: [{列: 户数, 类型: 数量, 单位: 户}]
            行: [["3"]]
            备注: |
              村里派车接送，由司机王某某负责，每周二、周四早上六点半从村口出发，中午十二点半从县里回来，不收车费。
              患病住院的另外再去看望，已经看过的不再重复。
        # 文件: benefits/sample.yml
        类型: 残疾补贴
        名单: []

    不合格：
        正文: 第三季度临时救助2户。王某某因病住院，发3000元。  # <- P05
        说明: 王大山患肺癌，村干部林志远上门看望。  # <- P05

    不合格：
        表格:
          - 名称: 救助情况
            列: [{列: 户数, 类型: 数量, 单位: 户}]
            行: [["2"]]
            # 一段长话里，同一句说的是同一个人
            备注: |  # <- P05
              村里派车接送，由司机李某某负责，每周二、周四早上六点半从村口出发，中午十二点半从县里回来，不收车费。
              王某某透析三年，另外再去看望。

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026-10-10
            摘要: 大病慰问金  # <- P05
            金额: 900.00
            对方: 村民 李某某
            对方类别: 个人

    不合格：
        表格:
          - 名称: 临时救助名单
            列: [{列: 户主}, {列: 原因}, {列: 金额, 类型: 金额, 单位: 元}]
            行:
              - [王某某, 火灾, "3000.00"]
              - [李*, 癌症, "3000.00"]  # <- P05

    不合格：
        表格:
          - 名称: 慰问名单
            列:
              - {列: 姓名}
              - {列: 残疾等级}  # <- P05
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, 二级, "300.00"]]

    不合格：
        # 文件: benefits/sample.yml
        类型: 临时救助
        户数: "1"
        合计: 600.00
        名单:
          - 户编号: 户1-03
            类别: 重病  # <- P05
            金额: 600.00
    """
    if not may_hold(document, _LOOK):
        return
    office = cache(lambda: in_office(document, context))  # asked for only where somebody is named
    for key, value in document.root.items():
        yield from _sentences(key, (key,))
        yield from _inside(value, (key,), office, alone=key in _ALL)


def _inside(value: Value, route: tuple[Key, ...], office: Office, *, alone: bool) -> Iterator[Problem]:
    """Short texts of one item or row belong together. Long texts are checked sentence by sentence."""
    if isinstance(value, str):
        yield from _sentences(value, route)
        return
    parts: list[tuple[Key, Value]] = list(value.items() if isinstance(value, Mapping) else enumerate(value))
    words = (
        {} if alone else {key: word for key, part in parts if _is_short(part) and (word := sensitive(fold(str(part))))}
    )
    together = words and any(_is_short(part) and _tells_who(key, part, office) for key, part in parts)
    for key, part in parts:
        if not (together and _is_short(part)):
            yield from _inside(part, (*route, key), office, alone=alone)
        elif key in words:
            yield _beside_a_name((*route, key), words[key])
    if isinstance(value, Mapping):
        for name in value:
            yield from _sentences(name, (*route, name))
        yield from _table(value, route)


def _is_short(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= _SHORT


def _tells_who(key: Key, value: Value, office: Office) -> bool:
    said = fold(str(value))
    if key == _CODE or masked_in(said):
        return True
    labelled = said if isinstance(key, int) else f"{key}：{said}"
    return any(name not in office() for name in private_names(labelled)) or is_foreign(said)


def _sentences(text: str, route: tuple[Key, ...]) -> Iterator[Problem]:
    if not sensitive_words().search(text := fold(text)):
        return
    for said in sentences(text):
        if (found := sensitive(said)) and tells_of_a_person(said):
            yield _beside_a_name(route, found)
            return


def _table(table: Mapping[str, Value], route: tuple[Key, ...]) -> Iterator[Problem]:
    """A column for illnesses beside one with names, and rows of such names."""
    headings, rows = columns(table.get("列")), table.get("行")
    if not headings or not isinstance(rows, list):
        return
    cells = [row for row in rows if isinstance(row, list) and all(isinstance(cell, str) for cell in row)]
    named = {number for number, _, _ in named_rows(headings, cells)}
    if named or masked_in(fold(str(rows))):
        for index, name in enumerate(headings):
            if found := _COLUMN.search(name):
                yield _beside_a_name((*route, "列", index), found[0])
    for number in sorted(named):
        for index, cell in enumerate(cells[number]):
            if word := sensitive(fold(cell)):
                yield _beside_a_name((*route, "行", rows.index(cells[number]), index), word)


def _beside_a_name(route: tuple[Key, ...], word: str) -> Problem:
    return Problem(route, f"名字旁边写了“{word}”", "这几个字删掉；要说人数的，另写一句，不带名字", NOTE)


RULE = Rule(
    code="P05",
    title="名字旁边不写病和残疾",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="病、残疾、信仰是最要紧的个人信息，放到网上收不回来；所以先不公开，删掉以后再公开。",
    basis=("个保法·敏感信息", "社会救助·保密"),
    check=check,
)
