"""A rule's docstring as data: the same text is its public page, the terminal's help and its test."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from generator.rules.rule import Rule

GOOD, BAD = "合格", "不合格"
_HEADING = re.compile(r"(为什么|怎么查|怎么改|合格|不合格)：")
MARK = re.compile(r"\s*# <- ([A-Z][0-9]{2})$")


@dataclass(frozen=True, slots=True)
class Example:
    """One YAML example with its marks. It is a fragment or several files."""

    good: bool
    text: str

    @property
    def shown(self) -> str:
        """The example for people: without the headers for the test, and with arrows in place of marks."""
        lines = [MARK.sub("    ← 这里", line) for line in self.text.splitlines() if not _is_header(line)]
        return "\n".join(lines).strip("\n")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a docstring says."""

    lead: str
    why: str
    how: str
    mend: tuple[str, ...]
    """Steps, without their numbers."""
    examples: tuple[Example, ...]


def explain(rule: Rule) -> Explanation:
    """Read a rule's docstring.

    Raises:
        ValueError: a section is missing; the completeness test meets it first.
    """
    text = rule.text or rule.check.__doc__
    if not text:
        raise ValueError(f"{rule.code}: no docstring")
    lead, sections = _sections(inspect.cleandoc(text))
    found = {name: body for name, body in sections if name not in (GOOD, BAD)}
    missing = [name for name in ("为什么", "怎么查", "怎么改") if name not in found]
    if missing:
        raise ValueError(f"{rule.code}: no {missing}")
    steps = [re.sub(r"^[0-9]+\. ", "", step) for step in re.split(r"\n(?=[0-9]+\. )", found["怎么改"])]
    return Explanation(
        lead=_joined(lead),
        why=_joined(found["为什么"]),
        how=_joined(found["怎么查"]),
        mend=tuple(_joined(step) for step in steps),
        examples=tuple(Example(name == GOOD, body) for name, body in sections if name in (GOOD, BAD)),
    )


def _sections(text: str) -> tuple[str, list[tuple[str, str]]]:
    lead: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if match := _HEADING.fullmatch(line):
            sections.append((match[1], []))
        else:
            (sections[-1][1] if sections else lead).append(line)
    return "\n".join(lead), [(name, inspect.cleandoc("\n".join(["", *body])).strip("\n")) for name, body in sections]


def _joined(text: str) -> str:
    """Joins the lines that the source wraps. Chinese needs no space between them."""
    return "".join(line.strip() for line in text.strip().splitlines())


def _is_header(line: str) -> bool:
    return bool(re.match(r"# (as_of|参数|村|上次公开|附件|应报): ", line))
