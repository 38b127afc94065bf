"""The line for WeChat groups: short, whole, true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from generator.pages.forward import LIMIT, message
from tests.audit.traffic import policy
from tests.support.browser import serve, window

WORDS = st.text(max_size=200)
BOX = re.compile(
    r'<textarea readonly [^>]*>([^<]*)</textarea><button type="button" class="btn" aria-live="polite" hidden>'
)
MONTH = "shidu/liuwan/finance/2026-10.html"


@given(WORDS, WORDS, WORDS, st.sampled_from(["", "公示到11月28日。"]), st.integers(0, 300))
@example("柳湾村", "标题\u2028", "一\n二\x85三", "", 60)
def test_never_longer_than_120_and_one_line(place: str, title: str, result: str, end: str, length: int) -> None:
    address = "https://sanwu.example/".ljust(length, "x")[:length]
    said = message(place, title, result, end, address)
    assert len(said) <= LIMIT
    assert len(said.splitlines()) <= 1
    assert end in said
    assert said.endswith(address) or address not in said


def test_an_address_is_whole_or_left_out() -> None:
    """Half an address leads nowhere."""
    address = "https://sanwu.example/" + "x" * 50
    assert message("柳湾村", "标" * 200, "果" * 200, "公示到11月28日。", address).endswith(f" {address}")
    assert "http" not in message("柳湾村", "标题", "结果", "", address + "x" * 50)


@pytest.mark.slow
def test_what_the_demonstration_county_says(demonstration: Path) -> None:
    """What, the figure, until when, where: on every record and village home, and nowhere else."""
    (text,) = BOX.findall((demonstration / MONTH).read_text(encoding="utf-8"))
    assert text == (
        "柳湾村：2026年10月财务收支，收入12.3万元，支出9.8万元，账上还有45.6万元。公示到11月28日。"
        f" https://sanwu.example/{MONTH}"
    )
    (home,) = BOX.findall((demonstration / "shidu/liuwan/index.html").read_text(encoding="utf-8"))
    assert home == (
        "柳湾村：三务公开更新到11月18日，10月收入12.3万元，支出9.8万元，账上还有45.6万元，正在公示13件。"
        " https://sanwu.example/shidu/liuwan/index.html"
    )
    for file in demonstration.glob("*/*/*/*.html"):
        page = file.read_text(encoding="utf-8")
        expected = 0 if file.name == "index.html" or "<title>暂缓公开" in page else 1
        found = BOX.findall(page)
        assert len(found) == expected, file
        assert all(len(text) <= LIMIT for text in found)


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_copied_with_a_script_and_selectable_without(browser: Browser, demonstration: Path, scripts: bool) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": scripts}
    with serve(demonstration, policy=policy()) as served, window(browser, **phone) as page:
        page.goto(served.address + MONTH)
        page.get_by_text("转发到微信群").click()
        box = page.get_by_label("转发到微信群的话")
        assert box.is_visible()
        assert not box.is_editable()
        button = page.locator(".wx button")
        assert button.is_visible() is scripts
        if scripts:
            text = box.input_value()
            button.click()
            expect(button).to_have_text("复制好了")
            page.locator(".hd-b").first.focus()
            page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=paste></textarea>')")
            page.locator("#paste").focus()
            page.keyboard.press("Control+V")
            assert page.locator("#paste").input_value() == text
