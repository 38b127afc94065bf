"""`python -m tests.rules.privacy`: how much personal data is withheld, by category, and how many honest records with it."""

from __future__ import annotations

import sys

from tests.rules.privacy.measure import LEAST, LEAST_OF_ALL, false_alarms, recall
from tests.rules.privacy.seeds import LAW, seeds


def main() -> int:
    """Print the table; 1 where a floor is missed."""
    table = recall(seeds())
    print("种类          拦住／试过    比例")
    for category, (caught, all_) in table.items():
        print(f"{'法定' if category in LAW else '　　'} {category:　<7} {caught:>6}／{all_:<6} {caught / all_:6.1%}")
    caught, all_ = (sum(counts[i] for counts in table.values()) for i in (0, 1))
    print(f"合计 {caught}／{all_}，{caught / all_:.2%}")
    alarms, records = false_alarms()
    print(f"误报 {len(alarms)}／{records}份真实的和演示的记录", *alarms, sep="\n  ")
    missed = [category for category in LAW if table[category][0] < LEAST * table[category][1]]
    return 1 if missed or caught < LEAST_OF_ALL * all_ or len(alarms) * 500 > records else 0


if __name__ == "__main__":
    sys.exit(main())
