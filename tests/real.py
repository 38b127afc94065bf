"""`make real`: what the program makes of really published documents, in numbers. Exits 1 where one falls short of its floor."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.real import ATTEMPTS, DOCUMENTS, FACTS, Runs, Verdict, findings, not_expressed, runs, verdict

LEAST_TOLD = 90
"""Per cent of the irregularities that can be seen."""
LEAST_AT_ONCE, MOST_RUNS = 17, 2
"""Attempts of which the first run tells everything, and the runs that any of them may need."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is counted, by document and by attempt."""

    lacking: dict[str, list[str]]
    """Facts that stand on no page."""
    verdicts: dict[str, Verdict]
    attempts: dict[str, Runs]

    @property
    def told(self) -> int:
        return sum(len(one.told) for one in self.verdicts.values())

    @property
    def visible(self) -> int:
        return self.told + sum(len(one.untold) + len(one.missed) for one in self.verdicts.values())

    @property
    def expressed(self) -> int:
        return sum(not facts for facts in self.lacking.values())


def measured() -> Measured:
    """Build, judge and mend all of them."""
    return Measured(
        {name: not_expressed(name) for name in DOCUMENTS},
        {name: verdict(name, findings(name)) for name in DOCUMENTS},
        {one.name: runs(one.name) for one in sorted(ATTEMPTS.iterdir())},
    )


def short_of(it: Measured) -> Iterator[str]:
    """What falls short of its floor, one line each."""
    for name, facts in it.lacking.items():
        yield from (f"{name}：网页上没有“{fact}”" for fact in facts)
    for name, one in it.verdicts.items():
        yield from (f"{name}：没有提出“{what}”" for what in one.untold)
        yield from (f"{name}：误报 {said}" for said in one.false_alarms)
        yield from (f"{name}：依据不对 {said}" for said in one.wrong_bases)
    if it.told * 100 < it.visible * LEAST_TOLD:
        yield f"看得出的毛病只提出了{it.told}/{it.visible}"
    if sum(one.at_once for one in it.attempts.values()) < LEAST_AT_ONCE:
        yield f"一次说全的不到{LEAST_AT_ONCE}份：没有说全的是{'、'.join(n for n, one in it.attempts.items() if not one.at_once)}"
    yield from (f"初稿{name}查了{one.count}遍还没有改好" for name, one in it.attempts.items() if one.count > MOST_RUNS)


def main() -> None:
    """Print the counts."""
    it = measured()
    verdicts, attempts = it.verdicts.values(), it.attempts.values()
    print(f"原件{len(DOCUMENTS)}份，写得下的{it.expressed}份（{sum(map(len, FACTS.values()))}处内容都在网页上找）。")
    print(f"看得出的毛病{it.visible}处，提出了{it.told}处（{it.told * 100 // it.visible}%）。")
    print(
        f"误报{sum(len(v.false_alarms) for v in verdicts)}处，依据不对的{sum(len(v.wrong_bases) for v in verdicts)}处。"
    )
    most = max(one.count for one in attempts)
    print(f"初稿{len(attempts)}份，第一遍就说全的{sum(a.at_once for a in attempts)}份，最多查{most}遍改好。")
    if lines := list(short_of(it)):
        print("\n".join(lines))
        sys.exit(1)


if __name__ == "__main__":
    main()
