"""Items of a list that lack their `- `: YAML takes such an item for more of the one before, or for the end of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.base.finding import Finding, Fix
from generator.source.builder import Builder, Built
from generator.source.wording import finding

REPEATED = "Y09"
MOST = 60
"""Items in one file. Who forgot more of them forgot what `- ` is for."""


def undashed(path: str, text: str, built: Built) -> tuple[str, Built, list[Finding]]:
    """Begin a new item wherever the names of an item begin anew, and say so once for each.

    Returns: the text with these marks, what it holds, and the findings.
    """
    found: list[Finding] = []
    while len(found) < MOST and (number := _begins_anew(text.split("\n"), built.findings)):
        lines = text.split("\n")
        lines[number - 1] = dashed(lines[number - 1])
        again = Builder(path, "\n".join(lines)).build()
        if again.mapping is None:
            break
        found.append(missing(path, number, text.split("\n")[number - 1]))
        text, built = "\n".join(lines), again
    return text, built, found


def _begins_anew(lines: Sequence[str], findings: Iterable[Finding]) -> int:
    """The first line at which two names in a row stand for the second time in an item of a list; 0 where there is none."""
    repeated = {one.span.line: one.span.column for one in findings if one.code == REPEATED}
    for number, column in sorted(repeated.items()):
        depth = _depth(lines[number - 1])
        if column != depth + 1 or depth < 2:
            continue
        above = next((line for line in reversed(lines[: number - 1]) if _says(line) and _depth(line) < depth), "")
        below = (
            next((at for at in range(number, len(lines)) if _says(lines[at]) and _depth(lines[at]) <= depth), -1) + 1
        )
        if above.startswith("- ", depth - 2) and _depth(above) == depth - 2 and below in repeated:
            return number
    return 0


def first_of_list(lines: Sequence[str], number: int) -> int:
    """The line above an unexpected `- ` at which the list should have begun with one; 0 where there is none."""
    depth = _depth(lines[number - 1])
    if not lines[number - 1].startswith("- ", depth):
        return 0
    first = 0
    for at in range(number - 1, 0, -1):
        line = lines[at - 1]
        if _says(line) and _depth(line) <= depth:
            return first if line.rstrip().endswith(":") else 0
        if _says(line) and _depth(line) == depth + 2 and not line.startswith("- ", depth + 2):
            first = at
    return 0


def missing(path: str, number: int, line: str) -> Finding:
    """What is said of an item without its mark."""
    depth = _depth(line)
    mended = dashed(line)
    fix = Fix(number, 1, len(line), mended, certain=True)
    said = finding(
        path, number, depth + 1, "Y05", "这里少了“- ”：新的一条从这一行开始", "前面加上“- ”，和别的条左边对齐"
    )
    return replace(said, fixes=(fix,))


def dashed(line: str) -> str:
    """A line as the first of an item.

    >>> dashed("    收支: 支出")
    '  - 收支: 支出'
    """
    depth = _depth(line)
    return f"{' ' * (depth - 2)}- {line[depth:]}"


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
