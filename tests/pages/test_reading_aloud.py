"""Reading aloud: only where the phone has a Chinese voice of its own; paragraph by paragraph, until it is stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

DECISION = "shidu/liuwan/decisions/2026-04-cunkou-road.html"
OWN = {"lang": "zh-CN", "localService": True}
PHONE = """voices => {
  const said = window.said = [];
  const speech = new EventTarget();
  Object.assign(speech, {
    getVoices: () => voices,
    speak: (words) => { said.push(words); },
    cancel: () => { said.push(null); },
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
LAST = "said.filter(Boolean).slice(-1)[0]"


def opened(page: Page, site: Path, voices: list[dict[str, Any]], url: str = DECISION) -> Page:
    """A page on a phone with these voices."""
    page.add_init_script(f"({PHONE})({json.dumps(voices)})")
    page.goto((site / url).as_uri())
    return page


@pytest.mark.parametrize(
    "voices",
    [[], [{"lang": "en-US", "localService": True}], [{"lang": "zh-CN", "localService": False}]],
    ids=["mute", "English", "elsewhere"],
)
def test_no_button_where_the_phone_cannot(page: Page, demonstration: Path, voices: list[dict[str, Any]]) -> None:
    """No voice, none that speaks Chinese, or one that would send the text to somebody else."""
    assert opened(page, demonstration, voices).get_by_role("button", name="朗读").count() == 0


def test_button_comes_when_voices_do(page: Page, demonstration: Path) -> None:
    """Chromium tells of its voices later, and may do so twice."""
    opened(page, demonstration, [])
    page.evaluate(f"speechSynthesis.getVoices = () => [{json.dumps(OWN)}]")
    for _ in range(2):
        page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(page.get_by_role("button", name="朗读")).to_have_count(1)


def test_reads_paragraph_by_paragraph(page: Page, demonstration: Path) -> None:
    """From the heading on, each text once, and what is read is marked; the second press stops it."""
    opened(page, demonstration, [{"lang": "zh-HK", "localService": True}, OWN])
    page.get_by_role("button", name="朗读").click()
    assert page.evaluate(f"{LAST}.voice.lang") == "zh-CN"
    texts = []
    while page.locator(".now").count():
        texts.append(page.evaluate(f"{LAST}.text"))
        assert page.locator(".now").count() == 1
        expect(page.get_by_role("button", name="停止")).to_be_in_viewport()
        page.evaluate(f"{LAST}.onend()")
    assert texts.index("村口至三组道路硬化") < 4
    assert any("应到42人" in text for text in texts)
    assert any(text.startswith("已经付的，") for text in texts)  # a row, its cells apart
    expect(page.get_by_role("button", name="朗读")).to_be_visible()
    page.get_by_role("button", name="朗读").click()
    page.get_by_role("button", name="停止").click()
    assert page.evaluate("said[said.length - 1]") is None
    assert page.locator(".now").count() == 0
    before = page.evaluate("said.length")
    page.evaluate(f"{LAST}.onend()")
    assert page.evaluate("said.length") == before


def test_says_what_is_seen(page: Page, demonstration: Path) -> None:
    """All the words of the page but for those of charts, forms and links around: as a reader without eyes gets them."""
    opened(page, demonstration, [OWN], "help/accounts.html")
    page.get_by_role("button", name="朗读").click()
    texts = []
    while page.locator(".now").count():
        texts.append(page.evaluate(f"{LAST}.text"))
        page.evaluate(f"{LAST}.onend()")
    said = "".join("".join(texts).split()).replace("，", "")
    for paragraph in page.locator("#main h2, #main p, #main li, #main td").all_inner_texts():
        assert "".join(paragraph.split()).replace("，", "").strip("+−") in said


@pytest.mark.parametrize("url", [DECISION, "rules/f01.html"])
def test_button_fits(page: Page, demonstration: Path, url: str) -> None:
    """Beside the others, at 360 px, in each type size; big enough for a finger."""
    opened(page, demonstration, [OWN], url)
    for size, least in ((1, 44), (2, 44), (3, 60)):
        page.evaluate(f"document.getElementById('size-{size}').checked = true")
        box = page.get_by_role("button", name="朗读").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= least
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_stops_at_an_error(page: Page, demonstration: Path) -> None:
    opened(page, demonstration, [OWN])
    page.get_by_role("button", name="朗读").click()
    page.evaluate(f"{LAST}.onerror()")
    expect(page.get_by_role("button", name="朗读")).to_be_visible()
    assert page.locator(".now").count() == 0
