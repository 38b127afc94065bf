"""The page that a township prints: every finding, in words, and nothing that a record could make of it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.base.finding import Effect, Finding, Span
from generator.records.divisions import divisions
from generator.report.printed import printed
from tests.support.command import disclose
from tests.support.townships import project
from tests.support.village import PERSONAL

PROFILES = divisions([("county.yml", "名称: 澄安县".encode()), ("a/township.yml", "名称: <b>镇".encode())])


def page(findings: list[Finding], site: str = "") -> str:
    return printed(findings, "content/", PROFILES, site, date(2026, 11, 18), 7)


def test_what_a_record_says_stays_text() -> None:
    mobile = PERSONAL["{手机号}"]
    bad = Finding(
        Span("a/v/<i>.yml", 3), "P02", Effect.WITHHOLD, f"<script>x</script>{mobile}", "改\n改", basis="《法》"
    )
    shown = page([bad])
    assert "<script" not in shown
    assert "<i>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown
    assert mobile not in shown
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*", shown) == []


def test_rules_are_linked_where_the_county_has_a_site() -> None:
    found = [Finding(Span("a/v/1.yml"), code, Effect.FLAG, "不对", "改") for code in ("F01", "Y05", "X99")]
    shown = page(found, "https://sanwu.example/")
    assert re.findall(r'href="(https[^"]*)"', shown) == [
        "https://sanwu.example/rules/f01.html",
        "https://sanwu.example/rules/y05.html",
    ]


def test_nothing_is_nothing() -> None:
    assert "没有发现问题" in page([])
    assert "<table" not in page([])


@pytest.mark.slow
def test_the_command_has_all_findings_by_village(tmp_path: Path) -> None:
    county = project(tmp_path)
    county.record("shidu/liuwan/finance/2026-10.yml", "期末: 64400.00", "期末: 64300.00")
    county.write("heling/records/notices/2026-10.yml", "标题: 半份")
    told = json.loads(disclose(county.root, "check", "--format", "json").stdout)
    done = disclose(county.root, "check", "--html", "out.html")
    assert done.returncode == 1
    assert "out.html" in done.stderr
    shown = (county.root / "out.html").read_text(encoding="utf-8")
    assert shown.count("<li class=") == len({(one["path"], one["line"], one["message"]) for one in told}) > 2
    assert "石渡镇柳湾村（shidu/liuwan）</h2>" in shown
    assert "禾岭镇（heling/records）</h2>" in shown
