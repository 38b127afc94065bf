"""The county says under which terms its data may be used; every file and the page about the data say so too."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from openpyxl import load_workbook

from generator.build.survey import CountyUnreadable, survey
from generator.exports.overview import county_files, dictionary
from generator.pages.dictionary import dictionary_pages
from generator.records.licences import LICENCES, USUAL, LicenceName
from tests.exports.model import COUNTY, files, village
from tests.support.county import COUNTY as PROFILE
from tests.support.desks import county_desk


def test_every_licence_is_known() -> None:
    assert tuple(LICENCES) == get_args(LicenceName)


@pytest.mark.parametrize("name", LICENCES)
def test_licence_is_said_everywhere(name: LicenceName) -> None:
    licence = LICENCES[name]
    county = replace(COUNTY, licence=licence)
    made = files(village(), county) | dict(county_files(county, []))
    named = {"name": licence.name, "title": licence.title, "path": licence.address}
    assert json.loads(made["datapackage.json"])["licenses"] == [named]
    assert json.loads(made["records.json"])["使用许可"] == licence.address
    assert json.loads(made["dataset.jsonld"])["license"] == licence.address
    assert json.loads(made["data/places.json"])["使用许可"] == licence.address
    front = load_workbook(io.BytesIO(made["records.xlsx"]))["说明"]
    assert f"使用许可：{licence.title}" in [cell.value for cell in front["A"]]
    page = next(dictionary_pages(county_desk(county), dictionary()))
    assert licence.meaning in page.main
    assert f'href="{licence.address}"' in page.main


def test_county_chooses(tmp_path: Path) -> None:
    """数据许可 in county.yml; the usual one where it says nothing; a licence nobody knows is refused."""

    def chosen(line: str) -> str:
        (tmp_path / "content/shidu").mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/county.yml").write_text(PROFILE + line, encoding="utf-8")
        return survey(tmp_path / "content", tmp_path / "ledger").county.licence.name

    (tmp_path / "content/shidu").mkdir(parents=True)
    (tmp_path / "content/shidu/township.yml").write_text("名称: 石渡镇\n", encoding="utf-8")
    assert chosen("") == LICENCES[USUAL].name
    assert chosen("数据许可: CC0 1.0\n") == "CC0-1.0"
    with pytest.raises(CountyUnreadable) as error:
        chosen("数据许可: 随便用\n")
    assert "CC BY 4.0" in repr(error.value.findings)
