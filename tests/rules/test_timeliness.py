"""Reviews, windows, stale boards and silent changes, at their edges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.law.holidays import working_days
from generator.records.kinds import KINDS
from generator.records.published import Ledger
from tests.support.village import AS_OF, HOME, VILLAGE, judge

FINANCE, NOTICES, DECISIONS = (
    f"{HOME}/finance/2026-10.yml",
    f"{HOME}/notices/sample.yml",
    f"{HOME}/decisions/2026-04-road.yml",
)
SAMPLES = {kind.folder: kind.sample for kind in KINDS}


def found(code: str, files: Mapping[str, str], *, as_of: date = AS_OF, ledger: Ledger = None) -> list[Finding]:
    findings = judge(files, as_of=as_of, ledger=ledger, 停更天数="36500").findings
    return [finding for finding in findings if finding.code == code]


def blocks(folder: str, **changed: str | None) -> str:
    """A kind's sample with some top-level blocks replaced, or left out."""
    parts = [part for part in re.split(r"^(?=\S)", SAMPLES[folder], flags=re.MULTILINE) if part]
    kept = [part for part in parts if part.split(":")[0] not in changed]
    return "".join([*kept, *(f"{key}:{text}\n" for key, text in changed.items() if text is not None)])


def publication(day: str, until: str | None = None, reviews: str = "[{机构: 村务监督委员会, 日期: 2020-01-01}]") -> str:
    return f"\n  公开日期: {day}\n" + (f"  至: {until}\n" if until else "") + f"  审核: {reviews}"


# T02


def entries(count: int) -> str:
    line = "  - {收支: 支出, 日期: 2026-08-10, 摘要: 二组水渠清淤工钱, 金额: 1.00}\n"
    return "\n" + (line * count).rstrip("\n")


@pytest.mark.parametrize(
    ("period", "count", "busy"),
    [
        ("2026-10", 30, False), ("2026-10", 31, True), ("2026-Q3", 90, False), ("2026-Q3", 91, True), ("2026", 500, False),
        ("2025-08", 31, False), ("2025-12", 31, True),
    ],
)  # fmt: skip
def test_busy_periods(period: str, count: int, busy: bool) -> None:
    """More than 30 a month; only the last year counts."""
    text = blocks("finance", 期间=f" {period}", 收支明细=entries(count))
    files = {f"{HOME}/finance/{period.lower()}.yml": text}
    assert bool(found("T02", files)) == busy
    monthly = files | {f"{HOME}/village.yml": VILLAGE + "财务每月公开: 是\n"}
    assert not found("T02", monthly)


# T05


@pytest.mark.parametrize(
    ("reviews", "place"),
    [
        ("[]", ("公开",)),
        ("[{机构: 村务监督委员会, 日期: 2026-11-12}]", None),
        ("[{机构: 村务监督委员会, 日期: 2026-11-13}]", ("审核日期",)),
        ("[{机构: 民主理财小组, 日期: 2026-11-01}]", None),
        ("[{机构: 村监委会, 日期: 2026-11-01}]", None),
        ("[{机构: 柳湾股份经济合作社监事会, 日期: 2026-11-01}]", None),
        ("[{机构: 石渡镇人民政府, 日期: 2026-11-01}]", None),
        ("[{机构: 御河街道办事处, 日期: 2026-11-01}]", None),
        ("[{机构: 村民代表会议, 日期: 2026-11-01}]", None),
        ("[{机构: 县农业农村局, 日期: 2026-11-01}]", None),
        ("[{机构: 石渡镇柳湾村村民委员会, 日期: 2026-11-01}]", ("机构",)),
        ("[{机构: 村党支部, 日期: 2026-11-01}, {机构: 村“两委”, 日期: 2026-11-01}]", ("机构",)),
        ("[{机构: 村党支部, 日期: 2026-11-01}, {机构: 村务监督委员会, 日期: 2026-11-01}]", None),
        ("[{机构: 村务监督委员会, 审核人: 周小梅, 日期: 2026-11-01}]", ("同一个人",)),
        ("[{机构: 村报账员 周小梅, 日期: 2026-11-01}]", ("同一个人",)),
        ("[{机构: 村务监督委员会, 审核人: 主任 赵德顺, 日期: 2026-11-01}]", None),
    ],
)
def test_reviews(reviews: str, place: tuple[str] | None) -> None:
    """At most one finding a record, and the one that matters most."""
    text = blocks("finance", 公开=f"\n  公开日期: 2026-11-12\n  编制: 村报账员 周小梅\n  审核: {reviews}")
    said = found("T05", {FINANCE: text})
    assert len(said) == (place is not None)


@pytest.mark.parametrize(
    ("folder", "changes", "flagged"),
    [
        ("notices", {"栏目": " 党务", "事项": " 一般"}, False),
        ("notices", {"栏目": " 村务"}, True),
        ("notices", {"栏目": " 财务"}, True),
        ("decisions", {}, True),
        ("questions", {}, False),
        ("commitments", {}, False),
    ],
)
def test_who_must_review(folder: str, changes: dict[str, str], flagged: bool) -> None:
    """The party's own organisation is enough for party matters and promises."""
    day = {"decisions": "2026-04-27", "commitments": "2026-02-10", "questions": "2026-11-06"}.get(folder, "2026-10-10")
    text = blocks(folder, **changes, 公开=publication(day, None, "[{机构: 村党支部, 日期: 2020-01-01}]"))
    assert bool(found("T05", {f"{HOME}/{folder}/x.yml": text})) == flagged
    assert not found("T05", {f"shidu/records/{folder}/x.yml": text})


