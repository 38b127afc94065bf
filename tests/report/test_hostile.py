"""Whatever stands in a record, a file name or a remedy: SARIF and JUnit stay readable, and nothing personal is in them."""

from __future__ import annotations

import re

import pytest

from generator.base.finding import Effect, Finding, Span
from generator.report.junit import as_junit
from generator.report.sarif import as_sarif
from tests.report import test_junit, test_sarif
from tests.report.test_redacted import told
from tests.support.village import PERSONAL

MOBILE, IDENTITY = PERSONAL["{手机号}"], PERSONAL["{身份证号}"]
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TEXTS = {
    "end of CDATA": "a]]>b<![CDATA[",
    "markup": '<a href="x">&amp;&\'</testcase>',
    "entity": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "control characters": "a\x00\x01\x08\x0b\x0c\x1b[2K\x1f\x7f\x9bb",
    "ends of lines": "a\nb\r\nc\rd\x85e\u2028f\tg",
    "no characters": "a\ufffe\uffff\U0001fffe\U0010ffffb",
    "surrogates": "a\udcb2\ud800\udfffb",
    "direction": "a\u202eb\u2066c",
    "commands": "::error::x ##[error]y ##vso[task.x]",
    "quotes": '"\\"\'”\\u0000',
    "address": "a?b=c#d%20%zz:e [f](https://evil.example) {0}",
    "mobile": f"打电话{MOBILE}",
    "mobile in parts": f"{MOBILE[:3]}\ufffe{MOBILE[3:7]}<{MOBILE[7:]}",
    "mobile of full width": "".join(chr(ord(digit) + 0xFEE0) for digit in MOBILE),
    "identity": f"[[{IDENTITY}]]",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("place", ["message", "remedy", "file", "folder", "content folder"])
def test_it_stays_readable(place: str, text: str) -> None:
    name = text.replace("/", "_")
    path = {"file": f"shidu/liuwan/notices/{name}.yml", "folder": f"{name}/{name}/notices/a.yml"}.get(
        place, "county.yml"
    )
    finding = Finding(
        Span(path, 3, 4),
        "S01",
        Effect.WITHHOLD,
        text if place == "message" else "写错了",
        text if place == "remedy" else "改",
        also=(Span(path, 5),),
    )
    prefix = f"{name}/" if place == "content folder" else "content/"
    sarif, junit = as_sarif([finding], prefix), as_junit([finding], prefix)
    (result,) = test_sarif.read(sarif)["results"]
    assert test_junit.failures(test_junit.read(junit))
    for document in (sarif, junit):
        document.encode()
        assert told(document) == []
        assert UNSEEN.findall(document) == []
        assert "##" not in document
    assert result["message"]["text"]
