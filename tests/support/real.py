"""The documents of tests/real/: really published, transcribed as they stood, each a content folder of its own."""

from __future__ import annotations

import html
import re
import tempfile
import unicodedata
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


_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|em|i|mark|small|span|strong|time|wbr)\b[^>]*>")


def plain(text: str) -> str:
    """Words and figures as they are read: half-width, without inline tags, blanks and thousands marks; other tags are a bar."""
    words = re.sub(r"<[^>]*>", "|", _INLINE.sub("", text))
    words = re.sub(r"\s+", "", unicodedata.normalize("NFKC", html.unescape(words)))
    return re.sub(r"(?<=\d),(?=\d{3})", "", words)


def stands(fact: str, page: str) -> bool:
    """Whether a page says it. A figure is no part of another figure."""
    words = plain(fact)
    return re.search(rf"(?<![\d.]){re.escape(words)}(?!\.?\d)" if words[:1].isdigit() else re.escape(words), page) is not None


def record_pages(content: Path) -> str:
    """All that the pages of a document's records say."""
    found = survey(content, NO_LEDGER, day_of(content))
    env = environment(PROJECT / "theme")
    collected = Collected()
    for part in found.parts:
        build_township(found.setting, found.county, env, part, collected)
    records = {path.relative_to(content).with_suffix(".html").as_posix() for path in content.rglob("*/*.yml")}
    return "\n".join(plain(page.main) for page in collected.pages if page.url in records)
