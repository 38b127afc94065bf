"""R rules at their edges: whose honours and targets count, half-years of a township, the last day of a rating."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.village import HOME, judge

PUBLISHED = "公开: {公开日期: 2026-01-10, 渠道: [公开栏], 审核: [{机构: 镇党委, 日期: 2026-01-09}]}"


def codes(files: dict[str, str], as_of: date = date(2026, 11, 18)) -> list[str]:
    """The rules that speak of these records, each once per finding."""
    data = {path: f"{text}\n{PUBLISHED}\n" for path, text in files.items()}
    return [finding.code for finding in judge(data, as_of=as_of, ledger=None).findings]


def honour(name: str, recipients: int) -> str:
    people = ", ".join(f"{{名称: {name}{number}, 类别: 组织}}" for number in range(recipients))
    return f"标题: 表彰\n年度: 2026\n种类: 标杆支部\n名额: 3\n对象: [{people}]"


def test_quota_does_not_depend_on_file_names() -> None:
    """The commendation that goes beyond the quota is the later one, whatever the files are called."""
    early = honour("甲", 2) + "\n公示起: 2026-03-02\n公示止: 2026-03-09\n命名日期: 2026-03-12"
    late = honour("乙", 2) + "\n公示起: 2026-06-01\n公示止: 2026-06-09\n命名日期: 2026-06-12"
    for first, second in (("a", "b"), ("b", "a")):
        files = {f"{HOME}/honours/{first}.yml": early, f"{HOME}/honours/{second}.yml": late}
        data = {path: f"{text}\n{PUBLISHED}\n" for path, text in files.items()}
        told = [finding for finding in judge(data, ledger=None).findings if finding.code == "R08"]
        assert [finding.span.path for finding in told] == [f"{HOME}/honours/{second}.yml"]


def test_a_missed_target_is_the_places_own() -> None:
    """A township's missed target does not speak about its villages, nor the other way round."""
    missed = "标题: 目标\n期间: 2025\n指标: [{指标: 示范社区, 完成: 0, 总数: 1, 目标: 1, 目标年: 2025}]"
    given = "标题: 表彰\n年度: 2025\n种类: 标杆支部\n对象: [{名称: 柳湾村党支部, 类别: 组织}]"
    assert "R08" in codes({f"{HOME}/targets/t.yml": missed, f"{HOME}/honours/h.yml": given})
    assert "R08" not in codes({"shidu/records/targets/t.yml": missed, f"{HOME}/honours/h.yml": given})
    assert "R08" not in codes({f"{HOME}/targets/t.yml": missed, "shidu/records/honours/h.yml": given})


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True)])
def test_a_rating_counts_to_its_last_day(days: int, told: bool) -> None:
    rating = "标题: 评定\n类型: 五个好评定\n期间: 2023\n日期: 2023-11-18\n有效至: 2026-11-18"
    found = codes({f"{HOME}/reviews/r.yml": rating}, date(2026, 11, 18) + timedelta(days=days))
    assert ("R08" in found) == told


def test_a_leap_day_lasts_to_the_last_of_february() -> None:
    rating = "标题: 评定\n类型: 五个好评定\n期间: 2024\n日期: 2024-02-29\n有效至: {}"
    assert "R08" not in codes({f"{HOME}/reviews/r.yml": rating.format("2027-02-28")}, date(2026, 1, 1))
    assert "R08" in codes({f"{HOME}/reviews/r.yml": rating.format("2027-03-01")}, date(2026, 1, 1))


def test_nobody_is_asked_for_what_is_not_kept_here() -> None:
    """A place without any such record is not told of regular meetings, reports or appraisals."""
    assert {"R03", "A08"} & set(codes({}, date(2029, 12, 31))) == set()


def test_empty_lists_and_wild_figures_do_not_crash() -> None:
    goals = "标题: 目标\n期间: 2026\n指标: [{指标: 一肩挑, 完成: -1, 总数: -3, 目标: 0, 目标年: 2026}]"
    assert codes({f"{HOME}/targets/t.yml": goals}).count("R06") == 1
    letter = "标题: 责任书\n年度: 2199\n清单: []"
    assert "R02" not in codes({f"{HOME}/pledges/p.yml": letter})
