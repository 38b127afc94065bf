"""Slips that break YAML and that no parser explains: full-width colon or quotes, no space after the colon.

Looked for only in files that do not parse, or where text stands in place of a mapping.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.source.wording import finding

_HEAD = r"^(?P<indent> *(?:- +)*)(?P<key>[^\W_][\w（）()·/]{0,19}) ?"
_FULL_COLON = re.compile(_HEAD + r"(?P<colon>：) *(?P<rest>.*)$")
_NO_SPACE = re.compile(_HEAD + r"(?P<colon>:)(?P<rest>[^\s:/].*)$")
_FULL_QUOTES = re.compile(_HEAD + r": +(?P<rest>[“‘](?P<inner>.*)[”’])\s*$")
_BLOCK = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip and the line as it should be."""

    finding: Finding
    mended: str


def find(path: str, text: str) -> tuple[Slip, ...]:
    """Every line that looks like a slip; lines inside block text (`|`, `>`) are left alone."""
    slips = []
    block_indent: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK.search(line) else None
        if slip := _slip(path, number, line):
            slips.append(slip)
    return tuple(slips)


def _slip(path: str, number: int, line: str) -> Slip | None:
    if match := _FULL_COLON.match(line):
        mended = f"{match['indent']}{match['key']}: {match['rest']}".rstrip()
        remedy = f"改成英文冒号，后面空一格：{mended.strip()}"
        return Slip(finding(path, number, match.start("colon") + 1, "Y07", "用了全角冒号“：”", remedy), mended)
    if match := _NO_SPACE.match(line):
        mended = f"{match['indent']}{match['key']}: {match['rest']}"
        remedy = f"冒号后面空一格：{mended.strip()}"
        return Slip(finding(path, number, match.start("colon") + 1, "Y08", "英文冒号后面没有空格", remedy), mended)
    if (match := _FULL_QUOTES.match(line)) and ": " in match["inner"]:
        mended = f"{line[: match.start('rest')]}'{match['inner']}'"
        remedy = f"改成英文引号：{mended.strip()}"
        return Slip(finding(path, number, match.start("rest") + 1, "Y07", "用了全角引号“”", remedy), mended)
    return None


def mend(text: str, slips: tuple[Slip, ...]) -> str:
    """`text` with each slip's line as it should be; line numbers stay."""
    lines = text.splitlines()
    for slip in slips:
        lines[slip.finding.span.line - 1] = slip.mended
    return "\n".join(lines) + "\n"


def slip_at(path: str, text: str, line: int) -> Finding | None:
    """The slip on one line, for a place where text stands instead of a mapping."""
    lines = text.splitlines()
    found = _slip(path, line, lines[line - 1]) if 0 < line <= len(lines) else None
    return found.finding if found else None
