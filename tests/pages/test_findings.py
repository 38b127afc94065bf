"""需要说明的地方: every note that everyone may see, what is withheld as a count, and filters that need no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.base.finding import Effect, Finding, Span
from generator.pages.findings import findings_page
from generator.rules.catalogue import catalogue
from generator.site.cards import card
from generator.site.model import PlaceCard
from tests.exports.model import AS_OF, LIUWAN, village
from tests.support.browser import follow
from tests.support.county import ROOT
from tests.support.desks import township_desk

PAGE = "shidu/findings.html"
SECRET = "只有经办人看的话"


def finding(path: str, code: str, effect: Effect, note: str) -> Finding:
    return Finding(Span(path), code, effect, SECRET, "", note, "依据")


def noted() -> PlaceCard:
    """A village with a note on a record, one on the whole, a hint, and a record that is withheld."""
    folder = LIUWAN.folder
    return card(
        village(
            findings=[
                finding(f"{folder}/decisions/2026-10.yml", "D05", Effect.FLAG, "应到42人，实到20人。"),
                finding(LIUWAN.profile_path, "C07", Effect.FLAG, "承诺到期2条，兑现1条。"),
                finding(f"{folder}/questions/2026-10.yml", "V01", Effect.HINT, SECRET),
                finding(f"{folder}/finance/2026-10.yml", "F01", Effect.WITHHOLD, "数对不上，正在更正。"),
            ],
            withheld=["finance/2026-10"],
        ),
        AS_OF,
    )


def made(*cards: PlaceCard) -> str:
    own = card(village({}), AS_OF)
    return findings_page(township_desk(own, cards)).main


def test_what_is_listed() -> None:
    """Notes with record and rule; of what is withheld only how much, without reason, title or address."""
    html = made(noted())
    assert '一共<b class="num">2</b>处需要说明，另有<b class="num">1</b>份记录暂缓公开' in html
    assert '<a href="../shidu/liuwan/decisions/2026-10.html">村口至三组道路硬化</a>' in html
    assert f'<a href="../rules/d05.html">{catalogue()["D05"].title}</a>' in html
    assert '<a href="../shidu/liuwan/status-2026.html">公开情况</a>' in html
    assert '<a href="../shidu/liuwan/withheld.html">财务收支1份</a>' in html
    assert SECRET not in html
    assert "数对不上" not in html
    assert "finance/2026-10.html" not in html


def test_nothing_to_say() -> None:
    html = made(card(village({}), AS_OF))
    assert '一共<b class="num">0</b>处' in html
    assert "<table" not in html


def test_villages_stand_in_the_order_given() -> None:
    """By code, as the township lists them; each can be jumped to."""
    html = made(noted())
    assert '<tbody role="rowgroup" id="at-liuwan">' in html


def test_stylesheet_knows_every_choice() -> None:
    """A rule of a family that no line of the stylesheet hides would make a filter that does nothing."""
    css = (ROOT / "theme/assets/sanwu.css").read_text(encoding="utf-8")
    hidden = set(re.findall(r"#(\S+?):checked~\.fl tbody tr:not\(\.\1\)", css))
    families = {f"r-{code[0]}" for code, rule in catalogue().items() if rule.effect is Effect.FLAG}
    assert hidden == families | {"b-party", "b-affairs", "b-money", "b-none", "r-held", "s-open", "s-held", "s-whole"}


def rows(page: Page) -> Iterator[str]:
    for row in page.locator("table.fl tbody tr:visible").all():
        yield row.inner_text()


@pytest.mark.browser
def test_filters_narrow_the_list_without_script(page: Page, demonstration: Path) -> None:
    """By board, by rule family, by state, and by several at once."""
    page.goto((demonstration / PAGE).as_uri())
    everything = list(rows(page))
    assert len(everything) > 20
    assert choose(page, "r-D") == len(list(rows(page)))
    assert {row.split("\n")[0] for row in rows(page)} < {row.split("\n")[0] for row in everything}
    decisions = list(rows(page))
    choose(page, "b-money")
    assert list(rows(page)) == [row for row in decisions if row in rows(page)]
    page.locator("label[for=rule-all]").click()
    assert choose(page, "b-money") == len(list(rows(page)))
    choose(page, "s-held")
    assert "财务收支1份" in next(rows(page))
    for name in ("board", "state"):
        page.locator(f"label[for={name}-all]").click()
    assert list(rows(page)) == everything


def choose(page: Page, choice: str) -> int:
    """Tap a choice; how many it says there are."""
    label = page.locator(f"label[for={choice}]")
    label.click()
    return int(label.inner_text().split()[-1])


@pytest.mark.browser
def test_filters_by_keyboard(page: Page, demonstration: Path) -> None:
    """Radio buttons as the browser has them: Tab to the group, arrows within."""
    page.goto((demonstration / PAGE).as_uri())
    page.locator("#board-all").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#b-party").is_checked()
    assert len(list(rows(page))) == int(page.locator("label[for=b-party]").inner_text().split()[-1])
    outline = page.evaluate("getComputedStyle(document.querySelector('label[for=b-party]')).outlineStyle")
    assert outline == "solid"


@pytest.mark.browser
def test_village_and_rule_are_one_tap_away(page: Page, demonstration: Path) -> None:
    page.goto((demonstration / PAGE).as_uri())
    village = page.get_by_role("navigation", name="按村看").get_by_role("link", name=re.compile("石桥村[0-9]+处"))
    follow(village)
    assert page.url.endswith("#at-shiqiao")
    follow(page.get_by_role("link", name="公布的日子要够"))
    assert "公布的日子要够" in page.inner_text("h1")
