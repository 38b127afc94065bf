"""The host's frame around a page. It is taken once from the host and filled here, with the bytes that the host would write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import escape

from generator.engine.draft import Draft
from generator.pages.page import Page

PROBE = "frame.html"
"""Where the host writes a page of which every part is a mark. It never reaches the site."""

_SLOTS = ("root", "title", "head", "header", "main", "mark", "footer")
_MARK = re.compile(f"@@({'|'.join(_SLOTS)})@@")

Frame = Sequence[str]
"""Text and names of slots in turn, text first and last."""


def probe() -> Page:
    """The page to give to the host."""
    root, title, head, header, main, mark, footer = (f"@@{slot}@@" for slot in _SLOTS)
    return Page(PROBE, root, title, head, header, main, mark, footer)


def frame_of(html: str) -> Frame:
    """The frame, from what the host made of `probe`.

    Raises:
        ValueError: the host's template left a part out.
    """
    frame = _MARK.split(html)
    if missing := set(_SLOTS) - set(frame[1::2]):
        raise ValueError(f"theme/lean.html 里没有 {'、'.join(sorted(missing))}")
    return frame


def fill(frame: Frame, page: Page) -> bytes:
    """A finished page."""
    parts = {
        "root": page.root,
        "title": str(escape(page.title)),
        "head": page.head,
        "header": page.header,
        "main": page.main,
        "mark": page.mark,
        "footer": page.footer,
    }
    return "".join([parts[part] if index % 2 else part for index, part in enumerate(frame)]).encode()


class FramedDraft(Draft):
    """A draft of the site, or of the part of it that one worker makes; pages get their frame on the way."""

    def __init__(self, live: Path, staged: Path, before: Mapping[str, int], frame: Frame = ()) -> None:
        """`frame` is needed before the first page is added."""
        super().__init__(live, staged, before)
        self.frame = frame

    def add(self, page: Page) -> int:
        """Write a page into the draft and return its size in bytes."""
        return self.write(page.url, fill(self.frame, page))
