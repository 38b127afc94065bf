"""Findings as JUnit XML, which GitLab and others show as tests: a suite for each village or township, a case for each file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.base.finding import Effect, Finding
from generator.base.printable import one_line
from generator.base.redact import redact
from generator.records.layout import OWN_RECORDS
from generator.report.repository import path_in
from generator.report.text import lines_said

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even escaped."""
COUNTY = "县"
NOTHING = "没有发现问题"


@dataclass(slots=True)
class _Case:
    """What is said of a file."""

    stops: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def as_junit(
    findings: Sequence[Finding], prefix: str = "", *, drafts: Collection[str] = (), fresh: int | None = None
) -> str:
    """The findings as tests. A file fails by what makes `disclose check` fail; what else is said of it is its output.

    Args:
        prefix: what stands before paths, from the top of the repository.
        drafts: the files that stop nothing.
        fresh: how many findings, from the first on, are new by a change; the others stop nothing. None: nothing was compared.
    """
    drafts = frozenset(drafts)
    suites: dict[str, dict[str, _Case]] = {}
    for number, finding in enumerate(findings):
        path = finding.span.path
        old, draft = fresh is not None and number >= fresh, path in drafts
        # By the path as it is shown: GitLab keeps one of two cases that are called the same.
        case = suites.setdefault(_shown(_place(path)), {}).setdefault(_xml(path_in(prefix, path)), _Case())
        stops = finding.effect is Effect.WITHHOLD and not old and not draft
        mark = "原来就有的，" if old else "草稿，" if draft else ""
        (case.stops if stops else case.others).append(f"{mark}{_told(finding)}")
    # A report without any test is a fault to some platforms.
    return _written(suites or {COUNTY: {NOTHING: _Case()}})


def _written(suites: Mapping[str, Mapping[str, _Case]]) -> str:
    every = [case for cases in suites.values() for case in cases.values()]
    root = ET.Element("testsuites", {"name": "disclose", **_counts(every)})
    for place, cases in suites.items():
        suite = ET.SubElement(root, "testsuite", {"name": place, **_counts(cases.values())})
        for name, case in cases.items():
            test = ET.SubElement(suite, "testcase", classname=place, name=name)
            if case.stops or case.others:
                test.set("file", name)
            if case.stops:
                failure = ET.SubElement(test, "failure", type=Effect.WITHHOLD.value, message=case.stops[0])
                failure.text = "\n".join(case.stops)
            if case.others:
                ET.SubElement(test, "system-out").text = "\n".join(case.others)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _counts(cases: Iterable[_Case]) -> dict[str, str]:
    failed = [bool(one.stops) for one in cases]
    return {"tests": str(len(failed)), "failures": str(sum(failed)), "errors": "0", "skipped": "0"}


def _place(path: str) -> str:
    """The village or township that a file belongs to, by its folders; the ledger lies beside the content folder."""
    *folders, _ = path.split("/")
    if folders[:1] == [".."]:
        return "/".join(folders[1:])
    if not folders or folders[0] == OWN_RECORDS:
        return COUNTY
    return folders[0] if folders[1:2] == [OWN_RECORDS] else "/".join(folders[:2])


def _told(finding: Finding) -> str:
    where = f"第{finding.span.line}行第{finding.span.column}列"
    said = f"{finding.code}【{finding.effect.value}】{finding.message}{lines_said(finding)}。怎么改：{finding.remedy}"
    return f"{where} {_shown(said)}"


def _shown(text: str) -> str:
    return _xml(one_line(redact(text)))


def _xml(text: str) -> str:
    """`text` as XML may hold it. GitLab and Jenkins take `[[ATTACHMENT|file]]` for a file that is to be shown."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text).replace("[[", "[ [")
