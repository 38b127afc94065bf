"""`python -m tests.shots SITE FOLDER [PAGE…]`: screenshots of pages at 360 px, 1280 px and on paper, to be looked at."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": (360, 800), "desktop": (1280, 900)}


def main(site: Path, folder: Path, pages: list[str]) -> None:
    """Take the pictures; a page is a path inside the site."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for page_path in pages:
            name = page_path.removesuffix(".html").replace("/", "-")
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto((site.resolve() / page_path).as_uri())
                page.screenshot(path=folder / f"{name}-{size}.png", full_page=True)
                if size == "desktop":
                    page.pdf(path=folder / f"{name}-print.pdf", format="A4", prefer_css_page_size=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
