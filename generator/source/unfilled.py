"""Marks of a form that still stand where a fact belongs: `〔填：日期，例如 2026-03-01〕`, `〔选：收入、支出〕`.

Half of a mark, and a mark whose brackets a keyboard made into others, are marks as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.finding import Effect, Finding, Key, Span

CODE = "Y20"
_ASKED = r"\s*请?[填选][写择]?\s*[：:]"
_ANYWHERE = re.compile(rf"[〔﹝【〖［❲\[]{_ASKED}|请?[填选][写择]?\s*[：:][^\n〔]*〕")
"""Whole, or without its end; without its beginning."""
_ALONE = re.compile(rf"\s*(?:[（(《〈<＜「『{{｛]{_ASKED}|〔(?!\d+〕)[^〔〕\n]*〕\s*\Z)")
"""Other brackets begin a sentence as well; and a fact inside the brackets that were to go."""
_FLOW = re.compile(rf"[\[{{](?={_ASKED})(?P<inner>[^\[\]{{}}\n]*)(?P<close>[\]}}]?)")
_COLON = re.compile(r"(?<=[〔﹝【〖［❲])(?P<asked>\s*请?[填选][写择]?\s*):")
_BRACKET = re.compile(r"〔(?!\d+〕)")
"""Not that of a document's number, 农经发〔2011〕13号."""
_QUESTION = re.compile(r"[填选][写择]?\s*[：:]")
_FULL_WIDTH = str.maketrans({":": "：", ",": "，"})
_MOST_NAMES = 6
_NOTE = "这份记录还没有填完，填好再公开。"


class Left(NamedTuple):
    """A mark that was left: its line and column, from 1, and what it stands for."""

    line: int
    column: int
    route: tuple[Key, ...]


def is_likely(text: str) -> bool:
    """Whether a file may have a mark: quick, and true of few."""
    if "〔" in text and _BRACKET.search(text):
        return True
    return ("填" in text or "选" in text) and _QUESTION.search(text) is not None


def readable(text: str) -> str:
    """The text with marks that YAML reads as one value: `[填: 日期]` → `〔填：日期〕`. Every character keeps its column."""
    text = _FLOW.sub(lambda mark: f"〔{mark['inner'].translate(_FULL_WIDTH)}{'〕' if mark['close'] else ''}", text)
    return _COLON.sub(r"\g<asked>：", text)


def is_left(value: str) -> bool:
    """Whether a mark stands in a value, or in a name."""
    return next(_starts(value), None) is not None


def left_in(value: str, raw: str, line: int, column: int, route: tuple[Key, ...]) -> Iterator[Left]:
    """The marks of one value.

    Args:
        value: as it was read.
        raw: the same as it stands in the file, with its quotes.
        line: where `raw` begins, from 1; so does the column.
    """
    if not is_left(value):
        return
    for start in list(_starts(raw)) or [0]:
        before = raw[:start]
        down = before.count("\n")
        yield Left(line + down, start - before.rfind("\n") if down else column + start, route)


def routes_in(value: object, route: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """The routes of all values that hold a mark."""
    if isinstance(value, str):
        if is_left(value):
            yield route
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from routes_in(inner, (*route, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from routes_in(inner, (*route, at))


def finding(path: str, marks: Sequence[Left]) -> Finding:
    """All marks of a file, told once."""
    first, *others = (Span(path, mark.line, mark.column) for mark in marks)
    names = list(dict.fromkeys(_name(mark.route) for mark in marks))
    said = "、".join(names[:_MOST_NAMES]) + ("等" if len(names) > _MOST_NAMES else "")
    remedy = "把“〔填：…〕”“〔选：…〕”连括号一起换成真的内容；写着可以删的，没有就删掉那一行"
    return Finding(first, CODE, Effect.WITHHOLD, f"还没有填：{said}", remedy, _NOTE, also=tuple(others))


def _starts(text: str) -> Iterator[int]:
    if alone := _ALONE.match(text):
        yield alone.end() - len(alone[0].lstrip())
        return
    for mark in _ANYWHERE.finditer(text):
        yield mark.start()


def _name(route: tuple[Key, ...]) -> str:
    """What the clerk calls the place."""
    name = next((str(key) for key in reversed(route) if isinstance(key, str)), "")
    return "冒号前面的名称" if is_left(name) else name
