"""A promise from its being made to its verdict, and how many of them were kept, said the same everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.share import share
from generator.pages.commitment.listing import commitments_page
from generator.pages.commitment.record import commitment_page, commitment_view
from generator.pages.commitment.story import moments, verdict
from generator.records.kinds.commitments import KIND, Commitment
from generator.site.model import PlaceSite
from tests.exports.model import AS_OF, COUNTY, village
from tests.support.desks import desk

SAMPLE = KIND.sample
OPEN = SAMPLE.split("销号:")[0] + "公开: {公开日期: 2026-02-10}\n"


def body(text: str) -> Commitment:
    found = village({"commitments/x": text}).entries[0].body
    assert isinstance(found, Commitment)
    return found


@pytest.mark.parametrize(
    ("text", "as_of", "said"),
    [
        (SAMPLE, AS_OF, "已经办成，比期限早4天。"),
        (SAMPLE.replace("完成日期: 2026-09-26", "完成日期: 2026-09-30"), AS_OF, "已经办成，正好在期限那天。"),
        (SAMPLE.replace("完成日期: 2026-09-26", "完成日期: 2026-10-06"), AS_OF, "已经办成，比期限晚6天。"),
        (OPEN, AS_OF, "还没有办成，期限已过49天。"),
        (OPEN, date(2026, 9, 30), "还没有办成，离期限还有0天。"),
        (OPEN.replace("期限: 2026-09-30\n", ""), AS_OF, "没有写期限，还没有办成。"),
        (OPEN + "已撤销: 是\n", AS_OF, "这一条已经按程序撤销。"),
        (OPEN + "类型: 廉洁\n", date(2026, 9, 30), "还在期限里，到2026年9月30日为止。"),
    ],
)
def test_verdict(text: str, as_of: date, said: str) -> None:
    assert verdict(body(text), as_of) == said


def test_one_story_in_order_of_time() -> None:
    """A count of the last day belongs to the end itself; the day that passed stands between."""
    late = SAMPLE.replace("2026-09-26", "2026-10-06").replace("核实日期: 2026-09-28", "核实日期: 2026-10-12")
    told = [(one.name, str(one.day)[5:], one.state, one.mark) for one in moments(body(late), AS_OF)]
    assert told == [
        ("公开承诺", "02-10", "done", ""),
        ("进展", "09-08", "done", ""),
        ("期限", "09-30", "done", ""),
        ("完成", "10-06", "late", "晚6天"),
        ("核实", "10-12", "done", ""),
        ("群众评议", "10-25", "done", ""),
    ]


def test_what_is_open() -> None:
    before = [one for one in moments(body(OPEN), date(2026, 9, 30)) if one.name == "期限"]
    after = [one for one in moments(body(OPEN), date(2026, 10, 1)) if one.name == "期限"]
    assert [(one.state, one.mark) for one in (*before, *after)] == [("wait", "还没到时间"), ("miss", "到期没完成")]


@given(st.integers(1, 4000), st.data())
def test_a_share_is_never_said_too_high(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    said = float(share(part, whole).removesuffix("%"))
    assert said <= part * 100 / whole + 1e-9
    assert said > part * 100 / whole - 0.1 - 1e-9


def promises(kept: int, due: int) -> PlaceSite:
    texts = [SAMPLE if number < kept else OPEN for number in range(due)]
    return village({f"commitments/c{number}": text for number, text in enumerate(texts)})


def test_one_rounding_on_every_page() -> None:
    """28 of 29 are 96.55 %: 96.5% on the list as on each promise, as C07 says it; half up would be 96.6%."""
    place = promises(28, 29)
    listed = commitments_page(desk(place)).main
    single = commitment_page(desk(place), place.entries[0]).main
    assert "<b>96.5%</b> 到期29条，兑现28条，目标95%" in listed
    assert "到期29条，兑现28条，是96.5%；目标95%，达到了。" in single
    assert "96.6%" not in re.sub(r'width="[^"]+"', "", listed + single)


def test_what_is_lacking_to_the_target() -> None:
    single = commitment_view(desk(promises(18, 20)), promises(18, 20).entries[0])
    assert single.rate
    assert (single.rate.said, single.rate.short_by) == ("到期20条，兑现18条，是90%", 1)


def test_no_rate_before_anything_is_due() -> None:
    county = replace(COUNTY, as_of=date(2026, 9, 1))
    place = village({"commitments/x": OPEN})
    assert commitment_view(desk(place, county), place.entries[0]).rate is None


def test_an_early_count_of_what_is_done_is_not_shown() -> None:
    """31 of 60 counted in July says nothing of a promise verified in August."""
    counted = SAMPLE.replace("完成数量: 380", "完成数量: 210").replace(
        "日期: 2026-09-26\n    完成", "日期: 2026-09-20\n    完成"
    )
    place = village({"commitments/x": counted})
    assert commitment_view(desk(place), place.entries[0]).standing.done is None
    place = village({"commitments/x": SAMPLE})
    assert commitment_view(desk(place), place.entries[0]).standing.done == 380


@given(st.integers(-60, 60))
def test_verdict_and_state_never_disagree(days: int) -> None:
    as_of = date(2026, 9, 30) + timedelta(days=days)
    said = verdict(body(OPEN), as_of)
    assert ("已过" in said) == (days > 0)
