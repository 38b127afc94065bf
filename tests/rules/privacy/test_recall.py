"""Personal data in every place where a text can stand, by category; and honest records."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.rules.privacy.measure import LEAST, LEAST_OF_ALL, false_alarms, recall
from tests.rules.privacy.seeds import LAW, Seed, seeds

pytestmark = pytest.mark.slow


def by_category() -> dict[str, list[Seed]]:
    groups: dict[str, list[Seed]] = {}
    for seed in seeds():
        groups.setdefault(seed.category, []).append(seed)
    return groups


def test_enough_seeds() -> None:
    assert len(seeds()) >= 300
    assert set(by_category()) >= LAW


def test_what_is_withheld() -> None:
    table = recall(seeds())
    for category in LAW:
        caught, all_ = table[category]
        assert caught >= LEAST * all_, category
    caught, all_ = (sum(counts[i] for counts in table.values()) for i in (0, 1))
    assert caught >= LEAST_OF_ALL * all_


def test_a_few_of_each_category() -> None:
    """What the quick run sees of the same."""
    few = [seed for group in by_category().values() for seed in islice(group, 0, None, 8)]
    caught, all_ = (sum(counts[i] for counts in recall(few).values()) for i in (0, 1))
    assert caught >= LEAST_OF_ALL * all_


def test_honest_records_are_published() -> None:
    alarms, records = false_alarms()
    assert records > 500
    assert len(alarms) * 500 < records, alarms
