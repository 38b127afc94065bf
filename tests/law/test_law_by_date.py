"""What is quoted is what was in force on the record's day for who published it: read once by eye, held ever since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.law import bases, citations
from generator.law.bases import Act, choose, subjects
from generator.law.citations import basis, cite, versions
from generator.law.data import load
from generator.law.directory import national
from generator.law.statutes import statutes
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.publisher import publisher_of
from generator.rules.catalogue import catalogue
from generator.rules.rule import Context
from generator.rules.run import act_of, named
from tests.law import table
from tests.support.village import AS_OF, TOWNSHIP, VILLAGE, judge

DAY = timedelta(days=1)
MOVED = {
    14: 17, 15: 18, 20: 24, 21: 25, 22: 26, 24: 28, 25: 29, 26: 30, 30: 35, 31: 36, 32: 37, 33: 38, 34: 39, 35: 40,
}  # fmt: skip
"""Articles of 村组法 that got another number on 2026-01-01."""
NUMERALS = {word: number for number, word in enumerate("零一二三四五六七八九")}


def number(article: str) -> int:
    """第三十五条 → 35"""
    digits = article.removeprefix("第").split("条")[0]
    tens, _, ones = digits.rpartition("十")
    whole = (NUMERALS[tens] if tens else 1) * 10 if "十" in digits else 0
    return whole + (NUMERALS[ones] if ones else 0)


def test_the_table() -> None:
    """Every kind × board × publisher × day, and every rule: as it was read by eye. `python -m tests.golden` writes it."""
    assert table.text().splitlines() == table.EXPECTED.read_text(encoding="utf-8").splitlines()


def test_the_table_notices_a_changed_citation(monkeypatch: pytest.MonkeyPatch) -> None:
    """One article of one version changed, and the table is another."""
    changed = dict(load("citations.yml"))
    changed["村组法·公布"] = changed["村组法·公布"] | {"村组法": {"2010年修订": "第三十一条"}}
    monkeypatch.setattr(citations, "load", lambda name: changed)
    citations.basis.cache_clear()
    bases.choose.cache_clear()
    try:
        assert table.text() != table.EXPECTED.read_text(encoding="utf-8")
    finally:
        monkeypatch.undo()
        citations.basis.cache_clear()
        bases.choose.cache_clear()


@pytest.mark.parametrize("key", list(load("citations.yml")))
def test_no_two_versions_hold_on_one_day(key: str) -> None:
    known = versions(key)
    assert known
    assert [one.since for one in known] == sorted({one.since for one in known})
    for one in known:
        assert cite(key, one.since) == one
        assert cite(key, one.since - DAY) != one
        if one.until:
            assert cite(key, one.until) == one
            assert cite(key, one.until + DAY) != one


@pytest.mark.parametrize("key", [key for key in load("citations.yml") if key.startswith("村组法")])
def test_articles_moved_as_the_law_of_2025_moved_them(key: str) -> None:
    old, new = cite(key, date(2025, 12, 31)), cite(key, date(2026, 1, 1))
    if old and new and old.article:
        pairs = zip(sorted(old.article.split("、")), sorted(new.article.split("、")), strict=False)
        for before, after in pairs:
            assert number(after) in (MOVED[number(before)], *MOVED.values()), (before, after)
        if "、" not in old.article and "、" not in new.article:
            assert number(new.article) == MOVED[number(old.article)]


@pytest.mark.parametrize("key", [key for key in load("citations.yml") if key.startswith("村组法")])
def test_the_decision_of_2018_changed_no_number(key: str) -> None:
    old, new = cite(key, date(2018, 12, 28)), cite(key, date(2018, 12, 29))
    assert (old and old.article) == (new and new.article)


def test_every_name_in_the_tables_exists() -> None:
    for name in subjects():
        for key in bases.lines(f"公开·{name}"):
            assert versions(key), key
    for entry in statutes().values():
        assert not entry.successor or entry.successor in statutes()
    for key in load("citations.yml"):
        assert basis(key).subjects <= set(subjects()), key


@pytest.mark.parametrize("who", Publisher)
@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.code)
def test_what_a_rule_quotes_binds_the_publisher_and_is_in_force(rule: object, who: Publisher) -> None:
    for day in table.CHANGES:
        for step in (-1, 0, 1):
            then = day + step * DAY
            for subject in subjects():
                for one in choose(rule.basis, Act(frozenset({who}), subject, then)):  # type: ignore[attr-defined]
                    assert one.holds(then)


@pytest.mark.parametrize(
    ("type_", "day", "said"),
    [
        ("村", "2010-10-27", None),
        ("村", "2010-10-28", "《中华人民共和国村民委员会组织法》（2010年修订）第二十六条"),
        ("村", "2025-12-31", "《中华人民共和国村民委员会组织法》（2018年修正）第二十六条"),
        ("村", "2026-01-01", "《中华人民共和国村民委员会组织法》（2025年修正）第三十条"),
        ("社区", "2025-12-31", None),
        ("社区", "2026-01-01", "《中华人民共和国城市居民委员会组织法》（2025年修订）第二十八条、第二十九条"),
    ],
)
def test_beside_a_finding(type_: str, day: str, said: str | None) -> None:
    """A vote without enough representatives, in the nights in which the law changed; none where no law asked for them."""
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
    assert [finding.basis for finding in found] == ([said] if said else [])


NOTICE = """\
标题: 公示
栏目: {board}
事项: {topic}
形式: 公示
发布单位: {issuer}
公开:
  公开日期: {day}
