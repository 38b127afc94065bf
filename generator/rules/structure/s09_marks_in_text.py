"""S09: no marks of web pages, forms or keyboards are left in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR
from typing import NamedTuple

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.values import Unread
from generator.records.walk import Field, Route, walk
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

COUNTERS = frozenset({"序号", "编号", "行次"})
"""A row of a form with nothing but its number is blank."""


class _Odd(NamedTuple):
    """What is odd in a text, what to do, and a quick look that is true of few files."""

    pattern: re.Pattern[str]
    remedy: str
    may_be: Callable[[str], object]


_NUMBER = _Odd(
    re.compile(
        r"[〔［\[【（(]\s*(?:19|20)\d{2,}[^〕］\]】）)\s]{0,6}?号"
        r"|(?<![〔［\[【（(\d])(?:19|20)\d{2}[〕］\]】]\s*\d+\s*号"
    ),
    "文号对照原文件，写成“县民发〔2022〕8号”这样",
    Look(
        r"[〔［\[【（(]\s*(?:19|20)\d{2,}[^〕］\]】）)\s]{0,6}号",
        r"(?:19|20)\d{2}[〕］\]】]\s*\d+\s*号",
    ).finds,
)
_FOUND: tuple[_Odd, ...] = (
    _Odd(re.compile(r"\\r\\n|\\[rnt](?![A-Za-z])"), "删掉，要换行的换一行写", Look(r"\\").finds),
    _Odd(
        re.compile(
            r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d+);"
            r"|</?(?:p|br|div|span|b|strong|table|tr|td|th|font|img|a)\b[^<>]*/?>",
            re.IGNORECASE,
        ),
        "删掉，只留文字",
        Look("[&<]").finds,
    ),
    _NUMBER,
    _Odd(
        re.compile(
            r"(?<![0-9])(?:19|20)[0-9]{2}(?:1[0-2]|[1-9])(?:[-—至](?:1[0-2]|[1-9]))?月"
            r"|(?<![0-9])(?:(?:1[3-9]|[2-9][0-9]|00?)\s*月\s*[0-9]{1,2}|[0-9]{1,2}\s*月\s*(?:3[2-9]|[4-9][0-9]|00?)"
            r"|0?2\s*月\s*3[01]|(?:0?[469]|11)\s*月\s*31)\s*日"
        ),
        "没有这样的年月日，对照原件改正",
        Look(
            r"(?:19|20)[0-9]{3}[0-9]?(?:[-—至][0-9]{1,2})?月",
            r"(?:1[3-9]|[2-9][0-9]|(?:^|[^0-9])00?)\s*月\s*[0-9]{1,2}\s*日|[0-9]\s*月\s*(?:3[2-9]|[4-9][0-9]|00?)\s*日",
            r"(?:^|[^0-9])0?2\s*月\s*3[01]\s*日|(?:(?:^|[^0-9])0?[469]|11)\s*月\s*31\s*日",
        ).finds,
    ),
    _Odd(
        re.compile(r"(?<![0-9电])(?:19|20)[0-9]{2}度(?=[\u4e00-\u9fff])(?!电)"),
        "写成“2022年度”",
        Look(r"(?:19|20)[0-9]{2}度[一-鿿]").finds,
    ),
    _Odd(
        re.compile(r"[壹贰叁肆伍陆柒捌玖][十百千]"),
        "大写的数照票据的写法：拾、佰、仟",
        Look("[壹贰叁肆伍陆柒捌玖][十百千]").finds,
    ),
    _Odd(
        re.compile(r"万万元|元元|万元万|元万元|亩亩|吨吨|公里公里|(?:人人|户户)(?=[，。；）\x22']|$)", re.MULTILINE),
        "单位只写一遍",
        Look("万万元|元元|万元万|元万元|亩亩|吨吨|公里公里|人人|户户").finds,
    ),
    _Odd(re.compile(r"([，。、；：,;])\1"), "标点只写一个", Look("，，|。。|、、|；；|：：|,,|;;").finds),
    # 一户一户 and 是不是不 are right.
    _Odd(
        re.compile(r"((?![一不])[\u4e00-\u9fff](?![一不])[\u4e00-\u9fff])\1"),
        "写了两遍的字，删掉一遍",
        re.compile(r"([\u4e00-\u9fff])([\u4e00-\u9fff])\1\2").search,
    ),
)
_YEAR = re.compile(r"[〔［\[]((?:19|20)\d{2})[〕］\]]\s*(\d+)\s*号")
_PAIRS = (("（(", "）)"), ("〔", "〕"), ("【", "】"), ("《", "》"))
_ALIGNED = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_BLANKS = Look("(?:^|[^一-鿿])[一-鿿][ \u3000]+[一-鿿](?:[^一-鿿]|$)")
_PARTED = re.compile(r"[\u4e00-\u9fff] +[\u4e00-\u9fff]+")
_ISSUER = "发布单位"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """文字里不要带进网页、表格的记号，单位不写两遍，文号写全，表里不留空行。

    为什么：
        “\\r\\n”“&nbsp;”是从别处复制时带进来的，村民看不懂；“万万元”“〔20228号”看不出到底是多少、是哪一份。

    怎么查：
        查所有的文字：“\\r\\n”“\\n”“&nbsp;”“<br>”这样的记号；“元元”“万万元”这样写了两遍的单位；
        文号的括号不成对、年份不是四位数、年份在公开以后、编号是0的；“20241月”“3月45日”这样的日期；
        “2022度”“叁仟捌百”这样少字、写错的；括号只有前一半的；“，，”这样的标点；“资金资金”这样写了两遍的词；
        “王 某”这样中间有空格的姓名，发布单位里的空格。
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

    合格：
        # 写两遍也对的；只有后一半括号的
        正文: |
          一户一户走访，是不是不修了；1)先修路，2)再修渠；2月29日、4月30日、12月31日，20241期；用电1935度，2055度电。
        依据:
          - 《条例》（试行）第（一）项

    不合格：
        发布单位: 柳湾村 村民委员会  # <- S09
        依据:
          - 党费规定（试行  # <- S09
          - 资金资金管理规定  # <- S09
          - 20241-6月份发放表  # <- S09
          - 4月31日的决定  # <- S09
          - 同意，，再报镇里  # <- S09
          - 2026度工作安排  # <- S09
          - 每垧叁仟捌百元  # <- S09
          - （汉区财发〔202124）  # <- S09
        表格:
          - 名称: 当选的人
            列: [{列: 职务}, {列: 姓名}]
            行:
              - [委员, 王 某、吴某某]  # <- S09

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
    if record.body.issuer and (parted := _PARTED.search(record.body.issuer)):
        yield _problem((_ISSUER,), parted[0], "名称中间不留空格")
    suspects = _suspects(record.document.text)
    if suspects:
        year = _year(record)
        for route, _, value, _ in walk(record.body, _is_words):
            if isinstance(value, Table):
                yield from _cells(route, value, year, suspects)
            else:
                yield from _told(route, value, year, suspects)


