"""Typed tables inside notices and decisions, with columns, units, part rows and a total as in real notices."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from generator.records import formula
from generator.records.marks import Internal
from generator.records.values import Flag, Model, Text, _read_number, wrong

ColumnType = Literal["文字", "金额", "数量"]
PART = "其中"


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
    rows: tuple[tuple[str, ...], ...] = Field(alias="行", max_length=2_000)
    total: tuple[str, ...] | None = Field(None, alias="合计")
    note: Text | None = Field(None, alias="备注")

    @model_validator(mode="after")
    def _cells_fit(self, info: ValidationInfo) -> Table:
        names = Counter(formula.normal(column.name) for column in self.columns)
        for column in self.columns:
            used = sorted(formula.columns_of(column.formula)) if column.formula else []
            if missing := [name for name in used if name not in names]:
                raise wrong(f"算式“{column.formula}”用到了没有的列“{missing[0]}”", "列名要和表里的一样")
            if doubtful := [name for name in used if names[name] > 1]:
                raise wrong(f"算式“{column.formula}”里的“{doubtful[0]}”有几列都叫这个名", "给其中一列换个名称")
        for number, row in enumerate(self.lines, 1):
            where = f"第{number}行" if number <= len(self.rows) else "合计行"
            if len(row) != len(self.columns):
                raise wrong(
                    f"{where}有{len(row)}格，表头有{len(self.columns)}列", '每行的格数和表头一样多，空格写成 ""'
                )
            for cell, column in zip(row, self.columns, strict=True):
                if column.is_number and cell.strip():
                    try:
                        _read_number(cell.strip())
                    except Exception:
                        raise wrong(
                            f"{where}“{column.name}”的“{cell}”不是数", "只写数字，单位写在列的“单位”里"
                        ) from None
        return self

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """All rows, that of the total last."""
        return (*self.rows, *((self.total,) if self.total else ()))

    def number(self, row: tuple[str, ...], index: int) -> Decimal | None:
        """The figure in a cell as written, in the column's own unit; an empty cell is None."""
        cell = row[index].strip()
        return Decimal(cell) if cell and self.columns[index].is_number else None

    def is_part(self, row: tuple[str, ...]) -> bool:
        """Whether it is a 其中 row."""
        texts = (cell for cell, column in zip(row, self.columns, strict=True) if not column.is_number and cell.strip())
        return next(texts, "").strip().startswith(PART)
