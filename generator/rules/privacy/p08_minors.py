"""P08: children are counted and never listed, and no birth day shows that a person is a child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeGuard

from generator.base.dates import parse_date
from generator.base.finding import Effect, Key
from generator.base.looks import Look
from generator.rules.privacy.columns import person_columns
from generator.rules.privacy.mentions import sentences, tells_of_a_person
from generator.rules.privacy.scan import NOTE, columns, figure_columns, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document, Value

TYPES = frozenset({"困境儿童", "留守儿童", "学生资助"})
_CHILDREN = re.compile(r"儿童|孤儿|未成年|学生|助学|幼儿|学龄|新生|中考|高考")
_BORN = re.compile(
    r"((?:19|20)[0-9]{2})\s?[年.\-/]\s?(?:([0-9]{1,2})\s?[月.\-/]?)?(?:\s?[0-9]{1,2}日?)?\s?(?:出生|生(?![\u4e00-\u9fff]))"
)
_BORN_AFTER = re.compile(
    r"(?:出生[年月日期]{0,4}|生于|生日)\s*[:：为是]?\s*((?:19|20)[0-9]{2})(?:[年.\-/]\s?([0-9]{1,2}))?"
)
_AGE = re.compile(r"(?<![0-9])([0-9]{1,2})\s?(?:周岁|岁)")
_BIRTH_COLUMN = re.compile(r"出生|生日")
_AGE_COLUMN = re.compile(r"年龄|周岁")
_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:[年.\-/]\s?([0-9]{1,2}))?")
_LOOK = Look(r"生[于日]|[出年月日\d\s]生|岁")
_WORTH = re.compile(_LOOK.pattern)


def check(document: Document, context: Context) -> Iterator[Problem]:
    """孩子的事只写人数：困境儿童、留守儿童、学生资助不列名单；有姓名的地方，不写14岁以下的年龄和出生年月。

    为什么：
        不满14岁的人的信息都是敏感信息。放到网上跟着孩子一辈子，遮住名字，熟人也认得出。

    怎么查：
        “救助补贴”里困境儿童、留守儿童、学生资助的，不能有“名单”；
        公示公告的标题、表名写着儿童、学生、助学的，那张表不能有姓名那一列；
        一句话或者一行表格里有名字（遮住的也算），又有年龄或出生年月的，按公开那天算，不满14岁（县里可以定成18岁）的不行。

    怎么改：
        1. 名单整段删掉，只写人数和合计。
        2. 年龄、出生年月删掉，或者名字那半句删掉。

    合格：
        # 文件: benefits/sample.yml
        类型: 学生资助
        名单:
        # 文件: benefits/gaoling.yml
        标题: 高龄津贴，有名单

    合格：
        # 文件: notices/sample.yml
        标题: 2026年大学新生奖励公示
        表格:
          - 名称: 奖励人数
            列: [{列: 类别}, {列: 申请人数, 类型: 数量, 单位: 人}]
            行: [[本科, "15"]]

    合格：
        # 到公开那天刚满14岁；没有写名字的出生人数不算
        # 文件: notices/sample.yml
        正文: |
          护林比赛王某某（2012年10月出生）第一名，李某某今年14岁。
          第三季度2026年9月出生3人。
        表格:
          - 名称: 志愿队
            列: [{列: 姓名, 类型: 文字}, {列: 出生年月}, {列: 年龄, 类型: 数量, 单位: 岁}, {列: 哪天}, {列: 几次}]
            行:
              - [王某某, 2012-10, "14", 2026-10-08, "2"]
              - [李某某, "", "", 2026-10-08, "3"]
              - ["", 2020-10, "6", "", ""]

    不合格：
        # 文件: benefits/sample.yml
        类型: 困境儿童
        名单:  # <- P08
          - {户编号: 户1-03, 金额: 600.00}
        户数: "1"

    不合格：
        # 文件: notices/sample.yml
        标题: 2026年助学金公示
        表格:
          - 名称: 名单
            列:
              - {列: 姓名}  # <- P08
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, "1000.00"]]

    不合格：
        # 文件: notices/sample.yml
        标题: 第三季度慰问
        表格:
          - 名称: 留守儿童名单
            列:
              - {列: 姓名}  # <- P08
            行: [[王某某]]

    不合格：
        # 文件: notices/sample.yml
        正文: 王某某，女，2012年11月出生，在村小读书。  # <- P08
        说明: 王大山的孙子王小明（8岁）在村小读书。  # <- P08

    不合格：
        # 文件: questions/sample.yml
        问题: 三组有没有校车？村民李某某的孩子13岁，每天走四里路。  # <- P08
        # 文件: notices/sample.yml
        说明: 陈某某，出生日期2015年。  # <- P08

    不合格：
        # 参数: 未成年人年龄=18
        # 文件: notices/sample.yml
        表格:
          - 名称: 志愿队
            列: [{列: 姓名, 类型: 文字}, {列: 出生年月}, {列: 年龄, 类型: 数量, 单位: 岁}]
            行:
              - [王某某, 2008-11, ""]  # <- P08
              - [李某某, "", "17"]  # <- P08
              - [张某某, 2008-10, "18"]
    """
    kind = document.path.split("/")[-2] if document.path.count("/") > 1 else ""
    root = document.root
    if kind == "benefits" and root.get("类型") in TYPES and root.get("名单"):
        yield Problem(("名单",), f"{root['类型']}列了名单", "名单整段删掉，只写户数（人数）和合计", NOTE)
    day = _published(root) or context.as_of
    tables = root.get("表格")
    for number, table in enumerate(tables if isinstance(tables, list) else ()):
        if isinstance(table, Mapping):
            yield from _table(f"{root.get('标题')} {table.get('名称')}", table, ("表格", number), day, context)
    if not may_hold(document, _LOOK):
        return
    for route, label, text in texts(document):
        if not _WORTH.search(text) and not _WORTH.search(label):
            continue
        told = f"{label}：{text}" if route[-1] == label else text
        if any(_tells_a_child(said, day, context) and tells_of_a_person(said) for said in sentences(told)):
            yield _child(route)


def _published(root: Mapping[str, Value]) -> date | None:
    publication = root.get("公开")
    day = publication.get("公开日期") if isinstance(publication, Mapping) else None
    return parse_date(day) if isinstance(day, str) else None


def _table(
    title: str, table: Mapping[str, Value], route: tuple[Key, ...], day: date, context: Context
) -> Iterator[Problem]:
    headings, rows = columns(table.get("列")), table.get("行")
    cells = (
        [(number, row) for number, row in enumerate(rows) if _is_row(row, headings)] if isinstance(rows, list) else []
    )
    figures = figure_columns(table.get("列"))
    names = person_columns(headings, [row for _, row in cells], figures)
    if not names:
        return
    if _CHILDREN.search(title):
        yield Problem((*route, "列", names[0]), "孩子、学生的名单写了姓名", "这一列整列删掉，只写人数和金额", NOTE)
        return
    for number, row in cells:
        if any(row[index].strip() for index in names) and _row_tells(headings, row, day, context):
            yield _child((*route, "行", number))


def _is_row(row: Value, headings: Sequence[str]) -> TypeGuard[list[str]]:
    return isinstance(row, list) and len(row) == len(headings) and all(isinstance(cell, str) for cell in row)


def _row_tells(headings: Sequence[str], cells: Sequence[str], day: date, context: Context) -> bool:
    for heading, cell in zip(headings, cells, strict=True):
        if _BIRTH_COLUMN.search(heading) and (found := _DATE.search(cell)) and _is_child(found, day, context):
            return True
        if _AGE_COLUMN.search(heading) and cell.isdigit() and int(cell) < context.parameters.minor_age:
            return True
    return False


def _tells_a_child(text: str, day: date, context: Context) -> bool:
    born = (*_BORN.finditer(text), *_BORN_AFTER.finditer(text))
    young = (int(age) < context.parameters.minor_age for age in _AGE.findall(text))
    return any(_is_child(found, day, context) for found in born) or any(young)


def _is_child(found: re.Match[str], day: date, context: Context) -> bool:
    """Whether a person born then was a child on `day`. Without a month the person counts as born in December."""
    year, month = int(found[1]), int(found[2] or 12)
    return (day.year - year) * 12 + day.month - month < context.parameters.minor_age * 12


def _child(route: tuple[Key, ...]) -> Problem:
    return Problem(route, "名字旁边写了孩子的年龄或出生年月", "年龄、出生年月删掉，或者不写是谁", NOTE)


RULE = Rule(
    code="P08",
    title="孩子的信息不上网",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="孩子的信息放到网上收不回来，会影响他一辈子；所以先不公开，删掉以后再公开。",
    basis=("个保法·敏感信息", "个保法·公开"),
    check=check,
)
