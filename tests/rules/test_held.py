"""How often things are held: which periods are told, and from when on."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import add_days, add_months, month_of
from generator.records.kinds import BY_FOLDER
from generator.rules.took_place import lacking, said
from tests.support.village import HOME, VILLAGE, judge

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
RHYTHMS = st.sampled_from(["每月", "每季度", "每半年", "每年"])
SAMPLE = BY_FOLDER["meetings"].sample


def test_each_rhythm_begins_with_the_period_of_the_first_record() -> None:
    as_of, public = date(2027, 1, 31), [date(2026, 5, 20)]
    labels = {
        rhythm: said(lacking(rhythm, [], public, as_of, grace=30)) for rhythm in ("每月", "每季度", "每半年", "每年")
    }
    assert labels == {
        "每月": "2026年5月、2026年6月、2026年7月、2026年8月等8次",
        "每季度": "2026年第二季度、2026年第三季度、2026年第四季度",
        "每半年": "2026年上半年、2026年下半年",
        "每年": "2026年",
    }
    assert said(lacking("每季度", [], public, as_of, since=date(2026, 10, 1), grace=30)) == "2026年第四季度"
    assert lacking("每年", [], public, date(2027, 1, 30), grace=30) == ()


@given(RHYTHMS, st.lists(DAYS, max_size=30), st.lists(DAYS, max_size=5), DAYS, st.integers(0, 60))
def test_only_what_is_over_and_empty_is_told(
    rhythm: str, held: list[date], public: list[date], as_of: date, grace: int
) -> None:
    periods = lacking(rhythm, held, public, as_of, grace=grace)  # type: ignore[arg-type]
    assert list(periods) == sorted(set(periods))
    assert public or not periods
    for period in periods:
        assert add_days(period.end, grace) < as_of
        assert period.end >= min(public)
        assert not any(period.start <= day <= period.end for day in held)


@given(DAYS, st.integers(0, 40))
def test_months_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, month_of(later).end.day)


def _told(code: str, as_of: date, files: dict[str, str]) -> list[str]:
    return [finding.message for finding in judge(files, as_of=as_of).findings if finding.code == code]


def test_a_decisions_step_counts_as_held() -> None:
    """The representatives met in the quarter: a decision says so, no minutes need be public."""
    meeting = SAMPLE.replace("公开日期: 2026-10-10", "公开日期: 2026-11-02")
    files = {f"{HOME}/meetings/2026-11.yml": meeting}
    as_of = date(2027, 1, 21)
    assert _told("A05", as_of, files) == ["村民代表会议每季度至少要开一次，2026年第四季度没有记录"]
    decision = BY_FOLDER["decisions"].sample.replace("日期: 2026-04-25", "日期: 2026-10-25")
    assert _told("A05", as_of, {**files, f"{HOME}/decisions/2026-10.yml": decision}) == []


def test_before_the_law_asked_for_it() -> None:
    """村民会议 once a year since 2026, 成员大会 since May 2025: earlier years are not told."""
    profile = VILLAGE.replace("开始公开日期: 2026-11-01", "开始公开日期: 2023-01-01")
    files = {f"{HOME}/village.yml": profile}
    for kind in ("村民会议", "成员大会"):
        public = SAMPLE.replace("类型: 村民代表会议", f"类型: {kind}").replace("2026-", "2023-")
        files[f"{HOME}/meetings/{'a' if kind == '村民会议' else 'b'}.yml"] = public
    assert _told("A05", date(2027, 1, 21), files) == [
        "成员大会每年至少要开一次，2026年没有记录",
        "村民会议每年至少要开一次，2026年没有记录",
    ]
