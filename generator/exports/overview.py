"""Open data of a township and of the county: every place as a row; and the data dictionary, which explains all tables.

A place hands up a `PlaceExport`, a township (or the county's own part) a `TownshipExport`: frozen, small, and plain JSON on a disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.exports.delimited import csv_bytes
from generator.exports.excel import workbook
from generator.exports.json_values import address, encode, with_list
from generator.exports.package import package_json
from generator.exports.rows import Filled, Row
from generator.records.flat import Column, Shape, Shelf, common_shapes, shapes
from generator.records.kinds import KINDS
from generator.records.level import Publisher
from generator.site import urls
from generator.site.model import CountySite, TownshipSite

LEVELS = {Publisher.COUNTY: "县级", Publisher.TOWNSHIP: "乡级", Publisher.VILLAGE: "村级"}
_DUE = "今年的公开事项（到期的）里有几件"
PLACES = Shape(
    "places",
    "各地公开情况",
    (Column("网址", "网址", required=True, meaning="这个地方的首页"),),
    (
        Column("地方", "文字", required=True),
        Column("乡镇", "文字", meaning="县级的没有"),
        Column("层级", "文字", required=True, choices=tuple(LEVELS.values())),
        Column("区划代码", "文字"),
        Column("数据包", "网址", meaning="这个地方的数据说明文件；还没有公开记录的没有"),
        Column("年度", "整数", required=True),
        Column("按时", "整数", required=True, meaning=f"{_DUE}按时公开"),
        Column("晚", "整数", required=True, meaning=f"{_DUE}晚公开"),
        Column("缺", "整数", required=True, meaning=f"{_DUE}还没公开"),
        Column("暂缓", "整数", required=True, meaning=f"{_DUE}暂缓公开"),
        Column("未到", "整数", required=True, meaning="今年的公开事项里还没到期的有几件"),
        *(Column(kind.name, "整数", required=True, meaning=f"已公开的{kind.name}有几份") for kind in KINDS),
    ),
)


@dataclass(frozen=True, slots=True)
class PlaceExport:
    """One place in the tables of its township and county."""

    folder: str
    name: str
    url: str
    code: str
    """The 区划代码; empty without a readable profile."""
    level: Publisher
    """By its folders."""
    tally: tuple[int, int, int, int, int]
    """This year's counts: 按时, 晚, 缺, 暂缓, 未到."""
    rows: Mapping[str, int]
    """How many rows each of its tables has, by the table's name."""
    latest: date | None
    """The day of its newest publication."""


@dataclass(frozen=True, slots=True)
class TownshipExport:
    """One township in the tables of the county."""

    slug: str
    name: str
    url: str
    places: tuple[PlaceExport, ...]
    """The township itself, then its villages."""


def township_export(township: TownshipSite, places: Sequence[PlaceExport]) -> TownshipExport:
    """Put the places of a township together.

    Args:
        places: the township itself first, then its villages in the order of their codes.
    """
    return TownshipExport(township.slug, township.name, township.url, tuple(places))


def dictionary() -> tuple[Shelf, ...]:
    """Every table that the open data can hold, in the order of the page. It follows from the models."""
    return (
        *(Shelf(kind.folder, kind.name, shapes(kind)) for kind in KINDS),
        Shelf("records", "各种记录都有的", common_shapes()),
        Shelf("places", "乡镇和县的", (PLACES,)),
    )


def township_files(
    county: CountySite, export: TownshipExport, *, with_workbook: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Everything under `<township>/data/`."""
    return _files(county, export.slug, export.name, export.url, [export], with_workbook=with_workbook)


def county_files(
    county: CountySite, exports: Sequence[TownshipExport], *, with_workbook: bool = True
) -> Iterator[tuple[str, bytes]]:
    """The county's own files under `data/`.

    Args:
        exports: in the order in which pages list townships.
    """
    return _files(county, "", county.name, urls.HOME, exports, with_workbook=with_workbook)


def _files(
    county: CountySite,
    folder: str,
    name: str,
    page: str,
    exports: Sequence[TownshipExport],
    *,
    with_workbook: bool,
) -> Iterator[tuple[str, bytes]]:
    title = f"{name}三务公开数据"
    source = address(county, page)
    table = Filled(PLACES, [_row(county, one, place) for one in exports for place in one.places])
    names = [column.name for column in PLACES.columns]
    yield urls.data(folder, "places.csv"), csv_bytes(names, table.rows)
    head = {"标题": title, "网址": source, "使用许可": county.licence.address}
    rows = (encode(dict(zip(names, row, strict=True))) for row in table.rows)
    yield urls.data(folder, "places.json"), with_list(head, PLACES.title, rows)
    slug = folder or "county"
    package = package_json(slug, title, county.notice, source if county.site_url else "", county.licence, [PLACES])
    yield urls.data(folder, "datapackage.json"), package
    if with_workbook:
        yield urls.data(folder, "places.xlsx"), workbook(title, source, _day(county, exports), county.licence, [table])


def _row(county: CountySite, township: TownshipExport, place: PlaceExport) -> Row:
    package = address(county, urls.data(place.folder, "datapackage.json")) if place.rows else ""
    above = "" if place.level is Publisher.COUNTY else township.name
    lead = [address(county, place.url), place.name, above, LEVELS[place.level], place.code, package, county.as_of.year]
    return [*lead, *place.tally, *(place.rows.get(kind.folder, 0) for kind in KINDS)]


def _day(county: CountySite, exports: Sequence[TownshipExport]) -> date:
    days = [place.latest for one in exports for place in one.places if place.latest]
    return max(days, default=county.as_of)
