"""The real search.js in the real Chromium, against a plain look through every text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.search import tokens
from generator.search.documents import SearchDocument
from tests.search.corpus import CLAUSES, INCOMES, PARTY, PAYERS, WORKS, Shape, townships
from tests.search.site import ask, build_site
from tests.search.truth import holds, letters, numbers, sample
from tests.support.browser import Served, serve

pytestmark = pytest.mark.browser

County = list[tuple[str, str, list[SearchDocument]]]
SHAPE = Shape(townships=2, villages=4, documents=40, years=(2025, 2026))
EVERYTHING = 400
"""Presses of the button: until there is no more."""


@pytest.fixture(scope="module")
def corpus() -> County:
    return list(townships(SHAPE))


@pytest.fixture(scope="module")
def documents(corpus: County) -> list[SearchDocument]:
    return [document for _, _, some in corpus for document in some]


@pytest.fixture(scope="module")
def site(corpus: County, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    build_site(folder, corpus)
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Served]:
    with serve(site, "/sub/path/") as one:
        yield one


@pytest.fixture
def opened(page: Page, served: Served) -> Page:
    page.goto(f"{served.address}search.html")
    return page


def substrings(documents: list[SearchDocument], count: int) -> list[str]:
    """Pieces of lines, 2 to 9 characters with at least two letters or digits; every second one crosses the border of a word."""
    rng = random.Random(7)
    words = [*WORKS, *PAYERS, *INCOMES, *PARTY, *CLAUSES]
    found: list[str] = []
    while len(found) < count:
        line = rng.choice(rng.choice(documents).haystack.splitlines())
        if len(found) % 2:
            word = next((word for word in rng.sample(words, len(words)) if word in line), "")
            border = line.find(word) + rng.choice((0, len(word))) if word else 0
            start, end = border - rng.randrange(1, 4), border + rng.randrange(1, 5)
            if not word or start < 0 or end > len(line):
                continue
        else:
            start = rng.randrange(max(1, len(line) - 2))
            end = start + rng.randrange(2, 9)
        piece = line[start:end]
        if not re.search(r"\s", piece) and len(letters(piece)) >= 2 and piece not in found:
            found.append(piece)
    return found


def test_finds_every_substring_and_nothing_else(opened: Page, documents: list[SearchDocument]) -> None:
    missed, wrong = {}, {}
    shown = {document.url: document for document in documents}
    for needle in substrings(documents, 60):
        truth = {document.url for document in documents if needle in document.haystack}
        urls = ask(opened, needle, presses=EVERYTHING).urls
        if bad := [url for url in urls[:10] if not _fits(shown[url], needle)]:
            wrong[needle] = bad
        if truth - set(urls):
            urls = ask(opened, needle, presses=EVERYTHING, partly=True).urls
        if lost := truth - set(urls):
            missed[needle] = lost
    assert (missed, wrong) == ({}, {})


def _fits(document: SearchDocument, needle: str) -> bool:
    if amount := re.fullmatch(r"([0-9][0-9,]*(?:\.[0-9]+)?)元?", needle):
        return holds(document, needle) or float(amount[1].replace(",", "")) in numbers(document)
    return holds(document, needle) or _dated(document, needle)


def _dated(document: SearchDocument, needle: str) -> bool:
    """A date is found in all its forms."""
    match = re.fullmatch(r"(?:([0-9]{4})年|([0-9]{4})-)?([0-9]{1,2})?(?:月|-)?(?:([0-9]{1,2})日?)?(?:份)?", needle)
    return match is not None and any(day in document.haystack for day in _forms(match))


def _forms(match: re.Match[str]) -> list[str]:
    year, month, day = match[1] or match[2], match[3], match[4]
    if year and month and day:
        return [f"{year}-{int(month):02d}-{int(day):02d}", f"{year}年{int(month)}月{int(day)}日"]
    if year and month:
        return [f"{year}-{int(month):02d}-", f"{year}年{int(month)}月"]
    if month and day:
        return [f"-{int(month):02d}-{int(day):02d}", f"年{int(month)}月{int(day)}日"]
    return [f"{year}-", f"{year}年"]


@pytest.mark.parametrize(
    ("pattern", "as_typed"),
    [
        pytest.param("(?:经手：|责任人|负责人)(\\w{2,3}?)(?:，|\n|$)", str, id="names"),
        pytest.param("澄安县\\w+?(?:公司|合作社|工程队|中心|经营部|商行|图文社|服务部)", str, id="companies"),
        pytest.param("HT-[0-9-]+", str, id="contract numbers"),
        pytest.param("HT-[0-9-]+", str.lower, id="small letters"),
        pytest.param("[一-龥](?:\\*\\*|××|某某)", str, id="masked names"),
        pytest.param("G[0-9]{3}国道", str, id="mixed"),
    ],
)
def test_finds_words(
    opened: Page, documents: list[SearchDocument], pattern: str, as_typed: Callable[[str], str]
) -> None:
    for needle in sample(documents, pattern, 15):
        found = ask(opened, as_typed(needle), presses=EVERYTHING)
        assert {d.url for d in documents if holds(d, needle)} == set(found.urls), needle


@pytest.mark.parametrize("form", ["{:,.2f}", "{:.2f}", "{:,.2f}元", "￥{:.2f}"])
def test_finds_an_amount_in_every_form(opened: Page, documents: list[SearchDocument], form: str) -> None:
    amounts = sample(documents, r"[0-9]{1,3},[0-9]{3}\.[0-9]{2}", 12)
    for amount in amounts:
        value = float(amount.replace(",", ""))
        found = ask(opened, form.format(value))
        truth = [document.url for document in documents if value in numbers(document)]
        assert set(found.urls) <= set(truth)
        assert found.first == min(10, len(truth))
        assert all(mark.replace(",", "") == f"{value:.2f}" for mark in found.marks if "," in mark)


@pytest.mark.parametrize(
    "form", ["{0}-{1:02d}-{2:02d}", "{0}年{1}月{2}日", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}{1:02d}{2:02d}"]
)
def test_finds_a_day_in_every_form(opened: Page, documents: list[SearchDocument], form: str) -> None:
    for written in sample(documents, "[0-9]{4}-[0-9]{2}-[0-9]{2}", 6):
        day = date.fromisoformat(written)
        both = (written, f"{day.year}年{day.month}月{day.day}日")
        found = ask(opened, form.format(day.year, day.month, day.day), presses=8)
        assert {d.url for d in documents if any(one in d.haystack for one in both)} == set(found.urls)


def test_finds_a_month_in_every_form(opened: Page, documents: list[SearchDocument]) -> None:
    forms = ("2026-03-", "2026年3月")
    truth = {document.url for document in documents if any(form in document.haystack for form in forms)}
    for typed in ("2026年3月", "2026-03", "2026/3", "2026年3月份", "二〇二六年三月"):
        assert set(ask(opened, typed, presses=EVERYTHING).urls) == truth, typed


def test_newest_first(opened: Page, documents: list[SearchDocument]) -> None:
    days = {document.url: document.day for document in documents}
    found = ask(opened, "道路硬化", {"t": "t01"}, presses=EVERYTHING)
    assert [days[url] for url in found.urls] == sorted((days[url] for url in found.urls), reverse=True)


def test_largest_amount_first(opened: Page, documents: list[SearchDocument]) -> None:
    amounts = {document.url: document.amount for document in documents}
    found = ask(opened, "保洁员工资", {"t": "t01", "s": "amount"}, presses=EVERYTHING)
    assert [amounts[url] for url in found.urls] == sorted((amounts[url] for url in found.urls), reverse=True)


def test_all_of_several_words(opened: Page, documents: list[SearchDocument]) -> None:
    found = ask(opened, "保洁员　审计服务费 12月", presses=EVERYTHING)
    words = ("保洁员", "审计服务费", "12月")
    assert set(found.urls) == {d.url for d in documents if all(holds(d, word) for word in words)}
    assert {"保洁员", "审计服务费"} <= set(found.marks)


def test_filters(opened: Page, documents: list[SearchDocument]) -> None:
    found = ask(opened, "村委会", {"t": "t02", "v": "v03", "k": "notices", "y": "2025"}, presses=EVERYTHING)
    truth = [
        document
        for document in documents
        if (document.township, document.village, document.kind, document.day.year) == ("t02", "v03", "notices", 2025)
    ]
    assert set(found.urls) == {document.url for document in truth if "村委会" in document.text}
    assert "不限村、类别、年份" in found.said
    board = ask(opened, "村委会", {"t": "t02", "k": "党务"}, presses=EVERYTHING)
    assert set(board.urls) == {
        d.url for d in documents if d.township == "t02" and d.board == "党务" and holds(d, "村委会")
    }


def test_the_townships_own_records(opened: Page, documents: list[SearchDocument]) -> None:
    found = ask(opened, "村委会", {"t": "t01", "v": "records"}, presses=EVERYTHING)
    assert set(found.urls) == {
        d.url for d in documents if d.township == "t01" and d.village is None and holds(d, "村委会")
    }


def test_says_about_how_many_until_all_are_verified(opened: Page) -> None:
    found = ask(opened, "保洁员工资", {"t": "t01", "y": "2026"}, presses=EVERYTHING)
    assert re.search(r"找到约\d+件，先显示10件", found.said)
    expect(opened.locator("#found-n")).to_contain_text(f"找到{len(found.urls)}件。")


def test_a_word_that_is_nowhere(opened: Page) -> None:
    found = ask(opened, "区块链")
    assert (found.said, found.urls, found.buttons) == ("“区块链”没有找到。", [], [])


def test_nothing_found_says_what_to_try(opened: Page) -> None:
    """The words stand alone and get the focus; each of several words is a tap away, and so is the search without filters."""
    opened.fill("#q", "道路硬化 区块链")
    opened.keyboard.press("Enter")
    status = opened.locator("#found-n")
    expect(status).to_have_text("“道路硬化 区块链”没有找到。每个词都有，才算找到。只查一个词：道路硬化、区块链")
    expect(status).to_be_focused()
    expect(opened.locator("#found")).to_be_hidden()
    status.get_by_role("link", name="道路硬化").click()
    expect(opened.locator("#hits a").first).to_be_visible()
    opened.goto(f"{opened.url.partition('?')[0]}?q=区块链&t=t01&v=v02&y=2026")
    opened.get_by_role("link", name="不限村、年份，再查一次").click()
    assert opened.url.endswith("?q=%E5%8C%BA%E5%9D%97%E9%93%BE&t=t01")


def test_nothing_asked_keeps_the_cursor(opened: Page) -> None:
    opened.get_by_role("button", name="搜索").click()
    expect(opened.locator("#found-n")).to_contain_text("先在上面写要找的词")
    expect(opened.locator("#q")).to_be_focused()
    opened.keyboard.type("修")
    opened.keyboard.press("Enter")
    expect(opened.locator("#found-n")).to_contain_text("太短了")
    expect(opened.locator("#q")).to_be_focused()


def test_a_hit_is_called_by_its_title(opened: Page) -> None:
    """Read aloud, a hit is its title, then where and when; the excerpt comes after, as a description."""
    ask(opened, "道路硬化", {"t": "t01"})
    hit = opened.locator("#hits a").first
    title = hit.locator(".h-t").inner_text()
    expect(hit).to_have_accessible_name(re.compile(f"^{re.escape(title)} (党务|村务|财务)"))
    expect(hit).to_have_accessible_description(hit.locator(".h-x").inner_text())


def test_an_unfiltered_query_says_what_was_not_searched(page: Page, tmp_path: Path) -> None:
    some = list(townships(Shape(townships=3, villages=1, documents=9, years=(2023, 2024, 2025, 2026))))
    build_site(tmp_path, some)
    with serve(tmp_path) as one:
        page.goto(f"{one.address}search.html")
        found = ask(page, "村委会")
        assert "还没查：" in found.said
        nowhere = ask(page, "区块链")
        assert "还没有找到。还没查：柳湾镇2024年、上堰镇2024年、石桥镇2024年等6处。选一个镇，查得更快。" in nowhere.said
        assert nowhere.buttons[0].startswith("接着查柳湾镇2024年")
        assert ask(page, "区块链", presses=EVERYTHING).urls == []
        expect(page.locator("#found-n")).to_have_text("“区块链”没有找到。")
        every = {d.url for _, _, documents in some for d in documents if holds(d, "村委会")}
        assert set(ask(page, "村委会", presses=EVERYTHING).urls) == every


def test_one_character_says_why_not(opened: Page) -> None:
    assert "太短" in ask(opened, "修").said
    assert "太短" in ask(opened, "修，").said


def test_traditional_characters(opened: Page) -> None:
    found = ask(opened, "農業機械")
    assert found.said.startswith("没有“農業機械”，按“农业机械”再查：")
    assert found.first == 10
    assert set(found.marks) == {"农业机械"}


def test_characters_beyond_the_first_plane(opened: Page, documents: list[SearchDocument]) -> None:
    names = sample(documents, "[一-龥]𬇙", 3)
    for name in names:
        assert set(ask(opened, name, presses=EVERYTHING).urls) == {d.url for d in documents if name in d.haystack}


def test_excerpts_keep_the_spelling_of_the_page(opened: Page, documents: list[SearchDocument]) -> None:
    amount = sample(documents, r"[0-9]{1,3},[0-9]{3}\.[1-9][1-9]", 1)[0]
    found = ask(opened, amount.replace(",", ""))
    assert amount in found.excerpts[0]
    assert amount in found.marks
    phrase = ask(opened, "村口至三组道路硬化")
    assert set(phrase.marks) == {"村口至三组道路硬化"}


def test_the_address_asks(page: Page, served: Served) -> None:
    page.goto(f"{served.address}search.html?q=道路硬化&t=t01&v=v02&k=finance&y=2026")
    page.wait_for_selector("#hits a")
    assert page.locator("#fv").input_value() == "v02"
    assert "v02/finance/2026" in (page.locator("#hits a").first.get_attribute("href") or "")
    page.fill("#q", "保洁员")
    page.click("#search button")
    expect(page.locator("#hits mark").first).to_have_text("保洁员")
    assert "v=v02" in page.url
    expect(page.locator("#found")).to_be_focused()
    page.go_back()
    expect(page.locator("#hits mark").first).to_have_text("道路硬化")


def test_focus_goes_to_the_first_new_hit(opened: Page) -> None:
    ask(opened, "道路硬化", {"t": "t01"})
    opened.click("#more")
    expect(opened.locator("#hits li").nth(10).locator("a")).to_be_focused()


def test_a_failed_request_leads_to_the_lists(opened: Page) -> None:
    opened.route("**/p*-*.js", lambda route: route.abort())
    found = ask(opened, "道路硬化", {"t": "t01"})
    assert "没有取到" in found.said
    assert opened.get_by_role("button", name="再试一次").is_visible()
    opened.unroute("**/p*-*.js")
    opened.click("#more")
    opened.wait_for_selector("#hits a")


def test_from_a_disk(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/search.html?q=道路硬化&t=t01")
    expect(page.locator("#hits a")).to_have_count(10)
    assert ask(page, "2026年3月", {"t": "t02"}).first == 10


def test_a_small_village_comes_as_one_file(page: Page, tmp_path: Path) -> None:
    some = list(townships(Shape(townships=1, villages=2, documents=8)))
    build_site(tmp_path, some)
    with serve(tmp_path) as one:
        page.goto(f"{one.address}search.html?t=t01&v=v01")
        found = ask(page, "2026年", {"t": "t01", "v": "v01"}, presses=EVERYTHING)
        assert set(found.urls) == {d.url for d in some[0][2] if d.village == "v01" and "2026" in d.haystack}
        asked = [path for path, _ in one.sent if "/t01/search/" in path]
        assert [re.sub("[0-9a-f]{6}[.]js", "", path) for path in asked] == [
            "/t01/search/2026-",
            "/t01/search/2026/b-v01-",
        ]
    page.goto(f"{tmp_path.as_uri()}/search.html?q=道路&t=t01&v=v01")
    expect(page.locator("#found-n")).to_contain_text("找到")


PARITY = """(texts) => texts.map((text) => {
  const p = sanwuSearch.plain(text);
  return [p.s, sanwuSearch.squeeze(p).s.replace(/[ .]/g, ""), sanwuSearch.dates(p).map((one) => one.codes)];
})"""


def test_the_client_reads_text_as_the_index_does(opened: Page, documents: list[SearchDocument]) -> None:
    rng = random.Random(5)
    odd = [
        "".join(rng.choices("0123456789年月日号-/., ，万亿〇零一二十○×＊１２ａＢ。（）㎡①Ⅷ…·𬇙\U000e0101g", k=24))
        for _ in range(3000)
    ]
    texts = [*odd, *(document.text for document in documents[:80])]
    got = opened.evaluate(PARITY, texts)
    for text, (plain_text, squeezed, codes) in zip(texts, got, strict=True):
        ours = tokens.plain(text)
        assert letters(plain_text) == letters(ours)
        assert squeezed == tokens.squeezed(ours)
        wanted = {token for parts in tokens.date_parts(ours) for token in tokens.date_tokens(parts)}
        assert {code for one in codes for code in one} == wanted, text
    hashes = opened.evaluate("(texts) => texts.map(sanwuSearch.hash)", ["道路", "3月", "𬇙", "$77", "d202603"])
    assert hashes == [tokens.token_hash(token) for token in ("道路", "3月", "𬇙", "$77", "d202603")]
    numbers_there = opened.evaluate("(texts) => texts.map(sanwuSearch.values)", ["5,772.50", "1.2万", "004", "0.5 亿"])
    assert [sorted(v) for v in numbers_there] == [
        sorted(tokens.number_values(w)) for w in ("5,772.50", "1.2万", "004", "0.5 亿")
    ]
