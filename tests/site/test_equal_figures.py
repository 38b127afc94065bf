"""One number, one function: a figure that stands on several pages or files of the demonstration site is the same there.

Figures are gathered by their meaning (“柳湾村 应公开”) from wherever they are written; each has to have one value, and each
is named with the places in which it must be found, so that nothing is compared with itself alone.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.site.indicators import SAME

pytestmark = pytest.mark.slow

YEAR = 2026


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found: by meaning, the value on each page."""

    site: Path
    found: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, meaning: str, where: str, value: object) -> None:
        self.found[meaning][where] = str(value)

    def unlike(self) -> dict[str, dict[str, str]]:
        """The meanings that have more than one value."""
        return {meaning: where for meaning, where in self.found.items() if len(set(where.values())) > 1}

    def html(self, url: str) -> str:
        return (self.site / url).read_text(encoding="utf-8")

    def text(self, url: str) -> str:
        return plain(self.html(url))

    def json(self, url: str) -> Any:
        return json.loads((self.site / url).read_text(encoding="utf-8"))


def plain(markup: str) -> str:
    """Its words without tags and blanks."""
    body = re.sub(r"<head>.*?</head>|<script.*?</script>|<svg.*?</svg>", "", markup, flags=re.DOTALL)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", body)))


def elements(markup: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}[ >].*?</{tag}>", markup, flags=re.DOTALL)


def section(markup: str, heading: str) -> str:
    """The section under a heading; empty where there is none."""
    return next((one for one in elements(markup, "section") if plain(one).startswith(heading)), "")


def number(pattern: str, words: str) -> str:
    """The figure that a pattern finds, 0 where it finds none."""
    found = re.search(pattern, words)
    return found[1] if found else "0"


def tally(figures: Figures, name: str, where: str, words: str) -> None:
    """应公开40件：按时37件，晚2件，缺1件 · 应40，按时37，晚2，缺1"""
    found = re.search(r"应(?:公开)?(\d+)(?:件)?[：，]按时(\d+)", words)
    assert found, (where, words[:80])
    figures.add(f"{name} 应公开", where, found[1])
    figures.add(f"{name} 按时", where, found[2])
    figures.add(f"{name} 晚", where, number(r"按时\d+(?:件)?，晚(\d+)", words))
    figures.add(f"{name} 缺", where, number(r"按时\d+(?:件)?(?:，晚\d+(?:件)?)?，缺(\d+)", words))


def promises(figures: Figures, name: str, where: str, words: str) -> None:
    """到期20条，兑现19条（其中1条晚）"""
    figures.add(f"{name} 承诺到期", where, number(r"到期(\d+)条，兑现", words))
    figures.add(f"{name} 承诺兑现", where, number(r"兑现(\d+)条", words))
    figures.add(f"{name} 承诺晚兑现", where, number(r"其中(\d+)条晚", words))


MONEY = r"\d+月收入[\d.]+万?元，支出[\d.]+万?元，账上还有[\d.]+万?元"


def gather(site: Path) -> Figures:
    figures = Figures(site)
    places = figures.json("data/places.json")["各地公开情况"]
    lower = [place for place in places if place["层级"] != "县级"]  # the county itself owes nothing by a day
    for place in lower:
        of_place(figures, place)
    for slug in sorted({address(place).split("/")[0] for place in lower}):
        of_township(figures, slug, [place for place in lower if address(place).split("/")[0] == slug])
    of_county(figures, places)
    return figures


def address(place: dict[str, Any]) -> str:
    return str(place["网址"]).removeprefix("https://sanwu.example/")


def folder(place: dict[str, Any]) -> str:
    if place["层级"] == "县级":
        return "records"
    own = address(place).removesuffix("/index.html")
    return own if place["层级"] == "村级" else f"{own}/records"


