"""What a rule may rest on: which article of which statute, whom it binds, and in which version on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from generator.law.data import load
from generator.law.statutes import Statute, statutes
from generator.records.level import Publisher

_OPEN = ("摘录", "未核实")
"""In place of an article: the statute has it, its number is not known for certain."""
_NONE = "无"
"""In place of an article: the version does not have it."""
_CONDITIONS = ("谁", "事项")


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of one version of a statute, or a practice that is no law."""

    statute: str
    version: str
    article: str
    """第三十条; empty where its number is not known."""
    since: date
    until: date | None
    """The last day on which it held; None while it holds."""
    checked: str
    """How well the wording was checked: 已读全文 · 摘录 · 未核实."""
    law: bool = True
    """It is a document, not a practice."""

    @property
    def confirmed(self) -> bool:
        return self.checked == "已读全文"

    def holds(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        if not self.law:
            return f"{self.statute}（{self.version}）"
        doubt = "，条文没有核实" if self.checked == "未核实" else ""
        return f"《{self.statute}》（{self.version}{doubt}）{self.article}"


@dataclass(frozen=True, slots=True)
class Basis:
    """An entry of citations.yml."""

    publishers: frozenset[Publisher]
    """Whom it binds."""
    subjects: frozenset[str]
    """What it is about, by the names of publication.yml; empty where that makes no difference."""
    versions: tuple[Citation, ...]
    """Oldest first; no two hold on the same day."""


@cache
def basis(key: str) -> Basis:
    """An entry of citations.yml.

    Raises:
        KeyError: there is no such entry, or it names a statute or version that statutes.yml does not have.
    """
    entry = load("citations.yml")[key]
    bound = frozenset(Publisher(name) for name in entry["谁"]) if "谁" in entry else frozenset(Publisher)
    return Basis(bound, frozenset(entry.get("事项", ())), tuple(_versions(entry)))


def versions(key: str) -> tuple[Citation, ...]:
    """All versions of a basis, oldest first."""
    return basis(key).versions


def cite(key: str, day: date) -> Citation | None:
    """The version in force on `day`; None where there was none."""
    return next((one for one in versions(key) if one.holds(day)), None)


def _versions(entry: Mapping[str, Mapping[str, str]]) -> Iterator[Citation]:
    if "名称" in entry:
        name, version, since, checked = (str(entry[key]) for key in ("名称", "说法", "起", "核对"))
        yield Citation(name, version, "", date.fromisoformat(since), None, checked, law=False)
        return
    known = statutes()
    chain = [(known[name], articles) for name, articles in entry.items() if name not in _CONDITIONS]
    for (statute, articles), follower in zip(chain, [*chain[1:], None], strict=True):
        ends = _first_day(*follower) - timedelta(days=1) if follower else statute.until
        yield from _of_statute(statute, articles, ends)


def _of_statute(statute: Statute, articles: Mapping[str, str], ends: date | None) -> Iterator[Citation]:
    """The versions of one statute; an article keeps its number until a version gives it another."""
    _first_day(statute, articles)
    article = _NONE
    for version, follower in zip(statute.versions, [*statute.versions[1:], None], strict=True):
        article = articles.get(version.label, article)
        if article == _NONE:
            continue
        until = follower.since - timedelta(days=1) if follower else ends
        open_ = article in _OPEN
        checked = article if open_ else version.checked
        yield Citation(statute.title, version.label, "" if open_ else article, version.since, until, checked)


def _first_day(statute: Statute, articles: Mapping[str, str]) -> date:
    days = {version.label: version.since for version in statute.versions}
    return min(days[label] for label in articles)
