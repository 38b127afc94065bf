"""The documents of tests/real/: really published, transcribed as they stood, each a content folder of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.base.dates import parse_date
from generator.base.finding import Finding
from generator.build.survey import survey
from generator.build.township import build_township
from generator.pages.render import environment
from generator.pipeline import Collected
from tests.support.county import ROOT as PROJECT

ROOT = PROJECT / "tests" / "real"
ATTEMPTS = ROOT / "attempts"
NO_LEDGER = ROOT / "no-ledger"
DOCUMENTS = tuple(sorted(one.name for one in ROOT.iterdir() if one.is_dir() and one != ATTEMPTS))


def day_of(content: Path) -> str:
    """The day on which a document is judged: the one after it was published."""
    days = [
        day
        for file in content.rglob("*.yml")
        for text in re.findall(r"^  公开日期: (\S+)$", file.read_text(encoding="utf-8"), re.M)
        if (day := parse_date(text))
    ]
    return (max(days) + timedelta(1)).isoformat()


def findings(content: Path) -> tuple[Finding, ...]:
    return pipeline.check(content, NO_LEDGER, day_of(content)).findings


def plain(text: str) -> str:
    """Words and figures alone: without tags, blanks and thousands marks."""
    words = html.unescape(re.sub(r"<[^>]*>", "", text))
    return re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"\s+", "", words))


def record_pages(content: Path) -> str:
    """All that the pages of a document's records say."""
    found = survey(content, NO_LEDGER, day_of(content))
    env = environment(PROJECT / "theme")
    collected = Collected()
    for township in found.units:
        build_township(found.setting, found.county, env, township, collected)
    return "\n".join(plain(page.main) for page in collected.pages if page.url.count("/") == 3 and not page.url.endswith("index.html"))
