"""Really published documents: all that they say can be written down, what is wrong with them is told, and nothing else."""

from __future__ import annotations

import re

import pytest

from generator.base.finding import Effect
from generator.rules.catalogue import catalogue
from tests.real import measured, short_of
from tests.support.real import ATTEMPTS, DOCUMENTS, EXPECTED, FACTS, ROOT, findings, not_expressed, verdict

HONEST = ("01", "02", "08", "19", "31", "37", "39", "53", "59")
"""Figures that add up, however odd the table: parts that are 其中, two funds in one account, an unpresented cheque."""
SUMS = {"F01", "F03", "F05", "F28", "B01", "D08"}


def named(number: str) -> str:
    """The document with that number."""
    return next(name for name in DOCUMENTS if name.startswith(f"{number}-"))


@pytest.mark.slow
def test_floors() -> None:
    """All facts stand on pages, no false alarm, no wrong basis, and first attempts are done in two runs (`make real`)."""
    assert list(short_of(measured())) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_told(name: str) -> None:
    """Each document gets the findings of expected.yml, each with its basis, and no code stands there that it does not get."""
    said = findings(name)
    found = verdict(name, said)
    assert (found.untold, found.false_alarms, found.wrong_bases) == ((), (), ())
    assert {one.code for one in said} == set(EXPECTED[name]["bases"])


def test_all_are_there() -> None:
    assert len(DOCUMENTS) == 44
    assert len(list(ATTEMPTS.iterdir())) == 19
    assert set(DOCUMENTS) == set(EXPECTED) == set(FACTS)


@pytest.mark.parametrize(
    "code", sorted({one["code"] for doc in EXPECTED.values() for one in doc["irregularities"] if "code" in one})
)
def test_a_rule_that_is_taken_away_is_missed(code: str) -> None:
    """Without the rule some irregularity is told by nobody."""
    assert code in catalogue()
    name = next(n for n, doc in EXPECTED.items() if any(one.get("code") == code for one in doc["irregularities"]))
    assert verdict(name, [one for one in findings(name) if one.code != code]).untold


@pytest.mark.parametrize("number", HONEST)
def test_honest_figures_pass(number: str) -> None:
    """Nobody is told that a true sum is false."""
    assert not SUMS & {one.code for one in findings(named(number))}


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        ("01", '下河乡, "23"', '下河乡, "24"'),
        ("02", "龙新乡, 计划: 380000.00", "龙新乡, 计划: 390000.00"),
        ("08", '"-195.94"', '"195.94"'),
        ("08", '"10870398.56"', '"10870398.65"'),
        ("19", '"131100"', '"131000"'),
        ("31", "7499.51", "7499.15"),
        ("37", '"0.1570"', '"0.1507"'),
        ("39", '"37299.68"', '"37299.86"'),
        ("41", "2619000.00", "261900.00"),
        ("53", "110.00", "101.00"),
        ("59", '"13.97"', '"19.37"'),
    ],
)
def test_one_wrong_figure_is_found(number: str, old: str, new: str) -> None:
    """The figures above pass because they were reckoned, not because nobody looked."""
    assert SUMS & {one.code for one in findings(named(number), {old: new})}


def test_a_fact_that_is_left_out_is_missed() -> None:
    """The check of facts looks: a fact of another document stands on no page of this one."""
    name = named("22")
    FACTS[name].append("姜汊东湾")
    try:
        assert not_expressed(name) == ["姜汊东湾"]
    finally:
        FACTS[name].pop()


def test_digits_run_together_are_no_personal_number() -> None:
    """759800379800380000: three sums of money that a web page pushed into one."""
    name = named("09")
    assert any("759800379800380000" in file.read_text("utf-8") for file in (ROOT / name).rglob("*.yml"))
    assert [one for one in findings(name) if one.code.startswith("P")] == []


def test_only_false_sums_are_withheld() -> None:
    withheld = {name[:2] for name in DOCUMENTS for one in findings(name) if one.effect is Effect.WITHHOLD}
    assert withheld == {"32", "33", "36", "40", "55"}


def test_no_private_number_stands_here() -> None:
    """Telephones are cut, and no number of a card or a person is in the documents or in the attempts."""
    number = re.compile(r"(?<![0-9.])1[3-9][0-9]{9}(?![0-9])|(?<![0-9.])[0-9]{17}[0-9Xx](?![0-9])")
    for file in ROOT.rglob("*.yml"):
        found = set(number.findall(file.read_text(encoding="utf-8"))) - {"759800379800380000"}
        assert not found, file
