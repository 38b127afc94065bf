"""What a villager reads about money: against other months, what leads where, which village is set beside which how."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.pages.charts import MonthFigures, bar, trend, waterfall
from generator.pages.finance.record import finance_page, finance_view
from generator.pages.finance.year import finance_year_pages
from generator.pages.village import village_page
from generator.site.model import Entry, PlaceSite
from tests.exports.model import VILLAGE, village
from tests.support.accounts import ROAD, account, place
from tests.support.desks import desk

pytestmark = pytest.mark.slow

RENT = {"收支": "收入", "类别": "承包费和租金", "金额": "300.00"}
MONTHLY = f"{VILLAGE}户数: 4\n财务每月公开: 是\n"


def latest(site: PlaceSite) -> Entry:
    return max(site.of_kind("finance"), key=lambda entry: entry.body.period)


def home(site: PlaceSite) -> str:
    """The words of the village's home."""
    main = village_page(desk(site)).main
    return Markup(main).striptags()


def test_home_compares_with_the_month_before_and_the_year_before() -> None:
    """Each only where its record is public, and each says which month it is."""
    october, september = account("2026-10", ROAD, RENT), account("2026-09", ROAD)
    last = account("2025-10", ROAD, ROAD, RENT)
    both = home(place(october, september, last))
    assert "和9月比，多收300元。" in both
    assert "和2025年10月比，少花100元。" in both
    assert "比，" not in home(place(october, account("2026-08", ROAD)))
    assert "和2025年12月比，一样多。" in home(place(account("2026-01", ROAD), account("2025-12", ROAD)))


def test_home_says_the_denominator() -> None:
    words = home(village({"finance/2026-10": account("2026-10", ROAD)}, profile=MONTHLY))
    assert "支出摊到4户，每户25元。" in words
    assert "每户" not in home(place(account("2026-10", ROAD)))


def test_home_names_promises_whose_day_is_near() -> None:
    """Within thirty days of 18 November; later ones wait, kept and overdue ones stand elsewhere."""
    promise = "标题: {0}\n承诺主体: 村班子\n责任岗位: 村委会主任\n期限: {1}\n公开: {{公开日期: 2026-02-10}}\n"
    days = {"今天的": "2026-11-18", "近的": "2026-12-18", "远的": "2026-12-19", "过了的": "2026-11-17"}
    names = {f"commitments/p{n}": promise.format(name, day) for n, (name, day) in enumerate(days.items())}
    words = home(village(names))
    soon = words[words.index("快到期的承诺") : words.index("三务公开栏")]
    assert "今天到期" in soon
    assert "还有30天" in soon
    assert "远的" not in soon
    assert "过了的" not in soon


def test_a_month_that_continues_the_one_before_says_so() -> None:
    september = account("2026-09", ROAD, 期初="900.00", 期末="800.00")
    carried = finance_view(desk(site := place(september, account("2026-10", 期初="800.00"))), latest(site)).carried
    assert carried
    assert carried.title == "9月"
    broken = place(september, account("2026-10", 期初="799.99"))
    assert finance_view(desk(broken), latest(broken)).carried is None
    gap = place(september, account("2026-11", 期初="800.00"))
    assert finance_view(desk(gap), latest(gap)).carried is None


def test_neighbours_of_another_year_say_their_year() -> None:
    site = place(account("2025-12", ROAD), account("2026-01", ROAD))
    seen = finance_view(desk(site), latest(site))
    assert seen.earlier
    assert seen.earlier.title == "2025年12月"
    assert seen.year.url == "shidu/liuwan/finance-2026.html"


def test_when_the_next_accounts_are_due() -> None:
    """Not due yet, overdue and withheld are said as they are."""

    def after(*months: str, **more: str) -> str:
        records = {f"finance/{month}": account(month, ROAD) for month in months}
        site = village(records, profile=MONTHLY, withheld=[f"finance/{month}" for month in more.values()])
        return finance_view(desk(site), latest(site)).next_due

    assert after("2026-10") == "11月的账，12月15日前公开"
    assert after("2026-08") == "9月的账还没有公开"
    assert after("2026-08", "2026-09", held="2026-09") == "9月的账暂缓公开"


def test_other_is_what_the_rule_counts() -> None:
    """By category or account, without interest; each entry can be reached."""
    lines = (
        {"收支": "收入", "类别": "其他收入", "金额": "5.00"},
        {"收支": "收入", "类别": "其他收入", "摘要": "存款利息", "金额": "7.00"},
        {"收支": "收入", "科目": "504 其他收入", "类别": "卖废品", "金额": "11.00"},
    )
    site = place(account("2026-10", ROAD, *lines))
    spent, received = finance_view(desk(site), latest(site)).others
    assert spent.amount == 0
    assert received.amount == 16
    assert [line.href for line in received.lines] == ["#e4", "#e2"]


def test_links_to_entries_arrive(demonstration: Path) -> None:
    """Every link with a fragment from a page about money to one has its entry there."""
    pages = [*demonstration.glob("*/*/finance-*.html"), *demonstration.glob("*/*/finance/*.html")]
    ids = {page: set(re.findall(r' id="([^"]+)"', page.read_text(encoding="utf-8"))) for page in pages}
    seen = 0
    for page in pages:
        for path, fragment in re.findall(r'href="([^"#?]*)#([^"]+)"', page.read_text(encoding="utf-8")):
            target = (page.parent / path).resolve() if path else page
            if target in ids:
                assert fragment in ids[target], f"{page}: {path}#{fragment}"
                seen += 1
    assert seen > 1000


