"""What is on the screen of a phone: sizes, sideways scroll, axe."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
HALF_DESKTOP: ViewportSize = {"width": 640, "height": 450}
"""1280 × 900 at 200 % zoom."""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
OPTIONS = {"runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]}, "resultTypes": ["violations"]}
SIZES = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True)
class Screen:
    """Measures of one page; px are CSS pixels."""

    overflow_360: int
    overflow_200pct: int
    body_px: float
    body_at: str
    min_font_px: float
    min_font_at: str
    min_target_px: float
    min_target_at: str
    large_body_px: float
    """Running text in the largest of the three sizes."""
    large_target_px: float
    large_target_at: str
    axe: tuple[str, ...]
    advice: tuple[str, ...]
    """axe's best practices, which are no part of WCAG."""


def screen(page: Page) -> Screen:
    """Measure an open page; it is left at 360 px in the standard type size."""
    sizes = page.evaluate(SIZES)
    narrow = page.evaluate(WIDER)
    page.evaluate("document.getElementById('size-3').checked = true")
    large = page.evaluate(WIDER)
    largest = page.evaluate(SIZES)
    page.evaluate("document.getElementById('size-1').checked = true")
    page.set_viewport_size(HALF_DESKTOP)
    zoomed = page.evaluate(WIDER)
    page.set_viewport_size(PHONE)
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return Screen(
        overflow_360=narrow,
        overflow_200pct=max(large, zoomed),
        body_px=sizes["body"]["px"],
        body_at=sizes["body"]["where"],
        min_font_px=sizes["least"]["px"],
        min_font_at=sizes["least"]["where"],
        min_target_px=sizes["target"]["px"],
        min_target_at=sizes["target"]["where"],
        large_body_px=largest["body"]["px"],
        large_target_px=largest["target"]["px"],
        large_target_at=largest["target"]["where"],
        axe=tuple(_in_words(one) for one in found if set(WCAG) & set(one["tags"])),
        advice=tuple(_in_words(one) for one in found if not set(WCAG) & set(one["tags"])),
    )


def _in_words(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    return f"axe {violation['id']}：{len(nodes)}处，{nodes[0]['html'][:120]}"
