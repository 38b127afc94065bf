"""A cell of a workbook as the text that a record needs. What is not clear stays as it was typed: the reader says what is wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from generator.base.dates import YEARS, parse_date, parse_period
from generator.base.written import BLANKS, Meant, meant_day, meant_number, meant_period
from generator.records.values import parse_number
from generator.records.walk import Field, ValueType
from generator.source.raw_lines import quoted, reads_as_itself

FIGURES: frozenset[ValueType] = frozenset({"金额", "数", "比例", "整数"})
_EPOCH = date(1899, 12, 30)
"""Excel's day 0."""
_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_BETWEEN = re.compile(r"\s*[、，,；;\n]\s*")
_TINY = Decimal("0.000001")
"""What binary fractions add to a figure."""


def text_of(value: Any, field: Field, year: int | None) -> str:
    """The text of a cell; empty where it is.

    Args:
        value: text, a number, a day or a truth value, as the file holds it.
        year: stands in where a day lacks one.
    """
    if value is None or value == "" or isinstance(value, timedelta):
        return ""
    if field.many and isinstance(value, str):
        one = replace(field, many=False)
        return "、".join(filter(None, (text_of(part, one, year) for part in _BETWEEN.split(value))))
    if isinstance(value, bool):
        return "是" if value else "否"
    if field.value in FIGURES:
        return _figure(value, field)
    if field.value == "日期":
        return _day(value, year)
    if field.value == "期间":
        return _period(value, year)
    if isinstance(value, datetime | date):
        return _date(value).isoformat()
    if isinstance(value, int | float):
        return _plain_number(value)
    return _BREAKS.sub("；", unicodedata.normalize("NFC", str(value)).replace("\u00a0", " ").strip())


def written(text: str, field: Field) -> str:
    """A value of a record in YAML."""
    if field.many:
        return f"[{', '.join(plainly(one, flow=True) for one in _BETWEEN.split(text) if one)}]"
    return plainly(text)


def plainly(text: str, *, flow: bool = False) -> str:
    """A text in YAML that stands for just this text, also where it looks like a list or has quotes around it."""
    return text if reads_as_itself(text, flow=flow) else quoted(text)


def _plain_number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _date(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _narrow(value: Any) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value)))


def _figure(value: Any, field: Field) -> str:
    if isinstance(value, datetime | date):
        return str(_date(value))
    if isinstance(value, int | float):
        exact = Decimal(repr(value))
        short = round(exact, 2 if field.value == "金额" else 6)
        number = short if abs(exact - short) < _TINY else exact
        return f"{number:f}" if field.value == "金额" else f"{number.normalize():f}"
    text = _narrow(value)
    if text in BLANKS:
        return ""
    counted = field.value == "整数"
    unit = "元" if field.value == "金额" else field.unit
    if parse_number(text) is None and (meant := meant_number(text, unit, counted=counted)) and meant.certain:
        text = meant.text
    number_in = re.fullmatch(r"-?[0-9]+(?:\.[0-9]{1,2})?", text)
    return f"{Decimal(text):.2f}" if field.value == "金额" and number_in else text


def _day(value: Any, year: int | None) -> str:
    if isinstance(value, datetime | date):
        return _date(value).isoformat()
    if isinstance(value, int | float) and float(value).is_integer():
        day = _EPOCH + timedelta(int(value)) if 0 < value < 100_000 else None
        if day and day.year in YEARS:
            return day.isoformat()
        value = int(value)
    text = _narrow(value)
    return text if parse_date(text) else _meant(meant_day(text, year), text)


def _period(value: Any, year: int | None) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m}"
    text = _plain_number(value) if isinstance(value, int | float) else _narrow(value)
    return text if parse_period(text) else _meant(meant_period(text, year), text)


def _meant(meant: Meant | None, text: str) -> str:
    """A month without its year belongs to the year of the record: in a sheet of one month that is certain."""
    return meant.text if meant else text
