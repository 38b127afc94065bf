"""What a page is to the host: HTML of its parts and the few words of its head. Knows no MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page."""

    url: str
    """Relative to the site's root, ends in .html."""
    root: str
    """What leads to the site's root: `../../`, or an absolute path for the 404 page."""
    title: str
    """Of the browser's tab and of WeChat's card: at most about 24 characters."""
    head: str
    """The `<meta>` and `<link>` elements."""
    header: str
    main: str
    mark: str
    """What identifies a record, in the footer; empty on other pages."""
    footer: str
    layout: Literal["lean", "article"] = "lean"
    """lean: villager pages, own stylesheet only; article: rules and help in Material's look."""
    noindex: bool = False
