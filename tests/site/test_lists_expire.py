"""Lists of persons: on the page while 至 runs, gone from the whole site after it, never searched, never downloaded."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.publish import chain
from generator.publish import ledger as ledgers
from generator.records.common import Kind, RecordBody
from generator.records.kinds.benefits import KIND as BENEFITS
from generator.records.kinds.notices import KIND as NOTICES
from generator.records.kinds.recruits import KIND as RECRUITS
from generator.records.lasting import expiring, lasting
from tests.support.county import build, tree

pytestmark = pytest.mark.slow

PLACE = "shidu/liuwan"
LISTED = "鄢某某"
CANDIDATE = "裴冬梅"


@pytest.fixture
def lists(county: Path) -> Path:
    """The small county with one list of aid and one notice of a candidate, both until 2026-10-26."""
    folder = county / "content" / PLACE
    aid = BENEFITS.sample.replace("王某某", LISTED)
    (folder / "benefits/2026-10.yml").write_text(aid, encoding="utf-8")
    candidate = f"""\
人员:
  - {{姓名: {CANDIDATE}, 性别: 女, 出生年月: 1994年6月, 岗位: 代办员}}
"""
    notice = RECRUITS.sample.replace("起: 2026-09-07, 止: 2026-09-18", "起: 2026-10-10, 止: 2026-10-26")
    (folder / "recruits/2026-10.yml").write_text(candidate + notice, encoding="utf-8")
    return county


def holding(site: Path, word: str) -> set[str]:
    """The files in which a word stands, workbooks opened."""
    found = set()
    for path, data in tree(site).items():
        parts = [data]
        if path.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                parts = [book.read(name) for name in book.namelist()]
        if any(word.encode() in part or word.encode("unicode_escape") in part for part in parts):
            found.add(path)
    return found


def test_shown_until_the_last_day_and_nowhere_else(lists: Path) -> None:
    """On 至 itself the page still has the names; search, downloads, feeds and lists never had them."""
    build(lists, as_of="2026-10-26")
    site = lists / "site"
    assert holding(site, LISTED) == {f"{PLACE}/benefits/2026-10.html"}
    assert holding(site, CANDIDATE) == {f"{PLACE}/recruits/2026-10.html"}
    for kind in ("benefits", "recruits"):
        page = (site / PLACE / kind / "2026-10.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert not [path for path in holding(site, f"{PLACE}/{kind}/2026-10.html") if "sitemap" in path]
    assert [path for path in holding(site, f"{PLACE}/notices/2026-10.html") if "sitemap" in path]


def test_totals_stay_after_the_last_day(lists: Path) -> None:
    """The day after, the names are gone; count and total stay, and the page may be found again."""
    build(lists, as_of="2026-10-26")
    build(lists, as_of="2026-10-27")
    site = lists / "site"
    assert holding(site, LISTED) == set()
    assert holding(site, CANDIDATE) == set()
    page = (site / PLACE / "benefits/2026-10.html").read_text(encoding="utf-8")
    assert "600.00" in page
    assert "3户" in page
    assert "名单公示到2026年10月26日，已经撤下" in page
    assert "noindex" not in page


def test_taking_the_list_out_of_the_file_is_no_silent_change(lists: Path) -> None:
    """What the ledger guards is what stays; a clerk may delete the list once its time is past."""
    build(lists, as_of="2026-10-26", publish=True)
    for kind in ("benefits", "recruits"):
        path = lists / "content" / PLACE / kind / "2026-10.yml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "姓名" not in line), encoding="utf-8")
    checked = build(lists, as_of="2026-10-27", publish=True).checked
    assert [f.message for f in checked.findings if f.code == "T11"] == []
    assert holding(lists / "ledger", LISTED) == holding(lists / "ledger", CANDIDATE) == set()


TABLE = """\
表格:
  - 名称: 新增的
{ends}    列: [{{列: 户主}}, {{列: 每月金额, 类型: 金额, 单位: 元}}]
    行:
      - [鄢某某（二组）, "300.00"]
    合计: [合计, "300.00"]
"""


def noticed(county: Path, ends: str = "") -> Path:
    """A notice of 2026-10-10 with a table that names somebody."""
    path = county / "content" / PLACE / "notices/2026-10.yml"
    text = NOTICES.sample
    start, end = text.index("表格:"), text.index("异议:")
    path.write_text(text[:start] + TABLE.format(ends=ends) + text[end:], encoding="utf-8")
    return path


@pytest.mark.parametrize(("ends", "last"), [("", "2027-01-08"), ("    名单到期: 2026-11-01\n", "2026-11-01")])
def test_tables_that_name_somebody_end_too(county: Path, ends: str, last: str) -> None:
    """On the day that is written, or after as many days as are allowed; never in search, downloads or the ledger."""
    path = noticed(county, ends)
    build(county, as_of=last, publish=True)
    page = f"{PLACE}/notices/2026-10.html"
    assert holding(county / "site", LISTED) == {page}
    assert '<meta name="robots" content="noindex">' in (county / "site" / page).read_text(encoding="utf-8")
    assert holding(county / "ledger", LISTED) == set()
    after = (date.fromisoformat(last) + timedelta(1)).isoformat()
    build(county, as_of=after, publish=True)
    assert holding(county / "site", LISTED) == set()
    left = (county / "site" / page).read_text(encoding="utf-8")
    assert "已经撤下" in left
    assert "300.00" in left
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('      - [鄢某某（二组）, "300.00"]\n', "").replace("    行:\n", "    行: []\n"), encoding="utf-8"
    )
    checked = build(county, as_of=after, publish=True).checked
    assert [f.message for f in checked.findings if f.span.path.endswith("notices/2026-10.yml")] == []


def test_a_row_that_goes_too_early_is_told(county: Path) -> None:
    path = noticed(county)
    build(county, publish=True)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("鄢某某（二组）", "鄢某某（三组）"), encoding="utf-8")
    (told,) = [f for f in build(county).checked.findings if f.code == "T11"]
    assert "名单里的一行" in told.message


def test_tables_of_an_earlier_ledger(county: Path) -> None:
    """Rows that an earlier program wrote down in full are the same rows, and leave the ledger with the next change."""
    noticed(county)
    build(county, publish=True)
    file = county / "ledger/shidu.jsonl"
    book = ledgers.load(county / "ledger", "shidu")
    assert book.lines
    known = book.lines[f"{PLACE}/notices/2026-10.yml"]
    rows = [["鄢某某（二组）", "300.00"]]
    table = {**known.stated["表格"][0], "行": rows}
    table.pop("名单到期")
    early = replace(known, text="", stated={**known.stated, "表格": [table]})
    file.write_bytes(chain.written(chain.extended(book.chain, [early])))
    (county / "ledger" / ledgers.HEADS).unlink()
    assert holding(county / "ledger", LISTED)
    checked = build(county, publish=True).checked
    assert [f.message for f in checked.findings if f.code == "T11"] == []
    lines = ledgers.load(county / "ledger", "shidu").lines
    assert lines
    assert LISTED not in str(lines[f"{PLACE}/notices/2026-10.yml"].stated)


@pytest.mark.parametrize("kind", [BENEFITS, RECRUITS], ids=lambda kind: kind.folder)
def test_nothing_to_take_down_is_the_same_object(kind: Kind[Any]) -> None:
    """A record without a list is shown, searched and downloaded whole."""
    model: type[RecordBody] = kind.model
    (listed,) = expiring(model)
    body = kind.model.model_construct(**{listed.attribute: ()})
    assert lasting(body) is body
    whole = kind.model.model_construct(**{listed.attribute: ("甲", "乙")})
    assert lasting(whole) == body