def of_place(figures: Figures, place: dict[str, Any]) -> None:
    """What a place's own pages and files say."""
    name, own = place["地方"], folder(place)
    due = place["按时"] + place["晚"] + place["缺"]
    for meaning, value in (("应公开", due), *((key, place[key]) for key in ("按时", "晚", "缺", "暂缓", "未到"))):
        figures.add(f"{name} {meaning}", "data/places.json", value)
    status = figures.text(f"{own}/status-{YEAR}.html")
    tally(figures, name, "status", status)
    figures.add(f"{name} 未到", "status", number(r"另有(\d+)件没到时间", status))
    figures.add(f"{name} 暂缓", "status", number(r"暂缓公开(\d+)件，不算在内", status))
    figures.add(f"{name} 晚", "status, list", number(r"缺的和晚的缺\d+件，晚(\d+)件", status))
    figures.add(f"{name} 缺", "status, list", number(r"缺的和晚的缺(\d+)件", status))
    cells = elements(section(figures.html(f"{own}/status-{YEAR}.html"), "一个月一个月看"), "td")
    counts = Counter({"按时": 0, "晚": 0, "缺": 0})
    for cell in cells:
        words = plain(cell)
        if found := re.match(r"(按时|晚|缺)", words):
            counts[found[1]] += int(number(r"共(\d+)件", words)) or 1
    if "共" not in "".join(map(plain, cells)):  # several in a cell are told by the worst of them alone
        for key, count in counts.items():
            figures.add(f"{name} {key}", "status, cells", count)
    listed = figures.html(f"{own}/commitments/index.html")
    whole = plain(listed)
    if "怎么算的" in whole and "兑现" in whole:
        rates = [plain(one) for one in re.findall(r'<div class="rate">.*?</div>', listed, flags=re.DOTALL)]
        own_rate = next((one for one in rates if not one.startswith("党员")), "")
        promises(figures, name, "commitments", own_rate)
        states = Counter(re.findall(r'class="cm-h"><span class="st[^>]*>(?:<[^>]*>)*\s*([^<]+)<', listed))
        kept = states["已兑现"] + states["晚兑现"]
        every = [int(number(r"兑现(\d+)条", one)) for one in rates]
        figures.add(f"{name} 兑现的，党员在内", "commitments, list", kept)
        figures.add(f"{name} 兑现的，党员在内", "commitments, rates", sum(every))
        figures.add(f"{name} 没办成的，党员在内", "commitments, list", states["到期没完成"])
    held = figures.html(f"{own}/withheld.html")
    if place["层级"] == "村级":
        home = figures.html(address(place))
        words = plain(home)
        figures.add(f"{name} 到期还缺", "home", number(r"(\d+)件到期还缺", words))
        figures.add(f"{name} 暂缓的记录", "home", number(r"另有(\d+)份暂缓公开", words))
        figures.add(f"{name} 暂缓的记录", "home, counter", number(r"到期还缺另暂缓(\d+)份", words))
        for where, said in zip(("home", "home, forward"), re.findall(MONEY, words), strict=False):
            figures.add(f"{name} 最近一期的钱", where, said)
        figures.add(f"{name} 公开", "home, boards", sum(map(int, re.findall(r"全部(\d+)件›", words))))
        figures.add(f"{name} 暂缓的记录", "withheld", number(r"有(\d+)件正在更正", plain(held)))
        figures.add(f"{name} 暂缓的记录", "withheld, list", len(elements(section(held, "暂缓公开"), "li")))
    if (figures.site / f"{own}/finance-{YEAR}.html").exists() and place["层级"] == "村级":
        year = figures.text(f"{own}/finance-{YEAR}.html")
        figures.add(f"{name} 每户支出", f"finance-{YEAR}", number(r"支出摊到\d+户，每户([\d,]+)元", year))
    records = figures.json(f"{own}/data/records.json")["记录"]
    figures.add(f"{name} 公开", "data/records.json", len(records))
    for one in records:
        figures.add(
            f"{one['网址'].removeprefix('https://sanwu.example/')} 需要说明", "data", len(one.get("需要说明的地方", ()))
        )
        page = figures.html(one["网址"].removeprefix("https://sanwu.example/"))
        notes = len(re.findall(r'class="nt-r"', page))
        figures.add(f"{one['网址'].removeprefix('https://sanwu.example/')} 需要说明", "page", notes)


