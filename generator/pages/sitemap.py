"""sitemap.xml: an index, one map per township and one for the portal (a map holds at most 50,000 addresses)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PORTAL = "sitemap-portal.xml"


def township_sitemap(site_url: str, township: str, pages: Iterable[str]) -> tuple[str, bytes]:
    """A township's map with its path. Pages that search engines shall leave out are not given."""
    return f"{township}/sitemap.xml", _map(site_url, sorted(pages))


def portal_sitemaps(site_url: str, townships: Iterable[str], pages: Iterable[str]) -> Mapping[str, bytes]:
    """The portal's own map, and the index of all."""
    paths = sorted([PORTAL, *(f"{township}/sitemap.xml" for township in townships)])
    entries = "".join(f"<sitemap><loc>{escape(site_url + path)}</loc></sitemap>\n" for path in paths)
    index = f"{_HEAD}<sitemapindex {_SPACE}>\n{entries}</sitemapindex>\n".encode()
    return {PORTAL: _map(site_url, sorted(pages)), "sitemap.xml": index}


def _map(site_url: str, urls: Iterable[str]) -> bytes:
    entries = "".join(f"<url><loc>{escape(site_url + url)}</loc></url>\n" for url in urls)
    return f"{_HEAD}<urlset {_SPACE}>\n{entries}</urlset>\n".encode()
