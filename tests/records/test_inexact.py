"""Figures that are not exact reckon on, and nothing that is made of them looks exact."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from generator.base.inexact import UNWRITTEN, Inexact, differ, is_exact, parse_inexact
from generator.base.money import parse_money, spoken, yuan
from generator.base.share import share
from generator.records.sums import Addend, Sum, total


def _read(text: str) -> Inexact:
    found = parse_inexact(text, parse_money)
    assert found is not None
    return found


ABOUT, UNKNOWN, STARRED = (_read(text) for text in ("约820", "不详", "1**"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (ABOUT, "约820.00"),
        (UNKNOWN, "不详"),
        (STARRED, "1**"),
        (UNWRITTEN, "没有写"),
        (Decimal(180) + ABOUT, "约1,000.00"),
        (Decimal(180) - ABOUT, "约-640.00"),
        (-ABOUT, "约-820.00"),
        (Decimal(180) + STARRED, "180.00（另有1处不详）"),
        (total([ABOUT, UNKNOWN, UNWRITTEN]), "约820.00（另有2处不详）"),
        (total([UNKNOWN, STARRED]), "不详"),
        (ABOUT * 2, "约1,640.00"),
        (UNKNOWN * 2, "不详"),
        (Decimal(10) / UNKNOWN, "不详"),
        (total([]), "0.00"),
    ],
)
def test_said(value: Decimal, said: str) -> None:
    """Whatever is reckoned, both forms of money say how sure it is."""
    assert yuan(value) == said


def test_words() -> None:
    """Sentences and shares too."""
    assert spoken(ABOUT * 100) == "约8.2万元"
    assert spoken(UNKNOWN) == "不详"
    assert share(ABOUT, 1000) == "约82%"
    assert share(5, UNKNOWN) == "不详"
    assert f"{ABOUT + 0}人" == "约820人"


def test_it_goes_to_other_processes() -> None:
    """With all its marks; what was left out stays the one value."""
    sent = pickle.loads(pickle.dumps((ABOUT + UNKNOWN, UNWRITTEN)))
    assert str(sent[0]) == "约820（另有1处不详）"
    assert sent[1] is UNWRITTEN


def test_figures_that_certainly_differ() -> None:
    """What is not exact never does."""
    assert differ(1, 2)
    assert not differ(2, Decimal(2))
    assert not differ(ABOUT, 2)
    assert is_exact(5)


def _sum(stated: Decimal, *terms: Decimal) -> Sum:
    return Sum("", tuple(Addend(f"第{at}项", term) for at, term in enumerate(terms, 1)), "合计", stated, ("合计",))


@pytest.mark.parametrize(
    ("one", "holds", "doubt"),
    [
        (_sum(Decimal(3), Decimal(1), Decimal(2)), True, ""),
        (_sum(Decimal(4), Decimal(1), Decimal(2)), False, ""),
        (_sum(Decimal(3), Decimal(1), Decimal(2), UNWRITTEN), True, ""),
        (_sum(Decimal(4), Decimal(1), Decimal(2), UNWRITTEN), True, "没有写第3项，没法核对"),
        (_sum(UNWRITTEN, ABOUT, UNWRITTEN), True, "没有写第2项，没法核对"),
        (_sum(Decimal(4), Decimal(1), UNKNOWN), True, "有1处没写数，没法核对"),
        (_sum(Decimal(4), Decimal(1), ABOUT), True, "有的数不是准数，没法核对"),
        (_sum(Inexact(4, "约4", "约"), Decimal(1)), True, "有的数不是准数，没法核对"),
        (_sum(UNWRITTEN, Decimal(1), Decimal(2)), True, ""),
    ],
)
def test_sums(one: Sum, holds: bool, doubt: str) -> None:
    """What was left out is no 0, and what cannot be told is no error."""
    assert (one.holds, one.doubt) == (holds, doubt)


def test_a_total_that_is_not_written_is_reckoned() -> None:
    """The page gives the result of the terms in its place."""
    one = _sum(UNWRITTEN, Decimal(1), Decimal(2))
    assert one.is_reckoned
    assert one.result == 3
