"""What pages offer to take away: in words, and only what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import pipeline
from tests.golden import content
from tests.support.county import ROOT

pytestmark = pytest.mark.slow

VILLAGE = "shidu/liuwan"


@pytest.fixture(scope="module", params=[False, True], ids=["csv", "xlsx"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One village, without and with Excel files."""
    folder = tmp_path_factory.mktemp("downloads")
    given = content(folder / "content")
    pipeline.build(ROOT / "mkdocs.yml", given, folder / "site", folder / "ledger", workbooks=request.param)
    return folder / "site"


def offered(site: Path, page: str) -> list[tuple[str, str]]:
    """Sort and address of each file that a page offers, the dictionary aside."""
    text = (site / page).read_text(encoding="utf-8")
    found = re.findall(r'<a href="([^"]*)"><span class="fx">([^<]*)</span>', text)
    return [(sort, address) for address, sort in found if sort != "说明"]


def pages(site: Path) -> Iterator[str]:
    return (file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def test_only_what_is_there(site: Path) -> None:
    """Every file is there, and every page that lists records offers some."""
    for page in pages(site):
        for _, address in offered(site, page):
            assert ((site / page).parent / address).resolve().is_file(), (page, address)


def test_what_each_page_offers(site: Path) -> None:
    """A list its own table, 公开情况 all in one and the calendar, a board its own feed, the township its villages."""
    book = ["XLSX"] if (site / VILLAGE / "data/records.xlsx").is_file() else []
    assert [sort for sort, _ in offered(site, f"{VILLAGE}/questions/index.html")] == ["CSV", *book, "JSON", "订阅"]
    status = offered(site, f"{VILLAGE}/status-2026.html")
    assert [sort for sort, _ in status] == [*book, "JSON", "JSON", "日历", "订阅"]
    assert ("日历", "../../shidu/liuwan/data/calendar.ics") in status
    assert ("订阅", "../../shidu/liuwan/data/feed-party.xml") in offered(site, f"{VILLAGE}/party.html")
    for page, folder in (("index.html", "data"), ("shidu/index.html", "../shidu/data")):
        assert ("CSV", f"{folder}/places.csv") in offered(site, page)
        assert ("订阅", f"{folder}/feed.xml") in offered(site, page)


def test_programs_find_feed_and_data(site: Path) -> None:
    """In the head of the pages about a place, not of each record; the addresses are right."""
    found: dict[str, dict[str, str]] = {}
    for page in pages(site):
        text = (site / page).read_text(encoding="utf-8")
        found[page] = dict(re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', text))
        assert all(((site / page).parent / address).resolve().is_file() for address in found[page].values()), page
    assert set(found[f"{VILLAGE}/index.html"]) == {"application/atom+xml", "application/ld+json"}
    assert found[f"{VILLAGE}/status-2026.html"] == found[f"{VILLAGE}/party.html"] == found[f"{VILLAGE}/index.html"]
    assert found[f"{VILLAGE}/finance/2026-10.html"] == {}
    assert found["index.html"] == {"application/atom+xml": "data/feed.xml"}
    assert found["shidu/index.html"] == {"application/atom+xml": "../shidu/data/feed.xml"}
    assert found["rules/f01.html"] == {}


def test_the_page_about_the_data_knows_what_there_is(site: Path) -> None:
    there = (site / VILLAGE / "data/records.xlsx").is_file()
    assert ("records.xlsx" in (site / "data/dictionary.html").read_text(encoding="utf-8")) is there


def test_nothing_published_nothing_offered(site: Path) -> None:
    """The township's own lists are empty here."""
    assert offered(site, "shidu/records/finance/index.html") == []
