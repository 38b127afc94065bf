"""feed.xml: the newest publications and corrections as Atom. Who subscribes is told when something becomes public."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.records.common import Board
from generator.site import urls
from generator.site.model import CountySite, Entry

NEWEST = 30
MIDNIGHT = "T00:00:00+08:00"


@dataclass(frozen=True, slots=True)
class News:
    """One publication, small enough to be handed up to the township and the county."""

    day: str
    """2026-10-12"""
    url: str
    title: str
    brief: str
    board: str
    place: str
    """Its name: 柳湾村"""

    @property
    def order(self) -> tuple[str, str]:
        return (self.day, self.url)


def news(entry: Entry, place: str) -> News:
    """A published record as news."""
    return News(entry.published.isoformat(), entry.url, entry.title, entry.brief, entry.board.value, place)


def newest(some: Iterable[News]) -> tuple[News, ...]:
    """As many as a feed holds, the newest first."""
    return tuple(sorted(some, key=lambda one: one.order, reverse=True)[:NEWEST])


def identity(county: CountySite, url: str) -> uuid.UUID:
    """What a record is known by to feed readers and calendars, wherever the site moves."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{county.name}/{url}")


def atom(county: CountySite, path: str, title: str, page: str, some: Sequence[News], *, with_place: bool) -> bytes:
    """A feed.

    Args:
        path: of the feed itself, from the site's root.
        page: the page that shows the same.
        some: at least one, the newest first.
        with_place: titles begin with the place's name.
    """
    root = county.site_url or urls.root_from(path)
    self_link = f'<link rel="self" href={quoteattr(county.site_url + path)}/>\n' if county.site_url else ""
    entries = "".join(_entry(county, root, one, with_place) for one in some)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<id>{identity(county, path).urn}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<updated>{max(one.day for one in some)}{MIDNIGHT}</updated>\n"
        f"<author><name>{escape(county.name)}</name></author>\n"
        f"{self_link}<link href={quoteattr(root + page)}/>\n"
        f"{entries}</feed>\n"
    ).encode()


def _entry(county: CountySite, root: str, one: News, with_place: bool) -> str:
    title = f"{one.place}：{one.title}" if with_place else one.title
    board = Board(one.board)
    return (
        f"<entry><id>{identity(county, one.url).urn}</id><title>{escape(title)}</title>"
        f"<updated>{one.day}{MIDNIGHT}</updated><published>{one.day}{MIDNIGHT}</published>"
        f'<link href={quoteattr(root + one.url)}/><category term="{board.slug}" label="{board.value}"/>'
        f"<summary>{escape(one.brief)}</summary></entry>\n"
    )
