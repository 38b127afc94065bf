"""What stands at an address that is not there: search, the townships, and how addresses are built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.kinds import KINDS
from generator.site import urls
from generator.site.model import PlaceCard, TownshipSummary


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Context of theme/pages/missing.html."""

    address: str
    """Where every address begins."""
    townships: tuple[TownshipSummary, ...]
    has_own: bool
    """The county has records of its own."""
    kinds: Mapping[str, str]
    """Folder → name."""


def missing_page(desk: CountyDesk, townships: Sequence[TownshipSummary], own: PlaceCard | None) -> Page:
    """The page."""
    context = MissingPage(
        address=desk.county.site_url or "/",
        townships=tuple(townships),
        has_own=own is not None,
        kinds={kind.folder: kind.name for kind in KINDS},
    )
    title = "没有找到这一页"
    return render(desk, urls.ERROR, title, title, "missing.html", context, noindex=True)