def rows(markup: str, caption: str) -> Iterator[list[str]]:
    """Cells of a table as words."""
    table = next(one for one in elements(markup, "table") if caption in plain(one)[:40])
    for row in elements(table, "tr")[1:]:
        yield [plain(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row, flags=re.DOTALL)]


def of_township(figures: Figures, slug: str, places: list[dict[str, Any]]) -> None:
    """What a township's pages say of its places and of all together."""
    own = next(place for place in places if place["层级"] == "乡级")
    names = {place["地方"] for place in places}
    page = figures.html(f"{slug}/index.html")
    words = plain(page)
    total = own["地方"] + "合计"
    tally(figures, total, "township", words[words.index("应公开") :])
    figures.add(f"{total} 暂缓", "township", number(r"暂缓公开(\d+)件，不算在内", words))
    for key in ("按时", "晚", "缺", "暂缓"):
        figures.add(f"{total} {key}", "data/places.json, sum", sum(place[key] for place in places))
    missing = Counter(cells[0] for cells in gaps(page))
    sums: Counter[str] = Counter()
    for name, due, kept, asked, remarks, _ in rows(page, "公开按时、承诺兑现"):
        name = name.removesuffix("自己")
        assert name in names
        tally(figures, name, "township", due)
        figures.add(f"{name} 暂缓", "township", number(r"暂缓(\d+)", due))
        figures.add(f"{name} 暂缓的记录", "township", number(r"暂缓(\d+)份", remarks))
        sums["暂缓"] += int(number(r"暂缓(\d+)", due))
        sums["暂缓的记录"] += int(number(r"暂缓(\d+)份", remarks))
        promises(figures, name, "township", kept)
        figures.add(f"{name} 没办成的，党员在内", "township", number(r"到期没办成(\d+)条", kept))
        figures.add(f"{name} 提问", "township", number(r"问(\d+)件", asked))
        figures.add(f"{name} 需要说明", "township", number(r"(\d+)处", remarks))
        figures.add(f"{name} 到期还缺", "township, list", missing[name])
        for key, said in (
            ("承诺到期", r"到期(\d+)条，兑现"),
            ("承诺兑现", r"兑现(\d+)条"),
            ("承诺晚兑现", r"其中(\d+)条晚"),
        ):
            sums[key] += int(number(said, kept))
        sums["需要说明"] += int(number(r"(\d+)处", remarks))
        sums["提问"] += int(number(r"问(\d+)件", asked))
    for key, value in sums.items():
        figures.add(f"{total} {key}", "township, sum of rows", value)
    for name, _, _, _, spent, *_ in rows(page, "的收入、支出、账上还有的钱摊到每户"):
        figures.add(f"{name} 每户支出", "township", spent)
    for place in places:
        figures.add(f"{place['地方']} 提问", "data/places.json", place["问答"])
    for url in sorted((figures.site / slug / "records" / "targets").glob("2*.html")):
        for row in rows(url.read_text(encoding="utf-8"), "指标"):
            if row[0] in SAME:
                figures.add(
                    f"{total} 占比 {SAME[row[0]]}",
                    f"targets/{url.name}",
                    row[-2],
                )
    figures.add(f"{total} 到期还缺", "township, jump", number(r"到期还没公开的(\d+)件", words))
    figures.add(f"{total} 到期还缺", "township, list", sum(missing.values()))
    figures.add(f"{total} 需要说明", "township, jump", number(r"需要说明的地方(\d+)处", words))
    of_findings(figures, slug, total, names)
    indicators(figures, f"{slug}/indicators.html", total)


