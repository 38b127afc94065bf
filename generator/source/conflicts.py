"""Marks that Git leaves in a file where two persons changed the same lines."""

from __future__ import annotations

import re

from generator.base.finding import Finding
from generator.source.wording import finding

_OPENING = re.compile(r"<{7}(?: |$)")
_BASE = re.compile(r"\|{7}(?: |$)")
_MIDDLE = re.compile(r"={7}$")
_CLOSING = re.compile(r">{7}(?: |$)")


def resolved(path: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the first side of each conflict alone, and a finding for each; lines keep their numbers.

    Also fit for files that are no YAML, such as a ledger.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, ()
    lines = text.split("\n")
    found: list[Finding] = []
    opened = middle = 0
    for number, line in enumerate(lines, 1):
        if _OPENING.match(line):
            opened, middle = number, 0
        elif opened and (_MIDDLE.match(line) or _BASE.match(line)):
            middle = middle or number
        elif _CLOSING.match(line):
            found.append(_conflict(path, opened, middle, number))
            opened = middle = 0
        elif not middle:
            continue
        lines[number - 1] = ""
    if opened:
        found.append(_conflict(path, opened, middle, len(lines)))
    return "\n".join(lines), tuple(found)


def _conflict(path: str, opened: int, middle: int, closed: int) -> Finding:
    if not (opened and middle):
        message, remedy = "有合并冲突的记号，两份改动没有合好", "对照别人的改动，留下对的内容，再删掉这一行记号"
    else:
        message = f"第{opened}—{closed}行有合并冲突：两个人改了同一处，没有合好"
        remedy = (
            f"第{opened + 1}—{middle - 1}行和第{middle + 1}—{closed - 1}行，留下对的一份，"
            "再删掉“<<<<<<<”“=======”“>>>>>>>”这几行"
        )
    return finding(path, opened or closed, 1, "Y19", message, remedy)
