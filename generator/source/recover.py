"""Reads on behind a place where YAML breaks, so that one run tells of every slip in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.base.finding import Finding, Fix
from generator.source import lookalikes, wording
from generator.source.builder import Builder, Built
from generator.source.undashed import dashed, first_of_list, missing

MAX_BREAKS = 20
"""Further places in one file; who has mended these will not mind a second run."""
_LONG = 100_000
"""Characters from which reading again and again takes too long."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A text with its slips mended, what was wrong with it, and what it holds."""

    text: str
    findings: list[Finding]
    built: Built
    whole: bool
    """Nothing had to be left out."""


def recovered(path: str, text: str, built: Built) -> Recovered:
    """Mend what can be mended of a text that cannot be read to its end, or is no mapping.

    Args:
        built: of the text as it stands.
    """
    found: list[Finding] = []
    whole = True
    if slips := lookalikes.find(path, text):
        text = lookalikes.mend(text, slips)
        built = Builder(path, text).build()
        found += [slip.finding if built.error is None else _uncertain(slip.finding) for slip in slips]
    breaks = 0
    while built.error is not None:
        problem = wording.syntax_error(path, built.error, text)
        step = _next_step(path, text, problem) if breaks < MAX_BREAKS and len(text) < _LONG else None
        if step is None:
            found.append(problem)
            break
        found.append(step.told or replace(problem, fixes=step.fixes))
        text, built = step.text, step.built
        whole = whole and bool(step.fixes)
        breaks += 1
    return Recovered(text, found, built, whole)


def _uncertain(finding: Finding) -> Finding:
    """The same where the whole is not set right by it: something else may have been meant."""
    return replace(finding, fixes=tuple(replace(fix, certain=False) for fix in finding.fixes))


@dataclass(frozen=True, slots=True)
class _Step:
    text: str
    built: Built
    fixes: tuple[Fix, ...]
    told: Finding | None = None
    """What is said in place of what the parser said, and where it did."""


def _next_step(path: str, text: str, problem: Finding) -> _Step | None:
    """The text with the line at fault set straight or left out, if reading then gets further."""
    number = problem.span.line
    lines = text.split("\n")
    if not 0 < number <= len(lines):
        return None
    if first := first_of_list(lines, number):
        changed = "\n".join([*lines[: first - 1], dashed(lines[first - 1]), *lines[first:]])
        built = Builder(path, changed).build()
        if built.error is None or wording.syntax_error(path, built.error, changed).span.line > number:
            lacking = missing(path, first, lines[first - 1])
            return _Step(changed, built, lacking.fixes, lacking)
    line = lines[number - 1]
    for mended in (*_aligned(lines, number), ""):
        if mended == line:
            continue
        changed = "\n".join([*lines[: number - 1], mended, *lines[number:]])
        built = Builder(path, changed).build()
        if built.error is None or wording.syntax_error(path, built.error, changed).span.line > number + 1:
            fixes = (Fix(number, 1, len(line), mended),) if mended else ()
            return _Step(changed, built, fixes)
    return None


def _aligned(lines: list[str], number: int) -> list[str]:
    """The line as deep as its neighbours."""
    line = lines[number - 1]
    around = [
        one for one in (*lines[max(0, number - 4) : number - 1][::-1], *lines[number : number + 1]) if one.strip()
    ]
    depths = dict.fromkeys(
        len(one) - len(one.lstrip(" -")) if not line.lstrip().startswith("- ") else _depth(one) for one in around
    )
    return [" " * depth + line.lstrip(" ") for depth in depths]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
