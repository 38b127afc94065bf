"""Atom: who subscribes is told when something becomes public, is corrected or withheld, or passes its day."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from html import escape

from generator.site import urls
from generator.site.model import CountySite
from generator.site.news import News, NewsKind

MIDNIGHT = "T00:00:00+08:00"
TERMS: dict[NewsKind, str] = {
    "新公开": "published",
    "更正": "corrected",
    "暂缓公开": "withheld",
    "到期没公开": "overdue",
    "到期没答复": "unanswered",
    "到期没办成": "unkept",
}
"""What a reader's program can sort by."""


def identity(county: CountySite, key: str) -> uuid.UUID:
    """What something is known by to feed readers and calendars, wherever the site moves."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{county.name}/{key}")


def atom(county: CountySite, path: str, title: str, page: str, some: Sequence[News], *, with_place: bool) -> bytes:
    """A feed.

    Args:
        path: of the feed itself, from the site's root.
        page: the page that shows the same.
        some: the newest first.
        with_place: titles name the place.
    """
    root = county.site_url or urls.root_from(path)
    self_link = f'<link rel="self" href="{escape(county.site_url + path)}"/>\n' if county.site_url else ""
    entries = "".join(_entry(county, root, one, with_place) for one in some)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<id>{identity(county, path).urn}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<updated>{some[0].day if some else county.as_of}{MIDNIGHT}</updated>\n"
        f"<author><name>{escape(county.name)}</name></author>\n"
        f'{self_link}<link href="{escape(root + page)}"/>\n'
        f"{entries}</feed>\n"
    ).encode()


def _entry(county: CountySite, root: str, one: News, with_place: bool) -> str:
    moment = f"{one.day}{MIDNIGHT}"
    board = f'<category term="{one.board.slug}" label="{one.board_name}"/>' if one.board else ""
    return (
        f"<entry><id>{identity(county, one.key).urn}</id><title>{escape(_title(one, with_place))}</title>"
        f"<updated>{moment}</updated><published>{moment}</published>"
        f'<link href="{escape(root + one.url)}"/>{board}'
        f'<category term="{TERMS[one.kind]}" label="{one.kind}"/>'
        f"<summary>{escape(one.words)}</summary></entry>\n"
    )


def _title(one: News, with_place: bool) -> str:
    """柳湾村到期没公开：2026年第三季度村务事项. What became public or was corrected says so by itself."""
    what = "" if one.kind in ("新公开", "更正") else one.kind
    lead = f"{one.place if with_place else ''}{what}"
    return f"{lead}：{one.title}" if lead else one.title
