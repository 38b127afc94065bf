"""Indicators: counted from what is public, put together by name, shown with both figures and the aim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from generator.site.indicators import INDICATORS, added, put_together
from generator.site.model import Measured


def measured(name: str, done: int, whole: int, aim: str | None = None) -> Measured:
    return Measured(name, Decimal(done), Decimal(whole), Decimal(aim) if aim else None)


def test_places_are_put_together_by_name_in_the_order_of_the_list() -> None:
    found = added(
        [
            measured("别的指标", 1, 2),
            measured("代办办结率", 3, 4),
            measured("公开及时率", 8, 10),
            measured("代办办结率", 5, 6, "0.95"),
        ]
    )
    assert list(found) == [
        measured("公开及时率", 8, 10),
        measured("代办办结率", 8, 10, "0.95"),
        measured("别的指标", 1, 2),
    ]


def test_a_surplus_hides_no_gap() -> None:
    """Each place counts up to its whole; an average beside another is no part of it; one place alone is as it is."""
    assert added([measured("党员创业贷款户数", 25, 20), measured("党员创业贷款户数", 1, 3)]) == (
        measured("党员创业贷款户数", 21, 23),
    )
    assert added([measured("党员创业贷款户数", 25, 20)])[0].done == 25
    assert added([measured("人均纯收入比（全镇）", 30, 20)] * 2)[0].done == 60


def test_what_a_record_states_for_all_is_counted_once() -> None:
    """Of one share there is one figure: the one stated for the whole township, else what its villages count."""
    stated = replace(measured("五个好达标率", 2, 3), stated=True)
    village = measured("五个好达标率", 1, 1)
    assert put_together([stated], [village, measured("代办办结率", 1, 2)]) == (measured("代办办结率", 1, 2), stated)
    assert put_together([], [village], [village]) == (measured("五个好达标率", 2, 2),)


def test_pages_of_township_and_county(demonstration: Path) -> None:
    """Each says what is counted out of what; the county adds up its townships."""
    county = (demonstration / "indicators.html").read_text(encoding="utf-8")
    township = (demonstration / "shidu/indicators.html").read_text(encoding="utf-8")
    for name in ("公开及时率", "组织承诺兑现率", "代办办结率", "新党员妇女", "负债重的比例"):
        assert f"<h2>{name}</h2>" in county
        assert INDICATORS[name].counted in county
    assert 'href="../shidu/liuwan/index.html"' in township
    assert 'href="shidu/indicators.html"' in county
