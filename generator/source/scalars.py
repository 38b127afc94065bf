"""What is wrong with a value that YAML cannot read on its line, and the value as it was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.source.raw_lines import as_value, is_sound, quoted

_PAIR = re.compile(r"(?P<key>[^\s:：{}\[\],\"'][^:：{}\[\],]{0,19}?) ?(?P<colon>: |：|:)\s*(?P<rest>.*)", re.DOTALL)
_JOINT = re.compile(r"\s*[，；、]\s*(?=[^\W\d_]{1,6}: )")
"""A full-width comma in front of a further name."""
_OPENING = {"[": "]", "{": "}"}
_IN_QUOTES = "用英文引号把整段内容括起来"
_FIRST = {
    "*": ("Y10", "内容开头的“*”有别的意思"),
    "&": ("Y10", "内容开头的“&”有别的意思"),
    "!": ("Y11", "内容开头的“!”有别的意思"),
    "|": ("Y05", "“|”后面要另起一行"),
    ">": ("Y05", "“>”后面要另起一行"),
}


class ValueSlip(NamedTuple):
    """What is wrong, how many characters into the value, and the value as it should be."""

    code: str
    at: int
    message: str
    remedy: str
    mended: str


def value_slip(value: str) -> ValueSlip:
    """Of a value that cannot be read as it stands.

    >>> value_slip('"三务"公开栏').mended, value_slip("通知: 停水").mended, value_slip("[甲[1]号]").mended
    ('\\'"三务"公开栏\\'', "'通知: 停水'", "['甲[1]号']")
    """
    first = value[0]
    if first in "\"'":
        return _quote(value)
    if first in _OPENING:
        return _bracket(value)
    if first in _FIRST:
        return ValueSlip(_FIRST[first][0], 0, _FIRST[first][1], _IN_QUOTES, quoted(value))
    if not first.isalnum() and first.isascii():
        return ValueSlip("Y05", 0, f"内容不能用“{first}”开头", _IN_QUOTES, quoted(value))
    colon = re.search(r":(?= |$)", value)
    message = "这一行多了一个冒号" if colon else "这一行有 YAML 不认识的符号"
    return ValueSlip("Y05", colon.start() if colon else 0, message, _IN_QUOTES, quoted(value))


def _quote(value: str) -> ValueSlip:
    mark = value[0]
    if value.count(mark) == 1:
        return ValueSlip(
            "Y05", 0, "引号没有配对", "引号用英文的，前后成对", value + mark if len(value) > 1 else quoted(value)
        )
    end = value.find(mark, 1)
    if mark == '"' and value.endswith('"') and "\\" in value:
        mended = quoted(value[1:-1].replace('\\"', '"'))
        return ValueSlip("Y05", value.index("\\"), "双引号里的反斜杠“\\”会改变后面的字", "改用英文单引号", mended)
    if value.endswith(mark) and value.count(mark) > 2 and mark == '"':
        return ValueSlip("Y05", end, "引号里面又有引号", "外面用英文单引号，里面的照写", quoted(value[1:-1]))
    return ValueSlip("Y05", 0, f"引号只括住了开头的{value[: end + 1]}", _IN_QUOTES, quoted(value))


def _bracket(value: str) -> ValueSlip:
    opening = value[0]
    closing = _OPENING[opening]
    end = _closed_at(value)
    if end is not None and end < len(value) - 1:
        said = f"“{opening}”开头的内容，后面还有字"
        return ValueSlip("Y05", 0, said, _IN_QUOTES, quoted(value))
    inner = value[1:end] if end is not None else value[1:].removesuffix(closing)
    joint = _JOINT.search(inner) if opening == "{" else None
    if joint and is_sound(apart := f"{{{_JOINT.sub(', ', inner)}}}"):
        return ValueSlip("Y07", joint.start() + 1, "用了全角逗号", "改成英文逗号，后面空一格", apart)
    at, parts = 1, []
    first_bad: tuple[int, str] | None = None
    for part in split(inner):
        text = part.strip()
        mended = _part(text, opening)
        if mended != text and first_bad is None:
            first_bad = (at + len(part) - len(part.lstrip()), text)
        parts.append(mended)
        at += len(part) + 1
    whole = f"{opening}{', '.join(parts)}{closing}".replace(" , ", ", ")
    if not inner.strip() or not is_sound(whole):
        return ValueSlip("Y05", 0, "括号没有配对", _IN_QUOTES, quoted(value))
    if end is None and first_bad is None:
        return ValueSlip("Y05", 0, "括号没有配对", f"补上“{closing}”", whole)
    place, text = first_bad or (0, "")
    wide = opening == "{" and _PAIR.match(text)
    if wide and wide["colon"] == "：":
        return ValueSlip("Y07", place + wide.start("colon"), "用了全角冒号“：”", "改成英文冒号，后面空一格", whole)
    if re.search(r"[\[\]{}]", text):
        return ValueSlip("Y05", place, "括号里面又有括号", "有括号的那一项用英文引号括起来", whole)
    return ValueSlip("Y05", place, "括号里有一项读不通", "那一项用英文引号括起来", whole)


def _part(text: str, opening: str) -> str:
    """One item or pair of what stands in brackets, as it should be."""
    if not text:
        return text
    if text.endswith(":"):
        return f"{text} "
    if opening == "[":
        return text if is_sound(f"[{text}]") else as_value(text, flow=True)
    if is_sound(f"{{{text}}}") and "：" not in text.split(":", 1)[0]:
        return text
    match = _PAIR.fullmatch(text)
    return f"{match['key']}: {as_value(match['rest'], flow=True)}" if match and match["rest"] else text


def split(inner: str) -> list[str]:
    """What stands between commas; commas inside quotes or further brackets do not count."""
    parts, start, depth, mark = [], 0, 0, ""
    for at, character in enumerate(inner):
        if mark:
            mark = "" if character == mark else mark
        elif character in "\"'" and inner[start:at].strip(" :[{") in ("", inner[start:at].split(":")[0].strip()):
            mark = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
        elif character == "," and depth <= 0:
            parts.append(inner[start:at])
            start = at + 1
    return [*parts, inner[start:]]


def _closed_at(value: str) -> int | None:
    """Where the bracket that the value begins with is closed."""
    depth, mark = 0, ""
    for at, character in enumerate(value):
        if mark:
            mark = "" if character == mark else mark
        elif character in "\"'" and value[:at].rstrip()[-1:] in ("[", "{", ",", ":"):
            mark = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                return at
    return None
