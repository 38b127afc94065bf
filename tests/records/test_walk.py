"""The walk follows from the models and their marks: also of a kind that does not exist yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field

from generator.exports.json_values import plain
from generator.records.common import Attachment, Kind, Publication, RecordBody
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.lasting import lasting
from generator.records.layout import Address, Place, locate
from generator.records.marks import Ahead, Apart, Expires, Internal, Person, Unsearched
from generator.records.read import read_record
from generator.records.references import references, related_references
from generator.records.stated import stated
from generator.records.tables import Column, Table
from generator.records.values import Day, Model, Money, Reference, Text, Title
from generator.records.walk import fields, shown_fields, walk
from generator.rules.structure.happened import ahead
from generator.search.collect import words_of
from tests.support.county import ROOT


class Plot(Model):
    name: Text = Field(alias="名称")
    let: Day | None = Field(None, alias="出租日期")
    rent: Money = Field(alias="租金")
    sort: Annotated[Text, Internal()] = Field("水田", alias="类别")
    contract: Reference | None = Field(None, alias="合同")


class Orchard(RecordBody):
    title: Title = Field(alias="标题")
    owner: Annotated[Text | None, Person()] = Field(None, alias="果农")
    since: Day = Field(alias="建园")
    until: Annotated[Day | None, Ahead()] = Field(None, alias="到期")
    visit: Annotated[Day | None, Ahead(unless=("seen",))] = Field(None, alias="察看日期")
    seen: Text | None = Field(None, alias="察看情况")
    visits: tuple[Day, ...] = Field((), alias="走访")
    board: Annotated[Text, Unsearched()] = Field("公开栏", alias="贴在哪里")
    decision: Annotated[Reference | None, Apart()] = Field(None, alias="决策")
    plots: tuple[Plot, ...] = Field((), alias="地块")
    hidden: Annotated[tuple[Plot, ...], Internal()] = Field((), alias="底册")
    photo: Attachment | None = Field(None, alias="照片")
    pickers: Annotated[tuple[Plot, ...], Expires()] = Field((), alias="帮工")
    tables: tuple[Table, ...] = Field((), alias="表格")


DAY = date(2026, 3, 1)
PLOT = Plot.model_construct(name="东坡", let=DAY, rent=Decimal("300.00"), sort="水田", contract="contracts/dongpo")
RECORD = Orchard.model_construct(
    publication=Publication.model_construct(
        day=DAY, until=None, channels=("网站",), prepared_by=None, reviews=(), audience="社会", delay_reason=None
    ),
    related=("notices/taoyuan",),
    attachments=(),
    remarks=None,
    title="桃园",
    owner="王某某",
    since=DAY,
    until=DAY,
    visit=DAY,
    seen=None,
    visits=(DAY,),
    board="公开栏",
    decision="decisions/taoyuan",
    plots=(PLOT,),
    hidden=(PLOT,),
    pickers=(PLOT,),
    photo=Attachment.model_construct(name="桃花", file="attachments/taohua.jpg", sha256=None, paper_only=False),
    tables=(
        Table.model_construct(
            name="收成",
            columns=(Column.model_validate({"列": "品种"}), Column.model_validate({"列": "收入", "类型": "金额"})),
            rows=(("白桃", "120.00"),),
            total=("合计", "120.00"),
            note=None,
        ),
    ),
)


def _everything(field: Any) -> bool:
    return field.model in (None, Attachment, Table)


def test_routes_and_order() -> None:
    """Each value has the route that stands in the file; own values come before those of parts."""
    routes = ["/".join(map(str, found.route)) for found in walk(RECORD, _everything)]
    assert routes[:2] == ["相关/0", "标题"]
    assert routes.index("决策") < routes.index("公开/公开日期") < routes.index("地块/0/名称") < routes.index("照片")
    assert routes[-1] == "表格/0"
    assert len(routes) == len(set(routes))


def test_a_mark_on_a_list_holds_inside() -> None:
    inside = {found.route: found.field for found in walk(RECORD, _everything)}
    assert inside["底册", 0, "名称"].has(Internal)
    assert not inside["地块", 0, "名称"].has(Internal)


def test_search_knows_what_the_page_says() -> None:
    lines, amounts = words_of(lasting(RECORD))
    text = "\n".join(lines)
    assert "东坡 2026年3月1日 300.00" in lines
    assert lines[-3:] == ["收成 品种 收入", "白桃 120.00", "合计 120.00"]
    for unsaid in ("桃园", "网站", "公开栏", "水田", "/", "taohua", "桃花"):
        assert unsaid not in text, unsaid
    assert amounts == [Decimal("300.00"), Decimal("120.00"), Decimal("120.00")]


def test_the_ledger_keeps_every_field_and_no_person_of_a_list() -> None:
    kept = stated(RECORD, "nonce")
    assert kept["地块"][0]["出租日期"] == "2026-03-01"
    assert kept["表格"][0]["行"] == [["白桃", "120.00"]]
    assert kept["建园"] == kept["公开"]["公开日期"] == "2026-03-01"
    assert all(re.fullmatch("[0-9a-f]{16}", row) for row in kept["帮工"])
    assert kept["帮工"] != stated(RECORD, "another")["帮工"]


def test_a_list_of_persons_goes_and_all_else_stays() -> None:
    left = lasting(RECORD)
    assert left == RECORD.model_copy(update={"pickers": ()})
    assert lasting(left) is left


def test_references_and_those_told_apart() -> None:
    assert dict(references(RECORD)) == {
        ("相关", 0): "notices/taoyuan",
        ("决策",): "decisions/taoyuan",
        ("地块", 0, "合同"): "contracts/dongpo",
        ("底册", 0, "合同"): "contracts/dongpo",
        ("帮工", 0, "合同"): "contracts/dongpo",
    }
    assert related_references(RECORD) == ("notices/taoyuan", "contracts/dongpo")


def test_days_that_have_happened() -> None:
    def told(record: RecordBody) -> set[str]:
        return {str(found.route[0]) for found in ahead(record, date.min)}

    assert told(RECORD) == {"建园", "走访", "地块", "底册", "帮工"}
    assert told(RECORD.model_copy(update={"seen": "长势好"})) - told(RECORD) == {"察看日期"}


def test_pages_and_downloads_leave_out_what_is_internal() -> None:
    assert [field.name for field in shown_fields(Orchard)][-3:] == ["公开", "相关", "说明"]
    said = plain(RECORD, lambda reference: reference)
    assert said["地块"] == [{"名称": "东坡", "出租日期": "2026-03-01", "租金": "300.00", "合同": "contracts/dongpo"}]
    assert not {"底册", "照片", "附件"} & set(said)
    assert said["公开"] == {"公开日期": "2026-03-01"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_marks_name_fields_that_are_there(kind: Kind[Any]) -> None:
    """What a mark says of the attributes beside it is true, and no kind shows the file of an attachment."""

    def look(model: type[BaseModel]) -> None:
        names = {field.attribute for field in fields(model)}
        for field in fields(model):
            ahead, person = field.mark(Ahead), field.mark(Person)
            assert not ahead or (field.value == "日期" and set(ahead.unless) <= names)
            assert not field.has(Expires) or field.many
            assert not person or (field.value == "文字" and {person.told_by} <= {"", *names})
            if field.model:
                look(field.model)

    body: type[RecordBody] = kind.model
    look(body)
    assert Attachment not in {field.model for field in shown_fields(body)}


def test_no_path_and_no_file_is_searched() -> None:
    """Of the whole demonstration county: where another record lies, or a file, is nothing that anybody looks for."""
    path = re.compile(rf"(?:{'|'.join(BY_FOLDER)})/[a-z0-9]|attachments/|\b[0-9a-f]{{64}}\b")
    found = [record for record in _demonstration() if path.search("\n".join(words_of(record)[0]))]
    assert found == []


def test_what_two_kinds_call_alike_is_found_where_it_is_a_word() -> None:
    """种类 and 渠道 are words of a commendation and of a tally; of an account and of a publication they are not."""
    for folder, word in (("honours", "标杆支部"), ("tallies", "民情信箱")):
        record = read_record(
            Address(Place("shidu", "liuwan"), folder, "sample"), BY_FOLDER[folder].sample.encode()
        ).record
        assert record
        assert word in " ".join(words_of(record.body)[0])
        assert "公开栏" not in " ".join(words_of(record.body)[0])


def _demonstration() -> Iterator[RecordBody]:
    for file in sorted((ROOT / "content").glob("*/*/*/*.yml")):
        address = locate(file.relative_to(ROOT / "content").as_posix())
        if isinstance(address, Address) and (record := read_record(address, file.read_bytes()).record):
            yield record.body
