"""Findings for somebody at a screen: by village, with colours beside the words, and the line that is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.base.finding import Effect, Finding
from generator.records.divisions import Divisions
from generator.records.layout import COUNTY_FILE, OWN_RECORDS, TOWNSHIP_FILE, VILLAGE_FILE
from generator.report.console import Colour, Line, Painted
from generator.report.excerpt import excerpt
from generator.report.text import Section, advice, counted, cut_said, headline

Lines = Callable[[str], Sequence[str]]
"""The lines of a file of the content folder, by its path."""

_COLOURS: Mapping[Effect, Colour] = {Effect.WITHHOLD: "red", Effect.FLAG: "yellow", Effect.HINT: "cyan"}


def screen(some: Iterable[Section], prefix: str, profiles: Divisions, lines: Lines) -> Iterator[Line]:
    """Every finding as in a pipe, under the name of its village, with an excerpt of its line.

    A line with personal data is not shown: whoever stands behind the clerk need not read it.

    Args:
        prefix: what stands before paths, e.g. `content/`.
    """
    for section in some:
        yield ""
        yield (Painted(heading(section, profiles), bold=True),)
        for file in section.files:
            private = {span.line for one in file if one.code.startswith("P") for span in one.spans}
            yield ""
            for finding in file:
                where, effect, what = headline(finding, prefix)
                yield (where, Painted(effect, _COLOURS[finding.effect], bold=True), what)
                if finding.span.line not in private:
                    yield from _excerpt(finding, lines)
                yield from advice(finding)
        yield from cut_said(section)


def heading(section: Section, profiles: Divisions) -> str:
    """Name and folder of a place, and how many findings of each effect it has."""
    return f"{called(section.place, profiles)}：{counted(finding for file in section.files for finding in file)}"


def called(folder: str, profiles: Divisions) -> str:
    """The name of a village with its township's, and its folder, as far as their profiles say it."""
    township, _, village = folder.partition("/")
    if township in ("", OWN_RECORDS):
        said = profiles.value(COUNTY_FILE, "名称")
    else:
        said = profiles.value(f"{township}/{TOWNSHIP_FILE}", "名称")
        said += profiles.value(f"{folder}/{VILLAGE_FILE}", "名称") if village else ""
    return f"{said}（{folder}）" if said and folder else said or folder


def _excerpt(finding: Finding, lines: Lines) -> Iterator[Line]:
    if (finding.span.line, finding.span.column) == (1, 1):  # the file, and no line of it
        return
    text = lines(finding.span.path)
    if not (0 < finding.span.line <= len(text)) or not text[finding.span.line - 1].strip():
        return
    line, mark = excerpt(text[finding.span.line - 1], finding.span.column)
    yield (Painted(f"{finding.span.line:>7} │ ", dim=True), line)
    yield (Painted(f"{'':7} │ ", dim=True), Painted(mark, _COLOURS[finding.effect], bold=True))
