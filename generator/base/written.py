"""What clerks write for numbers, days and periods, and the form in which it can be read.

A suggestion is certain where nothing that was written is lost or guessed: only then may a program put it in place.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.dates import YEARS, Period, month_of, parse_date, parse_period, real_day
from generator.base.inexact import UNKNOWN


@dataclass(frozen=True, slots=True)
class Meant:
    """The text that says what was probably meant."""

    text: str
    certain: bool = True


_SCALES = {"": 1, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_MONEY = ("元", "圆", "块", "块钱", "元整", "圆整", "元人民币")
_COUNTED = frozenset(
    ("人", "户", "名", "位", "个", "件", "条", "票", "份", "次", "家", "套", "项", "人次", "户次", "名党员")
)
_NUMBER = re.compile(
    r"(?P<about>约|大约|近|将近|接近|至少|不少于|超过|不超过|不到|共|计|合计|总计|累计|人民币|RMB|CNY|[¥￥])*"
    r"(?P<sign>[-−–+]|负)?(?:[¥￥]|人民币)?"
    r"(?P<digits>[0-9]{1,3}(?:[,，、'’][0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]*)?"
    r"(?P<rough>多|余|来|左右|以上|以下)?(?P<scale>十万|百万|千万|亿|万|千)?(?P<more>多|余)?(?P<unit>[^0-9]{0,5}?)(?P<tail>左右|多|余|以上|上下)?"
)
_ROUGH = ("约", "大约", "近", "将近", "接近", "至少", "不少于", "超过", "不超过", "不到")
_UNKNOWN = re.compile(
    r"(?:数额|数字|金额|数)?(?:未写|没有?写|未知|不明|不清楚?|待查|未填|没有?填|未列|没有?列|未公布|没有?公布|看不清楚?|无法辨认|不知道?|缺失)"
)
BLANKS = frozenset({"—", "——", "-", "--", "–", "/", "／", "\\", "－", "一", "无", "空", "·", "…", "×"})
"""What stands in an empty cell of a form."""


def meant_number(text: str, unit: str = "", *, counted: bool = False) -> Meant | None:
    """A plain number for `text`; None when it cannot be told.

    Args:
        unit: in which the field counts, where it says so.
        counted: the field counts persons, households or things one by one.

    >>> meant_number("1.2万", "元").text, meant_number("81000元", "万元").text, meant_number("43万元", "万元").text
    ('12000', '8.1', '43')
    >>> meant_number("约820"), meant_number("22位", counted=True), meant_number("三百")
    (Meant(text='约820', certain=True), Meant(text='22', certain=True), None)
    >>> meant_number("近341元", "元"), meant_number("未写", "元").text
    (Meant(text='约341', certain=False), '不详')
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = (
        re.sub(r"(?<=[0-9])[ ](?=[0-9]{3}(?:[,，、 .]|$))", ",", plain.strip("“”\"' "))
        .replace(" ", "")
        .replace("。", ".")
    )
    if _UNKNOWN.fullmatch(plain):
        return Meant(UNKNOWN)
    if re.fullmatch(r"\(([0-9,.]+)\)", plain):  # accountants' way of writing less than nothing
        plain = f"-{plain[1:-1]}"
    match = _NUMBER.fullmatch(plain.replace("￥", "¥"))
    if not match:
        return None
    scale_of_text, base_of_text = _SCALES[match["scale"] or ""], match["unit"]
    if base_of_text in _MONEY:
        base_of_text = "元"
    wide = next((scale for scale in ("亿", "万", "千") if unit.startswith(scale) and unit not in ("千米", "千克")), "")
    base = unit.removeprefix(wide)
    same = (
        base_of_text in ("", base)
        or (base == "人" and base_of_text in ("名", "位", "个"))
        or base_of_text == "%" == base
    )
    known = same or (counted and base_of_text in _COUNTED)
    value = Decimal(re.sub("[,，、'’]", "", match["digits"]) + (match["fraction"] or "").rstrip("."))
    moved = bool(match["scale"]) or bool(wide and base_of_text == base and base_of_text)
    if moved:
        value = value * scale_of_text / _SCALES[wide]
    word, same_word = _rough(match, plain)
    said = format(value.normalize(), "f") if moved else format(value, "f")
    said = said.lstrip("0") if re.match(r"0[0-9]", said) else said
    sign = "-" if match["sign"] in ("-", "−", "–", "负") else ""
    return Meant(word + sign + said, certain=known and same_word)


