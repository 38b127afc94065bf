"""Charts of accounts: the same code means different things before and after 2024."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.data import load


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. Codes are first-level, three digits."""

    name: str
    since: date
    accounts: Mapping[str, str]

    def name_of(self, code: str) -> str | None:
        """The first-level account's name for a code or sub-code (`514`, `51402`), or None."""
        return self.accounts.get(code[:3])


def chart_on(day: date) -> Chart:
    """The chart in force on `day` (财会〔2023〕14号 from 2024-01-01, 财会〔2004〕12号 before)."""
    charts = [
        Chart(entry["名称"], date.fromisoformat(entry["起"]), entry["科目"]) for entry in load("accounts.yml").values()
    ]
    in_force = [chart for chart in sorted(charts, key=lambda chart: chart.since) if chart.since <= day]
    return in_force[-1] if in_force else min(charts, key=lambda chart: chart.since)
