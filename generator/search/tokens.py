"""Takes the tokens out of a document. theme/assets/search.js does the same to a query: change both together.

A token is one of
- two characters next to each other: `道路` `3月` `57`;
- three ASCII letters or digits next to each other: `g10` `772`;
- `$` and a number, whatever its commas and zeros: 5,772.26 = 5772.26, and 1.2万 counts as 1.2 and as 12000;
- `d` or `m` and a date in any form: 2026年3月5日, 2026-03-05 and 二〇二六年三月五日 all give `d2026` `d202603` `d20260305` `m0305`;
- `@` and a filter: the village's slug, the kind's folder or the board.

Marks and spaces do not count, so `支-45` is found as `支45`. Lines are never joined. The index stores a token's CRC-32.
Two tokens may share one. That does no harm, because the page checks the text of a hit before it shows it.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Callable
from sys import byteorder
from typing import TypeVar

from generator.search.documents import SearchDocument

NUMBER_BUCKETS = 1 << 14
"""Numbers share so many tokens. A token for each amount would make the index more than twice as large."""

_MARKS = re.compile(
    "[\0-\x09\x0b-)+-/:-`{-\xbf\xf7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb"
    "\ufe00-\ufe0f\ufeff\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f\ufff0-\uffff\U000e0100-\U000e01ef]+"
)
"""Characters that do not count: all marks of these blocks, except `*` (masked names) and line ends."""

_ALREADY_PLAIN = re.compile("[\n -~·—‘’“”…、。《》〇（），：；！？一-鿿]*")
"""A text of these characters alone needs no NFKC, which is slow. Nearly all texts are so."""

_TRIPLE = re.compile("(?=([0-9a-z]{3}))")
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?: ?[万亿])?")
_DATE = re.compile(
    r"(?<![0-9])(?:([0-9]{4})(?:"
    r"([-/.])([0-9]{1,2})\2([0-9]{1,2})(?!\.?[0-9])|[-/]([0-9]{1,2})(?![-/.]?[0-9])"
    r"|([01][0-9])([0-3][0-9])(?!\.?[0-9])"
    r"| ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?)?)"
    r"|([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号])"
)
_HAN_DATE = re.compile(
    "([〇零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?)?"
)
_ZEROS = {"万": 4, "亿": 8}
_HAN_DIGITS = {"〇": 0, "零": 0} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def plain(text: str) -> str:
    """`text` in NFKC and small letters. Numbers, dates and words are looked for in this spelling.

    >>> plain("ＨＴ－2026，５，７７２．２６元 ㎡ 张××")
    'ht-2026,5,772.26元 m2 张**'
    """
    text = text.replace("○", "〇").replace("×", "*")
    if _ALREADY_PLAIN.fullmatch(text):
        return text.replace("，", ",").lower()
    return unicodedata.normalize("NFKC", text).lower()


def squeezed(text: str) -> str:
    """The lines of a plain text without marks and spaces."""
    return _MARKS.sub("", text)


def date_parts(text: str) -> set[tuple[str, ...]]:
    """The dates of a plain text, as the groups of their patterns."""
    return {*_DATE.findall(text), *_HAN_DATE.findall(text)}


def document_tokens(document: SearchDocument) -> set[int]:
    """The hashes of a document's tokens. They depend on the document alone, so they may be cached."""
    text = plain(document.haystack)
    letters = squeezed(text)
    hashes = set(map(_pair_hashes.__getitem__, _pairs(letters)))
    hashes.update(map(_text_hashes.__getitem__, _TRIPLE.findall(letters)))
    hashes.update(*map(_number_hashes.__getitem__, set(_NUMBER.findall(text))))
    hashes.update(*map(_date_hashes.__getitem__, date_parts(text)))
    hashes.update(_text_hashes["@" + name] for name in (document.village_slug, document.kind, document.board))
    hashes.discard(_LINE_END)
    return hashes


