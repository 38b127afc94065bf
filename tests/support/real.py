"""The documents of tests/real/: really published, transcribed as they stood, each a content folder of its own.

Private persons are masked, telephones and mail addresses are cut. A day that the source does not tell is explained in a comment.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from generator.base.dates import parse_date
from generator.base.finding import Effect, Finding
from generator.build import check
from generator.build.survey import survey
from generator.build.township import build_township
from generator.pages.render import environment
from generator.pipeline import Collected
from generator.report.mend import applied
from tests.support.county import ROOT as PROJECT

ROOT = PROJECT / "tests" / "real"
ATTEMPTS = ROOT / "attempts"
DOCUMENTS = tuple(sorted(one.name for one in ROOT.iterdir() if one.is_dir() and one != ATTEMPTS))
EXPECTED: Mapping[str, dict[str, Any]] = yaml.safe_load((ROOT / "expected.yml").read_text(encoding="utf-8"))
FACTS: Mapping[str, list[str]] = yaml.safe_load((ROOT / "facts.yml").read_text(encoding="utf-8"))
MOST_RUNS = 5
_NO_LEDGER = ROOT / "no-ledger"
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|em|i|mark|small|span|strong|time|wbr)\b[^>]*>")
_NONE: Mapping[str, str] = MappingProxyType({})


def day_of(content: Path) -> str:
    """The day on which a document is judged: the one after it was published."""
    texts = (file.read_text(encoding="utf-8") for file in content.rglob("*.yml"))
    days = [parse_date(found) for text in texts for found in re.findall(r"^  公开日期: (\S+)$", text, re.M)]
    return (max(day for day in days if day) + timedelta(1)).isoformat()


@contextmanager
def changed(content: Path, replaced: Mapping[str, str] = _NONE) -> Iterator[Path]:
    """A copy of a content folder with texts replaced, for as long as it is looked at.

    Raises:
        AssertionError: one of the texts is not there.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy)
        files = {file: file.read_text(encoding="utf-8") for file in copy.rglob("*.yml")}
        for old, new in replaced.items():
            assert any(old in text for text in files.values()), old
            files = {file: text.replace(old, new) for file, text in files.items()}
        for file, text in files.items():
            file.write_text(text, encoding="utf-8")
        yield copy


def findings(name: str, replaced: Mapping[str, str] = _NONE) -> tuple[Finding, ...]:
    """What is said of a document as transcribed, or with texts replaced."""
    if not replaced:
        return check.check(ROOT / name, _NO_LEDGER, day_of(ROOT / name)).findings
    with changed(ROOT / name, replaced) as content:
        return check.check(content, _NO_LEDGER, day_of(content)).findings


def plain(text: str) -> str:
    """Words and figures as they are read: half-width, without inline tags, blanks and thousands marks; other tags are a bar."""
    words = re.sub(r"<[^>]*>", "|", _INLINE.sub("", text))
    words = re.sub(r"\s+", "", unicodedata.normalize("NFKC", html.unescape(words)))
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", words)


def stands(fact: str, page: str) -> bool:
    """Whether a page says it. A figure is no part of another figure."""
    words = re.escape(plain(fact))
    return re.search(rf"(?<![\d.]){words}(?!\.?\d)" if fact[:1].isdigit() else words, page) is not None


def record_pages(content: Path) -> dict[str, str]:
    """The main part of each page of a document's records, by address."""
    found = survey(content, _NO_LEDGER, day_of(content))
    env = environment(PROJECT / "theme")
    collected = Collected()
    for part in found.parts:
        build_township(found.setting, found.county, env, part, collected)
    records = {path.relative_to(content).with_suffix(".html").as_posix() for path in content.rglob("*/*.yml")}
    return {page.url: page.main for page in collected.pages if page.url in records}


def not_expressed(name: str) -> list[str]:
    """Facts of a document that stand on no page of its records, after false sums were mended."""
    with changed(ROOT / name, EXPECTED[name].get("mended", _NONE)) as content:
        page = plain("\n".join(record_pages(content).values()))
    return [fact for fact in FACTS[name] if not stands(fact, page)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a document, beside what is wrong with it."""

    told: tuple[str, ...]
    """Irregularities that a finding tells."""
    untold: tuple[str, ...]
    """Those that should be told and are not."""
    missed: tuple[str, ...]
    """Those that can be seen and that no rule tells, with a reason in expected.yml."""
    false_alarms: tuple[str, ...]
    wrong_bases: tuple[str, ...]


def verdict(name: str, said: Sequence[Finding]) -> Verdict:
    """Compare what is said of a document with expected.yml."""
    expected = EXPECTED[name]
    told: list[str] = []
    untold: list[str] = []
    missed: list[str] = []
    for one in expected["irregularities"]:
        if "missed" in one:
            missed.append(one["irregularity"])
        elif "code" in one:
            found = any(f.code == one["code"] and one["words"] in f.message for f in said)
            (told if found else untold).append(one["irregularity"])
    bases = {code: [basis] if isinstance(basis, str) else basis for code, basis in expected["bases"].items()}
    false = [f"{f.span} {f.code} {f.message}" for f in said if f.code not in bases]
    wrong = [f"{f.span} {f.code} {f.basis}" for f in said if f.code in bases and f.basis not in bases[f.code]]
    return Verdict(tuple(told), tuple(untold), tuple(missed), tuple(false), tuple(wrong))


@dataclass(frozen=True, slots=True)
class Runs:
    """How a clerk who does what he is told got a first attempt done."""

    at_once: bool
    """The first run told all that any later run said."""
    count: int
    """The run in which nothing was withheld; more than `MOST_RUNS` if it never came so far."""


def runs(name: str) -> Runs:
    """Check an attempt, do what is told, and check again until nothing is withheld.

    All corrected texts that the findings offer are taken, those that are not certain too. Where a finding asks and cannot know,
    the clerk's answer stands in remedies.yml: text → text, used only where a finding stands on that line or on the file's first.
    """
    attempt = ATTEMPTS / name
    answers: dict[str, str] = yaml.safe_load((attempt / "remedies.yml").read_text(encoding="utf-8")) or {}
    day = (attempt / "as_of").read_text(encoding="utf-8").strip()
    with changed(attempt / "first") as content:
        first: frozenset[tuple[str, str]] = frozenset()
        at_once = True
        for count in range(1, MOST_RUNS + 1):
            said = check.check(content, _NO_LEDGER, day).findings
            now = frozenset((one.span.path, one.code) for one in said)
            first = first or now
            at_once = at_once and now <= first
            if not any(one.effect is Effect.WITHHOLD for one in said):
                return Runs(at_once, count)
            _do_as_told(content, said, answers)
    return Runs(at_once, MOST_RUNS + 1)


def _do_as_told(content: Path, said: Sequence[Finding], answers: Mapping[str, str]) -> None:
    for path in {one.span.path for one in said}:
        own = [one for one in said if one.span.path == path]
        lines = {span.line for one in own if one.effect is Effect.WITHHOLD for span in one.spans}
        text = applied((content / path).read_text(encoding="utf-8"), [fix for one in own for fix in one.fixes])
        kept = []
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            for old, new in answers.items() if number in lines else ():
                line = line.replace(old, new)
            kept.append(line)
        (content / path).write_text("".join(kept), encoding="utf-8")
