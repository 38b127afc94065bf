"""The budgets of `make audit`, all but the timing, over every page kind of the demonstration county."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit import county, markup
from tests.audit.audit import audit
from tests.audit.kinds import PAGE_KINDS, PageKind, sort
from tests.audit.row import AT_LEAST, AT_MOST, missed

pytestmark = pytest.mark.browser

Site = tuple[Path, dict[PageKind, list[str]]]
BAD_SITE = {
    "bad.html": """\
<!doctype html><title>坏页</title><link rel=stylesheet href=bad.css><script defer src=bad.js></script>
<input id=size-1 type=radio><input id=size-3 type=radio>
<div id=main style="color:red"><p>太宽的小字</p><a href=gone.html>断链</a><a href="#gone">断链</a></div>
""",
    "bad.css": "p{width:900px;font-size:12px}",
    "bad.js": "document.body.append('脚本写的'); fetch('https://elsewhere.example/'); throw new Error('坏脚本');",
}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The county and its pages by kind."""
    folder = county.build(tmp_path_factory.mktemp("audit"))
    return folder, sort(folder)


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.name)
def test_page_keeps_its_budgets(browser: Browser, site: Site, kind: PageKind) -> None:
    """axe, sideways scroll, sizes, requests, policy, links, the same words without JavaScript."""
    folder, pages = site
    found = audit(browser, folder, kind, pages[kind], [], timed=False)
    assert missed(found.row) == set(), found.problems


@pytest.mark.checker
def test_html_is_valid(site: Site) -> None:
    """One run of the Nu Html Checker over all pages."""
    found = [error for errors in markup.errors(site[0]).values() for error in errors]
    assert found[:10] == []


def test_a_bad_page_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The audit is no use if it passes everything."""
    for name, text in BAD_SITE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = audit(browser, tmp_path, PageKind("坏页", "bad.html"), ["bad.html"], ["一处错"], timed=False)
    assert missed(found.row) == {*AT_MOST, *AT_LEAST} - {"lcp_ms"}, found.problems
