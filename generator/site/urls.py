"""Makes every URL of the site. All are relative to the site's root and end in a file name."""

from __future__ import annotations

from datetime import date

from generator.records.common import Board
from generator.records.layout import Address, Place

HOME = "index.html"
ERROR = "404.html"
SEARCH = "search.html"
ABOUT = "help/about.html"
TERMS = "help/terms.html"
CHANGES = "changes.html"
GUIDE = "help/accounts.html"
RULES = "rules/index.html"
DICTIONARY = "data/dictionary.html"
STYLESHEET = "assets/sanwu.css"
SCRIPT = "assets/page.js"


def record(address: Address) -> str:
    """The page of a record: `shidu/liuwan/finance/2026-10.html`"""
    return page(address.path)


def page(path: str) -> str:
    """The page of the record at a path of the content folder."""
    return path.removesuffix(".yml") + ".html"


def line(accounts: str, number: int) -> str:
    """One line of the accounts on their page. Lines are counted from 1 in the order of the record."""
    return f"{accounts}#e{number}"


def place(where: Place) -> str:
    """The home of a village or township. The county's own records stand on the home of the whole site."""
    if where.is_county:
        return HOME
    return f"{where.township}/{where.village}/index.html" if where.village else f"{where.township}/index.html"


def kind(where: Place, folder: str) -> str:
    """The list of one kind of record."""
    return f"{where.folder}/{folder}/index.html"


def board(where: Place, which: Board) -> str:
    """The list of one of the three boards."""
    return f"{where.folder}/{which.slug}.html"


def status(where: Place, year: int) -> str:
    """The page 公开情况 of one year."""
    return f"{where.folder}/status-{year}.html"


def finance_year(where: Place, year: int) -> str:
    """The page of the accounts of one year. It lies beside the folder of the records, so no record can have this address."""
    return f"{where.folder}/finance-{year}.html"


def withheld(where: Place) -> str:
    """The list of the records that are withheld for now."""
    return f"{where.folder}/withheld.html"


def news(township: str = "", day: date | None = None) -> str:
    """The page 动态 of a township or, without one, of the county. With `day` it leads to that day on the page."""
    page = f"{township}/news.html" if township else "news.html"
    return f"{page}#{day_anchor(day)}" if day else page


def day_anchor(day: date) -> str:
    """The anchor of a day on a page of 动态."""
    return f"d{day:%Y%m%d}"


def findings(township: str, place: Place | None = None) -> str:
    """The page 需要说明的地方 of a township. With `place` it leads to that place on the page."""
    page = f"{township}/findings.html"
    return f"{page}#{place_anchor(place)}" if place else page


def place_anchor(where: Place) -> str:
    """The anchor of a place on a page of its township."""
    return f"at-{where.village or where.township}"


def indicators(township: str = "") -> str:
    """The page 指标 of a township or, without one, of the county."""
    return f"{township}/indicators.html" if township else "indicators.html"


def data(folder: str, name: str) -> str:
    """A file of open data: of a place (`shidu/liuwan`), a township (`shidu`) or, with no folder, the county."""
    return f"{folder}/data/{name}" if folder else f"data/{name}"


def attachment(where: Place, digest: str, suffix: str) -> str:
    """A published photo or paper. Another file has another address, so none ever changes under a reader's eyes."""
    return f"{where.folder}/attachments/{digest[:16]}{suffix}"


def tables(slug: str) -> str:
    """The page that explains the tables of one kind of record: `data/columns-finance.html`."""
    return f"data/columns-{slug}.html"


def rule(code: str) -> str:
    """The page of a rule."""
    return f"rules/{code.lower()}.html"


def term(word: str) -> str:
    """The place on the page 名词解释 that explains a word."""
    return f"{TERMS}#{word}"


def root_from(url: str) -> str:
    """The way from a page back to the site's root: `../../`. It is empty at the root."""
    return "../" * url.count("/")
