"""E rules at their edges: majorities by exact fractions, whose terms overlap, law by the day a body came to be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.citations import cite
from generator.records.kinds import BY_FOLDER
from generator.rules.catalogue import catalogue
from tests.support.village import HOME, judge

HEADS = st.integers(1, 3000)
PUBLISHED = "公开: {公开日期: 2026-10-10, 渠道: [公开栏], 审核: [{机构: 村务监督委员会, 日期: 2026-10-09}]}"


def notes(code: str, kind: str, *records: str) -> list[str]:
    """What a rule tells villagers about these records of one kind."""
    own = {f"{HOME}/{kind}/r{number}.yml": f"{text}\n{PUBLISHED}\n" for number, text in enumerate(records)}
    return [finding.note for finding in judge(own, ledger=None).findings if finding.code == code]


@given(HEADS, HEADS, HEADS, st.booleans())
def test_valid_and_elected_by_exact_fractions(registered: int, voted: int, votes: int, second: bool) -> None:
    election = f"""\
标题: 村民委员会选举
类型: 村民委员会
投票日期: 2026-09-20
另行选举: {"是" if second else "否"}
登记选民: {registered}
参加投票: {voted}
当选: [{{岗位: 村委会主任, 姓名: 林志远, 票数: {votes}}}]"""
    told = notes("E03", "elections", election)
    valid = Fraction(voted, registered) > Fraction(1, 2)
    share = Fraction(votes, voted)
    enough = share >= Fraction(1, 3) if second else share > Fraction(1, 2)
    assert any("参加投票" in note and "没有超过一半" in note for note in told) != valid
    assert any(f"是{-(-voted // 3) if second else voted // 2 + 1}票" in note for note in told) != enough
    assert any("投票的比登记的多" in note for note in told) == (voted > registered)
    assert any("票数比人数多" in note for note in told) == (votes > voted)


@given(st.integers(1, 200), st.integers(0, 200), st.integers(0, 40))
def test_make_up_of_the_assembly_by_exact_fractions(elected: int, women: int, officers: int) -> None:
    households = 10 * elected
    body = f"""\
标题: 村民代表
类型: 村民代表会议
代表: {{户数: {households}, 代表人数: {elected}, 女代表: {women}, 委员人数: {officers}}}"""
    told = notes("E05", "bodies", body)
    whole = elected + officers
    assert any("不到五分之四" in note for note in told) == (Fraction(elected, whole) < Fraction(4, 5))
    assert any("不到三分之一" in note for note in told) == (Fraction(women, whole) < Fraction(1, 3))
    assert not any("户一名代表" in note for note in told)


@pytest.mark.parametrize(("ends", "told"), [("2026-09-21", 0), ("2026-09-22", 1)])
def test_only_bodies_in_office_together_are_compared(ends: str, told: int) -> None:
    """A former committee member may supervise, from the day after the old term."""
    old = f"标题: 村委会\n类型: 村民委员会\n产生日期: 2021-09-20\n任期止: {ends}\n成员: [{{职务: 主任, 姓名: 邓水生}}]"
    new = """\
标题: 监委会
类型: 村务监督委员会
产生日期: 2026-09-22
成员: [{职务: 主任, 姓名: 邓水生}, {职务: 委员, 姓名: 冯桂香, 懂财务: 是}, {职务: 委员, 姓名: 陈广田}]"""
    assert len([note for note in notes("E06", "bodies", old, new) if "同时是" in note]) == told


@pytest.mark.parametrize("code", ["E01", "E02", "E03", "E04", "E06", "A08"])
def test_article_by_the_day_of_the_event(code: str) -> None:
    """村组法 was renumbered on 2026-01-01: the day before has another article."""
    key = catalogue()[code].basis[0]
    before, after = cite(key, date(2025, 12, 31)), cite(key, date(2026, 1, 1))
    assert before
    assert after
    assert (before.version, after.version) == ("2018年修正", "2025年修正")
    assert before.article != after.article


@pytest.mark.parametrize("kind", ["elections", "bodies", "appointments"])
def test_far_days_do_not_crash(kind: str) -> None:
    """The first and last year that a record may name."""
    for year in ("1900", "2199"):
        text = BY_FOLDER[kind].sample.replace("2026-", f"{year}-").replace("2031-", f"{year}-")
        judge({f"{HOME}/{kind}/far.yml": text}, ledger=None)
