"""What stands at an address that is not there: search, the townships, and how addresses are built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import jinja2

from generator.pages.page import Page
from generator.pages.shell import county_shell, page
from generator.records.kinds import KINDS
from generator.records.places import Terms
from generator.site import urls
from generator.site.model import CountySite, TownshipSummary


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Context of theme/pages/404.html."""

    root: str
    name: str
    terms: Terms
    site_url: str
    townships: tuple[TownshipSummary, ...]
    kinds: Mapping[str, str]
    """Folder → name."""


def missing_page(env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary]) -> Page:
    """The page. It is served at any depth, so its links begin at the root of the host."""
    root = urlsplit(county.site_url).path or "/"
    context = MissingPage(
        root=root,
        name=county.name,
        terms=county.terms,
        site_url=county.site_url or "/",
        townships=tuple(townships),
        kinds={kind.folder: kind.name for kind in KINDS},
    )
    title = "没有找到这一页"
    shell = replace(county_shell(county, urls.ERROR), root=root)
    return page(env, shell, urls.ERROR, title, title, "404.html", context, noindex=True)
