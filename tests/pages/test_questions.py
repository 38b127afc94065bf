"""Seven questions of a villager, each answered from the county's home by at most four taps on a phone, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.law.terms import spellings
from generator.records.common import Board
from tests.support.browser import follow, window

pytestmark = pytest.mark.browser

MOST = 4
NAMES_OF_TABS = {board.value for board in Board}
"""Stand over every page of a village, so that whoever reads an answer has just tapped them."""


@dataclass
class Phone:
    """A thumb on a screen of 360 px, and how often it tapped."""

    page: Page
    taps: int = 0

    def tap(self, words: str, within: str = "body") -> Phone:
        """Tap a link that is there to be seen."""
        link = self.page.locator(within).get_by_role("link", name=words).first
        assert link.is_visible(), f"{words}: {self.page.url}"
        follow(link)
        self.taps += 1
        return self

    def reads(self, answer: Locator, *words: str) -> None:
        """The answer can be seen, says this, needed few taps and no word that would have to be looked up."""
        assert answer.is_visible()
        text = answer.inner_text()
        for word in words:
            assert word in text, text
        assert self.taps <= MOST
        unexplained = [word for word in spellings() if word in text and word not in NAMES_OF_TABS]
        assert unexplained == [], text

    def section(self, heading: str) -> Locator:
        """The part of the page under a heading."""
        return self.page.locator("section.sec", has=self.page.get_by_role("heading", name=heading))


@pytest.fixture
def phone(page: Page, demonstration: Path) -> Phone:
    """At the county's home."""
    page.goto((demonstration / "index.html").as_uri())
    assert page.viewport_size == {"width": 360, "height": 740}
    return Phone(page)


def test_how_much_did_the_village_spend_on_roads_this_year(phone: Phone) -> None:
    phone.tap("柳湾村").tap("看2026年的账")
    roads = phone.page.locator("details summary", has_text="修路修渠")
    phone.reads(roads, "修路修渠", "327,400.00")


def test_who_approved_the_largest_payment_in_october(phone: Phone) -> None:
    phone.tap("柳湾村")
    assert "最大一笔支出" in phone.section("10月的钱").inner_text()
    phone.tap("看是谁定的")
    assert "道路硬化" in phone.page.inner_text("h1")
    answer = phone.section("定了什么").locator("p.lead")
    phone.reads(answer, "2026年4月25日", "村民代表42人里来了36人", "34人同意", "定下来了")


def test_is_the_water_pipe_promise_kept(phone: Phone) -> None:
    phone.tap("东坪村").tap("党务", within="nav.tabs").tap("换上新水管")
    phone.reads(phone.section("办成了没有").locator("p.lead"), "已经办成", "比期限早14天")


def test_was_the_street_light_decision_properly_made(phone: Phone) -> None:
    phone.tap("柳湾村").tap("村务", within="nav.tabs").tap("加装路灯8盏")
    answer = phone.section("一步一步怎么定的").locator("p.lead")
    phone.reads(answer, "六步走了5步，第6步还没到时间", "开了4次会，每次到会的人和同意的人都够")


def test_what_has_the_village_failed_to_publish(phone: Phone) -> None:
    phone.tap("柳湾村").tap("到期还缺")
    gap = phone.section("到期还没公开的").locator(".gap")
    assert gap.count() == 1
    phone.reads(gap, "2026年第三季度村务事项", "应在2026年10月20日前公开", "已过29天", "宅基地审批材料正在核对")


def test_where_do_i_complain(phone: Phone) -> None:
    """The village first, then the township, each with a number to call; the county's stand on its own home."""
    phone.tap("柳湾村")
    rows = phone.section("找人问、找地方看").locator("dl > div")
    for row, words in ((rows.nth(0), ("村里值班", "0000-612 3307")), (rows.nth(2), ("对答复不满意", "0000-612 0012"))):
        phone.reads(row, *words)
        assert row.get_by_role("link").get_attribute("href") == f"tel:{words[1].replace(' ', '')}"


def test_what_did_the_correction_of_september_change(phone: Phone) -> None:
    phone.tap("柳湾村").tap("更正：2026年8月财务收支", within="section:has(#cor)")
    assert "9月22日" in phone.page.inner_text(".chips")
    total = phone.section("改了哪些").locator("tr", has_text="支出合计")
    phone.reads(total, "91,378.10", "92,378.10", "+1,000.00")
    assert total.locator("td").nth(1).get_attribute("data-l") == "改成"
    reason = phone.page.locator("dl.facts > div", has_text="为什么错了")
    phone.reads(reason, "保洁员工资", "写成了8600元", "钱没有多付，也没有少付")


Question = Callable[[Phone], None]
QUESTIONS: tuple[Question, ...] = (
    test_how_much_did_the_village_spend_on_roads_this_year,
    test_who_approved_the_largest_payment_in_october,
    test_is_the_water_pipe_promise_kept,
    test_was_the_street_light_decision_properly_made,
    test_what_has_the_village_failed_to_publish,
    test_where_do_i_complain,
    test_what_did_the_correction_of_september_change,
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_javascript_as_well(question: Question, browser: Browser, demonstration: Path) -> None:
    with window(browser, viewport={"width": 360, "height": 740}, java_script_enabled=False) as page:
        page.goto((demonstration / "index.html").as_uri())
        question(Phone(page))
