"""What a villager does on a phone, in a real browser, from disk and from a server."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from tests.support.browser import follow, serve, window

pytestmark = pytest.mark.browser

HOME = "shidu/liuwan/index.html"


@pytest.fixture
def home(page: Page, demonstration: Path) -> Page:
    """The village's home, opened from disk."""
    page.goto((demonstration / HOME).as_uri())
    return page


def test_where_did_octobers_money_go(home: Page) -> None:
    """One tap from home: the categories with their amounts, the largest first, then every entry."""
    follow(home.get_by_role("link", name="看10月全部"))
    assert home.inner_text("h1") == "2026年10月财务收支"
    rows = home.locator("section:has(#hua) tbody tr").all_inner_texts()
    assert rows[0].startswith("修路修渠")
    assert "52,800.00" in rows[0]
    assert home.get_by_text("正好等于期末，一分不差").is_visible()


def test_how_much_went_into_roads_this_year(home: Page) -> None:
    """One tap from home; a second shows every payment, a third where it stands in its month."""
    follow(home.get_by_role("link", name="看2026年的账"))
    assert home.inner_text("h1") == "柳湾村2026年的账"
    roads = home.locator("details", has=home.locator("summary", has_text="修路修渠"))
    assert "327,400.00" in roads.inner_text()
    payment = roads.get_by_role("link", name="村口至三组道路硬化第二笔进度款")
    assert not payment.is_visible()
    roads.locator("summary").click()
    follow(payment)
    assert home.inner_text("h1") == "2026年10月财务收支"
    assert "46,800.00" in home.locator("tr:target").inner_text()


def test_who_decided_the_road_lights(home: Page) -> None:
    """Two taps: 村务, the decision; the vote is said in words."""
    follow(home.get_by_role("navigation", name="栏目").get_by_role("link", name="村务"))
    follow(home.get_by_role("link", name="路灯8盏").first)
    assert "路灯" in home.inner_text("h1")
    assert "村民代表会议" in home.inner_text(".chips")
    assert home.get_by_text("到会的人够不够？").is_visible()
    assert "应到" in home.inner_text(".qs")


def test_which_promise_is_overdue(home: Page) -> None:
    """It stands on the home page; one tap gives the reason and who answers for it."""
    link = home.locator("section:has(#over)").get_by_role("link").first
    assert "垃圾分类点" in link.inner_text()
    follow(link)
    assert "到期没完成" in home.inner_text(".chips")
    assert "谁负责" in home.inner_text("#main")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("路灯", "路灯"),
        ("禾川路桥", "2026年10月财务收支"),
        ("46,800.00", "2026年10月财务收支"),
        ("46800", "2026年10月财务收支"),
    ],
)
@pytest.mark.parametrize("under", [None, "/", "/zw/sanwu/"])
def test_search_finds_the_record(page: Page, demonstration: Path, words: str, found: str, under: str | None) -> None:
    """A word, a payee, an amount in both forms: from the village's page, from disk, at the root and under a sub-path."""
    if under is None:
        page.goto((demonstration / HOME).as_uri())
        _search(page, words, found)
        return
    with serve(demonstration, under) as served:
        page.goto(f"{served.address}{HOME}")
        _search(page, words, found)
        assert {path for path, _ in served.sent if not path.startswith(under)} <= {"/favicon.ico"}


def test_words_typed_before_the_script_arrives_are_kept(page: Page, demonstration: Path) -> None:
    """On a slow network one types first; the script must not empty the box when it comes."""
    box = page.get_by_label("想找什么")

    def typed_first(route: Route) -> None:
        box.evaluate("box => { box.value = '路灯'; }")
        route.continue_()

    with serve(demonstration) as served:
        page.route("**/search.js", typed_first)
        page.goto(f"{served.address}search.html")
        assert box.input_value() == "路灯"
        page.get_by_role("button", name="搜索").click()
        page.locator("#hits a", has_text="路灯").first.wait_for()


def _search(page: Page, words: str, found: str) -> None:
    follow(page.get_by_role("link", name="搜索"))
    page.get_by_label("想找什么").fill(words)
    page.get_by_role("button", name="搜索").click()
    hit = page.locator("#hits a", has_text=found).first
    follow(hit)
    assert page.locator("h1").count() == 1


KINDS = (
    "index.html", "search.html", "404.html", "help/about.html", "help/accounts.html", "help/terms.html",
    "rules/index.html", "rules/f01.html", "shidu/index.html",
    HOME, "shidu/liuwan/status-2026.html", "shidu/liuwan/party.html", "shidu/liuwan/withheld.html",
    "shidu/liuwan/finance/index.html", "shidu/liuwan/finance/2026-10.html", "shidu/liuwan/finance-2026.html",
    "shidu/liuwan/commitments/index.html",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_sideways_scroll(page: Page, demonstration: Path, width: int) -> None:
    """On every page kind, in each type size, the page is never wider than the screen."""
    page.set_viewport_size({"width": width, "height": 800})
    for url in _kinds(demonstration):
        page.goto((demonstration / url).as_uri())
        for size in ("size-1", "size-2", "size-3"):
            page.evaluate(f"document.getElementById('{size}').checked = true")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{url} {width}px {size}: {wide}px"


def test_complete_without_javascript(browser: Browser, demonstration: Path) -> None:
    """With scripts off a page shows the same words; the search page says where to look instead."""
    for url in (HOME, "shidu/liuwan/finance/2026-10.html"):
        texts = []
        for enabled in (True, False):
            with window(browser, java_script_enabled=enabled) as page:
                page.goto((demonstration / url).as_uri())
                texts.append(page.inner_text("body"))
        assert texts[0] == texts[1]
    with window(browser, java_script_enabled=False) as page:
        page.goto((demonstration / "search.html").as_uri())
        assert "从目录里找" in page.inner_text("body")


def test_type_size_is_remembered(page: Page, demonstration: Path) -> None:
    """Chosen once, it holds on the next page."""
    with serve(demonstration) as served:
        page.goto(f"{served.address}{HOME}")
        before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize)")
        page.get_by_text("特大", exact=True).click()
        page.goto(f"{served.address}shidu/liuwan/finance/2026-10.html")
        assert page.evaluate("document.getElementById('size-3').checked")
        page.goto(f"{served.address}{HOME}")
        after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize)")
        assert after == pytest.approx(before * 1.67, rel=0.01)


def test_strict_content_security_policy(browser: Browser, demonstration: Path) -> None:
    """Nothing is inline and nothing comes from elsewhere: the strictest policy breaks no page."""
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'"
    with serve(demonstration, policy=policy) as served:
        for url in _kinds(demonstration):
            hurt: list[str] = []
            with window(browser) as page:
                page.on("console", partial(_note_error, hurt))
                page.goto(f"{served.address}{url}")
                page.wait_for_load_state("networkidle")
            assert hurt == [], url


def _note_error(hurt: list[str], message: ConsoleMessage) -> None:
    if message.type == "error":
        hurt.append(message.text)


def _kinds(site: Path) -> list[str]:
    """One page of each kind, records included."""
    folders = ("decisions", "commitments", "notices", "questions", "corrections")
    records = [
        next(p for p in sorted((site / "shidu/liuwan" / f).glob("*.html")) if p.stem != "index") for f in folders
    ]
    return [*KINDS, *(path.relative_to(site).as_posix() for path in records)]
