"""D rules at their edges: exact fractions, the days on which law changes, the days on which something falls due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.directory import national
from generator.law.parameters import resolve
from generator.records.kinds.decisions import KIND, least
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.places import Village
from generator.records.read import read_record
from generator.rules.catalogue import catalogue
from generator.rules.rule import Context
from tests.support.village import AS_OF, HOME, VILLAGE, judge

HEADS = st.integers(1, 3000)
MEETING = "会议: {meeting}, 应到: {expected}, 实到: {present}, 同意: {agree}"
PUBLISHED = "公开: {公开日期: 2026-04-27, 至: 2026-05-13}\n"


def said(
    code: str, text: str, *, as_of: date = AS_OF, profile: Mapping[str, str] | None = None, **parameters: str
) -> set[str]:
    """Where one rule speaks about a decision, each as the last key of its route."""
    read = read_record(Address(Place("shidu", "liuwan"), KIND.folder, "x"), (text + PUBLISHED).encode())
    assert read.record, read.findings
    fields = {"名称": "柳湾村", "区划代码": "990123100201", **(profile or {})}
    village = Village.model_validate(fields)
    context = Context(
        as_of, resolve(parameters), Place("shidu", "liuwan"), village, directory=national(Publisher.VILLAGE)
    )
    return {str(problem.at[-1]) for problem in catalogue()[code].check(read.record, context)}


def decision(*steps: str, **fields: str) -> str:
    lines = {"标题": "修路", **fields}
    return (
        "".join(f"{key}: {value}\n" for key, value in lines.items())
        + "步骤:\n"
        + "".join(f"  - {{{step}}}\n" for step in steps)
    )


@given(HEADS)
def test_least_is_the_smallest_number_that_is_enough(whole: int) -> None:
    two_thirds, half = least("三分之二", whole), least("一半", whole)
    assert Fraction(two_thirds, whole) >= Fraction(2, 3) > Fraction(two_thirds - 1, whole)
    assert Fraction(half, whole) > Fraction(1, 2) >= Fraction(half - 1, whole)


@given(st.data(), st.sampled_from(["D04应到", "D04实到", "D05", "D06人", "D06户代表", "D06居民"]))
def test_quorum_agrees_with_exact_fractions(data: st.DataObject, which: str) -> None:
    expected = data.draw(HEADS)
    present = data.draw(st.integers(1, expected))
    agree = data.draw(st.integers(0, present))
    code, kind = which[:3], which[3:]
    meeting = {"D04": "党员大会", "D05": "村民代表会议", "D06": "居民会议" if kind == "居民" else "村民会议"}[code]
    step = f"步骤: {'审议' if code == 'D04' else '决议'}, {MEETING}".format(**locals())
    if kind == "户代表":
        step += ", 按什么算到会: 户代表"
    base_of = kind if code == "D04" else "应到"
    there, share = Fraction(present, expected), Fraction(2, 3)
    enough = there > Fraction(1, 2) if kind in ("人", "居民") else there >= share
    base = expected if kind == "应到" else present
    wrong = set()
    if not enough:
        wrong.add("实到")
    if not Fraction(agree, base) > Fraction(1, 2):
        wrong.add("同意")
    assert said(code, decision(step), 党员审议基数=base_of) == wrong


@given(st.data(), st.sampled_from(["收益分配", "土地承包", "非成员待遇"]), st.booleans())
def test_members_vote_agrees_with_exact_fractions(data: st.DataObject, matter: str, delegates: bool) -> None:
    """Of all members or delegates, whoever came; what delegates may not decide is told whatever the heads."""
    expected = data.draw(HEADS)
    present = data.draw(st.integers(1, expected))
    agree = data.draw(st.integers(0, present))
    meeting = "成员代表大会" if delegates else "成员大会"
    wrong = set()
    if delegates and matter != "收益分配":
        wrong.add("会议")
    else:
        if not delegates and Fraction(present, expected) < Fraction(2, 3):
            wrong.add("实到")
        if Fraction(agree, expected) < (Fraction(3, 4) if matter == "非成员待遇" else Fraction(2, 3)):
            wrong.add("同意")
    step = f"步骤: 决议, 日期: 2026-04-25, {MEETING}".format(**locals())
    assert said("D12", decision(step, 事项=matter)) == wrong


@pytest.mark.parametrize("code", ["D04", "D05"])
def test_a_vote_without_a_named_meeting_does_not_escape(code: str) -> None:
    name = "审议" if code == "D04" else "决议"
    assert said(code, decision(f"步骤: {name}, 日期: 2026-04-25")) == {"0"}
    assert said(code, decision(f"步骤: {name}, 日期: 2026-04-25", 程序="协商")) == set()


@given(HEADS, HEADS, st.integers(0, 300), st.integers(0, 300))
def test_votes_add_up_or_are_told(present: int, agree: int, against: int, abstain: int) -> None:
    step = f"步骤: 决议, 实到: {present}, 同意: {agree}, 反对: {against}, 弃权: {abstain}"
    assert (said("D08", decision(step)) == set()) == (agree + against + abstain == present)


@pytest.mark.parametrize(
    ("votes", "where"),
    [
        ("同意: 36", set()),
        ("同意: 35, 反对: 1", set()),
        ("同意: 35, 弃权: 0", {"0"}),
        ("同意: 37", {"同意"}),
        ("反对: 1", set()),
    ],
)
def test_unwritten_votes_are_none_only_when_the_rest_is_all(votes: str, where: set[str]) -> None:
    assert said("D08", decision(f"步骤: 决议, 实到: 36, {votes}")) == where


@pytest.mark.parametrize(
    ("meeting", "expected", "day", "where"),
    [
        ("党员大会", 57, "2026-04-18", set()),
        ("党员大会", 58, "2026-04-18", {"应到"}),
        ("党员大会", 58, "2019-04-18", set()),
        ("党员大会", 50, "2026-04-18", set()),
        ("村民代表会议", 52, "2026-04-18", set()),
        ("村民代表会议", 53, "2026-04-18", {"应到"}),
    ],
)
def test_expected_against_the_roll(meeting: str, expected: int, day: str, where: set[str]) -> None:
    step = f"步骤: 决议, 日期: {day}, 会议: {meeting}, 应到: {expected}, 实到: 40, 同意: 40"
    assert said("D08", decision(step), profile={"党员数": "57", "村民代表数": "42"}) == where


@given(st.lists(st.dates(date(2024, 1, 1), date(2024, 1, 9)), min_size=5, max_size=5))
def test_order_is_silent_exactly_when_no_day_falls_back(days: list[date]) -> None:
    names = ("提议", "商议", "审议", "决议", "决议公开")
    steps = [f"步骤: {name}, 日期: {day}" for name, day in zip(names, days, strict=True)]
    assert (said("D02", decision(*steps)) == set()) == (days == sorted(days))
    assert said("D02", decision(*reversed(steps))) <= {"日期"}, "the order in the file does not matter"


def test_order_passes_over_what_is_not_there() -> None:
    assert said("D02", decision("步骤: 提议, 日期: 2026-04-20", "步骤: 决议, 日期: 2026-04-19")) == {"日期"}
    assert said("D02", decision("步骤: 决议, 日期: 2026-04-19", 实施="{开工: 2026-04-18}")) == {"开工"}
    assert said("D02", decision("步骤: 决议公开")) == set()


def test_reports_along_the_way_are_not_out_of_order() -> None:
    steps = ["步骤: 结果公开, 日期: 2026-06-30", "步骤: 结果公开, 日期: 2026-11-02, 实际花费: 1"]
    done = "{完工: 2026-10-28}"
    assert said("D02", decision(*steps, 实施=done)) == set()
    assert said("D10", decision(*steps, 实施=done, 金额上限="1")) == set()
    assert said("D02", decision(steps[0], 实施=done)) == {"日期"}
    assert said("D10", decision(steps[0], 实施=done)) == set(), "D02 has said it"


@pytest.mark.parametrize(
    ("day", "matter", "where"),
    [
        ("2025-04-30", "收益分配", set()),
        ("2025-05-01", "收益分配", {"日期"}),
        ("2025-05-01", "公益事业", set()),
        ("2025-12-31", "公益事业", set()),
        ("2026-01-01", "公益事业", {"日期"}),
        ("2026-01-01", "其他重要事项", {"日期"}),
        ("2026-01-01", "日常事务", set()),
    ],
)
def test_party_first_from_the_day_of_each_law(day: str, matter: str, where: set[str]) -> None:
    step = f"步骤: 决议, 日期: {day}, 会议: 村民代表会议"
    assert said("D03", decision(step, 程序="其他", 事项=matter)) == where


@pytest.mark.parametrize(
    ("first", "fields", "where"),
    [
        ("日期: 2026-04-25, 会议: 党组织会议", {}, set()),
        ("日期: 2026-04-26, 会议: 党员大会", {}, {"日期"}),
        ("日期: 2026-04-20, 会议: 党员议事会", {}, {"日期"}),
        ("日期: 2026-04-20, 会议: 两委联席会议", {}, {"日期"}),
        ("日期: 2026-04-20, 会议: 两委联席会议", {"合并说明": "一肩挑"}, set()),
        ("日期: 2026-04-20", {}, set()),
        ("会议: 党组织会议", {}, set()),
    ],
)
def test_what_counts_as_the_party_organisation(first: str, fields: dict[str, str], where: set[str]) -> None:
    steps = [f"步骤: 提议, {first}", "步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议"]
    assert said("D03", decision(*steps, **fields)) == where


def test_missing_steps_are_told_once() -> None:
    text = decision("步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36")
    path = f"{HOME}/decisions/x.yml"
    found = judge({path: text + PUBLISHED}).findings
    assert [f.code for f in found if f.span.path == path and f.code.startswith("D")] == ["D01"]


@pytest.mark.parametrize(("late", "where"), [(0, set()), (1, {"步骤"})])
def test_resolution_is_not_missing_before_it_is_due(late: int, where: set[str]) -> None:
    steps = [f"步骤: {name}, 日期: 2026-11-02" for name in ("提议", "商议", "审议", "决议")]
    as_of = date(2026, 11, 7) + timedelta(days=late)
    assert said("D01", decision(*steps), as_of=as_of) == where
    assert said("D01", decision(*steps), as_of=as_of, profile={"开始公开日期": "2026-11-03"}) == set()
    assert said("D09", decision(*steps), as_of=as_of) == set(), "D01 has said it"
    assert said("D09", decision(*steps, 程序="协商"), as_of=as_of) == where


@pytest.mark.parametrize(("allowed", "where"), [("是", set()), ("否", {"步骤"})])
def test_merging_two_steps_is_the_countys_to_allow(allowed: str, where: set[str]) -> None:
    steps = [f"步骤: {name}, 日期: 2026-11-16" for name in ("商议", "审议", "决议")]
    assert said("D01", decision(*steps, 合并说明="一肩挑"), 提议商议可合并=allowed) == where
    assert said("D01", decision(*steps[1:], 合并说明="一肩挑")) == {"步骤"}, "one of the two is needed"


@pytest.mark.parametrize(
    ("published", "until", "where"),
    [
        ("2026-04-30", "2026-05-15", set()),
        ("2026-05-01", "2026-05-16", {"日期"}),
        ("2026-04-30", "2026-05-14", {"至"}),
        ("2026-04-30", "2026-04-01", {"至"}),
    ],
)
def test_resolution_in_time_and_long_enough(published: str, until: str, where: set[str]) -> None:
    steps = ["步骤: 决议, 日期: 2026-04-25", f"步骤: 决议公开, 日期: {published}, 至: {until}"]
    assert said("D09", decision(*steps)) == where


def test_days_on_display_are_law_only_since_2026() -> None:
    assert said("D09", decision("步骤: 决议公开, 日期: 2025-12-31, 至: 2026-01-05")) == set()
    assert said("D09", decision("步骤: 决议公开, 日期: 2026-01-01, 至: 2026-01-05")) == {"至"}


@pytest.mark.parametrize(("as_of", "where"), [(date(2026, 11, 12), set()), (date(2026, 11, 13), {"完工"})])
def test_result_is_not_missing_before_it_is_due(as_of: date, where: set[str]) -> None:
    assert said("D10", decision("步骤: 决议", 实施="{完工: 2026-10-28}"), as_of=as_of) == where


def test_cost_is_compared_with_what_was_agreed() -> None:
    step = "步骤: 结果公开, 日期: 2026-11-02"
    assert said("D10", decision(f"{step}, 实际花费: 158000", 金额上限="158000.00")) == set()
    assert said("D10", decision(f"{step}, 实际花费: 158000.01", 金额上限="158000.00")) == {"实际花费"}
    assert said("D10", decision(step, 金额上限="158000")) == set(), "a report along the way need not say"
    assert said("D10", decision(step, 金额上限="158000", 实施="{完工: 2026-11-01}")) == {"0"}


@pytest.mark.parametrize(
    ("day", "matter", "meeting", "where"),
    [
        ("2019-06-01", "土地承包", "村民代表会议", {"会议"}),
        ("2025-04-30", "土地承包", "村民代表会议", {"会议"}),
        ("2025-05-01", "土地承包", "村民代表会议", set()),
        ("2025-12-31", "村庄规划建设", "村民代表会议", set()),
        ("2026-01-01", "村庄规划建设", "村民代表会议", {"会议"}),
        ("2026-01-01", "村庄规划建设", "村民会议", set()),
        ("2026-01-01", "集体收益使用", "成员代表大会", set()),
        ("2026-01-01", "集体收益使用", "党员大会", {"会议"}),
        ("2026-01-01", "日常事务", "村民代表会议", set()),
    ],
)
def test_assembly_matters_by_date(day: str, matter: str, meeting: str, where: set[str]) -> None:
    text = decision(f"步骤: 决议, 日期: {day}, 会议: {meeting}", 事项=matter)
    assert said("D11", text) == where
    assert said("D11", text, profile={"类型": "社区"}) == set()


def test_nothing_is_said_before_disclosure_began() -> None:
    steps = ["步骤: 决议, 日期: 2026-04-25", "步骤: 决议公开, 日期: 2026-06-01, 至: 2026-06-30"]
    assert "开始公开日期: 2026-11-01" in VILLAGE
    assert said("D09", decision(*steps), profile={"开始公开日期": "2026-11-01"}) == set()
    assert said("D09", decision(*steps), profile={"开始公开日期": "2026-04-25"}) == {"日期"}
