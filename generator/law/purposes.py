"""Says what money came from or was spent on, in the village's own words, and whether it is only called 其他."""

from __future__ import annotations

from generator.law.chart_of_accounts import Chart
from generator.records.kinds.finance import Entry

OTHER = ("其他", "其它")
UNSORTED = "没有分类"


def purpose(entry: Entry, chart: Chart) -> str:
    """The village's own word (修路修渠), or the name of the account if there is none."""
    return entry.category or chart.called(entry.code or "") or UNSORTED


def is_other(entry: Entry, chart: Chart) -> bool:
    """Whether its category or its account is 其他. Interest is not: it is 其他收入 by law, but everybody knows what it is."""
    category = entry.category or ""
    if "利息" in category or "利息" in entry.summary:
        return False
    return category.startswith(OTHER) or chart.called(entry.code or "").startswith(OTHER)
