"""Everything under a place's data/ folder, and what the place hands up to its township."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exports.calendar import calendar_ics
from generator.exports.dataset import PlaceData, dataset_json
from generator.exports.delimited import csv_bytes
from generator.exports.excel import workbook
from generator.exports.feed import atom
from generator.exports.json_values import encode, with_list
from generator.exports.overview import PlaceExport
from generator.exports.package import package_json
from generator.records.common import Board
from generator.records.places import called
from generator.site import urls
from generator.site.news import News

NEWEST = 30
"""As many publications as a feed of a place holds."""

File = tuple[str, bytes]
"""Path from the site's root, content."""


def place_files(data: PlaceData, *, with_workbook: bool = True) -> Iterator[File]:
    """The files of a place; none while nothing is published.

    Args:
        with_workbook: the Excel workbook too. It costs several times as much as all the others.
    """
    if not data.records:
        return
    files = dict(_files(data))
    if with_workbook:
        files["records.xlsx"] = workbook(data.title, data.page, data.updated, data.county.licence, data.tables)
    files["dataset.jsonld"] = f"{encode(dataset_json(data, tuple(files)))}\n".encode()
    for name, content in files.items():
        yield urls.data(data.place.place.folder, name), content


def place_export(data: PlaceData) -> PlaceExport:
    """What the place hands up to its township."""
    place = data.place
    tally = place.tally(data.county.as_of.year)
    return PlaceExport(
        folder=place.place.folder,
        name=place.name,
        url=place.url,
        code=place.profile.code if place.profile else "",
        level=place.place.level,
        tally=(tally.on_time, tally.late, tally.missing, tally.withheld, tally.not_due),
        rows={table.shape.name: len(table.rows) for table in data.tables},
        latest=max((entry.published for entry in place.entries), default=None),
    )


def _files(data: PlaceData) -> Iterator[File]:
    """By name."""
    county, place = data.county, data.place
    for table in data.tables:
        yield f"{table.shape.name}.csv", csv_bytes([column.name for column in table.shape.columns], table.rows)
    updated = data.updated.isoformat()
    head = {"标题": data.title, "网址": data.page, "更新到": updated, "使用许可": county.licence.address}
    yield "records.json", with_list(head, "记录", map(encode, data.records))
    name = place.place.folder.replace("/", "-")
    shapes = [table.shape for table in data.tables]
    yield (
        "datapackage.json",
        package_json(name, data.title, county.notice, data.page if county.site_url else "", county.licence, shapes),
    )
    yield _feed(data, "feed.xml", f"{place.name}三务公开", place.url, data.news)
    for board in Board:
        some = [one for one in data.news if one.board is board]
        if some:
            page = urls.board(place.place, board)
            yield _feed(data, f"feed-{board.slug}.xml", f"{place.name}{called(board, place.terms)}公开", page, some)
    yield "calendar.ics", calendar_ics(county, place)


def _feed(data: PlaceData, name: str, title: str, page: str, some: Sequence[News]) -> File:
    path = urls.data(data.place.place.folder, name)
    return name, atom(data.county, path, title, page, some[:NEWEST], with_place=False)
