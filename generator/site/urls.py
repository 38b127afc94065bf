"""The only place that makes a URL. All are relative to the site's root and end in a file name."""

from __future__ import annotations

from generator.records.common import Board
from generator.records.layout import Address, Place

HOME = "index.html"
ERROR = "404.html"
SEARCH = "search.html"
ABOUT = "help/about.html"
RULES = "rules/index.html"
DICTIONARY = "data/dictionary.html"
STYLESHEET = "assets/sanwu.css"


def record(address: Address) -> str:
    """`shidu/liuwan/finance/2026-10.html`"""
    return address.path.removesuffix(".yml") + ".html"


def place(where: Place) -> str:
    """The home of a village or township."""
    return f"{where.township}/{where.village}/index.html" if where.village else f"{where.township}/index.html"


def kind(where: Place, folder: str) -> str:
    """The list of one kind of record."""
    return f"{where.folder}/{folder}/index.html"


def board(where: Place, which: Board) -> str:
    """The list of one of the three boards."""
    return f"{where.folder}/{which.slug}.html"


def status(where: Place, year: int) -> str:
    """公开情况 of one year."""
    return f"{where.folder}/status-{year}.html"


def withheld(where: Place) -> str:
    """The list of what is withheld for the time being."""
    return f"{where.folder}/withheld.html"


def data(folder: str, name: str) -> str:
    """A file of open data: of a place (`shidu/liuwan`), a township (`shidu`) or, with no folder, the county."""
    return f"{folder}/data/{name}" if folder else f"data/{name}"


def rule(code: str) -> str:
    """A rule's page."""
    return f"rules/{code.lower()}.html"


def root_from(url: str) -> str:
    """What leads from a page back to the site's root: `../../`; empty at the root itself."""
    return "../" * url.count("/")
