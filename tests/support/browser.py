"""Debian's Chromium for tests: one quiet browser, a fresh page each, and a small server that packs like a plain nginx.

Mark such tests with `@pytest.mark.browser` (`tests.support.needs`).
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.support.needs import CHROMIUM

ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
    "--disable-gpu",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
PATIENCE_MS = 300_000
"""Ends what hangs, and nothing else: on a busy machine a page may take its time."""
expect.set_options(timeout=PATIENCE_MS)
PACKED = (".html", ".js", ".css", ".json", ".svg")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with launched() as one:
        yield one


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page with nothing remembered, closed afterwards. The options are those of `Browser.new_context`."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def follow(link: Locator) -> None:
    """Tap a link; when this returns, all of the page that it leads to is there."""
    with link.page.expect_navigation():
        link.click()


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium that asks nobody for anything."""
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield one
        one.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page with nothing remembered. The test fails when a script does, or the content security policy is hurt."""
    errors: list[str] = []
    with window(browser, viewport={"width": 360, "height": 740}, locale="zh-CN") as one:
        one.on("pageerror", lambda error: errors.append(str(error)))
        one.on("console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None)
        yield one
    assert errors == []


@dataclass
class Served:
    """A folder on http, and what was sent of it."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Path and bytes of each answer's body, packed."""

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.sent)


@contextmanager
def serve(folder: Path, under: str = "/", policy: str = "") -> Iterator[Served]:
    """`folder` at `http://127.0.0.1:<port><under>`; text is packed with gzip, nothing is kept by the browser for long.

    What is not there is answered with the site's own 404.html.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            file = (folder / path.removeprefix(under)).resolve() if path.startswith(under) else folder / "missing"
            status = 200
            if not file.is_relative_to(folder.resolve()) or not file.is_file():
                status, file = 404, folder / "404.html"
            body = file.read_bytes() if file.is_file() else b""
            if packed := file.suffix in PACKED:
                body = gzip.compress(body, 6, mtime=0)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.answer(status, path, body, kind, packed=packed)

        def answer(self, status: int, path: str, body: bytes, kind: str, *, packed: bool = False) -> None:
            served.sent.append((path, len(body)))
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # a page closed while it still loads
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{server.server_address[1]}{under}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
