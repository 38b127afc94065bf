"""One row of the audit: the figures of a page kind, and the budgets they are held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

VILLAGE_HOME, LONG_MONTH = "村首页", "财务（60笔）"


@dataclass(frozen=True)
class Row:
    """Figures of one page kind; `lcp_ms` is None where nobody timed it."""

    page: str
    axe: int
    html_errors: int
    overflow_360: int
    overflow_200pct: int
    offsite: int
    console_errors: int
    broken_links: int
    csp_violations: int
    body_px: float
    min_font_px: float
    min_target_px: float
    large_body_px: float
    large_target_px: float
    first_view_kb: float
    requests: int
    html_kb: float
    lcp_ms: int | None
    same_text_without_js: bool


TITLES = {
    "page": "页面",
    "axe": "无障碍",
    "html_errors": "HTML错",
    "overflow_360": "横滚360",
    "overflow_200pct": "横滚200%",
    "offsite": "外站",
    "console_errors": "报错",
    "broken_links": "断链",
    "csp_violations": "违反CSP",
    "body_px": "正文px",
    "min_font_px": "最小px",
    "min_target_px": "点按px",
    "large_body_px": "特大正文px",
    "large_target_px": "特大点按px",
    "first_view_kb": "首屏KB",
    "requests": "请求",
    "html_kb": "HTML KB",
    "lcp_ms": "LCP毫秒",
    "same_text_without_js": "无脚本同",
}
AT_MOST: dict[str, float] = {
    "axe": 0,
    "html_errors": 0,
    "overflow_360": 0,
    "overflow_200pct": 0,
    "offsite": 0,
    "console_errors": 0,
    "broken_links": 0,
    "csp_violations": 0,
    "lcp_ms": 1800,
}
AT_LEAST: dict[str, float] = {
    "body_px": 18,
    "min_font_px": 16,
    "min_target_px": 44,
    "large_body_px": 30,
    "large_target_px": 60,
    "same_text_without_js": True,
}
OF_ONE_KIND: dict[str, dict[str, float]] = {
    VILLAGE_HOME: {"first_view_kb": 16, "requests": 3},
    LONG_MONTH: {"html_kb": 12},
}


def missed(row: Row) -> set[str]:
    """Names of the columns whose budget the row misses; what was not measured misses none."""
    return set(_missed(row))


def _missed(row: Row) -> Iterator[str]:
    for name in TITLES:
        value = getattr(row, name)
        most = OF_ONE_KIND.get(row.page, {}).get(name, AT_MOST.get(name))
        if value is None:
            continue
        if (most is not None and value > most) or (name in AT_LEAST and value < AT_LEAST[name]):
            yield name
