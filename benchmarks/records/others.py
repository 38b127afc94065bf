"""The kinds that a village publishes once or twice a year: six records of a village, all kinds over a few villages."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.records.decisions import WAGES
from benchmarks.records.village import Village
from generator.records.kinds import KINDS

USUAL = frozenset({"finance", "decisions", "commitments", "notices", "questions", "corrections"})
RARE = tuple(kind for kind in KINDS if kind.folder not in USUAL)
EACH = 6
DECIDED = frozenset({"payrolls", "compensations", "levies", "distributions"})
"""Kinds whose money rests on a decision."""


def others(village: Village) -> Iterator[tuple[str, str, str]]:
    """Kind, name and text of each: the kind's sample in the village's own names."""
    first = village.number * EACH
    for number in range(first, first + EACH):
        kind = RARE[number % len(RARE)]
        text = _in_names(village, kind.sample).replace("meetings/2026-10", "finance/2026-10")
        if kind.folder in DECIDED:
            text += f"决策: decisions/{WAGES}\n"
        yield kind.folder, "2026", text


def _in_names(village: Village, text: str) -> str:
    names = {
        "柳湾村": village.name,
        "石渡镇": village.township.name,
        "林志远": village.head,
        "吴建国": village.officers[0],
        "何秀英": village.clerk,
        "周小梅": village.accountant,
        "赵德顺": village.supervisor,
    }
    for name, own in names.items():
        text = text.replace(name, own)
    return text
