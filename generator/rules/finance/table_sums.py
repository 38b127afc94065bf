"""Checks the arithmetic of typed tables: totals, 其中 rows and formulas. It tells 元 from 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal

from generator.base.finding import Key
from generator.base.inexact import differ
from generator.base.money import WAN, ZERO, round_half_up, yuan
from generator.records.formula import columns_of, evaluate, normal
from generator.records.tables import Column, Table

Row = tuple[str, ...]

_MONEY = re.compile(r"(?:人民币)?([千万亿]?)元")
_MONEY_IN_NAME = re.compile(r"[（(](?:单位[：:])?(?:人民币)?([千万亿]?)元")
_SCALES = {"": Decimal(1), "千": Decimal(1_000), "万": WAN, "亿": WAN * WAN}
_RATE = re.compile(r"[/／每%％‰]")
_SUBTOTAL = re.compile(r"(小计|合计|总计|共计)(?=$|[：:（(])")
_CONVERTS = re.compile(r"(?<![0-9.])(?:10000|0\.0001)(?![0-9.])")
"""The formula itself turns 元 into 万元: 面积*单价/10000."""
_WIDE = Context(prec=100)
_LARGEST = Decimal(10) ** 20
"""No cell is as large as this. A larger result cannot be rounded."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A figure of a table that does not follow from the others."""

    route: tuple[Key, ...]
    """The route below the table: ("行", 2, 3)."""
    what: str
    due: Decimal
    written: Decimal
    column: Column
    formula: str = ""
    """Of the row, where it follows from other rows."""

    @property
    def rounded(self) -> Decimal:
        """What is due, to as many places as are written."""
        return _rounded(self.due, self.written, self.column)

    @property
    def is_unit_slip(self) -> bool:
        """Whether it is ten thousand times too much or too little: 万元 was written for 元 or 元 for 万元."""
        if not self.due or not self.written or self.is_beyond_reckoning:
            return False
        ends = (self.due * WAN, self.due / WAN)
        return self.written in (_rounded(end, self.written, self.column) for end in ends)

    @property
    def is_beyond_reckoning(self) -> bool:
        """The formula gives a number that no table has: a wrong formula or unit."""
        return abs(self.due) >= _LARGEST


def figure(value: Decimal, column: Column) -> str:
    """A value as the column writes it: 1,060.00元, 6.58万元, 42户."""
    exact = round_half_up(value, Decimal("0.000001"))
    if money_scale(column) == 1 and exact == round_half_up(value):
        text = yuan(value)
    else:
        text = f"{exact:,f}".rstrip("0").rstrip(".")
    return text + (column.unit or "")


def money_scale(column: Column) -> Decimal | None:
    """How many 元 one unit of the column is (1 for 元 and 元/亩, 10,000 for 万元), or None if it is no money.

    Money without a unit is 元, as everywhere in the records.
    """
    match = _MONEY.match(column.unit) if column.unit else _MONEY_IN_NAME.search(column.name)
    if match:
        return _SCALES[match[1]]
    return Decimal(1) if column.type == "金额" and not column.unit else None


def total_mismatches(table: Table) -> Iterator[Mismatch]:
    """Compares the 合计 row, and rows called 合计 or 小计, with the rows that they add up."""
    columns = [index for index, column in enumerate(table.columns) if _adds_up(column)]
    labels = [_subtotal(table, row) for row in table.rows]
    whole = [not label and not table.is_part(row) for label, row in zip(labels, table.rows, strict=True)]
    for index in columns:
        column = table.columns[index]
        values = [table.number(row, index) if plain else None for row, plain in zip(table.rows, whole, strict=True)]
        figures = [value for value in values if value is not None]
        if not figures:
            continue  # only the total is stated, so there is nothing to compare it with
        due = sum(figures, ZERO)
        stated = table.number(table.total, index) if table.total else None
        if stated is not None and not _agrees(due, stated, column):
            yield Mismatch(("合计", index), f"“{column.name}”的合计", due, stated, column)
        for number, label in enumerate(labels):
            written = table.number(table.rows[number], index) if label else None
            if label is None or written is None:
                continue
            run = _nearest_run(values, labels, number, written) if label == "小计" else due
            if not _agrees(run, written, column):
                yield Mismatch(("行", number, index), f"第{number + 1}行“{column.name}”的{label}", run, written, column)


def part_mismatches(table: Table) -> Iterator[Mismatch]:
    """Finds 其中 rows that hold more than the row above them.

    Parts of money are added up. Heads are compared one by one: 其中 women and 其中 party members may overlap.
    """
    columns = [index for index, column in enumerate(table.columns) if _adds_up(column)]
    owner: Row | None = None
    taken: dict[int, Decimal] = {}
    for number, row in enumerate(table.rows):
        if not table.is_part(row):
            owner, taken = row, {}
            continue
        if owner is None:
            continue
        for index in columns:
            column, whole, part = table.columns[index], table.number(owner, index), table.number(row, index)
            if whole is None or part is None or whole < 0 or part < 0:
                continue
            taken[index] = taken.get(index, ZERO) + part if column.type == "金额" else part
            if taken[index] > whole and not _nested(table, number, index, whole):
                yield Mismatch(("行", number, index), f"“{column.name}”的其中", whole, taken[index], column)


