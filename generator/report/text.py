"""Findings for the terminal: place by place and file by file, the gravest first, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.base.finding import Effect, Finding
from generator.base.ranges import ranges
from generator.base.redact import redact
from generator.rules.catalogue import catalogue

CAP = 50
"""Findings printed per rule and place; a broken import must not bury the rest. The count is always said."""

ORDER = {Effect.WITHHOLD: 0, Effect.FLAG: 1, Effect.HINT: 2}


@dataclass(frozen=True, slots=True)
class Section:
    """What is wrong at one village or township, or above them."""

    place: str
    """Its folder; empty for what lies above the townships."""
    files: tuple[tuple[Finding, ...], ...]
    """Files with the gravest findings first, and those first in a file."""
    cut: tuple[tuple[str, int], ...] = ()
    """Rules of which not all findings are listed, and how many are not."""


def sections(findings: Iterable[Finding], cap: int | None = CAP) -> Iterator[Section]:
    """Findings by place and file.

    Args:
        cap: how many per rule and place, so that no place hides another's; None for all.
    """
    for place, found in groupby(
        sorted(findings, key=lambda one: _place(one.span.path)), lambda one: _place(one.span.path)
    ):
        shown: Counter[str] = Counter()
        by_file: dict[str, list[Finding]] = {}
        for finding in found:
            by_file.setdefault(finding.span.path, []).append(finding)
        files = []
        for inside in sorted(by_file.values(), key=lambda some: (min(ORDER[one.effect] for one in some), some[0].span)):
            told = []
            for finding in sorted(inside, key=lambda one: (ORDER[one.effect], one.sort_key())):
                shown[finding.code] += 1
                if cap is None or shown[finding.code] <= cap:
                    told.append(finding)
            if told:
                files.append(tuple(told))
        cut = [(code, count - cap) for code, count in sorted(shown.items()) if cap is not None and count > cap]
        yield Section("/".join(place), tuple(files), tuple(cut))


def listing(findings: Iterable[Finding], prefix: str = "", cap: int | None = CAP) -> Iterator[str]:
    """Every finding with place, code, what is wrong, how to mend it and its basis, for a pipe or a log.

    Args:
        prefix: what stands before paths, e.g. `content/`.
        cap: see `sections`.
    """
    return plain(sections(findings, cap), prefix)


def plain(some: Iterable[Section], prefix: str = "") -> Iterator[str]:
    """The lines of `listing`."""
    for section in some:
        for file in section.files:
            yield ""
            for finding in file:
                yield from _told(finding, prefix)
        yield from cut_said(section)


def cut_said(section: Section) -> Iterator[str]:
    """What of a place is not listed."""
    for code, count in section.cut:
        yield f"    {code} 还有{count}处没有列出"


def _told(finding: Finding, prefix: str) -> Iterator[str]:
    yield "".join(headline(finding, prefix))
    yield from advice(finding)


def headline(finding: Finding, prefix: str) -> tuple[str, str, str]:
    """Where and which rule, the effect, and what is wrong."""
    where = f"{prefix}{redact(str(finding.span))} {finding.code}"
    return where, f"【{finding.effect.value}】", f"{redact(finding.message)}{lines_said(finding)}"


def advice(finding: Finding) -> Iterator[str]:
    """How to mend it, and by which law."""
    yield f"    怎么改：{redact(finding.remedy)}"
    if finding.basis:
        yield f"    依据：{finding.basis}"


def lines_said(finding: Finding) -> str:
    """Of a finding with several places, how many and on which lines: （3处，第4、9—10行）"""
    if not finding.also:
        return ""
    return f"（{len(finding.spans)}处，第{ranges(dict.fromkeys(span.line for span in finding.spans))}行）"


def _place(path: str) -> tuple[str, ...]:
    """The village or township that a file belongs to; the county for what lies above them."""
    parts = path.split("/")
    return tuple(parts[:2]) if len(parts) > 2 else tuple(parts[:-1])


def summary(findings: Sequence[Finding], cap: int = CAP) -> Iterator[str]:
    """One line per rule with its count, the gravest first; says where the listing was cut."""
    counts = by_rule(findings)
    if not counts:
        yield "没有发现问题。"
        return
    rules = catalogue()
    cut = {code for (code, _), count in _by_place(findings).items() if count > cap}
    yield "按规则合计："
    for (code, effect), count in sorted(counts.items(), key=lambda one: (ORDER[one[0][1]], one[0][0])):
        said = f"（上面每个村镇只列了前{cap}处）" if code in cut else ""
        title = rules[code].title if code in rules else ""
        yield f"  {effect.value}  {code} {title}：{count}处{said}"
    yield f"合计：{counted(findings)}。"
    if cut:
        yield "要看全部，用 --format json。"


def draft_lines(paths: Sequence[str], prefix: str, cap: int = CAP) -> Iterator[str]:
    """Where the drafts lie, and what makes a record public.

    Args:
        prefix: what stands before paths, e.g. `content/`.
    """
    yield "草稿不上网站，也不算公开过；定稿以后，在“公开”里写上“公开日期”："
    yield from (f"  {prefix}{redact(path)}" for path in paths[:cap])
    if len(paths) > cap:
        yield f"  还有{len(paths) - cap}份没有列出"


def _by_place(findings: Iterable[Finding]) -> Mapping[tuple[str, tuple[str, ...]], int]:
    return Counter((finding.code, _place(finding.span.path)) for finding in findings)


def by_rule(findings: Iterable[Finding]) -> Mapping[tuple[str, Effect], int]:
    """How many places each rule speaks of."""
    counts: Counter[tuple[str, Effect]] = Counter()
    for finding in findings:
        counts[finding.code, finding.effect] += len(finding.spans)
    return counts


def counted(findings: Iterable[Finding]) -> str:
    """How many places of each effect, in words; empty where there are none."""
    totals = by_effect(findings)
    return "，".join(f"{effect.value}{totals[effect]}处" for effect in ORDER if totals[effect])


def by_effect(findings: Iterable[Finding]) -> Mapping[Effect, int]:
    """How many places the findings of each effect speak of."""
    counts: Counter[Effect] = Counter()
    for finding in findings:
        counts[finding.effect] += len(finding.spans)
    return counts