def gaps(page: str) -> list[list[str]]:
    return list(rows(page, "到期还没公开的事项")) if "到期还没公开的事项" in plain(page) else []


def of_findings(figures: Figures, slug: str, total: str, names: set[str]) -> None:
    """The list of notes: its heads, its lines and its filters."""
    page = figures.html(f"{slug}/findings.html")
    words = plain(page)
    figures.add(f"{total} 需要说明", "findings", number(r"一共(\d+)处", words))
    figures.add(f"{total} 暂缓的记录", "findings", number(r"另有(\d+)份", words))
    lines: Counter[str] = Counter()
    for body in elements(page, "tbody"):
        if 'id="at-' not in body:
            continue
        remarks = [row for row in elements(body, "tr") if "s-held" not in row]
        name = plain(elements(body, "th")[0])
        lines["all"] += len(elements(body, "tr"))
        figures.add(f"{name} 需要说明", "findings, lines", len(remarks))
        held = sum(
            int(found)
            for found in re.findall(r">[^<]*?(\d+)份</a>", "".join(r for r in elements(body, "tr") if "s-held" in r))
        )
        figures.add(f"{name} 暂缓的记录", "findings, lines", held)
    for jump in re.findall(r'<a href="#at-[^>]*>([^<]+)</a>', page):
        name = next(name for name in names if jump.startswith(name))
        figures.add(f"{name} 需要说明", "findings, jump", number(r"(\d+)处", jump))
        figures.add(f"{name} 暂缓的记录", "findings, jump", number(r"暂缓(\d+)份", jump))
    for question in ("board", "rule", "state"):
        chips = re.findall(rf'name="{question}"[^>]*aria-label="[^"]*，(\d+)处"', page)
        if chips:
            figures.add(f"{total} 行数", f"findings, {question}", sum(map(int, chips)))
    figures.add(f"{total} 行数", "findings, lines", lines["all"])


SHARES = {"公开及时率": ("按时", "应公开"), "组织承诺兑现率": ("承诺兑现", "承诺到期")}


def indicators(figures: Figures, url: str, total: str) -> None:
    """Each share once, and its figures those of the other pages."""
    page = figures.html(url)
    named = re.findall(r"<h2[^>]*>([^<]+)</h2>", page)
    assert len(named) == len(set(named))
    for name in named:
        words = plain(section(page, name))
        found = re.search(r"(-?[\d.]+)/(-?[\d.]+)，是", words)
        assert found, (url, name)
        figures.add(f"{total} 指标 {name}", url, f"{found[1]}/{found[2]}")
        figures.add(f"{total} 占比 {name}", url, number(r"，是([\d.]+%)", words))
        each = re.findall(r"<li><a[^>]*>([^<]+)</a>\s*<span[^>]*>([\d.]+)/([\d.]+)", section(page, name))
        if each:
            done, whole = (sum(float(one[at]) for one in each) for at in (1, 2))
            figures.add(f"{total} 指标 {name}", f"{url}, sum", f"{done:g}/{whole:g}")
        for key, value in zip(SHARES.get(name, ()), found.groups(), strict=False):
            figures.add(f"{total} {key}", url, value)
        for place, done, whole in each:
            level = "合计" if url == "indicators.html" else ""
            figures.add(f"{place}{level} 指标 {name}", f"{url}, each", f"{done}/{whole}")
            for key, value in zip(SHARES.get(name, ()), (done, whole), strict=False):
                figures.add(f"{place}{level} {key}", url, value)


