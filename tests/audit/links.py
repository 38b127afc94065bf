"""Links of a site that lead nowhere, read from the files."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.audit.county import UNDER

HOST = f"https://sanwu.example{UNDER}"
ADDRESSES = frozenset(("href", "src", "action", "poster", "data"))


class _Page(HTMLParser):
    """Ids and addresses of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ADDRESSES and tag != "base" and value is not None:
                self.addresses.add(value)


@cache
def _parsed(file: Path) -> _Page:
    return _Page(file.read_text(encoding="utf-8"))


def broken(site: Path, path: str) -> list[str]:
    """Addresses on a page of the site whose file or fragment is not there. Links to other hosts are not followed."""
    return sorted(f"{path}：{address}" for address in _parsed(site / path).addresses if not _leads(site, path, address))


def _leads(site: Path, path: str, address: str) -> bool:
    target = urlsplit(urljoin(HOST + path, address))
    if target.scheme not in ("http", "https") or target.hostname != urlsplit(HOST).hostname:
        return True
    file = site / unquote(target.path).removeprefix(UNDER)
    if not target.path.startswith(UNDER) or not file.is_file():
        return False
    return not target.fragment or unquote(target.fragment) in _parsed(file).ids
