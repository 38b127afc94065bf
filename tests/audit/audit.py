"""All figures of one page kind."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.audit import links, screen, traffic
from tests.audit.county import UNDER
from tests.audit.kinds import PageKind
from tests.audit.row import Row, missed
from tests.support.browser import serve, window

OF_SIZE = {"body_px", "min_font_px", "min_target_px", "large_body_px", "large_target_px"}
NOWHERE = "shidu/liuwan/finance/meiyou.html"


@dataclass(frozen=True)
class Audited:
    """A row, and in words what its figures count."""

    row: Row
    problems: tuple[str, ...]
    advice: tuple[str, ...]


def audit(browser: Browser, site: Path, kind: PageKind, pages: list[str], html: list[str], *, timed: bool) -> Audited:
    """Look at the first of the kind's pages and follow the links of all of them; `html` are the errors found in them."""
    path = pages[0]
    file = site / path
    with serve(site, UNDER, traffic.policy()) as served:
        address = served.address + (NOWHERE if kind.anywhere else path) + kind.query
        with window(browser, viewport=screen.PHONE) as page:
            watch = traffic.Watch(page)
            traffic.visit(page, address, kind.query)
            page.wait_for_load_state("networkidle")  # what a page asks for later counts as well
            first_view, requests = served.bytes, len(served.sent)
            watch.stop()
            text = page.inner_text("body")
            seen = screen.screen(page)
        same = kind.scripted or text == traffic.text_without_script(browser, address)
        # answers to a search come later, from its index: `make bench-search` times those
        lcp = traffic.lcp_ms(browser, address.removesuffix(kind.query)) if timed else None
    watched = [watch] if kind.anywhere else [watch, traffic.from_disk(browser, file, kind.query)]
    offsite, console, csp, failed = (
        [words for one in watched for words in getattr(one, name)] for name in ("offsite", "console", "csp", "failed")
    )
    lost = [*failed, *(words for one in pages for words in links.broken(site, one))]
    row = Row(
        page=kind.name,
        axe=len(seen.axe),
        html_errors=len(html),
        overflow_360=seen.overflow_360,
        overflow_200pct=seen.overflow_200pct,
        offsite=len(offsite),
        console_errors=len(console),
        broken_links=len(lost),
        csp_violations=len(csp),
        body_px=seen.body_px,
        min_font_px=seen.min_font_px,
        min_target_px=seen.min_target_px,
        large_body_px=seen.large_body_px,
        large_target_px=seen.large_target_px,
        first_view_kb=kilobytes(first_view),
        requests=requests,
        html_kb=kilobytes(len(gzip.compress(file.read_bytes(), 6, mtime=0))),
        lcp_ms=lcp,
        same_text_without_js=same,
    )
    sizes = [
        f"{what}：{where}"
        for what, where in (
            ("正文", seen.body_at),
            ("最小的字", seen.min_font_at),
            ("最小的点按处", seen.min_target_at),
            ("特大字时最小的点按处", seen.large_target_at),
        )
    ]
    told = sizes if missed(row) & OF_SIZE else []
    return Audited(row, (*seen.axe, *html, *lost, *offsite, *console, *csp, *told), seen.advice)


def kilobytes(size: int) -> float:
    """In units of 1024 bytes, one decimal."""
    return round(size / 1024, 1)
