"""`make corpus`: what the rules say of all records at hand, by village; a change of rules shows as a change of villages.

The demonstration county, the real records and a generated county of twenty villages. The last result is
tests/corpus.json: read its diff as golden pages are read.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.county import write_county
from generator.base.finding import Finding
from generator.build import check
from tests.support.county import ROOT
from tests.support.real import DOCUMENTS, findings

KNOWN = ROOT / "tests" / "corpus.json"
VILLAGES = 20
Said = dict[str, dict[str, int]]
"""Village → code → how often."""


def said(name: str, findings: Iterable[Finding]) -> Said:
    """Findings counted by village and code."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        counts[f"{name} {'/'.join(finding.span.path.split('/')[:2])}"][finding.code] += len(finding.spans)
    return {place: dict(sorted(codes.items())) for place, codes in sorted(counts.items())}


def now() -> Said:
    """What the rules say today."""
    found = said("演示县", check.check(ROOT / "content", ROOT / "ledger").findings)
    with tempfile.TemporaryDirectory() as folder:
        generated = Path(folder) / "content"
        write_county(generated, VILLAGES)
        found |= said("生成的县", check.check(generated, Path(folder) / "ledger").findings)
    for document in DOCUMENTS:
        found |= said(f"真实记录 {document}", findings(document))
    return found


def changes(before: Said, after: Said) -> Iterator[str]:
    """One line for each village that is told something else."""
    for place in sorted({*before, *after}):
        old, new = before.get(place, {}), after.get(place, {})
        if old != new:
            codes = sorted({*old, *new})
            told = (f"{c} {old.get(c, 0)}→{new.get(c, 0)}" for c in codes if old.get(c, 0) != new.get(c, 0))
            yield f"{place}：{'，'.join(told)}"


def main() -> None:
    """Print what changed since the last time and write the result down."""
    before = json.loads(KNOWN.read_text("utf-8")) if KNOWN.is_file() else {}
    after = now()
    lines = list(changes(before, after))
    print("\n".join(lines) if lines else "和上次一样。")
    print(f"{len(after)}个村（镇）有提示，{sum(sum(codes.values()) for codes in after.values())}处。")
    KNOWN.write_text(json.dumps(after, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