def _nested(table: Table, number: int, index: int, whole: Decimal) -> bool:
    """Whether parts of parts explain why the parts up to this row seem too much: some of them make up the one before them."""
    start = number
    while start and table.is_part(table.rows[start - 1]):
        start -= 1
    stop = number + 1
    while stop < len(table.rows) and table.is_part(table.rows[stop]):
        stop += 1
    parts = [table.number(row, index) or ZERO for row in table.rows[start:stop]]
    top, at = ZERO, 0
    while at < len(parts):
        part, inner, end = parts[at], ZERO, at + 1
        while end < len(parts) and inner + parts[end] <= part:
            inner += parts[end]
            end += 1
        top += part
        at = end if inner == part and end - at > 2 else at + 1
    return top <= whole


def formula_mismatches(table: Table) -> Iterator[Mismatch]:
    """Cells that differ from their column's 算式."""
    for index, column in enumerate(table.columns):
        if not column.formula or not column.is_number:
            continue
        names = columns_of(column.formula)
        inputs = [(i, c) for i, c in enumerate(table.columns) if c.is_number and normal(c.name) in names]
        before, after = _conversion(column, [c for _, c in inputs])
        for number, row in enumerate(table.rows):
            written = table.number(row, index)
            values = {i: table.number(row, i) for i, _ in inputs}
            empty = all(value is None for value in values.values())
            if written is None or empty or table.is_part(row) or _subtotal(table, row):
                continue
            result = evaluate(column.formula, {c.name: (values[i] or ZERO) * before[c.name] for i, c in inputs})
            if result is None:
                continue
            due = result * after
            if abs(due) >= _LARGEST or not (_agrees(due, written, column) or _rounded(due, written, column) == written):
                yield Mismatch(("行", number, index), f"第{number + 1}行的“{column.name}”", due, written, column)


def relation_mismatches(table: Table) -> Iterator[Mismatch]:
    """Rows that do not follow from others as the table's 算式 says."""
    rows = {normal(table.label(row)): (number, row) for number, row in enumerate(table.lines)}
    for target, formula in table.related():
        number, row = rows[target]
        for index, column in enumerate(table.columns):
            if not column.is_number or _RATE.search(column.unit or ""):
                continue
            written = table.number(row, index)
            values = {name: table.number(rows[name][1], index) for name in columns_of(formula)}
            known = {name: value for name, value in values.items() if value is not None}
            due = evaluate(formula, known) if written is not None and len(known) == len(values) else None
            if due is not None and written is not None and not _agrees(due, written, column, formula):
                at = ("合计", index) if number >= len(table.rows) else ("行", number, index)
                yield Mismatch(at, f"“{target}”的“{column.name}”", due, written, column, formula)


def _agrees(due: Decimal, written: Decimal, column: Column, relation: str = "") -> bool:
    """Whether a figure is right. 元 are right to the cent; larger units, rates and counts within the last written place."""
    if not differ(due, written):
        return True
    is_quotient = bool(_RATE.search(column.unit or "")) or any(sign in (column.formula or "") for sign in "/÷")
    if money_scale(column) == 1 and not is_quotient:
        return bool(relation) and not differ(round_half_up(due), written)
    unit = Decimal(1).scaleb(min(0, int(written.as_tuple().exponent)))
    return bool(written) and written in (round_half_up(due, unit), due.quantize(unit, ROUND_DOWN, _WIDE))


def _conversion(column: Column, inputs: list[Column]) -> tuple[dict[str, Decimal], Decimal]:
    """The factors for each input and for the result that make 元 and 万元 comparable."""
    result = money_scale(column)
    scales = {c.name: scale for c in inputs if (scale := money_scale(c)) is not None}
    before = {c.name: Decimal(1) for c in inputs}
    if not scales or _CONVERTS.search(column.formula or ""):
        return before, Decimal(1)
    if (
        len(set(scales.values())) == 1
    ):  # calculated in the unit of the inputs, because constants in the formula have it too
        return before, next(iter(scales.values())) / result if result else Decimal(1)
    return before | {name: scale / (result or 1) for name, scale in scales.items()}, Decimal(1)


def _adds_up(column: Column) -> bool:
    """Prices and rates (元/亩, %) are never added, whatever 计入合计 says."""
    return column.is_number and column.summed and not _RATE.search(column.unit or "")


def _subtotal(table: Table, row: Row) -> str | None:
    """What a row among the others is called if it is a total: 小计, 合计."""
    match = _SUBTOTAL.match(re.sub(r"\s", "", table.label(row)))
    return match[1] if match else None


def _nearest_run(values: list[Decimal | None], labels: list[str | None], number: int, written: Decimal) -> Decimal:
    """The sum that a 小计 means: of some rows right above or right below it. If none fits, it is that of all rows above."""
    sums = []
    for step in (-1, 1):
        place, total = number + step, ZERO
        while 0 <= place < len(values) and not labels[place]:
            total += values[place] or ZERO
            if total == written:
                return total
            place += step
        sums.append(total)
    return sums[0]


def _rounded(due: Decimal, written: Decimal, column: Column) -> Decimal:
    """`due` rounded half up. Money is rounded to the cent or to the places of the cell, a count to the places of the cell."""
    places = max(0, -int(written.as_tuple().exponent))
    if column.type == "金额":
        places = max(2, places)
    return round_half_up(due, Decimal(1).scaleb(-places))