def _pairs(text: str) -> set[int]:
    """All pairs of neighbouring UTF-16 units, as one number each. Slicing strings would take four times as long."""
    units = text.encode("utf-16-le", "surrogatepass")
    whole = len(units) & ~3
    pairs = array("I", units[:whole])
    pairs.frombytes(units[2 : 2 + ((len(units) - 2) & ~3)] if len(units) > 2 else b"")
    if byteorder == "big":
        pairs.byteswap()
    return set(pairs)


_LINE_END = 0
"""The hash of a pair over the end of a line. Such pairs are dropped."""

K = TypeVar("K")
V = TypeVar("V")
_REMEMBERED = 100_000


class _Remembering(dict[K, V]):
    """A cache of results by argument, because the same words and dates stand in thousands of records. A full cache is emptied."""

    def __init__(self, function: Callable[[K], V]) -> None:
        self.function = function

    def __missing__(self, key: K) -> V:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[key] = value = self.function(key)
        return value


def _hash_of_pair(pair: int) -> int:
    over_line_end = pair & 0xFFFF == 10 or pair >> 16 == 10
    return _LINE_END if over_line_end else zlib.crc32(pair.to_bytes(4, "little"))


def _hashes_of_number(written: str) -> list[int]:
    return [_text_hashes[number_token(value)] for value in number_values(written)]


def _hashes_of_date(parts: tuple[str, ...]) -> list[int]:
    return [_text_hashes[token] for token in date_tokens(parts)]


def token_hash(token: str) -> int:
    """The hash of a token. It is taken over UTF-16 units, as for pairs."""
    return zlib.crc32(token.encode("utf-16-le", "surrogatepass"))


_pair_hashes = _Remembering(_hash_of_pair)
_text_hashes = _Remembering(token_hash)
_number_hashes = _Remembering(_hashes_of_number)
_date_hashes = _Remembering(_hashes_of_date)


def number_token(value: str) -> str:
    """The token that stands for a number."""
    return f"${zlib.crc32(value.encode()) % NUMBER_BUCKETS}"


def number_values(written: str) -> tuple[str, ...]:
    """The values of a written number, without commas and needless zeros.

    >>> [number_values(written) for written in ("5,772.50", "1.2万", "004", "0.50", "0.00")]
    [('5772.5',), ('12000', '1.2'), ('4',), ('0.5',), ('0',)]
    """
    digits = written.replace(",", "")
    if digits[-1] in _ZEROS:
        digits, zeros = digits[:-1].rstrip(), _ZEROS[digits[-1]]
        whole, _, fraction = digits.partition(".")
        larger = f"{whole}{fraction[:zeros].ljust(zeros, '0')}.{fraction[zeros:]}"
        return (*number_values(larger), *number_values(digits))
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    digits = digits.lstrip("0")
    return (digits,) if digits and digits[0] != "." else ("0" + digits,)


def date_tokens(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens of a date as `_DATE` or `_HAN_DATE` found it."""
    if len(parts) == 3:
        year, month, day = parts
        return _codes("".join(str(_HAN_DIGITS[digit]) for digit in year), _han(month), _han(day))
    year, _, month1, day1, month2, month3, day3, month4, day4, month5, day5 = parts
    month, day = month1 or month2 or month3 or month4 or month5, day1 or day3 or day4 or day5
    return _codes(year, int(month or 0), int(day or 0))


def _codes(year: str, month: int, day: int) -> tuple[str, ...]:
    """The tokens of a date; none when there is no such month or day. 0 means not given."""
    if month > 12 or day > 31:
        return ()
    codes = [f"d{year}"] if year else []
    if year and month:
        codes.append(f"d{year}{month:02d}")
    if year and month and day:
        codes.append(f"d{year}{month:02d}{day:02d}")
    if month and day:
        codes.append(f"m{month:02d}{day:02d}")
    return tuple(codes)


def _han(number: str) -> int:
    """The value of a Chinese number: 十二 → 12. It is 0 for an empty text."""
    if "十" not in number:
        return _HAN_DIGITS.get(number, 0) if len(number) < 2 else 99
    tens, _, ones = number.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 99
    return _HAN_DIGITS.get(tens, 1) * 10 + _HAN_DIGITS.get(ones, 0)