def test_every_village_has_its_years(demonstration: Path) -> None:
    """From the home, the list, the board and each month one gets to the year."""
    for page in demonstration.glob("*/*/finance-*.html"):
        year = page.stem.removeprefix("finance-")
        named = page.name
        assert named in (page.parent / "finance/index.html").read_text(encoding="utf-8")
        assert named in (page.parent / "money.html").read_text(encoding="utf-8")
        months = [month for month in page.parent.glob(f"finance/{year}-*.html") if "暂缓公开" not in _title(month)]
        assert months
        assert all(named in month.read_text(encoding="utf-8") for month in months)
    homes = [page for page in demonstration.glob("*/*/index.html") if (page.parent / "finance-2026.html").exists()]
    assert sum("finance-2026.html" in home.read_text(encoding="utf-8") for home in homes) == 5


def test_villages_side_by_side_only_per_household_or_as_a_share(demonstration: Path) -> None:
    """In the order of their codes, and with what was divided by."""
    text = (demonstration / "shidu/index.html").read_text(encoding="utf-8")
    table = text[text.index('id="hu"') : text.index("</section>", text.index('id="hu"'))]
    names = re.findall(r'<th role="rowheader" scope="row"><a [^>]+>([^<]+)</a>', table)
    assert names == ["柳湾村", "上堰村", "石桥村"]
    assert re.findall(r'data-l="户数">([^<]+)<', table) == ["412", "298", "627"]
    assert "1—8月、10月" in table


def _title(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]


RED = (
    ("only refunds", ({"金额": "-300.00"},), "100.00", "400.00"),
    ("income taken back", ({"收支": "收入", "金额": "-600.00"}, {"金额": "50.00"}), "1000.00", "350.00"),
    ("nothing at all", (), "0.00", "0.00"),
    ("reversed within the month", ({"金额": "300.00"}, {"金额": "-300.00", "类别": "其他"}), "10.00", "10.00"),
    ("overdrawn", ({"收支": "收入", "金额": "20.00"}, {"金额": "120.00"}), "-50.00", "-150.00"),
    ("more than all is 其他", ({"金额": "900.00", "类别": "其他"}, {"金额": "-300.00"}), "1000.00", "400.00"),
)


@pytest.mark.parametrize(("entries", "opening", "closing"), [red[1:] for red in RED], ids=[red[0] for red in RED])
def test_reversals_make_no_odd_shares_signs_or_bars(
    entries: tuple[dict[str, str], ...], opening: str, closing: str
) -> None:
    """On the page of the month, of the year and of the village: shares of 0 to 100 %, one sign, bars in their box."""
    site = place(account("2026-09", ROAD, RENT), account("2026-10", *entries, 期初=opening, 期末=closing))
    alone = place(account("2026-10", *entries, 期初=opening, 期末=closing))
    pages = [finance_page(desk(site), latest(site)), *finance_year_pages(desk(site)), *finance_year_pages(desk(alone))]
    for page in (*pages, village_page(desk(site)), village_page(desk(alone))):
        words = re.sub(r"<[^>]+>", " ", page.main)
        shares = re.findall(r"-?[\d.,]+%", words)
        assert all(0 <= float(one[:-1]) <= 100 for one in shares), shares
        assert not re.search(r"[+＋−－]\s*[-−]\s*\d", words)
        in_their_boxes(page.main)


def test_a_negative_figure_has_no_bar_and_the_axis_stands_at_zero() -> None:
    for figures in ((0, 0, 0, 0), (-50, 20, 120, -150), (9, -8, -3, 4)):
        opening, income, expense, closing = map(Decimal, figures)
        in_their_boxes(waterfall(opening, income, expense, closing, ("期初", "期末")))
    below = waterfall(Decimal(-9), Decimal(0), Decimal(0), Decimal(-9), ("期初", "期末"))
    assert 'class="ax" x1="4" x2="336" y1="34" y2="34"' in below
    assert "-0.0" not in below
    red = MonthFigures("9月", "9月", Decimal(-60000), Decimal(200))
    in_their_boxes(trend([red, MonthFigures("10月", "10月", Decimal(0), Decimal(-5))]))
    assert 'width="0" height="100%"' in bar(Decimal(-5), Decimal(-5))


def in_their_boxes(page: str) -> None:
    """No bar and no word of a chart lies outside of it."""
    for width, height, body in re.findall(r'class="chart[^>]*viewBox="0 0 (\d+) (\d+)"(.*?)</svg>', page, re.DOTALL):
        for tag in re.findall(r"<rect[^>]*>", body):
            box = {key: float(value) for key, value in re.findall(r' (x|y|width|height)="([-\d.]+)"', tag)}
            assert min(box.values()) >= 0, tag
            assert box["x"] + box["width"] <= float(width), tag
            assert box["y"] + box["height"] <= float(height), tag
        for x, y in re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', body):
            assert 0 <= float(x) <= float(width)
            assert 10 <= float(y) <= float(height)
