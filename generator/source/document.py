"""One YAML file as plain text values, and the place of each of them.

Read through PyYAML's event stream with a builder of our own: every scalar stays the text that was written (`no`,
`12:30`, `0123` and `2026-10` mean what the clerk typed), and whatever YAML would resolve, drop or cut behind the
clerk's back (aliases, tags, duplicate keys, text after “#”, commas in amounts …) is a finding.
Places are worked out only when a finding needs one: most files have none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.base.finding import Finding, Fix, Key, Span
from generator.base.redact import Hide
from generator.source import conflicts, quick, unfilled, wording
from generator.source.builder import MAX_DEPTH, MAX_NODES, Builder, Extent, Loader, Places, Value
from generator.source.decode import decode
from generator.source.recover import recovered
from generator.source.undashed import REPEATED, undashed

__all__ = ["MAX_PROBLEMS", "Document", "Parsed", "Value", "parse"]

MAX_PROBLEMS = 100
"""Of one file. Who has mended these will not mind a second round."""
_COMMA = re.compile(r",(?:\S|\s+[\]}])")
_HASH = re.compile(r"\S[^\n]*#")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file that could be read. `root` holds mappings, lists and text only, exactly as written. Equals only itself."""

    path: str
    text: str
    root: Mapping[str, Value]
    whole: bool = True
    """Nothing that could not be read was left out."""
    marked: bool = False
    """Marks of a form stand in it."""
    filled: bool = False
    """Every name in it has something after it, as far as that is known."""
    _places: Places = field(default_factory=dict, repr=False, compare=False)

    def span(self, keys: Sequence[Key] = ()) -> Span:
        """The place of the value at `keys`; of the nearest value around it where that one is absent."""
        self._work_out()
        route = tuple(keys)
        while route and route not in self._places:
            route = route[:-1]
        line, column, *_ = self._places.get(route, Extent(1, 1, 1, 1, 0, 0))
        return Span(self.path, line, column)

    def fix(self, keys: Sequence[Key], text: str, *, certain: bool = False) -> tuple[Fix, ...]:
        """`text` in place of the value at `keys`; nothing where that is not a value on one line."""
        self._work_out()
        place = self._places.get(tuple(keys))
        if place is None or place.own_line != place.end_line or place.own_column >= place.end_column:
            return ()
        return (Fix(place.own_line, place.own_column, place.end_column - place.own_column, text, certain),)

    def masked(self, keys: Sequence[Key], hide: Hide) -> tuple[Fix, ...]:
        """What `hide` finds in the lines of the value at `keys`, whatever the way in which it is written."""
        self._work_out()
        place = self._places.get(tuple(keys))
        if place is None:
            return ()
        found = []
        for number, line in enumerate(self.text.split("\n")[place.own_line - 1 : place.end_line], place.own_line):
            start = place.own_column - 1 if number == place.own_line else 0
            end = place.end_column - 1 if number == place.end_line else len(line)
            found += [
                Fix(number, start + at + 1, until - at, text, masks=True) for at, until, text in hide(line[start:end])
            ]
        return tuple(found)

    def raw(self, keys: Sequence[Key]) -> tuple[str, bool]:
        """What was typed as the value at `keys` where it stands on one line, else nothing; whether it stands in
        brackets."""
        fixes = self.fix(keys, "")
        if not fixes:
            return "", False
        line = self.text.split("\n")[fixes[0].line - 1]
        start = fixes[0].column - 1
        before = line[:start]
        inside = before.count("[") + before.count("{") > before.count("]") + before.count("}")
        return line[start : start + fixes[0].length], inside

    def _work_out(self) -> None:
        if not self._places:
            Builder(self.path, self.text, self._places).build()


@dataclass(frozen=True, slots=True)
class Parsed:
    """What reading a file gave: the document where there is one, and every problem met on the way.

    A document with problems may still be looked through for more, but is never published.
    """

    document: Document | None
    findings: tuple[Finding, ...]


def parse(path: str, data: bytes) -> Parsed:
    """Read one file's bytes. Never raises for bad data; all that is wrong comes back at once.

    Args:
        path: as it should stand in messages, relative to the content folder.
        data: the whole file.
    """
    text, findings = decode(path, data)
    if text is None:
        return Parsed(None, findings)
    text, clashes = conflicts.resolved(path, text)
    findings += clashes
    is_form = unfilled.is_likely(text)
    if is_form:
        text = unfilled.readable(text)
    if not findings and not is_form and len(text) < MAX_NODES and not _needs_care(text):
        root = quick.build(Loader(text), MAX_DEPTH)
        if root is not None:
            return Parsed(Document(path, text, root, filled=True), ())
    built = Builder(path, text).build()
    problems: list[Finding] = []
    whole = True
    if built.mapping is None and not built.refused:
        # Read on with the slips mended, so that the rest of the file is told in the same pass.
        mended = recovered(path, text, built)
        text, built, problems, whole = mended.text, mended.built, mended.findings, mended.whole
    if built.mapping is not None and any(one.code == REPEATED for one in built.findings):
        text, built, lacking = undashed(path, text, built)
        problems += lacking
    problems += built.findings
    if built.mapping is None and not problems:
        problems.append(wording.not_a_mapping(path))
    problems = sorted((*findings, *problems), key=Finding.sort_key)[:MAX_PROBLEMS]
    if built.mapping is None:
        return Parsed(None, tuple(problems))
    marked = any(problem.code == unfilled.CODE for problem in problems)
    return Parsed(Document(path, text, built.mapping, whole and not built.several, marked), tuple(problems))


def _needs_care(text: str) -> bool:
    """There is something in it that may have been dropped or cut: most files have nothing of the kind."""
    if "\\" in text or ("#" in text and _HASH.search(text)):
        return True
    return bool(_COMMA.search(text)) and any(map(_may_cut, text.split("\n")))


def _may_cut(line: str) -> bool:
    """Only inside brackets does a comma cut a value. Brackets that go over several lines are looked at whatever they hold."""
    opened, closed = line.count("[") + line.count("{"), line.count("]") + line.count("}")
    return opened != closed or (opened > 0 and bool(_COMMA.search(line)))
