"""What a villager reads about money: against other months, what leads where, which village is set beside which how."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from generator.pages.finance.record import finance_view
from generator.pages.village import village_page
from generator.site.model import Entry, PlaceSite
from tests.exports.model import VILLAGE, village
from tests.support.accounts import ROAD, account, place
from tests.support.desks import desk

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
