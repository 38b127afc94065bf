"""What places hand up, and the files of townships and the county."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from frictionless import Package
from pydantic import TypeAdapter

from generator.exports.overview import (
    PlaceExport,
    TownshipExport,
    county_files,
    dictionary,
    township_export,
    township_files,
)
from generator.exports.place import place_export
from generator.pages.dictionary import dictionary_pages
from generator.records.layout import Place
from generator.records.level import Publisher
from tests.exports.model import COUNTY, TOWNSHIP, files, gathered, village
from tests.support.desks import county_desk


def exports() -> list[PlaceExport]:
    """The township, which published nothing, and a village."""
    own = place_export(gathered(village({}, where=Place("shidu"))))
    return [replace(own, name="石渡镇"), place_export(gathered(village()))]


def test_what_is_handed_up() -> None:
    own, liuwan = exports()
    assert (own.rows, own.level, own.latest) == ({}, Publisher.TOWNSHIP, None)
    assert (liuwan.folder, liuwan.code, liuwan.rows["finance-entries"]) == ("shidu/liuwan", "990123100201", 2)
    assert liuwan.latest == date(2026, 11, 16)


def test_it_survives_a_disk() -> None:
    """As JSON and back."""
    for one in exports():
        assert TypeAdapter(PlaceExport).validate_json(TypeAdapter(PlaceExport).dump_json(one)) == one
    township = township_export(TOWNSHIP, exports())
    assert TypeAdapter(TownshipExport).validate_json(TypeAdapter(TownshipExport).dump_json(township)) == township


def test_township_and_county(tmp_path: Path) -> None:
    """Every place a row; frictionless reads them."""
    township = township_export(TOWNSHIP, exports())
    made = dict(township_files(COUNTY, township)) | dict(county_files(COUNTY, [township]))
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    for folder in ("shidu/data", "data"):
        assert Package(str(tmp_path / folder / "datapackage.json")).validate().valid
    rows = list(csv.DictReader(io.StringIO(made["data/places.csv"].decode("utf-8-sig"))))
    assert [(row["地方"], row["层级"], row["财务收支"]) for row in rows] == [
        ("石渡镇", "乡级", "0"),
        ("柳湾村", "村级", "1"),
    ]
    assert rows[0]["数据包"] == ""
    assert rows[1]["数据包"] == "https://sanwu.example/sw/shidu/liuwan/data/datapackage.json"
    tally = village().tally(2026)
    assert [rows[1][state] for state in ("按时", "晚", "缺")] == [
        str(n) for n in (tally.on_time, tally.late, tally.missing)
    ]
    assert json.loads(made["data/places.json"])["各地公开情况"][1]["地方"] == "柳湾村"


def test_dictionary_explains_every_column() -> None:
    """Every column of every CSV file of the samples stands on its kind's page, or on the first as common to all."""
    first, *others = dictionary_pages(county_desk(), dictionary())
    for name, content in files(village()).items():
        if name.endswith(".csv"):
            (page,) = (one for one in others if f"<code>{name}</code>" in one.main)
            assert f'href="../{page.url}"' in first.main
            header = next(csv.reader([content.decode("utf-8-sig").split("\r\n")[0]]))
            assert all(f"<b>{column}</b>" in page.main + first.main for column in header)
    accounts = next(one for one in others if one.url == "data/columns-finance.html")
    assert "<b>金额</b>　金额（元）" in accounts.main
    assert "用的是哪笔专款" in accounts.main
