"""Slips that break YAML and that no parser explains: full-width colons, quotes and spaces, tabs, a missing space.

Looked for only in files that do not parse, where text stands in place of a mapping, and where a name is not known.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.base.finding import Finding, Span
from generator.source.wording import finding

_KEY = r"[^\W_][\w（）()·/]{0,19}"
_HEAD = rf"^(?P<indent> *(?:- +)*)(?P<key>{_KEY}) ?"
_FULL_COLON = re.compile(_HEAD + r"(?P<colon>：)\s*(?P<rest>.*)$")
_NO_SPACE = re.compile(_HEAD + r"(?P<colon>:)(?P<rest>[^ \t:/].*)$")
_FULL_QUOTES = re.compile(_HEAD + r": +(?P<rest>[“‘](?P<inner>.*)[”’])\s*$")
_OPEN_QUOTE = re.compile(rf"^ *(?:- +)*(?:{_KEY} ?: +)?(?P<rest>(?P<quote>[\"'])[^\"']*)$")
_TABS = re.compile(r"(?P<indent>[ \-]*\t[ \t\-]*)\S")
_WIDE_SPACES = re.compile(rf"(?P<indent> *[\u3000\u00a0][ \u3000\u00a0]*)(?:- |(?:- +)*{_KEY} ?(?::(?:\s|$)|：))")
_GLUED = re.compile(rf"(?P<key>{_KEY}) ?(?P<colon>[:：])\s*(?P<rest>.+)", re.DOTALL)
_STUMBLING = re.compile(r":(?:\s|$)|\s#|^[@`%&*!\-?] ?")
_BLOCK = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip and the line as it should be."""

    finding: Finding
    mended: str


def find(path: str, text: str) -> tuple[Slip, ...]:
    """Everything that looks like a slip, in order; lines inside block text (`|`, `>`) are left alone."""
    slips: list[Slip] = []
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK.search(line) else None
        slips += _slips(path, number, line)
    return tuple(slips)


def mend(text: str, slips: tuple[Slip, ...]) -> str:
    """`text` with each slip's line as it should be; line numbers stay."""
    lines = text.split("\n")
    for slip in slips:
        lines[slip.finding.span.line - 1] = slip.mended
    return "\n".join(lines)


def slip_at(path: str, text: str, line: int) -> Finding | None:
    """The first slip on one line, for a place where text stands instead of a mapping."""
    lines = text.split("\n")
    found = _slips(path, line, lines[line - 1]) if 0 < line <= len(lines) else []
    return found[0].finding if found else None


def glued(span: Span, name: str, known: Collection[str]) -> Finding | None:
    """The slip in a name that swallowed its content, as in `{列:事项, 类型: 文字}`."""
    match = _GLUED.fullmatch(name)
    if not match or match["key"] not in known:
        return None
    code, message = ("Y07", "用了全角冒号“：”") if match["colon"] == "：" else ("Y08", "英文冒号后面没有空格")
    remedy = f"改成英文冒号，后面空一格：{match['key']}: {match['rest']}"
    return finding(span.path, span.line, span.column, code, message, remedy)


def _slips(path: str, number: int, line: str) -> list[Slip]:
    """The indentation's slip, then that of the line's marks."""
    indent = _indent(path, number, line)
    plain = indent.mended if indent else line
    marks = _marks(path, number, plain, len(line) - len(plain))
    return [slip for slip in (indent, marks) if slip]


def _indent(path: str, number: int, line: str) -> Slip | None:
    remedy = "行首只用空格：每一层缩进 2 个空格"
    if match := _TABS.match(line):
        column = match["indent"].index("\t") + 1
        mended = match["indent"].replace("\t", "  ") + line[match.end("indent") :]
        return Slip(finding(path, number, column, "Y06", "行首用了 Tab 键缩进", remedy), mended)
    if match := _WIDE_SPACES.match(line):
        column = len(match["indent"]) - len(match["indent"].lstrip(" ")) + 1
        mended = " " * len(match["indent"]) + line[match.end("indent") :]
        return Slip(finding(path, number, column, "Y06", "行首用了全角空格缩进", remedy), mended)
    return None


def _marks(path: str, number: int, line: str, shift: int) -> Slip | None:
    """`shift`: how many characters the line was longer before its indentation was mended."""
    if match := _FULL_COLON.match(line):
        mended = f"{match['indent']}{match['key']}: {_value(match['rest'])}".rstrip()
        remedy = f"改成英文冒号，后面空一格：{mended.strip()}"
        column = match.start("colon") + shift + 1
        return Slip(finding(path, number, column, "Y07", "用了全角冒号“：”", remedy), mended)
    if match := _NO_SPACE.match(line):
        mended = f"{match['indent']}{match['key']}: {_value(match['rest'].strip())}"
        remedy = f"冒号后面空一格：{mended.strip()}"
        column = match.start("colon") + shift + 1
        return Slip(finding(path, number, column, "Y08", "英文冒号后面没有空格", remedy), mended)
    if (match := _FULL_QUOTES.match(line)) and ": " in match["inner"]:
        mended = f"{line[: match.start('rest')]}{_quoted(match['inner'])}"
        remedy = f"改成英文引号：{mended.strip()}"
        column = match.start("rest") + shift + 1
        return Slip(finding(path, number, column, "Y07", "用了全角引号“”", remedy), mended)
    if (match := _OPEN_QUOTE.match(line)) and match["rest"].strip() != match["quote"]:
        mended = line.rstrip() + match["quote"]
        column = match.start("rest") + shift + 1
        remedy = f"引号用英文的，前后成对：{mended.strip()}"
        return Slip(finding(path, number, column, "Y05", "引号没有配对", remedy), mended)
    return None


def _value(text: str) -> str:
    """As it may stand after the colon: in quotes where YAML would stumble over it again."""
    return _quoted(text) if _STUMBLING.search(text) and text[0] not in "'\"[{|>" else text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