"""
"""A 公示 that does not say until when, so T06 quotes a law; T05 does because nobody reviewed it."""


@pytest.mark.parametrize(
    ("topic", "issuer", "day", "said"),
    [
        ("低保", "石渡镇人民政府", "2026-07-01", "《社会救助暂行办法》（2014年）第十一条第（二）项；"
         "《中华人民共和国社会救助法》（2026年）第四十四条、第四十五条（由乡镇公开）"),
        ("征地预公告", None, "2026-07-01", "《中华人民共和国土地管理法》（2019年修正）第四十七条；"
         "《中华人民共和国土地管理法实施条例》（2021年修订）第二十六条、第二十八条、第三十一条（由县级部门公开）"),
        ("工程", None, "2026-07-01",
         "《中华人民共和国村民委员会组织法》（2025年修正）第二十八条第（四）项、第三十五条第（一）项"),
        ("工程", "澄安县交通运输局", "2026-07-01",
         "《中华人民共和国政府信息公开条例》（2019年修订）第二十条第（九）项、第（十）项（由县级部门公开）"),
    ],
)  # fmt: skip
def test_a_page_that_shows_what_others_publish_names_them(topic: str, issuer: str | None, day: str, said: str) -> None:
    """The work of a project was not told for long; whose duty that is, is quoted, with its body."""
    issued = f"发布单位: {issuer}\n" if issuer else ""
    text = f"标题: 公示\n栏目: 村务\n事项: {topic}\n{issued}公开:\n  公开日期: {day}\n"
    judged = judge({"shidu/liuwan/notices/x.yml": text}).places[1]
    context = Context(AS_OF, judged.parameters, judged.place, judged.profile, judged.terms)
    act = act_of(judged.records[0], context)
    assert named(choose(("公开",), act), act, context) == said


@pytest.mark.parametrize(
    ("issuer", "who"),
    [
        (None, "村"),
        ("石渡镇柳湾村村民委员会", "村"),
        ("柳湾村股份经济合作社", "村"),
        ("柳湾村村务监督委员会", "村"),
        ("石渡镇人民政府", "乡镇"),
        ("澄安县石渡镇人民政府", "乡镇"),
        ("云布苏木人民政府", "乡镇"),
        ("石渡镇民政办公室", "乡镇"),
        ("石渡镇社会事务办", "乡镇"),
        ("新渡街道办事处", "街道"),
        ("澄安县民政局", "县级部门"),
        ("澄安县人民政府", "县级部门"),
        ("两江新区管理委员会", "县级部门"),
        ("中共石渡镇委员会", "党组织"),
        ("石渡镇党委", "党组织"),
        ("柳湾村党支部", "党组织"),
        ("澄安县纪委监委", "党组织"),
    ],
)
def test_who_published(issuer: str | None, who: str) -> None:
    assert publisher_of(Publisher.VILLAGE, Board.VILLAGE, issuer) == who
    assert publisher_of(Publisher.VILLAGE, Board.PARTY, issuer) == "党组织"


@pytest.mark.parametrize("level", Publisher)
def test_the_directory_rests_on_what_exists(level: Publisher) -> None:
    """Every item names a basis that binds such a place and is in force."""
    who = frozenset({level, Publisher.PARTY})
    for item in national(level):
        assert choose(item.basis, Act(who, None, date(2026, 1, 1))), item.name


def test_a_township_is_told_of_no_law_for_villages() -> None:
    files = {
        "shidu/township.yml": TOWNSHIP,
        "shidu/records/notices/x.yml": NOTICE.format(
            board="村务", topic="工程", issuer="石渡镇人民政府", day="2020-01-02"
        ),
    }
    found = [one.basis for one in judge(files).findings if one.code == "T05"]
    assert found == ["本网站的填报要求（填报说明）"]
