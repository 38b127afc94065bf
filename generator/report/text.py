"""Findings for the terminal: file by file, up to a number per rule, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.base.finding import Effect, Finding
from generator.base.redact import redact
from generator.rules.catalogue import catalogue

CAP = 20
"""So many findings are printed per rule, so that a broken import does not bury the rest. The count is always printed."""

ORDER = {Effect.WITHHOLD: 0, Effect.FLAG: 1, Effect.HINT: 2}


def listing(findings: Sequence[Finding], prefix: str = "", cap: int = CAP) -> Iterator[str]:
    """Every finding with place, code, what is wrong, how to mend it and its basis, one file after another.

    Args:
        prefix: what is put before paths, such as `content/`.
        cap: the number of findings per rule.
    """
    shown: Counter[str] = Counter()
    last = ""
    for finding in findings:
        shown[finding.code] += 1
        if shown[finding.code] > cap:
            continue
        if finding.span.path != last:
            yield ""
            last = finding.span.path
        yield f"{prefix}{redact(str(finding.span))} {finding.code}【{finding.effect.value}】{redact(finding.message)}"
        yield f"    怎么改：{redact(finding.remedy)}"
        if finding.basis:
            yield f"    依据：{finding.basis}"


def summary(findings: Sequence[Finding], cap: int = CAP) -> Iterator[str]:
    """One line per rule with its count, the gravest effect first. It says which rules were cut in the listing."""
    counts = Counter((finding.code, finding.effect) for finding in findings)
    if not counts:
        yield "没有发现问题。"
        return
    rules = catalogue()
    yield "按规则合计："
    for (code, effect), count in sorted(counts.items(), key=lambda one: (ORDER[one[0][1]], one[0][0])):
        cut = f"（上面只列了前{cap}处）" if count > cap else ""
        title = rules[code].title if code in rules else ""
        yield f"  {effect.value}  {code} {title}：{count}处{cut}"
    totals = by_effect(findings)
    yield "合计：" + "，".join(f"{effect.value}{totals[effect]}处" for effect in ORDER if totals[effect]) + "。"
    if any(count > cap for count in counts.values()):
        yield "要看全部，用 --format json。"


def by_effect(findings: Iterable[Finding]) -> Mapping[Effect, int]:
    """The number of findings of each effect."""
    return Counter(finding.effect for finding in findings)
