"""The data dictionary: every table and column of the open data, with unit and meaning. Read from the records' models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import jinja2

from generator.pages.page import Page
from generator.pages.shell import county_shell, page
from generator.records.flat import ROW, Column, Shape, common_columns
from generator.records.licences import Licence
from generator.site import urls
from generator.site.model import CountySite


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """One table with the columns that are its own."""

    shape: Shape
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DictionaryShelf:
    """The tables of one kind of record."""

    name: str
    tables: tuple[DictionaryTable, ...]


@dataclass(frozen=True, slots=True)
class DictionaryPage:
    """Context of theme/pages/dictionary.html."""

    licence: Licence
    workbooks: bool
    """There are Excel files too."""
    common: tuple[Column, ...]
    """In front of and behind every record's own columns."""
    row: tuple[Column, ...]
    """In front of the rows inside a record."""
    shelves: tuple[DictionaryShelf, ...]


def dictionary_page(env: jinja2.Environment, county: CountySite, tables: Mapping[str, Sequence[Shape]]) -> Page:
    """The page.

    Args:
        tables: by the heading they stand under.
    """
    context = dictionary(county, tables)
    shell = county_shell(county, urls.DICTIONARY, drawer=True)
    description = "下载的数据里有哪些表，每一列是什么意思、用什么单位。"
    return page(env, shell, urls.DICTIONARY, "数据说明", description, "dictionary.html", context, layout="article")


def dictionary(county: CountySite, tables: Mapping[str, Sequence[Shape]]) -> DictionaryPage:
    """What columns have in common is said once, not at every table."""
    common = common_columns()
    said = {*common, *ROW}
    return DictionaryPage(
        licence=county.licence,
        workbooks=county.workbooks,
        common=common,
        row=ROW,
        shelves=tuple(
            DictionaryShelf(
                name,
                tuple(
                    DictionaryTable(shape, tuple(column for column in shape.columns if column not in said))
                    for shape in shapes
                ),
            )
            for name, shapes in tables.items()
        ),
    )
