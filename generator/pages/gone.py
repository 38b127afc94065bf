"""What stands at an address where something was public and is no longer: where it is now, or that nobody said so."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site.model import Gone


@dataclass(frozen=True, slots=True)
class GonePage:
    """Context of theme/pages/gone.html."""

    gone: Gone
    changes: str
    """The page that tells it under 更正和变动."""


def gone_page(desk: CountyDesk, gone: Gone, changes: str) -> Page:
    """The page.

    Args:
        changes: address of the page that tells it under 更正和变动.
    """
    title = "网址换了" if gone.to else "这里以前公开过"
    context = GonePage(gone, changes)
    return render(
        desk, gone.url, f"{title}｜{desk.name}", f"{desk.name}：{title}。", "gone.html", context, noindex=True
    )
