"""sitemap.xml: an index, one map per township and one for the portal (a map holds at most 50,000 addresses)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from generator.pages.page import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PORTAL = "sitemap-portal.xml"


def sitemaps(site_url: str, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """The files by path; none where the county has not said its address. Withheld pages stay out."""
    if not site_url:
        return {}
    maps: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if not page.noindex:
            township, slash, _ = page.url.partition("/")
            portal = not slash or page.url.startswith(("rules/", "help/"))
            maps[PORTAL if portal else f"{township}/sitemap.xml"].append(page.url)
    files = {path: _map(site_url, sorted(urls)) for path, urls in maps.items()}
    entries = "".join(f"<sitemap><loc>{escape(site_url + path)}</loc></sitemap>\n" for path in sorted(files))
    files["sitemap.xml"] = f"{_HEAD}<sitemapindex {_SPACE}>\n{entries}</sitemapindex>\n".encode()
    return files


def _map(site_url: str, urls: Iterable[str]) -> bytes:
    entries = "".join(f"<url><loc>{escape(site_url + url)}</loc></url>\n" for url in urls)
    return f"{_HEAD}<urlset {_SPACE}>\n{entries}</urlset>\n".encode()
