"""A record of a kind without a layout of its own: its lead, or facts, sums and tables as its model orders and names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.base.dates import Period, day_long
from generator.base.inexact import is_left_out
from generator.base.money import yuan
from generator.base.share import share
from generator.pages.desk import Desk
from generator.pages.leads import LEADS, Lead
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import RecordBody
from generator.records.marks import Headline
from generator.records.sums import Sum
from generator.records.tables import Table
from generator.records.values import Model
from generator.records.walk import Field, is_expected, shown_fields
from generator.site.model import Entry, Link, PlaceSite

LONG = 40
"""Characters from which a text is a paragraph and no fact beside others."""
LEFT_OUT = "没有写"
WORDS = 8
"""Characters from which the texts of a list are sentences, a line each."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as villagers read it."""

    text: str
    to: Link | None = None
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its name."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a column."""

    name: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A list of parts: a row each. Columns in which nothing stands are left out."""

    columns: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def is_list(self) -> bool:
        """A name and a figure: a line each, on a phone too."""
        return len(self.columns) == 2 and self.columns[1].is_number


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    name: str
    facts: tuple[Fact, ...] = ()
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """Sentences of a list."""
    grid: Grid | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Context of theme/pages/record.html."""

    lead: Lead | None
    """Of kinds that have one; it stands in place of the rest."""
    sections: tuple[Section, ...] = ()
    sums: tuple[Sum, ...] = ()


def record_page(desk: Desk, entry: Entry) -> Page:
    """One record."""
    title, description = f"{entry.title}｜{desk.name}", f"{entry.title}：{entry.brief}"
    return render(desk, entry.url, title, description, "record.html", record_view(desk, entry), entry=entry)


def record_view(desk: Desk, entry: Entry) -> RecordPage:
    """What is shown of one record, on the site and on paper."""
    if lead := LEADS.get(entry.address.kind):
        return RecordPage(lead(desk, entry))
    sums = tuple(one for one in entry.kind.sums(entry.body) if len(one.terms) > 1 or one.doubt)
    return RecordPage(
        lead=None,
        sections=_Sections(desk.place, entry, frozenset(_told(sums))).of_record(),
        sums=sums,
    )


@dataclass(frozen=True, slots=True)
class _Sections:
    """A record's model laid out; the record says where its references lead."""

    place: PlaceSite
    entry: Entry
    summed: frozenset[str]
    """Names of figures that a sum tells."""

    def of_record(self) -> tuple[Section, ...]:
        model: type[RecordBody] = self.entry.kind.model
        own = [field for field in shown_fields(model) if not (field.inherited or field.has(Headline))]
        return tuple(self._of("基本情况", self.entry.body, own))

    def _of(self, name: str, model: BaseModel, own: list[Field]) -> list[Section]:
        """The single values under `name`, then a section for each part and list of parts."""
        facts: list[Fact] = []
        paragraphs: list[Section] = []
        inner: list[Section] = []
        for field in own:
            value = getattr(model, field.attribute)
            if is_left_out(value) or _is_usual(field, value):
                if is_expected(field, model) and field.name not in self.summed:
                    facts.append(Fact(field.name, (Cell(LEFT_OUT),)))
                continue
            if field.model is Table:
                inner.append(Section(field.name, tables=value if field.many else (value,)))
            elif field.model is None:
                cells = self._cells(field, value)
                if len(cells) == 1 and (len(cells[0].text) > LONG or "\n" in cells[0].text):
                    lines = tuple(line.strip() for line in cells[0].text.splitlines() if line.strip())
                    paragraphs.append(Section(field.name, paragraphs=lines))
                elif field.value == "文字" and len(cells) > 1 and any(len(cell.text) > WORDS for cell in cells):
                    paragraphs.append(Section(field.name, items=tuple(cell.text for cell in cells)))
                elif cells and field.name not in self.summed:
                    facts.append(Fact(field.name, tuple(_with_unit(field, cell) for cell in cells)))
            elif field.many:
                grid = self._grid(field.model, value)
                if grid.columns and not self._is_summed(grid):
                    inner.append(Section(field.name, grid=grid))
            else:
                inner += self._of(field.name, value, list(shown_fields(field.model)))
        return [*([Section(name, facts=tuple(facts))] if facts else []), *paragraphs, *inner]

    def _is_summed(self, grid: Grid) -> bool:
        """Each of its rows is a term of a sum above."""
        return len(grid.columns) <= 2 and all(row[0].text in self.summed for row in grid.rows)

    def _grid(self, model: type[BaseModel], rows: tuple[Model, ...]) -> Grid:
        used = [
            field
            for field in shown_fields(model)
            if field.model is not Table
            and (not all(is_left_out(getattr(row, field.attribute)) for row in rows) or is_expected(field, rows[0]))
        ]
        beside = [row.beside() for row in rows]
        return Grid(
            (*(_heading(field) for field in used), *(Heading(name, is_number=False) for name, _ in beside[0])),
            tuple(
                (*(self._in_row(field, row) for field in used), *(Cell(said) for _, said in more))
                for row, more in zip(rows, beside, strict=True)
            ),
        )

    def _in_row(self, field: Field, row: Model) -> Cell:
        cell = self._cell(field, row.shown(field.attribute))
        return cell if cell.text or not is_expected(field, row) else Cell(LEFT_OUT)

    def _cell(self, field: Field, value: Any) -> Cell:
        """A value in a row; parts of parts are told in one line."""
        if is_left_out(value):
            return Cell("")
        if field.model is not None:
            inner = value if field.many else (value,)
            return Cell("；".join(self._line(field.model, one) for one in inner))
        cells = self._cells(field, value)
        if len(cells) == 1:
            return cells[0]
        return Cell("、".join(cell.text for cell in cells))

    def _line(self, model: type[BaseModel], value: BaseModel) -> str:
        cells = (self._cell(field, getattr(value, field.attribute)) for field in shown_fields(model))
        return "，".join(cell.text for cell in cells if cell.text)

    def _cells(self, field: Field, value: Any) -> tuple[Cell, ...]:
        found = (self._one(field, one) for one in (value if field.many else (value,)))
        return tuple(cell for cell in found if cell.text)

    def _one(self, field: Field, value: Any) -> Cell:
        match value:
            case bool():
                return Cell("是" if value else "否")
            case Decimal() if field.value == "金额":
                return Cell(yuan(value), is_number=True)
            case Decimal() if field.value == "比例":
                return Cell(share(value), is_number=True)
            case Decimal() | int():
                return Cell(f"{value:,f}" if isinstance(value, Decimal) else str(value), is_number=True)
            case Period():
                return Cell(value.label)
            case date():
                return Cell(day_long(value))
            case str() if field.value == "网址":
                to = self.place.links.titles.get(self.entry.address.resolve(value).path)
                return Cell(to.title if to else "", to)
            case _:
                return Cell(str(value))


def _is_usual(field: Field, value: Any) -> bool:
    """A 否 that nobody wrote."""
    return value is False and field.default is False


def _told(sums: tuple[Sum, ...]) -> Iterator[str]:
    for one in sums:
        yield str(one.at[-1])
        yield from (term.label for term in one.terms)


def _heading(field: Field) -> Heading:
    name = f"{field.name}（{field.unit}）" if field.unit and field.unit not in field.name else field.name
    return Heading(name, field.value in ("金额", "数", "比例", "整数"))


def _with_unit(field: Field, cell: Cell) -> Cell:
    if not any(letter.isdecimal() for letter in cell.text):  # 不详, 没有写
        return cell
    return replace(cell, text=f"{cell.text}{field.unit}")
