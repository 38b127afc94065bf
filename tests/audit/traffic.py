"""What a page asks for, what it complains of, and how soon a slow phone shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.audit.screen import PHONE
from tests.support.browser import window
from tests.support.county import ROOT

NGINX = ROOT / "deploy" / "nginx.conf"
KBITS, LATENCY_MS, SLOWDOWN, RUNS = 400, 400, 6, 3
LCP = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().pop().startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))"""


def policy() -> str:
    """The Content-Security-Policy of the shipped nginx configuration."""
    found = re.search(r'add_header Content-Security-Policy "([^"]+)"', NGINX.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{NGINX} 里没有 Content-Security-Policy")
    return found[1]


@dataclass
class Watch:
    """Notes what a page does, from before it is opened until `stop`."""

    page: Page
    watching: bool = True
    offsite: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    csp: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """Asked of this site or from disk, and not there."""

    def __post_init__(self) -> None:
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._note(self.console, str(error)))

    def stop(self) -> None:
        """What comes after is the measuring's own."""
        self.watching = False

    def _note(self, where: list[str], words: str) -> None:
        if self.watching:
            where.append(words)

    def _request(self, request: Request) -> None:
        if _is_offsite(request.url):
            self._note(self.offsite, request.url)

    def _failed(self, request: Request) -> None:
        if not _is_offsite(request.url):
            self._note(self.failed, request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self._note(self.failed, response.url)

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self._note(self.csp, message.text)
        elif message.type == "error" and message.location.get("url") != self.page.url:
            self._note(self.console, message.text)


def _is_offsite(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname != "127.0.0.1"


def from_disk(browser: Browser, file: Path, query: str) -> Watch:
    """What happens when the page is opened from a USB stick, where no policy stops it."""
    with window(browser, viewport=PHONE) as page:
        watch = Watch(page)
        visit(page, file.as_uri() + query, query)
    return watch


def visit(page: Page, address: str, query: str) -> None:
    """Open a page and wait until all of it is there, and the answer to its query."""
    page.goto(address)
    if query:
        page.locator("#hits:not([aria-busy]) a").first.wait_for()


def text_without_script(browser: Browser, address: str) -> str:
    """The words of a page when JavaScript is off."""
    with window(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(address)
        return page.inner_text("body")


def lcp_ms(browser: Browser, address: str) -> int:
    """Largest contentful paint of a slow phone on a slow network with nothing kept; the middle one of three runs."""
    return round(median(_lcp(browser, address) for _ in range(RUNS)))


def _lcp(browser: Browser, address: str) -> float:
    page = browser.new_page(viewport=PHONE)
    devtools = page.context.new_cdp_session(page)
    speed = KBITS * 1000 / 8
    devtools.send("Network.enable")
    conditions = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed}
    devtools.send("Network.emulateNetworkConditions", conditions)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address, wait_until="load")
    painted: float = page.evaluate(LCP)
    page.close()
    return painted
