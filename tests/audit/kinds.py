"""The kinds of pages, told by their addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.pages.all import KNOWN
from generator.records.kinds import KINDS as RECORDS

SLUG = "[a-z0-9-]+"
VILLAGE = rf"(?:(?!records/){SLUG}/{SLUG}|records)"
"""The folder of a village's, a township's or the county's own records."""
PLAIN = "|".join(kind.folder for kind in RECORDS if kind.folder not in KNOWN)
"""Kinds that share one layout."""
LONG_MONTH = "shidu/shangyan/finance/2026-10.html"
"""The record to which `county` gives 60 entries."""
NOT_PUBLIC = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class PageKind:
    """One kind; its example is the largest page, which has most that can go wrong."""

    name: str
    pattern: str
    query: str = ""
    withheld: bool = False
    anywhere: bool = False
    """Served at any address that is not there: its links start at the root, so it cannot be opened from disk."""
    scripted: bool = False
    """Says something else without JavaScript, and says so."""


PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("县首页", r"index\.html"),
    PageKind("搜索", r"search\.html", query="?q=路灯&t=shidu&v=liuwan", scripted=True),
    PageKind("找不到的页", r"404\.html", anywhere=True),
    PageKind("规则目录", r"rules/index\.html"),
    PageKind("规则", rf"rules/{SLUG}\.html"),
    PageKind("名词解释", r"help/terms\.html"),
    PageKind("怎么看懂这些账", r"help/accounts\.html"),
    PageKind("帮助", rf"help/{SLUG}\.html"),
    PageKind("数据说明", rf"data/{SLUG}\.html"),
    PageKind("乡镇首页", rf"{SLUG}/index\.html"),
    PageKind("更正和变动", r"changes\.html"),
    PageKind("动态", rf"({SLUG}/)?news\.html"),
    PageKind("指标", rf"({SLUG}/)?indicators\.html"),
    PageKind("需要说明的地方", rf"{SLUG}/findings\.html"),
    PageKind("村首页", rf"{VILLAGE}/index\.html"),
    PageKind("栏目", rf"{VILLAGE}/(party|affairs|money)\.html"),
    PageKind("公开情况", rf"{VILLAGE}/status-\d{{4}}\.html"),
    PageKind("一年的账", rf"{VILLAGE}/finance-\d{{4}}\.html"),
    PageKind("暂缓公开目录", rf"{VILLAGE}/withheld\.html"),
    PageKind("暂缓公开", rf"{VILLAGE}/{SLUG}/{SLUG}\.html", withheld=True),
    PageKind("承诺目录", rf"{VILLAGE}/commitments/index\.html"),
    PageKind("记录目录", rf"{VILLAGE}/{SLUG}/index\.html"),
    PageKind("财务（60笔）", re.escape(LONG_MONTH)),
    *(PageKind(kind.name, rf"{VILLAGE}/{kind.folder}/{SLUG}\.html") for kind in RECORDS if kind.folder in KNOWN),
    PageKind("其他记录", rf"{VILLAGE}/({PLAIN})/{SLUG}\.html"),
)


def sort(site: Path) -> dict[PageKind, list[str]]:
    """The pages of a site by kind, the largest first. ValueError when a page is of no kind, or a kind has no page."""
    pages: dict[PageKind, list[str]] = {kind: [] for kind in PAGE_KINDS}
    for file in sorted(site.rglob("*.html"), key=lambda file: (-file.stat().st_size, file)):
        path = file.relative_to(site).as_posix()
        withheld = NOT_PUBLIC in file.read_text(encoding="utf-8")
        found = (k for k in PAGE_KINDS if re.fullmatch(k.pattern, path) and (withheld or not k.withheld))
        kind = next(found, None)
        if kind is None:
            raise ValueError(f"{path}：不属于任何一种页面，请在 tests/audit/kinds.py 里加上")
        pages[kind].append(path)
    if empty := [kind.name for kind, paths in pages.items() if not paths]:
        raise ValueError(f"演示县里没有这种页面：{'、'.join(empty)}")
    return pages
