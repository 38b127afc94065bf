"""Indicators: counted from what is public, put together by name, shown with both figures and the aim."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from generator.site.indicators import INDICATORS, added
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


def test_pages_of_township_and_county(demonstration: Path) -> None:
    """Each says what is counted out of what; the county adds up its townships."""
    county = (demonstration / "indicators.html").read_text(encoding="utf-8")
    township = (demonstration / "shidu/indicators.html").read_text(encoding="utf-8")
    for name in ("公开及时率", "组织承诺兑现率", "代办办结率", "新党员妇女", "负债重的村"):
        assert f"<h2>{name}</h2>" in county
        assert INDICATORS[name].counted in county
    assert 'href="../shidu/liuwan/index.html"' in township
    assert 'href="shidu/indicators.html"' in county
