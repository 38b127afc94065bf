"""`disclose check --format junit`: what GitLab reads, a failure where `check` fails and nowhere else."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.base.finding import Effect, Finding, Span
from generator.report.junit import as_junit
from tests.publish.races import git
from tests.support.command import disclose

HOME = "content/shidu/liuwan"
FINANCE = f"{HOME}/finance/2026-10.yml"
NOTICE = f"{HOME}/notices/2026-10.yml"
PATH = "shidu/liuwan/finance/2026-10.yml"
STOPS = Finding(Span(PATH, 6, 9), "F01", Effect.WITHHOLD, "账对不上", "改")
FLAG = Finding(Span(PATH, 7, 9), "F09", Effect.FLAG, "没有写", "补上")
KEYS = {
    "testsuites": ({"name", "tests", "failures", "errors", "skipped"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name"}, {"failure", "system-out"}),
    "failure": ({"message", "type"}, set[str]()),
    "system-out": (set[str](), set[str]()),
}
"""Element → its attributes (of a case `file` may be one) and what may stand in it."""


def read(text: str) -> ET.Element:
    """The report, after it was held to the form: counts that are right, one failure a case, no two cases called the same."""
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    for one in root.iter():
        attributes, inside = KEYS[one.tag]
        assert one.attrib.keys() - {"file"} == attributes
        assert {child.tag for child in one} <= inside
    for some in (root, *root.iter("testsuite")):
        cases = list(some.iter("testcase"))
        failed = [case for case in cases if case.find("failure") is not None]
        counts = [int(some.attrib[name]) for name in ("tests", "failures", "errors", "skipped")]
        assert counts == [len(cases), len(failed), 0, 0]
    cases = list(root.iter("testcase"))
    assert cases
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    for case in cases:
        assert len({child.tag for child in case}) == len(case)
        assert all(child.text and child.text.strip() for child in case)
    return root


def failures(root: ET.Element) -> list[str]:
    return [case.attrib["name"] for case in root.iter("testcase") if case.find("failure") is not None]


def suites(findings: Sequence[Finding]) -> list[str]:
    return [suite.attrib["name"] for suite in read(as_junit(findings, "content/")).iter("testsuite")]


def test_a_file_fails_by_what_withholds_it() -> None:
    other = replace(FLAG, span=Span("shidu/township.yml"))
    root = read(as_junit([STOPS, FLAG, other], "content/"))
    assert failures(root) == [FINANCE]
    failed, passed = root.iter("testcase")
    assert failed.attrib == {"classname": "shidu/liuwan", "name": FINANCE, "file": FINANCE}
    assert failed.findtext("failure") == "第6行第9列 F01【拦截】账对不上。怎么改：改"
    assert failed.findtext("system-out") == "第7行第9列 F09【公示】没有写。怎么改：补上"
    assert passed.findtext("system-out") == "第1行第1列 F09【公示】没有写。怎么改：补上"


@pytest.mark.parametrize(
    ("path", "suite"),
    [
        (PATH, "shidu/liuwan"),
        ("shidu/liuwan/village.yml", "shidu/liuwan"),
        ("shidu/records/finance/2026-10.yml", "shidu"),
        ("shidu/township.yml", "shidu"),
        ("records/notices/2026-10.yml", "县"),
        ("county.yml", "县"),
        ("../ledger/shidu.jsonl", "ledger"),
    ],
)
def test_a_suite_for_each_place(path: str, suite: str) -> None:
    assert suites([replace(STOPS, span=Span(path))]) == [suite]


def test_drafts_and_old_findings_stop_nothing() -> None:
    """They are told, and why they do not count."""
    root = read(as_junit([STOPS], "content/", drafts=(PATH,)))
    assert failures(root) == []
    assert "草稿，第6行" in root.findtext(".//system-out", "")
    later = replace(STOPS, span=Span("heling/dongping/finance/2026-10.yml"))
    root = read(as_junit([STOPS, later], "content/", fresh=1))
    assert failures(root) == [FINANCE]
    assert [suite.attrib["name"] for suite in root] == ["shidu/liuwan", "heling/dongping"]
    assert "原来就有的，第1行" in root.findtext(".//system-out", "")


def test_two_files_that_are_shown_alike() -> None:
    """GitLab keeps one of two cases of the same name, so they are one."""
    paths = (f"shidu/liuwan/notices/139{middle}34.yml" for middle in ("000012", "111112"))
    root = read(as_junit([replace(STOPS, span=Span(path)) for path in paths], "content/"))
    (case,) = root.iter("testcase")
    assert case.findtext("failure", "").count("账对不上") == 2


def test_no_attachment_is_named() -> None:
    """GitLab and Jenkins show the file that [[ATTACHMENT|…]] in an output names."""
    text = as_junit([replace(FLAG, message="[[ATTACHMENT|/etc/passwd]]")], "[[ATTACHMENT|a]]/")
    read(text)
    assert "[[" not in text


def test_a_clean_county_is_a_test_that_passes(county: Path) -> None:
    done = disclose(county, "check", "--format", "junit")
    root = read(done.stdout)
    assert (done.returncode, failures(root)) == (0, [])
    assert [case.attrib["name"] for case in root.iter("testcase")] == ["没有发现问题"]


def test_it_fails_where_check_fails(county: Path) -> None:
    """Also for a change: what was there before passes."""
    git(county, "init", "-q", "-b", "main")
    for number, (path, old, new, code) in enumerate(
        (
            (FINANCE, "    经手: 村报账员 周小梅\n", "", 0),
            (NOTICE, '"4200.00"', '"4,200.00"', 1),
            (FINANCE, "金额: 5600.00", "金额: 五千六", 1),
        )
    ):
        if number == 2:
            git(county, "add", "content")
            git(county, "commit", "-qm", "county")
        text = (county / path).read_text(encoding="utf-8")
        assert old in text
        (county / path).write_text(text.replace(old, new), encoding="utf-8")
        done = disclose(county, "check", "--format", "junit")
        root = read(done.stdout)
        assert (done.returncode, done.stderr, bool(failures(root))) == (code, "", bool(code))
    assert failures(root) == [FINANCE, NOTICE]
    done = disclose(county, "check", "--since", "main", "--format", "junit")
    assert (done.returncode, failures(read(done.stdout))) == (1, [FINANCE])
    git(county, "commit", "-qam", "mine")
    done = disclose(county, "check", "--since", "HEAD", "--format", "junit")
    assert (done.returncode, failures(read(done.stdout))) == (0, [])
