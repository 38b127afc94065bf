"""Build the demonstration county, audit every page kind, print the table, write `benchmarks/audit.json`."""

from __future__ import annotations

import json
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.audit import county, markup
from tests.audit.audit import Audited, audit
from tests.audit.kinds import sort
from tests.audit.row import TITLES, Row, missed
from tests.support.browser import launched
from tests.support.county import ROOT

RESULT = ROOT / "benchmarks" / "audit.json"
SHOWN = 8
NOT_WRITTEN = {"same_text_without_js", "min_target_px", "large_body_px", "large_target_px"}
"""Columns of the table that are no part of the file."""


def main() -> int:
    """0 when every budget is kept."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = county.build(Path(folder).resolve())
        html = markup.errors(site)
        found = []
        for kind, pages in sort(site).items():
            errors = [error for path in pages for error in html.get(path, [])]
            found.append(audit(browser, site, kind, pages, errors, timed=True))
    rows = [one.row for one in found]
    print("\n".join(table(rows)))
    print("\n".join(explained(found)))
    written = [{name: value for name, value in asdict(row).items() if name not in NOT_WRITTEN} for row in rows]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in written)
    RESULT.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return 1 if any(missed(row) for row in rows) else 0


def table(rows: list[Row]) -> list[str]:
    """A line per row under Chinese headings; `✗` stands behind a figure that misses its budget."""
    cells = [list(TITLES.values())]
    for row in rows:
        bad = missed(row)
        cells.append([f"{_shown(getattr(row, name))}{'✗' if name in bad else ''}" for name in TITLES])
    widths = [max(map(_columns, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)) for line in cells]


def explained(found: list[Audited]) -> Iterator[str]:
    """What is behind the figures that miss their budget, and what axe advises beyond WCAG."""
    for one in found:
        problems = one.problems if missed(one.row) else ()
        for words in problems[:SHOWN]:
            yield f"{one.row.page}　{words}"
        if len(problems) > SHOWN:
            yield f"{one.row.page}　还有{len(problems) - SHOWN}条"
    for words, count in Counter(words for one in found for words in one.advice).items():
        yield f"建议（不算错，{count}种页面）　{words}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "—" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))


if __name__ == "__main__":
    sys.exit(main())
