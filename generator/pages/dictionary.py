"""The data dictionary: every table and column of the open data, with unit and meaning. Read from the records' models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.flat import ROW, Column, Shape, Shelf, common_columns
from generator.site import urls
from generator.site.model import Link


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """One table with the columns that are its own."""

    shape: Shape
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DictionaryPage:
    """Context of theme/pages/dictionary.html."""

    common: tuple[Column, ...]
    """In front of and behind every record's own columns."""
    row: tuple[Column, ...]
    """In front of the rows inside a record."""
    shelves: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TablesPage:
    """Context of theme/pages/tables.html."""

    kind: str
    tables: tuple[DictionaryTable, ...]


def dictionary_pages(desk: CountyDesk, shelves: Sequence[Shelf]) -> Iterator[Page]:
    """What all tables have in common, then a page for each kind of record."""
    context = DictionaryPage(
        common=common_columns(),
        row=ROW,
        shelves=tuple(Link(shelf.name, urls.tables(shelf.slug)) for shelf in shelves),
    )
    description = "下载的数据里有哪些表，每一列是什么意思、用什么单位。"
    yield render(desk, urls.DICTIONARY, "数据说明", description, "dictionary.html", context, layout="article")
    for shelf in shelves:
        yield _tables_page(desk, shelf)


def _tables_page(desk: CountyDesk, shelf: Shelf) -> Page:
    url = urls.tables(shelf.slug)
    context = TablesPage(shelf.name, tuple(DictionaryTable(s, own_columns(s)) for s in shelf.shapes))
    title = f"{shelf.name}｜数据说明"
    description = f"下载的数据里，{shelf.name}有哪些表，每一列是什么意思。"
    return render(desk, url, title, description, "tables.html", context, layout="article")


def own_columns(shape: Shape) -> tuple[Column, ...]:
    """The columns of a table that are not said once for all tables."""
    said = {*common_columns(), *ROW}
    return tuple(column for column in shape.columns if column not in said)
