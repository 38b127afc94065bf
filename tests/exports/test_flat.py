"""Tables follow from the models: also of a kind that does not exist yet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import Field

from generator.exports import rows
from generator.exports.excel import workbook
from generator.exports.json_values import plain
from generator.exports.package import package_json
from generator.records.common import Board, Kind, RecordBody
from generator.records.flat import RECORD, ROW, common_shapes, shapes
from generator.records.kinds import KINDS
from generator.records.layout import Address
from generator.records.values import Count, Day, Flag, Model, Money, Number, Reference, Term, Text
from generator.site.model import Entry
from tests.exports.model import AS_OF, COUNTY, LIUWAN


class Share(Model):
    who: Text = Field(alias="谁")
    heads: Count = Field(alias="人数")


class Lot(Model):
    name: Text = Field(alias="名称")
    shares: tuple[Share, ...] = Field((), alias="份额")


class Venue(Model):
    place: Text = Field(alias="地点")
    bids: tuple[Lot, ...] = Field((), alias="报价")


class Meeting(RecordBody):
    title: Text = Field(alias="标题")
    area: Number | None = Field(None, alias="面积", description="建筑面积，单位平方米")
    cost: Money | None = Field(None, alias="花费")
    period: Term | None = Field(None, alias="期间")
    held: Day | None = Field(None, alias="日期")
    open: Flag = Field(False, alias="公开举行")
    topics: tuple[Text, ...] = Field((), alias="议题")
    basis: Reference | None = Field(None, alias="依据")
    venue: Venue | None = Field(None, alias="场地")
    lots: tuple[Lot, ...] = Field((), alias="标段")


KIND = Kind(
    folder="meetings",
    name="会议",
    model=Meeting,
    board=lambda record: Board.PARTY,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: "",
    sample="",
)
BODY = {
    "标题": "例会",
    "面积": "12.50",
    "花费": "30",
    "期间": "2026-Q3",
    "日期": "2026-09-30",
    "公开举行": "是",
    "议题": ["修路", "路灯"],
    "依据": "decisions/2026-10",
    "场地": {"地点": "礼堂", "报价": [{"名称": "甲"}]},
    "标段": [
        {"名称": "一标", "份额": [{"谁": "一组", "人数": "3"}, {"谁": "二组", "人数": "4"}]},
        {"名称": "二标", "份额": [{"谁": "三组", "人数": "5"}]},
    ],
    "公开": {"公开日期": "2026-10-08", "审核": [{"机构": "镇党委", "日期": "2026-10-07"}]},
}


def entry() -> Entry:
    body = Meeting.model_validate(BODY)
    address = Address(LIUWAN, "meetings", "m")
    return Entry(address, "m.html", KIND, body, body, "例会", "", Board.PARTY, AS_OF, None, (), 1, "", ())


def test_a_new_kind_needs_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Single values, several, parts, lists, lists in parts and lists in lists."""
    monkeypatch.setattr(rows, "KINDS", (KIND,))
    body = plain(entry().body, lambda reference: f"/{reference}.html")
    record = {"网址": "u", "标题": "例会", "需要说明的地方": [], **body}
    tables = rows.filled([entry()], [record])
    found = {table.shape.name: table for table in tables}
    assert list(found) == [
        "meetings", "meetings-venue-bids", "meetings-lots", "meetings-lots-shares", "records-publication-reviews",
    ]  # fmt: skip
    whole = found["meetings"]
    row = dict(zip((column.name for column in whole.shape.columns), whole.rows[0], strict=True))
    own = {name: row[name] for name in ("面积", "花费", "期间", "日期", "公开举行", "议题", "依据", "场地/地点")}
    assert own == {
        "面积": "12.50",
        "花费": "30.00",
        "期间": "2026-Q3",
        "日期": "2026-09-30",
        "公开举行": "是",
        "议题": "修路；路灯",
        "依据": "/decisions/2026-10.html",
        "场地/地点": "礼堂",
    }
    assert found["meetings-venue-bids"].rows == [["u", "例会", 1, "甲"]]
    assert found["meetings-lots-shares"].rows == [
        ["u", "例会", 1, 1, "一组", 3, ""],
        ["u", "例会", 1, 2, "二组", 4, ""],
        ["u", "例会", 2, 3, "三组", 5, ""],
    ]
    assert whole.shape.columns[-1].name == "写法"
    assert workbook("题", "来源", AS_OF, COUNTY.licence, tables)
    assert "建筑面积，单位平方米" in package_json("m", "题", "", "", COUNTY.licence, [t.shape for t in tables]).decode()


def test_json_keeps_types() -> None:
    """Heads are numbers, flags are true or false, money and numbers exact text."""
    body = plain(entry().body, lambda _: None)
    assert (body["公开举行"], body["标段"][0]["份额"][0]["人数"], body["花费"], body["面积"]) == (
        True,
        3,
        "30.00",
        "12.50",
    )
    assert Decimal(body["面积"]) == Decimal("12.5")
    assert date.fromisoformat(body["日期"]) == date(2026, 9, 30)
    assert "依据" not in body


@pytest.mark.parametrize("kind", [*KINDS, KIND], ids=lambda kind: str(kind.folder))
def test_names_are_clear(kind: Kind[RecordBody]) -> None:
    """No two columns of a table, and no two sheets, have one name; only 标题 and 栏目 may be a field and ours too."""
    tables = [*shapes(kind), *common_shapes()]
    for shape in tables:
        names = [column.name for column in shape.columns]
        assert len(names) == len(set(names)), shape.name
    assert len({shape.title[:31] for shape in tables}) == len(tables)
    fields = {field.alias for field in kind.model.model_fields.values()}
    assert fields & {column.name for column in RECORD} <= {"标题", "栏目"}
    assert not fields & {column.name for column in ROW}
