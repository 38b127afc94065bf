"""Slips that break YAML and that no parser explains, line by line: full-width marks, quotes, dashes and tabs.

They are looked for only in files that do not parse, where text stands in place of a mapping, and where a name is not
known. Every line is looked at alone, so that all slips of a file are told at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.base.finding import Finding, Fix
from generator.source.raw_lines import HEAD, KEY, as_value, is_sound, quoted
from generator.source.scalars import value_slip
from generator.source.wording import finding

_FULL_COLON = re.compile(HEAD + r"(?P<colon>：)\s*(?P<rest>.*)$")
_NO_SPACE = re.compile(HEAD + r"(?P<colon>:)(?P<rest>[^ \t:/].*)$")
_FULL_QUOTES = re.compile(HEAD + r": +(?P<rest>[“‘](?P<inner>.*)[”’])\s*$")
_VALUE = re.compile(rf"^(?P<head> *(?:(?:- +)+(?:{KEY} ?: +)?|{KEY} ?: +))(?P<value>(?!{KEY} ?:\s*$)\S.*?)\s*$")
_TABS = re.compile(r"(?P<indent>[ \-]*\t[ \t\-]*)\S")
_WIDE_SPACES = re.compile(rf"(?P<indent> *[\u3000\u00a0][ \u3000\u00a0]*)(?:- |(?:- +)*{KEY} ?(?::(?:\s|$)|：))")
_DASH = re.compile(r"^(?P<indent> *)(?P<dash>[-—–－−·•●]) ?(?P<rest>[^\s\-—–－−·•●\d.].*)$")
_BLOCK = re.compile(r"(?:^|[:\-] +)[|>][+\-0-9]*\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip and the line as it should be."""

    finding: Finding
    mended: str


def find(path: str, text: str) -> tuple[Slip, ...]:
    """Everything that looks like a slip, in order; lines inside block text (`|`, `>`) are left alone."""
    slips: list[Slip] = []
    block_indent: int | None = None
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK.search(line) else None
        if line.lstrip().startswith("#"):
            continue
        slips += _slips(path, number, line, lines[number] if number < len(lines) else "")
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
    found = _slips(path, line, lines[line - 1], "") if 0 < line <= len(lines) else []
    return found[0].finding if found else None


def _slips(path: str, number: int, line: str, following: str) -> list[Slip]:
    """The indentation's slip, then that of the dash, then that of the line's marks; each on the line as mended so far."""
    found: list[Slip] = []
    mended = line
    for look in (_indent, _dash, _marks):
        if slip := look(path, number, mended):
            shift = len(line) - len(mended)
            span = replace(slip.finding.span, column=max(1, slip.finding.span.column + shift))
            found.append(Slip(replace(slip.finding, span=span), slip.mended))
            mended = slip.mended
    if not found and (slip := _value(path, number, mended, following)):
        found.append(slip)
        mended = slip.mended
    odd = (len(mended) - len(mended.lstrip(" "))) % 2 == 1
    fix = (Fix(number, 1, len(line), mended, certain=not odd and all(_is_certain(slip) for slip in found)),)
    return [Slip(replace(slip.finding, fixes=fix), mended) for slip in found]


def _is_certain(slip: Slip) -> bool:
    """Slips of one key on the keyboard mean one thing only; a broken value may have meant another."""
    return slip.finding.code in ("Y06", "Y07", "Y08") or slip.finding.message.startswith("“-”")


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


def _dash(path: str, number: int, line: str) -> Slip | None:
    match = _DASH.match(line)
    if not match or line.strip("- ") == "" or line.startswith("- ", len(match["indent"])):
        return None
    mended = f"{match['indent']}- {match['rest']}"
    said = "“-”后面没有空格" if match["dash"] == "-" else f"“-”写成了“{match['dash']}”"
    remedy = f"每一条前面写英文的短横“-”，后面空一格：{mended.strip()}"
    return Slip(finding(path, number, match.start("dash") + 1, "Y05", said, remedy), mended)


def _marks(path: str, number: int, line: str) -> Slip | None:
    if match := _FULL_COLON.match(line):
        mended = f"{match['indent']}{match['key']}: {as_value(match['rest'])}".rstrip()
        remedy = f"改成英文冒号，后面空一格：{mended.strip()}"
        return Slip(finding(path, number, match.start("colon") + 1, "Y07", "用了全角冒号“：”", remedy), mended)
    if match := _NO_SPACE.match(line):
        mended = f"{match['indent']}{match['key']}: {as_value(match['rest'].strip())}"
        remedy = f"冒号后面空一格：{mended.strip()}"
        return Slip(finding(path, number, match.start("colon") + 1, "Y08", "英文冒号后面没有空格", remedy), mended)
    if (match := _FULL_QUOTES.match(line)) and not is_sound(match["rest"]):
        mended = f"{line[: match.start('rest')]}{quoted(match['inner'])}"
        remedy = f"改成英文引号：{mended.strip()}"
        return Slip(finding(path, number, match.start("rest") + 1, "Y07", "用了全角引号“”", remedy), mended)
    return None


def _value(path: str, number: int, line: str, following: str) -> Slip | None:
    match = _VALUE.match(line)
    if not match or is_sound(match["value"]) or _goes_on(match["value"], line, following):
        return None
    at = match.start("value")
    slip = value_slip(match["value"])
    mended = f"{match['head']}{slip.mended}"
    remedy = f"{slip.remedy}：{mended.strip()}"
    return Slip(finding(path, number, at + slip.at + 1, slip.code, slip.message, remedy), mended)


def _goes_on(value: str, line: str, following: str) -> bool:
    """An open quote or bracket that the next line continues, as it may."""
    deeper = len(following) - len(following.lstrip(" ")) > len(line) - len(line.lstrip(" "))
    if value[0] in "\"'":
        return deeper and value.count(value[0]) == 1 and not re.match(rf" *(?:- +|(?:- +)*{KEY} ?:)", following)
    return value[0] in "[{" and ((deeper and value[-1] in ",[{") or following.strip()[:1] in ("]", "}"))
