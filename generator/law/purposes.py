"""What money came from or went to, in the village's own words, and what is only called 其他."""

from __future__ import annotations

from generator.law.accounts import Chart
from generator.records.kinds.finance import Entry

OTHER = ("其他", "其它")
UNSORTED = "没有分类"


def purpose(entry: Entry, chart: Chart) -> str:
    """修路修渠; the account's name where the village has no word of its own."""
    return entry.category or chart.called(entry.code or "") or UNSORTED


def is_other(entry: Entry, chart: Chart) -> bool:
    """其他 by its category or its account. Interest stands under 其他收入 by law, and everyone knows what it is."""
    category = entry.category or ""
    if "利息" in category or "利息" in entry.summary:
        return False
    return category.startswith(OTHER) or chart.called(entry.code or "").startswith(OTHER)