def _rough(match: re.Match[str], plain: str) -> tuple[str, bool]:
    """The word of `inexact.ROUGH` that says how rough a number is, or nothing; and whether it says just the same."""
    more = match["rough"] or match["more"] or match["tail"]
    before = next((word for word in _ROUGH if plain.startswith(word)), "")
    if not more and not before:
        return "", True
    if more in ("以上",) or before in ("至少", "不少于"):
        return "至少", True
    if before in ("不到", "不超过") or more == "以下":
        return "不到", before == "不到"
    return "约", before in ("约", "大约") or more in ("左右", "上下")


_DIGITS = str.maketrans("〇○零ＯOo一二三四五六七八九", "000000123456789")
_DAY = re.compile(
    r"(?:(?P<year>[0-9]{4})[年./\-])?(?P<month>[0-9]{1,2})[月./\-](?P<day>[0-9]{1,2})(?:日|号)?"
    r"(?P<more>上午|下午|晚上|[上下]午[0-9一二三四五六七八九十]+[时点].*|T?[0-9]{1,2}[:时点][0-9]{0,2}.*)?(?:[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)?[.。]?"
)
_SPAN = re.compile(r"\s*(?:至|到|~|～|—+|–|-{2}|－)\s*|(?<=[0-9日月年])-(?=[0-9]{4}[年./\-])")


def _plain(text: str) -> str:
    """Half-width, without blanks, and Chinese digits and tens as figures."""
    plain = unicodedata.normalize("NFKC", text).strip("“”\"' ")
    plain = re.sub(r"(?<=[0-9日])\s+(?=[0-9]{1,2}[:时点])", "T", plain)
    plain = re.sub(r"\s+", "", plain)
    if re.search("[〇○零ＯOo一二三四五六七八九十]", plain) and re.search("[年月日]", plain):
        plain = re.sub(r"[〇○零ＯOo一二三四五六七八九十]+(?=[年月日号])", lambda match: _figure(match[0]), plain)
        plain = re.sub(r"[0-9〇○零ＯOo]+(?=年)", lambda match: match[0].translate(_DIGITS), plain)
    return plain


def _figure(chinese: str) -> str:
    """二〇二六 → 2026, 十二 → 12, 二十 → 20"""
    if "十" not in chinese:
        return chinese.translate(_DIGITS)
    tens, _, ones = chinese.partition("十")
    return str(int(tens.translate(_DIGITS) or 1) * 10 + int(ones.translate(_DIGITS) or 0))


def meant_day(text: str, year: int | None = None) -> Meant | None:
    """What the clerk probably meant, as YYYY-MM-DD; `year` stands in where none is written.

    >>> meant_day("2026.3.1"), meant_day("３月１日", 2026), meant_day("二〇二六年三月一日"), meant_day("2026年13月1日")
    (Meant(text='2026-03-01', certain=True), Meant(text='2026-03-01', certain=False), Meant(text='2026-03-01', certain=True), None)
    """
    plain = _plain(text)
    if match := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", plain):
        found = real_day(*match.groups())
        return Meant(found.isoformat()) if found else None
    match = _DAY.fullmatch(plain)
    if not match or not (match["year"] or year):
        return None
    found = real_day(match["year"] or str(year), match["month"], match["day"])
    return Meant(found.isoformat(), certain=bool(match["year"]) and not match["more"]) if found else None


