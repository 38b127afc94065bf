"""Typed tables inside notices and decisions, with columns, units, part rows and a total as in real notices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from generator.base.written import BLANKS, Meant
from generator.records import formula
from generator.records.marks import Ahead, Expires, Internal
from generator.records.values import (
    GLUE,
    INEXACT,
    MAX_TEXT,
    Day,
    Flag,
    Model,
    Text,
    meant_cell,
    parse_number,
    too_long,
    wrong,
)

ColumnType = Literal["文字", "金额", "数量"]
PART = "其中"
_ORDINAL = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,4}(?:[.．\-—][0-9]{1,3})*[)）.．、]?")
MAX_WRONG = 100
"""Cells of one table told in one run."""
_Wrong = tuple[tuple[str | int, ...], Any, PydanticCustomError]
"""Route from the table, what stands there, and what is wrong with it."""


class Column(Model):
    """One column. `算式` says how its figure follows from others, e.g. 面积×单价."""

    name: Text = Field(alias="列")
    type: ColumnType = Field("文字", alias="类型")
    unit: Text | None = Field(None, alias="单位")
    formula: Annotated[Text | None, Internal()] = Field(None, alias="算式")
    summed: Annotated[Flag, Internal()] = Field(True, alias="计入合计")
    personal: Annotated[Flag, Internal()] = Field(False, alias="个人信息")

    @property
    def is_number(self) -> bool:
        return self.type != "文字"

    @property
    def heading(self) -> str:
        """面积（亩）; the name alone where it tells the unit."""
        return f"{self.name}（{self.unit}）" if self.unit and self.unit not in self.name else self.name

    @field_validator("formula")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                formula.columns_of(value)
            except formula.FormulaError as error:
                raise wrong(f"{error}：“{value}”", "例如：面积*单价") from None
        return value


class Table(Model):
    """A table as written. A row whose first text begins with 其中 is a part of the row above and is not added again."""

    name: Text | None = Field(None, alias="名称")
    columns: tuple[Column, ...] = Field(alias="列", min_length=1, max_length=30)
    rows: Annotated[tuple[tuple[str, ...], ...], Expires(until="list_ends")] = Field(alias="行", max_length=2_000)
    total: tuple[str, ...] | None = Field(None, alias="合计")
    relations: Annotated[tuple[Text, ...], Internal()] = Field(
        (), alias="算式", description="行和行的关系，一条写一个，例如：可申请=上年结存+本年拨入"
    )
    note: Text | None = Field(None, alias="备注")
    list_ends: Annotated[Day | None, Internal(), Ahead()] = Field(
        None, alias="名单到期", description="有村民名字的表，公开到哪天"
    )

    @model_validator(mode="after")
    def _cells_fit(self) -> Table:
        if wrongs := [*self._wrong_columns(), *self._wrong_cells(), *self._wrong_relations()]:
            errors = [InitErrorDetails(type=error, loc=loc, input=cell) for loc, cell, error in wrongs[:MAX_WRONG]]
            raise ValidationError.from_exception_data("Table", errors)
        return self

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """All rows, that of the total last."""
        return (*self.rows, *((self.total,) if self.total else ()))

    def _wrong_columns(self) -> Iterator[_Wrong]:
        names = Counter(formula.normal(column.name) for column in self.columns)
        for index, column in enumerate(self.columns):
            used = sorted(formula.columns_of(column.formula)) if column.formula else []
            where = ("列", index, "算式")
            if missing := [name for name in used if name not in names]:
                error = wrong(f"算式“{column.formula}”用到了没有的列“{missing[0]}”", "列名要和表里的一样")
                yield where, column.formula, error
            elif doubtful := [name for name in used if names[name] > 1]:
                said = f"算式“{column.formula}”里的“{doubtful[0]}”有几列都叫这个名"
                yield where, column.formula, wrong(said, "给其中一列换个名称")

    def _wrong_relations(self) -> Iterator[_Wrong]:
        names = Counter(formula.normal(self.label(row)) for row in self.lines) if self.relations else {}
        for index, text in enumerate(self.relations):
            where = ("算式", index)
            target, equals, rest = text.replace("＝", "=").partition("=")
            try:
                used = [formula.normal(target), *sorted(formula.columns_of(rest))] if equals else []
            except formula.FormulaError as error:
                yield where, text, wrong(f"{error}：“{text}”", "例如：可申请=上年结存+本年拨入")
                continue
            doubtful = next((name for name in used if names.get(name) != 1), "")
            if not used:
                yield where, text, wrong(f"算式“{text}”里没有等号", "例如：可申请=上年结存+本年拨入")
            elif doubtful:
                said = f"算式“{text}”里的“{doubtful}”" + (
                    "有几行都叫这个名" if names.get(doubtful) else "，表里没有这一行"
                )
                yield where, text, wrong(said, "名称要和表里那一行第一格的字一样")

    def related(self) -> Iterator[tuple[str, str]]:
        """The relations between rows: the name of a row, and the formula over names of rows that it follows from."""
        for text in self.relations:
            target, _, rest = text.replace("＝", "=").partition("=")
            yield formula.normal(target), rest

    def _wrong_cells(self) -> Iterator[_Wrong]:
        lines: list[tuple[str, tuple[str | int, ...], tuple[str, ...]]] = [
            (f"第{number}行", ("行", number - 1), row) for number, row in enumerate(self.rows, 1)
        ]
        if self.total:
            lines.append(("合计行", ("合计",), self.total))
        for where, route, row in lines:
            if len(row) != len(self.columns):
                said = f"{where}有{len(row)}格，表头有{len(self.columns)}列"
                glued = len(row) < len(self.columns) and any(GLUE.search(cell) for cell in row)
                remedy = "格和格之间用英文逗号，后面空一格" if glued else '每行的格数和表头一样多，空格写成 ""'
                if not any(cell.strip() for cell in row[1:]) and (not row or _ORDINAL.fullmatch(row[0].strip() or "1")):
                    remedy = "这一行是空的，删掉"
                yield route, row, wrong(said, remedy)
                continue
            for index, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
                if len(cell) > MAX_TEXT:
                    yield (*route, index), cell, too_long(cell)
                elif column.is_number and (text := cell.strip()) and parse_number(text) is None:
                    said = f"{where}“{column.name}”的“{cell}”不是数"
                    unit = column.unit or ("元" if column.type == "金额" else "")
                    meant = Meant('""') if text in BLANKS else meant_cell(text, unit)
                    yield (*route, index), cell, wrong(said, f"只写数字，单位写在列的“单位”里；{INEXACT}", meant)

    def number(self, row: tuple[str, ...], index: int) -> Decimal | None:
        """The figure in a cell as written, in the column's own unit; an empty cell is None."""
        cell = row[index].strip()
        return parse_number(cell) if cell and self.columns[index].is_number else None

    def label(self, row: tuple[str, ...]) -> str:
        """What a row is called: its first text that is no more than a number in a list (序号, 编号, 行次)."""
        for cell, column in zip(row, self.columns, strict=True):
            text = cell.strip()
            if text and not column.is_number and not _ORDINAL.fullmatch(text):
                return text
        return ""

    def is_part(self, row: tuple[str, ...]) -> bool:
        """Whether it is a 其中 row."""
        return self.label(row).startswith(PART)
