"""更正和变动 of the county: townships that are gone, its settings, its own records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site import urls
from generator.site.model import Happening


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Context of theme/pages/changes.html."""

    happenings: tuple[Happening, ...]


def changes_page(desk: CountyDesk, happenings: Sequence[Happening]) -> Page:
    """The page. It is there also where nothing was changed, so that its address is known."""
    title = f"{desk.name}更正和变动"
    context = ChangesPage(tuple(happenings))
    return render(desk, urls.CHANGES, title, f"{title}：公开以后改过的、现在没有了的。", "changes.html", context)