def _year(record: Record) -> int:
    """Of the publication; later than any where it could not be read."""
    try:
        return record.body.publication.day.year  # type: ignore[no-any-return]
    except Unread:
        return MAXYEAR


def _is_table(field: Field) -> bool:
    return field.model is Table


def _is_words(field: Field) -> bool:
    return field.model is Table if field.model else field.value == "文字"


@dataclass(frozen=True, slots=True)
class _Suspects:
    """What a quick look at the whole file found; the fields are looked through for this alone."""

    found: tuple[_Odd, ...]
    pairs: tuple[tuple[str, str], ...]
    blanks: bool

    def __bool__(self) -> bool:
        return bool(self.found or self.pairs or self.blanks)


def _suspects(text: str) -> _Suspects:
    return _Suspects(
        tuple(one for one in _FOUND if one.may_be(text) and (one.pattern.search(text) or _is_doubtful(one, text))),
        tuple(pair for pair in _PAIRS if _surplus(text, pair)),
        _BLANKS.finds(text),
    )


def _is_doubtful(one: _Odd, text: str) -> bool:
    """A number of the right form may still have a year that is yet to come."""
    return one is _NUMBER and _YEAR.search(text) is not None


def _surplus(text: str, pair: tuple[str, str]) -> bool:
    """More opening brackets than closing ones. 1) has no opening one and is right."""
    opening = sum(text.count(mark) for mark in pair[0])
    return opening > 0 and opening > sum(text.count(mark) for mark in pair[1])


def _cells(route: Route, table: Table, year: int, suspects: _Suspects) -> Iterator[Problem]:
    for index, row in enumerate(table.rows):
        for cell in row:
            yield from _told((*route, "行", index), cell, year, suspects)


def _told(route: Route, words: str, year: int, suspects: _Suspects) -> Iterator[Problem]:
    """What is odd in some words, each once."""
    return (_problem(route, what, remedy) for what, remedy in dict(_odd(words, year, suspects)).items())


def _problem(route: Route, what: str, remedy: str) -> Problem:
    return Problem(route, f"{said(route)}里有“{what[:20]}”", remedy)


def _odd(words: str, year: int, suspects: _Suspects) -> Iterator[tuple[str, str]]:
    numbers = []
    if _NUMBER in suspects.found:
        numbers = [found[0] for found in _YEAR.finditer(words) if int(found[1]) > year or int(found[2]) == 0]
        numbers += [found[0] for found in _NUMBER.pattern.finditer(words)]
        yield from ((number, _NUMBER.remedy) for number in numbers)
    for one in suspects.found:
        if one is not _NUMBER:
            yield from ((found[0], one.remedy) for found in one.pattern.finditer(words))
    for pair in suspects.pairs:
        if _surplus(words, pair) and not (numbers and pair[0] == "〔"):
            last = max(words.rfind(mark) for mark in pair[0])
            yield words[last : last + 12], "括号没有配对，补上另一半"
    if suspects.blanks:
        for item in words.split("、"):
            if found := _ALIGNED.fullmatch(item.strip()):
                yield found[0], "姓名中间不留空格"


RULE = Rule(
    code="S09",
    title="文字里不留多余的记号",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="意思多半还看得懂，只是难看、难查；所以只提醒填写的人。",
    basis=("本网站",),
    check=check,
)
