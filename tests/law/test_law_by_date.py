"""Every rule over the dates on which what it rests on changed: the cited article is the one in force, 村 and 社区."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.law.citations import cite, versions
from generator.law.data import load
from generator.law.directory import national
from generator.records.level import Publisher
from generator.rules.catalogue import catalogue
from generator.rules.rule import Rule
from generator.rules.run import basis_of
from tests.support.village import VILLAGE, judge

DAY = timedelta(days=1)
RULES = list(catalogue().values())
VILLAGES, COMMUNITIES = "中华人民共和国村民委员会组织法", "中华人民共和国城市居民委员会组织法"
IN_FORCE_2026 = date(2026, 1, 1)
MOVED = {
    21: 25, 22: 26, 23: 27, 24: 28, 25: 29, 26: 30, 27: 31, 28: 32, 29: 34, 30: 35, 31: 36, 32: 37, 33: 38, 34: 39,
    35: 40, 36: 41,
}  # fmt: skip
"""Articles of 村组法 that only got another number on 2025-10-28."""
RENUMBERED = MOVED | {14: 17, 15: 18, 20: 24}
"""And those of elections, which were rewritten too."""
NUMERALS = {word: number for number, word in enumerate("零一二三四五六七八九")}


def number(article: str) -> int:
    """第三十五条 → 35"""
    digits = article.removeprefix("第").split("条")[0]
    tens, _, ones = digits.rpartition("十")
    whole = (NUMERALS[tens] if tens else 1) * 10 if "十" in digits else 0
    return whole + (NUMERALS[ones] if ones else 0)


def days_of(rule: Rule) -> list[date]:
    """The days on which a basis changed, with the days before and after."""
    changes = {version.since for key in rule.basis for version in versions(key)}
    return sorted({day + step * DAY for day in changes for step in (-1, 0, 1)})


@pytest.mark.parametrize("key", list(load("citations.yml")))
def test_each_version_holds_from_its_day_until_the_next(key: str) -> None:
    known = versions(key)
    assert [version.since for version in known] == sorted({version.since for version in known})
    for before, after in zip((known[0], *known), known, strict=False):
        assert cite(key, after.since) == after
        assert cite(key, after.since - DAY) == before


@pytest.mark.parametrize("key", [key for key in load("citations.yml") if key.startswith("村组法")])
def test_articles_moved_as_the_law_of_2025_moved_them(key: str) -> None:
    old, new = cite(key, IN_FORCE_2026 - DAY), cite(key, IN_FORCE_2026)
    if old == new:  # only in the law of 2025
        assert new.since == IN_FORCE_2026
        return
    assert (old.version, new.version) == ("2018年修正", "2025年修正")
    pairs = list(zip(old.article.split("、"), new.article.split("、"), strict=False))
    assert pairs
    for before, after in pairs:
        assert number(after) == RENUMBERED.get(number(before)), (before, after)


@pytest.mark.parametrize("community", [False, True], ids=["村", "社区"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_a_rule_cites_is_in_force(rule: Rule, community: bool) -> None:
    """And of the law that the place is under; of several the first that fits."""
    other = "村组法" if community else "居组法"
    fitting = [key for key in rule.basis if not key.startswith(other)] or list(rule.basis)
    for day in days_of(rule):
        cited = basis_of(rule, day, community=community)
        begun = [key for key in fitting if versions(key)[0].since <= day]
        assert cited in [cite(key, day) for key in (begun or fitting)]
        assert (cited.since <= day) == bool(begun)
        later = [v.since for key in rule.basis for v in versions(key) if v.statute == cited.statute and v.since <= day]
        assert not begun or cited.since in later
        if not all(key.startswith(other) for key in rule.basis):
            assert cited.statute != (VILLAGES if community else COMMUNITIES)


@pytest.mark.parametrize(
    ("type_", "day", "said"),
    [
        ("村", "2025-12-31", "《中华人民共和国村民委员会组织法》（2018年修正）第二十六条"),
        ("村", "2026-01-01", "《中华人民共和国村民委员会组织法》（2025年修正）第三十条"),
        ("社区", "2026-01-01", "《中华人民共和国城市居民委员会组织法》（2025年修订）第二十八条、第二十九条"),
    ],
)
def test_beside_a_finding(type_: str, day: str, said: str) -> None:
    """A vote without enough representatives, in the night in which the articles changed."""
    meeting = "村民代表会议" if type_ == "村" else "居民代表会议"
    decision = f"""\
标题: 换路灯
步骤:
  - {{步骤: 决议, 日期: {day}, 会议: {meeting}, 应到: 42, 实到: 20, 同意: 20, 反对: 0, 弃权: 0}}
公开:
  公开日期: {day}
"""
    village = f"{VILLAGE}类型: {type_}\n"
    files = {"shidu/liuwan/village.yml": village, "shidu/liuwan/decisions/x.yml": decision}
    found = [finding for finding in judge(files).findings if finding.code == "D05"]
    assert [finding.basis for finding in found] == [said]


@pytest.mark.parametrize("level", Publisher)
def test_the_directory_rests_on_what_exists(level: Publisher) -> None:
    """Every item names a basis that is in force for places of its sort."""
    other = "村组法" if level is Publisher.COMMUNITY else "居组法"
    for item in national(level):
        fitting = [key for key in item.basis if not key.startswith(other)]
        assert fitting, item.name
        assert any(versions(key)[0].since <= IN_FORCE_2026 for key in fitting), item.name
