"""`disclose check --format sarif`: valid, beside the right line, and the same finding is known again."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator import __version__
from generator.base.dates import day_long
from generator.base.finding import Effect, Finding, Span
from generator.report.sarif import IDENTITY, as_sarif
from tests.publish.races import git
from tests.report.sarif_schema import SCHEMA
from tests.support.command import disclose
from tests.support.county import county_in

HOME = "content/shidu/liuwan"
FINANCE = f"{HOME}/finance/2026-10.yml"
PATH = "shidu/liuwan/finance/2026-10.yml"
ONE = Finding(
    Span(PATH, 6, 9), "F01", Effect.WITHHOLD, "账对不上", "改", "说明。", also=(Span(PATH, 8, 9), Span(PATH, 12, 3))
)


def read(text: str) -> dict[str, Any]:
    """The run of a log, after the log was held to the schema."""
    log = json.loads(text)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def results(findings: Sequence[Finding], fresh: int | None = None) -> list[dict[str, Any]]:
    found = read(as_sarif(findings, "content/", fresh=fresh))["results"]
    assert isinstance(found, list)
    return found


def identity(finding: Finding) -> str:
    return str(results([finding])[0]["partialFingerprints"][IDENTITY])


def where(location: dict[str, Any]) -> tuple[str, int, int]:
    physical = location["physicalLocation"]
    region = physical["region"]
    return physical["artifactLocation"]["uri"], region["startLine"], region["startColumn"]


def test_a_county_with_faults(county: Path) -> None:
    """Of each effect one; the exit code is that of `check`."""
    for path, old, new in (
        (FINANCE, "期末: 64400.00", "期末: 6.44万"),
        (FINANCE, "    经手: 村报账员 周小梅\n", ""),
        (f"{HOME}/notices/2026-10.yml", "环境整治、农田水利", "环境整治，，农田水利"),
    ):
        text = (county / path).read_text(encoding="utf-8")
        assert old in text
        (county / path).write_text(text.replace(old, new), encoding="utf-8")
    done = disclose(county, "check", "--format", "sarif")
    assert (done.returncode, done.stderr) == (1, "")
    run = read(done.stdout)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("disclose", __version__)
    assert {one["level"] for one in run["results"]} == {"error", "warning", "note"}
    assert {one["id"] for one in driver["rules"]} == {one["ruleId"] for one in run["results"]}
    (rule,) = (one for one in driver["rules"] if one["id"] == "S01")
    assert rule["shortDescription"]["text"] == "每一项都要填对"
    assert rule["helpUri"] == "https://sanwu.example/sw/rules/s01.html"
    (error,) = (one for one in run["results"] if one["level"] == "error")
    assert [where(one) for one in error["locations"]] == [(FINANCE, 6, 9)]
    assert error["message"]["text"].startswith("金额“6.44万”写法不对。怎么改：改成：64400")
    assert "baselineState" not in error


@pytest.mark.parametrize(
    "spoil",
    [
        lambda log: log.update(version="2.0.0"),
        lambda log: log["runs"][0].pop("tool"),
        lambda log: log["runs"][0]["tool"]["driver"].pop("name"),
        lambda log: log["runs"][0]["results"][0].update(level="fatal"),
        lambda log: log["runs"][0]["results"][0].update(baselineState="old"),
        lambda log: log["runs"][0]["results"][0].pop("message"),
        lambda log: log["runs"][0]["results"][0].update(relatedLocations=[ONE.span.path]),
        lambda log: _physical(log)["region"].update(startLine=0),
        lambda log: _physical(log)["region"].update(startColumn="1"),
        lambda log: _physical(log)["artifactLocation"].update(uri="content/a b.yml"),
        lambda log: _physical(log)["artifactLocation"].update(uri="content/柳湾.yml"),
        lambda log: _physical(log)["artifactLocation"].update(uri="content/../a.yml"),
        lambda log: _physical(log)["artifactLocation"].update(uri="/content/a.yml"),
        lambda log: log["runs"][0]["tool"]["driver"]["rules"][0].update(helpUri="rules/f01.html"),
    ],
)
def test_the_excerpt_of_the_schema_finds_faults(spoil: Callable[[dict[str, Any]], object]) -> None:
    log = json.loads(as_sarif([ONE], "content/", site="https://sanwu.example/"))
    spoilt = copy.deepcopy(log)
    spoil(spoilt)
    validator = Draft7Validator(SCHEMA)
    assert (validator.is_valid(log), validator.is_valid(spoilt)) == (True, False)


def _physical(log: dict[str, Any]) -> dict[str, Any]:
    physical = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert isinstance(physical, dict)
    return physical


def test_nothing_found_is_an_empty_run() -> None:
    assert results([]) == []


def test_without_a_site_no_rule_has_an_address() -> None:
    (rule,) = read(as_sarif([ONE]))["tool"]["driver"]["rules"]
    assert "helpUri" not in rule


def test_equal_findings_of_several_lines() -> None:
    (one,) = results([ONE])
    assert [where(at) for at in one["locations"]] == [(f"content/{PATH}", 6, 9)]
    assert [where(at) for at in one["relatedLocations"]] == [(f"content/{PATH}", 8, 9), (f"content/{PATH}", 12, 3)]
    assert one["message"]["text"] == "账对不上（3处，第6、8、12行）。怎么改：改"


def test_no_placeholder_and_no_link() -> None:
    """SARIF takes {0} for a placeholder and [text](address) for a link."""
    (one,) = results([replace(ONE, message="写了{0}，[看这里](https://evil.example)", also=())])
    assert one["message"]["text"] == "写了{{0}}，[看这里] (https://evil.example)。怎么改：改"


def test_what_moved_is_the_same_and_what_says_other_things_is_not() -> None:
    known = identity(ONE)
    assert identity(replace(ONE, span=Span(PATH, 60, 1), also=(), remedy="再改")) == known
    others = (
        replace(ONE, code="F02"),
        replace(ONE, message="账对得上"),
        replace(ONE, span=Span("shidu/liuwan/finance/2026-11.yml", 6, 9)),
    )
    assert len({known, *map(identity, others)}) == 4


@pytest.mark.parametrize(
    "message",
    [
        "村规民约还没有公开：应在2026年8月10日前公开，已过{days}天",
        "财务栏到{today}已有{days}天没有新内容",
        "到{today}还没有写批准日期",
    ],
)
def test_tomorrow_it_is_the_same(message: str) -> None:
    said = {
        identity(replace(ONE, message=message.format(today=day_long(date(2026, 11, 18 + after)), days=9 + after)))
        for after in range(2)
    }
    assert len(said) == 1


def test_of_two_that_are_alike_each_has_its_own() -> None:
    """Whatever their order: with --since the new ones come first."""
    second = replace(ONE, span=Span(PATH, 20, 1), remedy="再改", also=())
    first_to_last = [one["partialFingerprints"][IDENTITY] for one in results([ONE, second])]
    assert len(set(first_to_last)) == 2
    assert [one["partialFingerprints"][IDENTITY] for one in results([second, ONE], 1)] == first_to_last[::-1]


@pytest.mark.parametrize("form", ["sarif", "junit"])
def test_beside_the_document_nothing_is_printed(county: Path, form: str) -> None:
    """What --fix changed is told on stderr."""
    file = county / FINANCE
    file.write_text(file.read_text(encoding="utf-8").replace("期末: 64400.00", "期末: 6.44万"), encoding="utf-8")
    done = disclose(county, "check", "--fix", "--format", form)
    assert "期末: 64400" in done.stderr
    assert done.stdout.startswith("{" if form == "sarif" else "<?xml")
    assert "期末" not in done.stdout


def test_a_change(tmp_path: Path) -> None:
    """New ones first; a file of the ledger has no `..` in its address, wherever in the repository the county lies."""
    (tmp_path / "county").mkdir()
    county = county_in(tmp_path / "county")
    notice, finance = county / HOME / "notices/2026-10.yml", county / FINANCE
    disclose(county, "build", "--publish")
    notice.write_text(notice.read_text(encoding="utf-8").replace('"4200.00"', '"4,200.00"'), encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "county/content", "county/ledger")
    git(tmp_path, "commit", "-qm", "county")
    finance.write_text(finance.read_text(encoding="utf-8").replace("金额: 5600.00", "金额: 五千六"), encoding="utf-8")
    (county / "ledger/x.jsonl").write_text("", encoding="utf-8")
    done = disclose(county, "check", "--since", "main", "--format", "sarif")
    assert (done.returncode, done.stderr) == (1, "")
    found = read(done.stdout)["results"]
    said = [(where(one["locations"][0])[0], one["baselineState"]) for one in found]
    assert said[:2] == [("county/ledger/x.jsonl", "new"), (f"county/{FINANCE}", "new")]
    assert said[-1] == (f"county/{HOME}/notices/2026-10.yml", "unchanged")
    assert [state for _, state in said] == sorted(state for _, state in said)
