"""Tells which columns of a table name persons: by their headings, and by what stands in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.base.names import is_masked, mask_name
from generator.base.persons import (
    HAN,
    begins_like_a_name,
    is_foreign,
    is_name,
    is_ordinary,
    joined,
    masked,
    names_in,
    typical,
)
from generator.records.tables import Table
from generator.rules.privacy.mentions import masked_in

_NAMES = re.compile(r"姓名|名字|户主|户名|人名")
"""Every text under such a heading is a name, save a few words."""
_PERSONS = re.compile(
    r"(?:人|者|户|员|属|生|代表|家长|配偶|对象|子女|老人|儿童|孩子|父亲|母亲|成员|丈夫|妻子|本人|师傅|签名|签字|签收)(?:[（(].*)?$"
)
"""A heading that ends so speaks of persons: 领取人, 低保户, 学生, 承包方代表. A firm may stand there as well."""
_PLACES = re.compile(r"[村组镇乡区地处路河塘站街巷]$|单位|名称|地点|位置|项目|事项|内容|品种|公司|机构|部门")
_OFFICE = re.compile(
    r"经手|经办|审[核批]|批准|主持|记录|负责|联系人|验收|监督|监交|编制|当选|候选|代办|帮扶|包联|报账|制表|填[表报]|复核|会计|出纳"
)
"""A heading over those who act in office."""
_POSTS = re.compile(r"职务|岗位|职位|职责")
_NO_NAME = re.compile(
    r"合计|小计|总计|同上|保密|略|无|空|全部|其他|以下空白|暂缺|其中.{0,40}|全体.{0,40}|.{0,40}[户组村]|[一二三四五六七八九十]{1,4}[组片]?"
)
_BODY = re.compile(
    r"(?:[队社店厂站所部场行局院校会班组户村镇园房室区矿馆库摊]|公司|中心|银行|超市|集体|委员会|支部|小学|中学|幼儿园|合作社|工程队|农场|卫生室|施工方"
    r"|承包方|出租方|单位|多人|群众|村民|党员|代表|学生|教师|老师|农户|居民|干部|保洁|师傅|工人|民工|司机|瓦工|木工|石匠|[员工匠])$"
)
_WHOLE = re.compile(
    rf"[{HAN}]{{2,4}}|(?![{HAN}]{{0,6}}[社司队店厂村组代见附])[{HAN}]{{5,7}}|[{HAN}]{{1,8}}[·•・‧][{HAN}·•・‧]{{1,16}}"
)
_HIDDEN = re.compile(r"[^\w·•・‧*＊×]")


def person_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool] = ()) -> list[int]:
    """The columns that name persons, masked or not. A table with a column for posts has none: its persons act in office.

    Args:
        numbers: which columns hold figures only.
    """
    if any(_POSTS.search(heading) for heading in headings):
        return []
    return [
        index
        for index, heading in enumerate(headings)
        if not (numbers and numbers[index])
        and _is_of_persons(heading, tuple(row[index] for row in rows if index < len(row)))
    ]


def columns_with_names(table: Table) -> list[int]:
    """The columns of a typed table that name persons."""
    headings, rows, figures = _parts(table)
    return person_columns(headings, rows, figures)


def open_names(table: Table) -> Iterator[tuple[int, int, str]]:
    """The cells of a typed table with an open name: row, column, its masked form."""
    return named_rows(*_parts(table), closed=[column.personal for column in table.columns])


def _parts(table: Table) -> tuple[list[str], tuple[tuple[str, ...], ...], list[bool]]:
    return [column.name for column in table.columns], table.rows, [column.is_number for column in table.columns]


def full_name(heading: str, cell: str) -> str:
    """The masked form of a name that stands open under a heading, or an empty text."""
    plain = joined(cell.strip())
    if not plain or is_masked(plain) or _NO_NAME.fullmatch(plain):
        return ""
    if names_in(plain) and not _BODY.search(plain):
        return masked(cell)
    bare = _HIDDEN.split(plain)[0]
    if _NAMES.search(heading):
        return mask_name(bare) if _WHOLE.fullmatch(bare) or is_foreign(bare) else ""
    looks = (
        _PERSONS.search(heading)
        and begins_like_a_name(bare)
        and _WHOLE.fullmatch(bare)
        and not _BODY.search(bare)
        and not is_ordinary(bare[:2])
    )
    return mask_name(bare) if looks or is_foreign(bare) else ""


def looks_like_name(word: str) -> bool:
    """Whether a word that stands for one person can be nothing but a name: no trade, body, relation or ordinary word."""
    plain = _WHOLE.fullmatch(word) and not is_masked(word) and not _NO_NAME.fullmatch(word)
    return bool(plain and not _BODY.search(word) and not is_ordinary(word[:2])) or is_foreign(word)


@lru_cache(maxsize=64)
def _is_of_persons(heading: str, cells: tuple[str, ...]) -> bool:
    """Several rules ask about the same table."""
    if _OFFICE.search(heading):
        return False
    if _NAMES.search(heading) or _PERSONS.search(heading):
        return True
    filled = [joined(cell.strip()) for cell in cells if cell.strip()]
    if not filled or _PLACES.search(heading):
        return False
    named = sum(
        (masked_in(cell) and len(cell) < 8) or (is_name(cell) and typical(cell)) or is_foreign(cell) for cell in filled
    )
    return named * 2 >= len(filled)


def named_rows(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Sequence[bool] = (),
    closed: Sequence[bool] = (),
) -> Iterator[tuple[int, int, str]]:
    """The cells with an open name: row, column, its masked form.

    Args:
        closed: columns that have to be empty anyway.
    """
    for index in person_columns(headings, rows, numbers):
        if closed and closed[index]:
            continue
        for number, row in enumerate(rows):
            if index < len(row) and (meant := full_name(headings[index], row[index])):
                yield number, index, meant
