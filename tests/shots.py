"""`python -m tests.shots`: pictures of every page kind at 360 px, 1280 px and on paper, and sheets for the wall, in build/shots/.

Also makes the README's picture.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser

from generator import pipeline
from generator.poster import chromium
from generator.poster.posters import posters
from generator.poster.sheet import Paper
from tests.support.browser import launched
from tests.support.county import ROOT

FOLDER = ROOT / "build" / "shots"
README_PICTURE = ROOT / ".github" / "village.png"
HOME = "shidu/liuwan"
PAGES = (
    "index.html",
    "search.html?q=路灯&t=shidu&v=liuwan",
    "404.html",
    "help/about.html",
    "help/accounts.html",
    "help/terms.html",
    "rules/index.html",
    "rules/d05.html",
    "news.html",
    "shidu/index.html",
    "shidu/news.html",
    "shidu/indicators.html",
    "shidu/findings.html",
    "records/party.html",
    "records/notices/2026-05-gengdi-butie.html",
    f"{HOME}/index.html",
    f"{HOME}/status-2026.html",
    f"{HOME}/affairs.html",
    f"{HOME}/finance/2026-10.html",
    f"{HOME}/finance-2026.html",
    f"{HOME}/finance/index.html",
    f"{HOME}/commitments/index.html",
)
SIZES = {"phone": (360, 800), "desktop": (1280, 900)}
KINDS = (
    "decisions",
    "commitments",
    "notices",
    "questions",
    "corrections",
    "funds",
    "elections",
    "benefits",
    "meetings",
)


def main() -> None:
    """Build the demonstration county and photograph it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = Path(folder) / "site"
        pipeline.build(ROOT / "mkdocs.yml", ROOT / "content", site, ROOT / "ledger")
        urls = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        examples = [next(u for u in urls if f"/{kind}/" in u and not u.endswith("index.html")) for kind in KINDS]
        withheld = next(u for u in urls if "noindex" in (site / u).read_text(encoding="utf-8") and u != "404.html")
        for url in (*PAGES, *examples, withheld):
            _photograph(browser, site, url)
        _sheets([f"{HOME}/finance/2026-10.html", *examples])
        _readme_picture(browser, site)


def _photograph(browser: Browser, site: Path, url: str) -> None:
    path, _, query = url.partition("?")
    name = path.removesuffix(".html").replace("/", "-")
    address = (site / path).as_uri() + (f"?{query}" if query else "")
    for size, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        page.wait_for_timeout(500 if query else 0)
        page.screenshot(path=FOLDER / f"{name}-{size}.png", full_page=True)
        page.close()
    page = browser.new_page()
    page.goto(address)
    page.pdf(path=FOLDER / f"{name}-print.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def _sheets(urls: list[str]) -> None:
    """One sheet for the notice board of each kind, for both papers."""
    records = [ROOT / "content" / url.replace(".html", ".yml") for url in urls]
    for paper in get_args(Paper):
        folders = (ROOT / "content", ROOT / "ledger", ROOT / "theme", FOLDER)
        posters(*folders, records, paper=paper, browser=chromium.find())


def _readme_picture(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, device_scale_factor=1.5)
    page.goto((site / HOME / "index.html").as_uri())
    README_PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=README_PICTURE)
    page.close()


if __name__ == "__main__":
    main()
