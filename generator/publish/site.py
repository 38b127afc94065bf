"""The next state of the site: pages are put into the host's frame on their way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.engine.draft import Draft
from generator.pages.page import Page
from generator.publish.frame import Frame, fill


class SiteDraft(Draft):
    """A draft of the site, or of the part of it that one worker makes."""

    def __init__(self, live: Path, staged: Path, before: Mapping[str, int], frame: Frame = ()) -> None:
        """`frame`: needed before the first page is added."""
        super().__init__(live, staged, before)
        self.frame = frame

    def add(self, page: Page) -> int:
        """Set a page's content and return its size."""
        return self.write(page.url, fill(self.frame, page))
