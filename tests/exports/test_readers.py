"""Every file read by a program that others use for it."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import feedparser
import pytest
from frictionless import Package
from icalendar import Calendar
from openpyxl import load_workbook

from generator.exports import feed
from generator.exports.excel import workbook
from generator.exports.place import NEWEST
from generator.records.kinds import KINDS
from generator.site.model import CountySite
from tests.exports.model import AS_OF, COUNTY, SAMPLES, SITE, files, gathered, village, without_address

RICH = SAMPLES | {
    "finance/2026-09": SAMPLES["finance/2026-10"]
    .replace("2026-10", "2026-09")
    .replace(
        "对账日期: 2026-09-31", "未达: [{摘要: 未兑付支票, 金额: 20.00, 加减: 减}, {摘要: 在途, 金额: 5.00, 加减: 加}]"
    )
    .replace("公开日期: 2026-11-12", "公开日期: 2026-10-12"),
    "decisions/2026-11": SAMPLES["decisions/2026-10"] + "相关: [commitments/2026-10, finance/2026-10]\n",
}


@pytest.mark.slow
def test_data_package(tmp_path: Path) -> None:
    """frictionless finds every table as described: types, required values, choices, keys between the tables."""
    for name, content in files(village(RICH)).items():
        (tmp_path / name).write_bytes(content)
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    tables = sorted(path.stem for path in tmp_path.glob("*.csv"))
    assert sorted(resource.name or "" for resource in package.resources) == tables
    assert {kind.folder for kind in KINDS} <= set(tables)
    row = package.get_table_resource("finance-entries").read_rows()[-1]
    assert (row["日期"], row["金额"], row["凭证号"]) == (date(2026, 9, 10), Decimal("5600.00"), "支-46")
    outstanding = package.get_table_resource("finance-accounts-outstanding").read_rows()
    assert [(row["所属行号"], row["行号"], row["摘要"]) for row in outstanding] == [
        (1, 1, "未兑付支票"),
        (1, 2, "在途"),
    ]


@pytest.mark.parametrize("county", [COUNTY, without_address()])
def test_feed(county: CountySite) -> None:
    """feedparser finds no fault; ids do not depend on where the site is."""
    made = files(village(RICH), county)
    parsed = feedparser.parse(made["feed.xml"])
    assert not parsed.bozo
    assert parsed.version == "atom10"
    first = parsed.entries[0]
    assert (first.title, first.updated) == ("更正：2026年10月财务收支", "2026-11-16T00:00:00+08:00")
    assert first.id == f"urn:uuid:{feed.identity(COUNTY, 'shidu/liuwan/corrections/2026-10.html')}"
    assert first.link == (county.site_url or "../../../") + "shidu/liuwan/corrections/2026-10.html"
    assert [entry.updated for entry in parsed.entries] == sorted((e.updated for e in parsed.entries), reverse=True)
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries) == NEWEST
    boards = [feedparser.parse(made[f"feed-{slug}.xml"]).entries for slug in ("party", "affairs", "money")]
    assert sum(map(len, boards)) >= len(RICH) > NEWEST


def test_feed_ends() -> None:
    """Thirty are enough."""
    many = {f"questions/q-{number}": SAMPLES["questions/2026-10"] for number in range(40)}
    assert len(feedparser.parse(files(village(many))["feed.xml"]).entries) == NEWEST


def test_calendar() -> None:
    """What is on display, and the promise that is not yet due; long Chinese lines are folded right."""
    promise = SAMPLES["commitments/2026-10"].split("销号:")[0].replace("2026-09-30", "2026-12-20")
    title = "很长的标题，" * 20 + "一;二"
    records = SAMPLES | {
        "commitments/2026-12": f"{promise}公开: {{公开日期: 2026-11-01}}\n".replace(
            "标题: 9月底", f"标题: {title}9月底"
        ),
    }
    data = files(village(records))["calendar.ics"]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = list(Calendar.from_ical(data).walk("VEVENT"))
    assert {str(event["UID"]).split("-")[0] for event in events} == {"display", "due"}
    shown = next(event for event in events if "财务收支" in str(event["SUMMARY"]))
    due = next(event for event in events if str(event["UID"]).startswith("due"))
    assert (shown.decoded("DTSTART"), shown.decoded("DTEND")) == (date(2026, 11, 12), date(2026, 12, 1))
    assert str(shown["SUMMARY"]) == "正在公示：2026年10月财务收支"
    assert str(shown["URL"]) == f"{SITE}shidu/liuwan/finance/2026-10.html"
    assert due.decoded("DTSTART") == date(2026, 12, 20)
    assert str(due["SUMMARY"]).startswith(f"承诺到期：{title}")
    assert due.decoded("DTSTAMP").isoformat() == "2026-10-31T16:00:00+00:00"


def test_workbook() -> None:
    """openpyxl reads numbers as numbers, days as days, everything else as text; nothing is a formula."""
    accounts = SAMPLES["finance/2026-10"].replace("收-21", "0021").replace("摘要: 东塘", "摘要: =1+1 东塘")
    book = load_workbook(io.BytesIO(files(village(SAMPLES | {"finance/2026-10": accounts}))["records.xlsx"]))
    assert book.sheetnames[:2] == ["说明", "财务收支"]
    rows = list(book["财务收支·收支明细"].iter_rows())
    names = [cell.value for cell in rows[0]]
    row = dict(zip(names, rows[1], strict=True))
    assert (row["金额"].value, row["日期"].value) == (18000, datetime(2026, 10, 9))
    assert (row["凭证号"].value, row["凭证号"].data_type) == ("0021", "s")
    assert (str(row["摘要"].value)[:4], row["摘要"].data_type) == ("=1+1", "s")
    assert book.properties.created == datetime(2026, 11, 16)


def test_json() -> None:
    """Chinese keys as the clerk wrote them, and what the site knows besides."""
    data = json.loads(files(village())["records.json"])
    record = next(one for one in data["记录"] if one["记录种类"] == "财务收支")
    assert record["网址"] == f"{SITE}shidu/liuwan/finance/2026-10.html"
    assert (record["版本"], record["栏目"], record["校验码"]) == (1, "财务", "")
    assert record["公开"]["公开日期"] == "2026-11-12"
    assert record["收支明细"][0]["金额"] == "18000.00"
    promise = next(one for one in data["记录"] if one["记录种类"] == "承诺")
    assert promise["评议"]["满意"] == 31


def test_dataset() -> None:
    """The JSON-LD names every file beside it, and no other."""
    made = files(village())
    described = json.loads(made["dataset.jsonld"])
    named = {one["contentUrl"].removeprefix(f"{SITE}shidu/liuwan/data/") for one in described["distribution"]}
    assert named == set(made) - {"dataset.jsonld"}
    assert (described["@type"], described["temporalCoverage"]) == ("Dataset", "2026-01-10/2026-11-16")


def test_same_input_same_bytes() -> None:
    """And a day later nothing has changed while the same windows are open."""
    today = files(village(RICH))
    assert files(village(RICH)) == today
    tomorrow = AS_OF + timedelta(days=1)
    county = CountySite("澄安县", tomorrow, True, COUNTY.terms, None, None, "演示数据", SITE, False)
    assert files(village(RICH, as_of=tomorrow), county) == today


def test_zip_members_carry_no_clock() -> None:
    made = workbook("题", "来源", AS_OF, COUNTY.licence, gathered(village()).tables)
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_published_no_files() -> None:
    assert files(village({})) == {}
