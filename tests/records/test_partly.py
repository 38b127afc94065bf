"""A record with a field that could not be read is judged as far as the rules get without it."""

from __future__ import annotations

import pytest

from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.records.values import Unread
from tests.support.village import HOME, judge

PATH = f"{HOME}/finance/2026-10.yml"
SAMPLE = BY_FOLDER["finance"].sample
ADDRESS = Address(Place("shidu", "liuwan"), "finance", "2026-10")


def codes(text: str) -> set[str]:
    return {finding.code for finding in judge({PATH: text}).findings if finding.span.path == PATH}


def test_other_rules_speak_in_the_same_run() -> None:
    """A word for an amount silences the sums; the name and the missing approval are told all the same."""
    bad = SAMPLE.replace("金额: 18000.00", "金额: 一万八").replace("对方: 李某某", "对方: 李建国")
    assert codes(bad) == {"S01", "P13"}


def test_what_is_meant_clearly_is_reckoned_with() -> None:
    """1.9万 is read as 19000, so that the sum that does not fit is told at once."""
    assert codes(SAMPLE.replace("金额: 18000.00", "金额: 1.8万")) == {"S01"}
    assert codes(SAMPLE.replace("金额: 18000.00", "金额: 1.9万")) == {"S01", "F01"}


def test_a_name_with_a_slip_is_read_under_the_right_one() -> None:
    """And what is wrong with its value is told in the same run, at its place."""
    text = SAMPLE.replace("期末: 64400.00", "期未: 64,300.00")
    found = [f for f in judge({PATH: text}).findings if f.span.path == PATH]
    assert [(f.code, f.span.line, f.remedy) for f in found if f.code == "S01"] == [
        ("S01", 6, "是不是“期末”？改过来"),
        ("S01", 6, "改成：64300.00"),
    ]
    assert "F01" in {f.code for f in found}


def test_it_is_withheld_and_no_other_record_sees_it() -> None:
    read = read_record(ADDRESS, SAMPLE.replace("2026-10-09", "10月9日").encode())
    assert read.record is None
    assert read.rest is not None
    judged = judge({PATH: SAMPLE.replace("2026-10-09", "近日")})
    [place] = [one for one in judged.places if one.place.village]
    assert [address.path for address in place.withheld] == [PATH]
    assert place.records == ()


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("期间: 2026-10\n", "期间: 平成21年\n", "period"),
        ("期间: 2026-10\n", "", "period"),
        ("账户:\n", "账户: 没有\n旧账户:\n", "accounts"),
    ],
)
def test_only_the_field_is_gone(old: str, new: str, gone: str) -> None:
    rest = read_record(ADDRESS, SAMPLE.replace(old, new, 1).encode()).rest
    assert rest is not None
    assert rest.body.publication.channels == ("公开栏", "网站")
    assert rest.body.attachments == ()
    with pytest.raises(Unread):
        getattr(rest.body, gone)


def test_part_of_a_list_is_no_list() -> None:
    """One entry that is no entry: without it the others would add up to something else."""
    rest = read_record(ADDRESS, SAMPLE.replace("收支明细:\n", "收支明细:\n  - 记不清了\n").encode()).rest
    assert rest is not None
    with pytest.raises(Unread):
        _ = rest.body.entries


def test_line_ends_are_no_new_version() -> None:
    plain, other = (read_record(ADDRESS, text.encode()).record for text in (SAMPLE, SAMPLE.replace("\n", "\r\n")))
    assert plain is not None
    assert other is not None
    assert plain.document.text == other.document.text
