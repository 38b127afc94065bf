"""Finds personal numbers by their folded digits: any Unicode digit, with up to three other characters between two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.base.looks import DIGITS, Look

_D = "\\d〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺①-⑨⓪❶-❾➀-➈➊-➒⑴-⑼⒈-⒐㊀-㊈²³¹⁰⁴-⁹₀-₉"
"""What stands for one digit. The regular expression's own `\\d` is every decimal digit of Unicode."""
_M = "*＊×✱✕●○□■◯某xX"
"""What stands in place of a digit that is hidden."""
_GAP = rf"\s++|[^\w\s{_M}]|_"
RUN = re.compile(
    rf"(?!20\d\d-\d\d-\d\d(?!(?:{_GAP})?[\d{_M}]))[{_D}]"
    rf"(?:(?:{_GAP}){{0,3}}+(?:[{_M}]{{1,16}}+(?:{_GAP}){{0,3}}+){{0,4}}+[{_D}]){{6,}}+"
    rf"(?:(?:{_GAP}){{0,3}}[*＊×●○□]+)*"
)
"""Seven and more digits, gaps and hidden digits between them; a day alone is none. Where it finds nothing, there is nothing."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_X = "xXⅩⅹХхΧχ×ｘＸ"
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3]")
_CARD = re.compile(r"6[02389][0-9]{14,17}|(?:4[0-9]|5[1-5]|9[0-9])[0-9]{14}|9[0-9]{18}")
"""Cards of Chinese banks have 16 to 19 digits and begin like this. Other beginnings are other numbers."""
_OTHER = re.compile(
    r"(?:代码|编码|注册号|登记号|文号|编号|凭证号?|发票|订单号?|流水号?|合同号|项目号|档案号|许可证|执照|税号|索引号|案号|单号|批次|[票条]码)"
    r"[^，。；、\w]*[号为是]?[^，。；、\w]*$"
)
"""Words before a number of something else, which has no check digit of ours."""
_CALL = re.compile(r"(?:电话|手机|联系|号码|拨打|致电|打|咨询|tel|phone|mobile)[^，。；]{0,8}$", re.IGNORECASE)
_UNIT = re.compile(r"\s{0,3}(?:万|亿|千|百)?(?:元(?![旦宝])|圆|块钱|角|斤|公斤|千克|吨|亩|平方|立方|株|羽|㎡|m[²2³3])")


class Sort(StrEnum):
    """What a number is."""

    ID = "身份证号"
    HALF = "遮了一半的证号"
    MOBILE = "手机号"
    CARD = "银行卡号"


class Number(NamedTuple):
    """A personal number, and where it stands in the text."""

    sort: Sort
    start: int
    end: int


class _Run(NamedTuple):
    """The digits of a run, each with its place; whether a group begins there, also where 二 stands before 138…"""

    digits: str
    places: tuple[int, ...]
    starts: tuple[bool, ...]

    def ends(self, index: int) -> bool:
        """A group ends before the digit at `index`."""
        return index >= len(self.digits) or self.starts[index]


_GAP_LOOSE = "[^0-9A-Za-z一-鿿]*"
LOOK = Look(
    rf"1{_GAP_LOOSE}[3-9](?:{_GAP_LOOSE}[0-9]){{9}}|[0-9](?:{_GAP_LOOSE}[0-9]){{11}}",
    rf"[{DIGITS[3:]}{_D[2:]}](?:{_GAP_LOOSE}[{_D}]){{6}}",
    r"\*\*|＊＊|\* \*|××|●|○|□|■|◯|XX|xx|✱|✕",
)
"""Eleven digits of a telephone, twelve of any number, seven of which one is no ASCII digit, hidden digits."""


def find(text: str, label: str = "") -> Iterator[Number]:
    """The ID, mobile and card numbers in a text, also inside longer numbers where a check digit tells them.

    Args:
        label: the name of the field or column that the text stands under; it may say that the number is another.
    """
    for found in RUN.finditer(text):
        run = _run(text, found)
        yield from _ids(text, run, label)
        yield from _mobiles(text, run)
        yield from _cards(text, run, label)
        yield from _halves(found)


def is_id_number(text: str) -> bool:
    """An 18-digit number with a real birth day and the right check digit (GB 11643)."""
    if not _is_birth(text[6:14]):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True)) % 11
    return "10X98765432"[rest] == text[17].upper()


def is_card(number: str) -> bool:
    """Whether it begins like a bank card and its last digit is right (Luhn, ISO/IEC 7812)."""
    if not _CARD.fullmatch(number):
        return False
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    total = sum(int(digit) for digit in number[-1::-2]) + sum(value - 9 if value > 9 else value for value in doubled)
    return total % 10 == 0


def folded(character: str) -> str:
    """The ASCII digit that a character stands for, or an empty text."""
    if "0" <= character <= "9":
        return character
    value = 1 if character == "幺" else unicodedata.numeric(character, -1)
    return str(int(value)) if value in range(10) else ""


def _run(text: str, found: re.Match[str]) -> _Run:
    digits, places, starts = [], [], []
    last = -2
    for place in range(found.start(), found.end()):
        if digit := folded(text[place]):
            digits.append(digit)
            places.append(place)
            starts.append(place != last + 1 or text[place].isdecimal() != text[last].isdecimal())
            last = place
    return _Run("".join(digits), tuple(places), tuple(starts))


def _ids(text: str, run: _Run, label: str) -> Iterator[Number]:
    digits, count = run.digits, len(run.digits)
    for start in range(count - 16):
        end = start + 17
        whole = run.places[end - 1] - run.places[start] == 16
        if (
            digits[start] == "0"
            or digits[start + 6 : start + 8] not in ("19", "20")
            or not (run.starts[start] or whole)
        ):
            continue
        if end < count and is_id_number(digits[start : end + 1]):
            yield Number(Sort.ID, run.places[start], run.places[end] + 1)
        elif (mark := _mark(text, run.places[end - 1] + 1)) and is_id_number(f"{digits[start:end]}X"):
            yield Number(Sort.ID, run.places[start], mark)
    for start in range(count - 14):
        end = start + 15
        if not (run.starts[start] and run.ends(end) and _PROVINCE.match(digits, start)):
            continue
        before = text[max(0, run.places[start] - 16) : run.places[start]]
        one = run.places[end - 1] - run.places[start] == 14 or count == 15
        if one and _is_birth(f"19{digits[start + 6 : start + 12]}", 1920) and not _other(before, label):
            yield Number(Sort.ID, run.places[start], run.places[end - 1] + 1)


def _mark(text: str, place: int) -> int:
    """The place behind an X that stands at most three other characters further; 0 where there is none."""
    for at in range(place, min(place + 4, len(text))):
        if text[at] in _X:
            return at + 1
        if text[at].isalnum():
            break
    return 0


def _is_birth(digits: str, since: int = 1900) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return since <= day.year <= 2099


def _other(before: str, label: str) -> bool:
    return bool(_OTHER.search(before) or _OTHER.search(label))


def _mobiles(text: str, run: _Run) -> Iterator[Number]:
    digits = run.digits
    for start in range(len(digits) - 10):
        if not run.starts[start]:
            continue
        begin = start + next((len(code) for code in ("0086", "86") if digits.startswith(code, start)), 0)
        end = begin + 11
        if end > len(digits) or digits[begin] != "1" or digits[begin + 1] < "3" or not run.ends(end):
            continue
        if not _is_figure(text, run, begin, end):
            yield Number(Sort.MOBILE, run.places[begin], run.places[end - 1] + 1)


def _is_figure(text: str, run: _Run, begin: int, end: int) -> bool:
    """It is an amount, or figures in a row (135 1200 3500 20)."""
    places = run.places
    after = text[places[end - 1] + 1 : places[end - 1] + 8]
    if re.match(r"[.．]\d{1,2}(?!\d)(?![.．]\d)", after) or _UNIT.match(after):
        return True
    gaps = [text[places[i - 1] + 1 : places[i]] for i in range(begin + 1, end) if run.starts[i]]
    if not gaps or _CALL.search(text[max(0, places[begin] - 16) : places[begin]]):
        return False
    if gaps[-1] in (".", "．") and set(gaps[:-1]) <= {",", "，"}:
        return True  # 1,390,000.1234
    groups = [run.digits[a:b] for a, b in pairwise(index for index in range(begin, end + 1) if run.ends(index))]
    if set(gaps) <= {",", "，"} and {len(group) for group in groups[1:]} == {3}:
        return True  # 13,900,001,234
    if any(len(a) == 4 and a[:2] in ("19", "20") and len(b) == 2 and b < "13" for a, b in pairwise(groups)):
        return True  # 15-2026-10-01-1
    before = text[places[begin - 1] + 1 : places[begin]] if begin else ""
    behind = text[places[end - 1] + 1 : places[end]] if end < len(places) else ""
    glued = begin > 0 and not run.digits.endswith("86", 0, begin) and before in gaps
    return glued or behind in gaps


def _cards(text: str, run: _Run, label: str) -> Iterator[Number]:
    for start in range(len(run.digits) - 15):
        if not run.starts[start]:
            continue
        for length in range(19, 15, -1):
            end = start + length
            if end <= len(run.digits) and run.ends(end) and is_card(run.digits[start:end]):
                before = text[max(0, run.places[start] - 16) : run.places[start]]
                if not _other(before, label):
                    yield Number(Sort.CARD, run.places[start], run.places[end - 1] + 1)
                break


def _halves(found: re.Match[str]) -> Iterator[Number]:
    """Numbers of which a part is hidden, while their region or birth day still stands there."""
    for part in re.finditer(r"[^，、,;；]+", found[0]):
        joined = "".join(folded(character) or ("*" if character in _M else "") for character in part[0])
        hidden = joined.count("*")
        if hidden < 2 or not "0" < joined[0] <= "9":
            continue
        whole = 15 <= len(joined) <= 20 and len(joined) - hidden >= 5
        region = re.match(r"\d{6,}\*{2,}", joined) and not (joined[0] == "1" and len(joined) == 11)
        if whole or region:
            yield Number(Sort.HALF, found.start() + part.start(), found.start() + part.end())
