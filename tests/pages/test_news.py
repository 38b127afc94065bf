"""动态: what is told of the last thirty days, of a village, its township and the county; page, feed and JSON say the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import feedparser
from pydantic import TypeAdapter

from generator.exports.feed import identity
from generator.exports.news import news_files
from generator.pages.news import township_news_page
from generator.site import urls
from generator.site.cards import card, summary, township_news
from generator.site.lately import county_news, lately
from generator.site.model import CountySite, PlaceCard, TownshipSummary
from generator.site.news import DAYS, News, counted, in_order, in_words
from tests.exports.model import AS_OF, COUNTY, SAMPLES, TOWNSHIP, village, without_address
from tests.support.desks import township_desk

PROMISE = SAMPLES["commitments/2026-10"]
LATE = PROMISE.split("销号:")[0].replace("2026-09-30", "2026-11-10") + "公开: {公开日期: 2026-02-10}\n"
OPEN = SAMPLES["questions/2026-10"].split("答复:")[0] + "公开: {公开日期: 2026-11-06}\n"


def told(records: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(one.day.isoformat()[5:], one.kind, one.title) for one in lately(village(records), AS_OF)]


def test_publications_and_corrections() -> None:
    """The newest day first; a correction is none of the publications."""
    found = told(SAMPLES)
    assert found[0] == ("11-16", "更正", "更正：2026年10月财务收支")
    assert ("11-12", "新公开", "2026年10月财务收支") in found
    assert [day for day, _, _ in found] == sorted((day for day, _, _ in found), reverse=True)


def test_thirty_days_with_today() -> None:
    """A publication is told on its thirtieth day, and on the next no more."""
    only = {"notices/2026-10": SAMPLES["notices/2026-10"]}
    day = village(only).entries[0].published
    assert len([one for one in lately(village(only, as_of=day), day) if one.kind == "新公开"]) == 1
    last = day + timedelta(days=DAYS - 1)
    assert [one.kind for one in lately(village(only, as_of=last), last)].count("新公开") == 1
    after = last + timedelta(days=1)
    assert "新公开" not in [one.kind for one in lately(village(only, as_of=after), after)]


def test_what_is_overdue_and_what_was_made_good() -> None:
    """Told on the day after the last day; once it is there, it is told as a publication that came late."""
    assert ("11-11", "到期没办成", "9月底前修好二组断头水渠380米") in told({"commitments/2026-10": LATE})
    assert ("11-11", "到期没答复", "三组路灯什么时候装") in told({"questions/2026-10": OPEN})
    missing = [one for one in lately(village({}), AS_OF) if one.kind == "到期没公开"]
    assert {one.title for one in missing} == {
        "2026年第三季度村务事项",
        "2026年第三季度党务事项",
        "2026年第三季度承诺通报",
    }
    assert missing[0].words == "应在2026年10月20日前公开，现在还没有。"
    assert missing[0].url == "shidu/liuwan/status-2026.html"


def test_a_late_publication_says_so() -> None:
    """And is not told as missing any more."""
    text = "标题: 第三季度党务\n栏目: 党务\n事项: 党务事项\n期间: 2026-Q3\n正文: 没有新的。\n公开: {公开日期: 2026-10-23}\n"
    found = lately(village({"notices/2026-q3": text}), AS_OF)
    late = next(one for one in found if one.kind == "新公开")
    assert late.words.startswith("应在2026年10月20日前公开，晚3天。")
    assert "2026年第三季度党务事项" not in [one.title for one in found]


def test_withheld_records_are_only_counted() -> None:
    """By kind, on the day on which they say to become public: neither title nor address."""
    found = lately(village(SAMPLES, withheld=["finance/2026-10", "notices/2026-10"]), AS_OF)
    held = [one for one in found if one.kind == "暂缓公开"]
    assert [(one.title, one.url) for one in held if one.board == "财务"] == [
        ("财务收支1份", "shidu/liuwan/withheld.html"),
    ]
    assert not [one for one in found if "2026年10月财务收支" in one.title and one.kind != "更正"]


def test_each_is_known_by_a_name_of_its_own() -> None:
    """A promise's publication and its day that passed are two things; names do not depend on the day of the build."""
    records = SAMPLES | {"commitments/2026-11": LATE, "questions/2026-11": OPEN}
    found = lately(village(records, withheld=["finance/2026-10"]), AS_OF)
    keys = [one.key for one in found]
    assert len(set(keys)) == len(keys)
    tomorrow = AS_OF + timedelta(days=1)
    later = {one.key for one in lately(village(records, withheld=["finance/2026-10"], as_of=tomorrow), tomorrow)}
    assert set(keys) <= later | {one.key for one in found if one.day == AS_OF - timedelta(days=DAYS - 1)}