def impossible_day(text: str) -> str:
    """Why a day that is written out does not exist; nothing where it is not written out, or exists.

    >>> impossible_day("2026-02-30"), impossible_day("3月 45 日"), impossible_day("2026-13-01")
    ('2026年2月只有28天，没有30日', '没有45日这一天', '没有13月')
    """
    match = _DAY.fullmatch(_plain(text))
    if not match:
        return ""
    month, day = int(match["month"]), int(match["day"])
    if not 1 <= month <= 12:
        return f"没有{month}月"
    if not 1 <= day <= 31:
        return f"没有{day}日这一天"
    if not match["year"] or int(match["year"]) not in YEARS:
        return ""
    last = calendar.monthrange(int(match["year"]), month)[1]
    return f"{match['year']}年{month}月只有{last}天，没有{day}日" if day > last else ""


_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def meant_period(text: str, year: int | None = None) -> Meant | None:
    """The period as it is written in a record; `year` stands in where none is written.

    >>> meant_period("2014年度").text, meant_period("2023年第一季度").text, meant_period("2018年上半年").text
    ('2014', '2023-Q1', '2018-01-01至2018-06-30')
    >>> meant_period("2009.1-2009.12").text, meant_period("2026年1—3月").text, meant_period("三季度")
    ('2009', '2026-Q1', None)
    >>> meant_period("2021-2022").text, meant_period("2021年至2022年").text
    ('2021-01-01至2022-12-31', '2021-01-01至2022-12-31')
    """
    plain = _plain(text).replace("份", "").replace("（", "(").strip("。.")
    if years := re.fullmatch(r"([0-9]{4})年?(?:度)?[-至到]([0-9]{4})年?(?:度)?", plain):
        span = parse_period(f"{years[1]}-01-01至{years[2]}-12-31")
        return Meant(span.code, True) if span else None
    match = re.match(r"([0-9]{4})(?:年度?|[./\-])?", plain)
    certain = bool(match)
    rest = plain[match.end() :] if match else plain
    own = int(match[1]) if match else year
    if own is None or own not in YEARS:
        return None
    period = _within(own, rest) if rest else Period(date(own, 1, 1), date(own, 12, 31))
    period = period or _between(plain, own)
    return Meant(period.code, certain) if period else None


def _within(year: int, rest: str) -> Period | None:
    """A part of a year: 10月, Q3, 第三季度, 上半年, 1-3月."""
    quarter = re.fullmatch(r"-?(?:Q|q|第)?([一二三四1-4])(?:季度?|季)?", rest)
    if quarter and not re.fullmatch(r"-?[0-9]", rest):
        return parse_period(f"{year}-Q{_QUARTERS[quarter[1]]}")
    if rest in ("上半年", "下半年"):
        return (
            Period(date(year, 1, 1), date(year, 6, 30))
            if rest[0] == "上"
            else Period(date(year, 7, 1), date(year, 12, 31))
        )
    if rest in ("全年", "度", "年度"):
        return Period(date(year, 1, 1), date(year, 12, 31))
    if match := re.fullmatch(r"([0-9]{1,2})月?(?:至|到|-|—|–|~|～)([0-9]{1,2})月", rest):
        first, last = int(match[1]), int(match[2])
        if 1 <= first <= last <= 12:
            return Period(date(year, first, 1), month_of(date(year, last, 1)).end)
    if (match := re.fullmatch(r"([0-9]{1,2})月?", rest)) and 1 <= int(match[1]) <= 12:
        return month_of(date(year, int(match[1]), 1))
    return None


def _between(plain: str, year: int) -> Period | None:
    """From a day or month to another, in any of the usual ways of writing both."""
    ends = [one for one in _SPAN.split(plain) if one]
    if len(ends) != 2:
        return None
    start, end = (_end(one, year) for one in ends)
    return Period(start.start, end.end) if start and end and start.start <= end.end else None


def _end(text: str, year: int) -> Period | None:
    if (day := meant_day(text, year)) and (found := parse_date(day.text)):
        return Period(found, found)
    match = re.fullmatch(r"(?:([0-9]{4})[年./\-])?([0-9]{1,2})月?", text)
    if match and 1 <= int(match[2]) <= 12:
        return month_of(date(int(match[1] or year), int(match[2]), 1))
    return None
