"""Charts of accounts. The same code means different things before and after 2024."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.law.data import load

_CODE = re.compile(r"([0-9](?:[0-9.\-]*[0-9])?)?[\s.\-—–_/:、·]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of accounts. Its codes are of the first level and have three digits."""

    name: str
    since: date
    accounts: Mapping[str, str]

    def name_of(self, code: str) -> str | None:
        """The first-level account's name for a code or sub-code (`514`, `51402`), or None."""
        return self.accounts.get(code[:3])

    def called(self, written: str) -> str:
        """The name of the account of a 科目 as written. Its code decides, else its own words. Empty if neither is known."""
        code, name = split_code(written)
        return (self.name_of(code) if code else name) or ""


@lru_cache(maxsize=1024)
def split_code(text: str) -> tuple[str, str]:
    """The code and the name of a 科目 as written, with full-width characters folded.

    >>> split_code("514 公益支出"), split_code("514-02公益支出"), split_code("514—公益支出"), split_code("公益支出")
    (('514', '公益支出'), ('514-02', '公益支出'), ('514', '公益支出'), ('', '公益支出'))
    """
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return (match[1] or "", match[2].strip()) if match else ("", text)


@lru_cache(maxsize=256)
def chart_on(day: date) -> Chart:
    """The chart in force on `day` (财会〔2023〕14号 from 2024-01-01, 财会〔2004〕12号 before)."""
    charts = [
        Chart(entry["名称"], date.fromisoformat(entry["起"]), entry["科目"]) for entry in load("accounts.yml").values()
    ]
    in_force = [chart for chart in sorted(charts, key=lambda chart: chart.since) if chart.since <= day]
    return in_force[-1] if in_force else min(charts, key=lambda chart: chart.since)