# T06


@given(st.dates(date(2026, 1, 1), date(2026, 10, 1)), st.integers(0, 40))
def test_fifteen_days(first: date, days: int) -> None:
    """The day of posting is not counted (民法典 §201)."""
    last = first + timedelta(days=days)
    for folder, path in (("finance", FINANCE), ("notices", NOTICES)):
        text = blocks(folder, 公开=publication(first.isoformat(), last.isoformat()))
        said = found("T06", {path: text}, as_of=date(2026, 11, 18))
        assert bool(said) == (days < 15)
        if said:
            assert f"只公开{days}天" in said[0].message
            assert (first + timedelta(days=15)).isoformat() in said[0].remedy


@given(
    st.dates(date(2021, 9, 1), date(2026, 10, 1)),
    st.integers(0, 40),
    st.sampled_from(["低保", "表彰", "征地预公告", "征地补偿安置方案"]),
)
def test_windows_by_matter(first: date, days: int, topic: str) -> None:
    """Local custom counts both ends, the law leaves the first day out; the proposed day is always enough."""
    last = first + timedelta(days=days)

    def said(until: date) -> list[Finding]:
        text = blocks("notices", 形式=" 公示", 事项=f" {topic}", 公开=publication(first.isoformat(), until.isoformat()))
        return found("T06", {NOTICES: text})

    enough = {
        "低保": days + 1 >= 7,
        "表彰": working_days(first, last) >= 5,
        "征地预公告": working_days(first + timedelta(days=1), last) >= 10,
        "征地补偿安置方案": days >= 30,
    }[topic]
    flagged = said(last)
    assert bool(flagged) == (not enough)
    if flagged and (proposed := re.search(r"\d{4}-\d\d-\d\d", flagged[0].remedy)):
        assert not said(date.fromisoformat(proposed[0]))
        assert said(date.fromisoformat(proposed[0]) - timedelta(days=1))


@pytest.mark.parametrize(
    ("changes", "day", "until", "flagged"),
    [
        ({}, "2025-12-31", "2026-01-02", False),
        ({}, "2026-01-01", "2026-01-02", True),
        ({}, "2026-01-01", None, False),
        ({"形式": " 公示"}, "2020-01-01", None, True),
        ({"形式": " 公示", "事项": " 发展党员", "栏目": " 党务"}, "2026-01-01", "2026-01-02", False),
        ({"栏目": " 党务", "事项": " 一般"}, "2026-01-01", "2026-01-02", False),
        ({}, "2025-03-10", "2025-03-01", True),
        ({"事项": " 补贴发放"}, "2022-08-12", "2022-08-18", False),
    ],
)
def test_which_windows(changes: dict[str, str], day: str, until: str | None, flagged: bool) -> None:
    """No number of days before 2026; a 公示 always has an end; an end before its beginning is never right."""
    text = blocks("notices", **changes, 公开=publication(day, until))
    assert bool(found("T06", {NOTICES: text})) == flagged


# T10


def stale(files: Mapping[str, str], as_of: date = date(2026, 11, 18)) -> list[str]:
    findings = judge(files, as_of=as_of, 停更天数="100").findings
    return [finding.message for finding in findings if finding.code == "T10"]


def test_boards() -> None:
    """Each board for itself; from the first day of disclosure where it never had anything."""
    since = {f"{HOME}/village.yml": re.sub("开始公开日期: .*", "开始公开日期: 2026-01-01", VILLAGE)}
    said = stale(since)
    assert [re.match("(党务|村务|财务)栏321天没有新内容", message) is not None for message in said] == [True] * 3
    fresh = since | {FINANCE: SAMPLES["finance"], NOTICES: SAMPLES["notices"]}
    assert [message[:2] for message in stale(fresh)] == ["党务"]
    assert [message[:2] for message in stale(fresh, date(2027, 2, 20))] == ["党务", "村务"]
    assert [message[:2] for message in stale(fresh, date(2027, 2, 21))] == ["党务", "村务", "财务"]
    unknown = {f"{HOME}/village.yml": re.sub("开始公开日期: .*\n", "", VILLAGE)}
    assert stale(unknown) == []


def test_what_is_new_on_a_board() -> None:
    """A result published later is news; a withheld record and one of the future are not."""
    since = {f"{HOME}/village.yml": re.sub("开始公开日期: .*", "开始公开日期: 2026-01-01", VILLAGE)}
    assert "村务" not in "".join(stale(since | {DECISIONS: SAMPLES["decisions"]}))
    future = blocks("notices", 公开=publication("2026-12-01"))
    assert "村务栏321天" in "".join(stale(since | {NOTICES: future}))
    broken = SAMPLES["notices"].replace("4200.00", "四千")
    assert "村务栏321天" in "".join(stale(since | {NOTICES: broken}))


# T11