def test_records_for_others_are_not_named() -> None:
    """An unanswered question that is not public counts, but neither its title nor its page is given."""
    text = OPEN.replace("公开: {", "公开: {范围: 本村, ").replace("三组路灯", "内部的事")
    place = village({"questions/inside": text})
    found = lately(place, AS_OF)
    assert [one.title for one in found if one.kind == "到期没答复"] == ["2026年10月答复村民"]
    assert all("inside" not in one.url for one in found)
    assert all("内部" not in duty.title for duty in place.obligations)


def test_county_counts_publications_and_names_the_rest() -> None:
    card_ = card(village(SAMPLES | {"questions/2026-11": OPEN}), AS_OF)
    news = township_news([card_])
    found = county_news(TOWNSHIP, news)
    assert counted(found) == counted(news)
    first = next(one for one in found if one.kind == "新公开")
    assert (first.place, first.title, first.board) == ("石渡镇", f"新公开{first.count}件", None)
    assert first.url == urls.news("shidu", first.day)
    unanswered = next(one for one in found if one.kind == "到期没答复")
    assert unanswered.place == "石渡镇柳湾村"


def test_cards_and_summaries_survive_a_disk() -> None:
    own = card(village(SAMPLES, withheld=["finance/2026-10"]), AS_OF)
    assert TypeAdapter(PlaceCard).validate_json(TypeAdapter(PlaceCard).dump_json(own, by_alias=True)) == own
    found = summary(TOWNSHIP, own, [own])
    assert TypeAdapter(TownshipSummary).validate_json(TypeAdapter(TownshipSummary).dump_json(found)) == found


def some_news(county: CountySite = COUNTY) -> tuple[tuple[News, ...], dict[str, bytes]]:
    records = SAMPLES | {"commitments/2026-11": LATE, "questions/2026-11": OPEN}
    news = township_news([card(village(records, withheld=["notices/2026-10"]), AS_OF)])
    return news, dict(news_files(county, "shidu", "石渡镇", news))


def test_page_feed_and_json_say_the_same() -> None:
    news, files = some_news()
    own = replace(card(village({}), AS_OF), name="石渡镇")
    page = township_news_page(township_desk(own), news)
    feed = feedparser.parse(files["shidu/data/feed.xml"])
    rows = json.loads(files["shidu/data/news.json"])["动态"]
    assert not feed.bozo
    assert len(feed.entries) == len(rows) == len(news) == page.main.count('class="fd-t"')
    for one, entry, row in zip(news, feed.entries, rows, strict=True):
        assert entry.id == f"urn:uuid:{identity(COUNTY, one.key)}"
        assert entry.title.startswith("柳湾村")
        assert entry.title.endswith(one.title)
        assert one.kind in [tag.label for tag in entry.tags]
        assert (row["日期"], row["动态"], row["标题"]) == (one.day.isoformat(), one.kind, one.title)
        assert row["网址"] == entry.link == f"{COUNTY.site_url}{one.url}"
        assert f"{one.place}：{one.title}" in page.main
    assert in_words(counted(news)) in page.main


def test_feed_of_a_quiet_month() -> None:
    """Subscribers find the feed all the same."""
    files = dict(news_files(without_address(), "", "澄安县", ()))
    feed = feedparser.parse(files["data/feed.xml"])
    assert not feed.bozo
    assert feed.entries == []
    assert json.loads(files["data/news.json"])["动态"] == []


def test_order_is_the_same_whatever_comes_first() -> None:
    news, _ = some_news()
    by_kind = [(one.day, one.kind) for one in news]
    assert [(one.day, one.kind) for one in in_order(reversed(news))] == by_kind


def test_words_are_neutral() -> None:
    news, _ = some_news()
    for accusing in ("违规", "拖延", "拒不", "问题"):
        assert all(accusing not in one.words for one in news)