def of_county(figures: Figures, places: list[dict[str, Any]]) -> None:
    """The portal: its townships' rows, its own total, and what the files add up to."""
    page = figures.html("index.html")
    words = plain(page)
    tally(figures, "全县", "county", words[words.index("全县应公开") :])
    for key in ("按时", "晚", "缺"):
        figures.add(f"全县 {key}", "data/places.json, sum", sum(place[key] for place in places))
    for name, due, kept, asked, remarks, _ in rows(page, "公开按时、承诺兑现"):
        tally(figures, f"{name}合计", "county", due)
        figures.add(f"{name}合计 暂缓", "county", number(r"暂缓(\d+)", due))
        figures.add(f"{name}合计 暂缓的记录", "county", number(r"暂缓(\d+)份", remarks))
        promises(figures, f"{name}合计", "county", kept)
        figures.add(f"{name}合计 提问", "county", number(r"问(\d+)件", asked))
        figures.add(f"{name}合计 需要说明", "county", number(r"(\d+)处", remarks))
    lower = [place for place in places if place["层级"] != "县级"]
    published = [len(figures.json(f"{folder(place)}/data/records.json")["记录"]) for place in lower]
    figures.add("全县 公开", "county", number(r"公开(\d+)件", words[words.index("按镇找") :]))
    figures.add("全县 公开", "data/records.json, sum", sum(published))
    indicators(figures, "indicators.html", "全县")


MET_IN = {
    "柳湾村 应公开": {"status", "township", "data/places.json", "shidu/indicators.html"},
    "柳湾村 缺": {"status", "township", "data/places.json"},
    "柳湾村 承诺兑现": {"commitments", "township", "shidu/indicators.html"},
    "柳湾村 到期还缺": {"home", "township, list"},
    "上堰村 暂缓": {"status", "township", "data/places.json"},
    "上堰村 暂缓的记录": {"home", "home, counter", "withheld", "withheld, list", "township", "findings, lines"},
    "石渡镇合计 暂缓的记录": {"township, sum of rows", "findings", "county"},
    "上堰村 需要说明": {"township", "findings, lines", "findings, jump"},
    "石渡镇 应公开": {"status", "township", "data/places.json"},
    "石渡镇合计 应公开": {"township", "county", "shidu/indicators.html", "indicators.html"},
    "石渡镇合计 承诺兑现": {"county", "township, sum of rows", "shidu/indicators.html", "indicators.html"},
    "石渡镇合计 需要说明": {"township, jump", "findings", "county", "township, sum of rows"},
    "石渡镇合计 行数": {"findings, board", "findings, rule", "findings, state", "findings, lines"},
    "石渡镇合计 指标 公开及时率": {"shidu/indicators.html", "indicators.html, each"},
    "石渡镇合计 占比 五个好达标率": {"shidu/indicators.html", "targets/2026-q2.html"},
    "柳湾村 最近一期的钱": {"home", "home, forward"},
    "柳湾村 每户支出": {"township", "finance-2026"},
    "全县 应公开": {"county", "indicators.html"},
    "全县 公开": {"county", "data/records.json, sum"},
}


def test_a_figure_is_the_same_wherever_it_stands(demonstration: Path) -> None:
    figures = gather(demonstration)
    assert figures.unlike() == {}
    for meaning, where in MET_IN.items():
        assert where <= set(figures.found[meaning]), (meaning, figures.found.get(meaning))


@pytest.mark.parametrize(
    ("page", "written", "instead"),
    [
        ("shidu/liuwan/status-2026.html", r'应公开<b class="num">(\d+)</b>', '应公开<b class="num">99</b>'),
        ("shidu/index.html", r"(\d+)处</a></td>", "99处</a></td>"),
        ("shidu/findings.html", r"aria-label=\"栏目：党务，(\d+)处", 'aria-label="栏目：党务，99处'),
        ("index.html", r"兑现(\d+)条", "兑现99条"),
        ("indicators.html", r'<span class="num">(\d+)/', '<span class="num">99/'),
    ],
)
def test_one_page_that_counts_otherwise_is_noticed(
    demonstration: Path, tmp_path: Path, page: str, written: str, instead: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(demonstration, site)
    text = (site / page).read_text(encoding="utf-8")
    changed = re.sub(written, instead, text, count=1)
    assert changed != text
    (site / page).write_text(changed, encoding="utf-8")
    assert gather(site).unlike()
