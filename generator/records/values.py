"""Field types of records. Each turns the clerk's text into a value or refuses it.

Every error says in Chinese what is wrong and, where it can be told, the corrected text to paste.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.base.dates import Period, parse_date, parse_period
from generator.base.inexact import parse_inexact
from generator.base.money import parse_money
from generator.base.written import Meant, impossible_day, meant_day, meant_number, meant_period
from generator.records import shapes
from generator.records.marks import Headline, Unit

MAX_TEXT = 20_000
NO_TEXT = "这里应该是一段文字"
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
INEXACT = "不准的写 约820，原件上没有数的写 不详"
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")


class Unread(Exception):
    """A rule asks for a field that could not be read. It has nothing to say of this record until that is mended."""


class Model(BaseModel):
    """The base of all records and their parts. They are frozen, refuse unknown keys, and are read by Chinese names."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False, defer_build=True)

    def shown(self, attribute: str) -> object:
        """A value as pages show it; files of data hold what is written."""
        return getattr(self, attribute)

    if not TYPE_CHECKING:  # a type checker would take any name for granted

        def __getattr__(self, name: str) -> Any:
            """Called only for what is not there: a field that `records.partly` left out."""
            if name in type(self).model_fields:
                raise Unread(name)
            raise AttributeError(f"{type(self).__name__} has no {name}")

    def beside(self) -> tuple[tuple[str, str], ...]:
        """What follows from the values of one row and is shown beside them, by name."""
        return ()


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside the annotation `X`, `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def wrong(message: str, remedy: str, meant: Meant | None = None, code: str = "S01") -> PydanticCustomError:
    """A value that cannot be read. Braces in the clerk's own text must not be taken for a template.

    Args:
        remedy: what to do where `meant` does not say it.
        meant: the text to put in its place.
        code: of the rule that explains it.
    """
    if meant is not None:
        remedy = f"改成：{meant.text}" + ("" if meant.certain else "（对照原件看对不对）")
    return PydanticCustomError("value", "{said}", {"said": message, "remedy": remedy, "meant": meant, "code": code})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong(NO_TEXT, "把内容写在冒号后面，同一行")
    return value


def _read_text(value: object) -> object:
    text = _text(value).strip()
    if len(text) > MAX_TEXT:
        raise too_long(text)
    return text


def too_long(text: str) -> PydanticCustomError:
    """What is said of a text of more than `MAX_TEXT` characters."""
    return wrong(f"文字太长（{len(text)}个字，最多{MAX_TEXT}）", "只写要点，长文件作为附件")


def _checked(meant: Meant | None, read: Callable[[str], Decimal | int | None]) -> Meant | None:
    """A suggestion, if it can be read itself."""
    return meant if meant and (read(meant.text) is not None or parse_inexact(meant.text, read) is not None) else None


def _read_money(value: object) -> object:
    text = _text(value)
    amount = parse_money(text)
    if amount is None:
        amount = parse_inexact(text, parse_money)
    if amount is None:
        meant = _checked(meant_number(text, "元"), parse_money)
        raise wrong(f"金额“{text}”写法不对", f"只写数字，单位是元，最多两位小数，例如 1234.50；{INEXACT}", meant)
    return amount


def read_number(text: str, unit: str = "") -> Decimal:
    """A figure counted in `unit`.

    Raises:
        PydanticCustomError: it is none, with what was probably meant.
    """
    number = parse_number(text)
    if number is None:
        raise wrong(f"数字“{text}”写法不对", f"只写数字，不写单位，例如 12.5；{INEXACT}", meant_cell(text, unit))
    return number


def _plain_number(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def parse_number(text: str) -> Decimal | None:
    """A figure, exact or not, or None.

    >>> parse_number("12.5"), parse_number("约12.5"), parse_number("12.5亩")
    (Decimal('12.5'), 约12.5, None)
    """
    return Decimal(text) if _NUMBER.fullmatch(text) else parse_inexact(text, _plain_number)


def meant_cell(text: str, unit: str) -> Meant | None:
    """What a cell that is no number was meant to say, in its column's unit."""
    return _checked(meant_number(text, unit), _plain_number)


def _read_number(value: object) -> object:
    return read_number(_text(value))


def _read_share(value: object) -> object:
    return _read_number(value)


def _read_area(value: object) -> object:
    return read_number(_text(value), "亩")


def _read_count(value: object) -> object:
    text = _text(value)
    if _COUNT.fullmatch(text):
        return int(text)
    count = parse_inexact(text, _plain_count)
    if count is None:
        meant = _checked(meant_number(text, counted=True), _plain_count)
        raise wrong(f"人数或件数“{text}”写法不对", f"只写整数，不写单位，例如 42；{INEXACT}", meant)
    return count


def _plain_count(text: str) -> int | None:
    return int(text) if _COUNT.fullmatch(text) else None


def _year(info: ValidationInfo) -> int | None:
    """The year in the file's name, for what was written without one."""
    context: dict[str, Any] = info.context or {}
    return context.get("year")


def _read_day(value: object, info: ValidationInfo) -> object:
    text = _text(value)
    day = parse_date(text)
    if day is None:
        impossible = impossible_day(text)
        message = f"日期“{text}”写法不对" if not impossible else f"日期“{text}”不对：{impossible}"
        remedy = "对照原件，写真有的那一天" if impossible else "写成“年-月-日”，例如 2026-03-01"
        raise wrong(message, remedy, meant_day(text, _year(info)))
    return day


def _read_period(value: object, info: ValidationInfo) -> object:
    text = _text(value)
    period = parse_period(text)
    if period is None:
        remedy = "写成 2026-10（月）、2026-Q3（季度）、2026（年）或 2026-01-01至2026-06-30（起止）"
        raise wrong(f"期间“{text}”写法不对", remedy, meant_period(text, _year(info)))
    return period


def _read_flag(value: object) -> object:
    text = _text(value)
    if text not in ("是", "否"):
        yes = text.lower() in {"yes", "true", "y", "1", "有", "对", "√", "✓", "on"}
        no = text.lower() in {"no", "false", "n", "0", "无", "没有", "×", "off"}
        meant = Meant("是" if yes else "否") if yes or no else None
        raise wrong(f"“{text}”要写“是”或“否”", "只能写“是”或“否”", meant)
    return text == "是"


GLUE = re.compile(r"\s*[，、；;]\s*")
"""Marks with which several things are written one after another."""


def _read_name(value: object) -> object:
    text = _read_text(value)
    if isinstance(text, str) and GLUE.search(text):
        parts = GLUE.split(text)
        raise wrong(
            f"“{text}”中间不是英文逗号，{len(parts)}项连成了一项",
            f"用英文逗号隔开，后面空一格，或者一行写一项：{', '.join(parts)}",
            code="Y07",
        )
    return text


_REFERENCE = re.compile(r"(?:/[a-z0-9-]+/[a-z0-9-]+/|/records/)?[a-z]+/[a-z0-9][a-z0-9-]*")


def _read_reference(value: object) -> object:
    text = _text(value).strip().removesuffix(".yml")
    if not _REFERENCE.fullmatch(text):
        raise wrong(
            f"“{text}”不是记录的位置",
            "写成“文件夹/文件名”，例如 decisions/2026-04-road；别的村前面加“/镇/村/”，县里的前面加“/records/”",
        )
    return text


_OLD_ADDRESS = re.compile(r"(?:[a-z0-9-]+/[a-z0-9-]+/|records/)?[a-z]+/[a-z0-9][a-z0-9-]*")


def _read_old_address(value: object) -> object:
    text = _text(value).strip().removeprefix("content/").strip("/").removesuffix(".yml").removesuffix(".html")
    if not _OLD_ADDRESS.fullmatch(text):
        raise wrong(f"“{text}”不是以前的位置", "写成“镇/村/文件夹/文件名”，例如 shidu/liuwan/notices/2026-10")
    return text


Text = Annotated[str, BeforeValidator(_read_text), shapes.ANY_TEXT]
Title = Annotated[str, BeforeValidator(_read_text), Headline(), shapes.ANY_TEXT]
Name = Annotated[str, BeforeValidator(_read_name), shapes.ANY_TEXT]
"""One of several in a list: a word or two, never a sentence."""
Money = Annotated[Decimal, PlainValidator(_read_money), shapes.MONEY]
"""元. Figures and counts may be `Inexact`: 约820, 不详, 1**."""
Number = Annotated[Decimal, PlainValidator(_read_number), shapes.NUMBER]
Share = Annotated[Decimal, BeforeValidator(_read_share), shapes.SHARE]
"""A part of a whole: 0.65, which pages show as 65%."""
Count = Annotated[int, PlainValidator(_read_count), shapes.COUNT]
People = Annotated[int, PlainValidator(_read_count), Unit("人"), shapes.COUNT]
Households = Annotated[int, PlainValidator(_read_count), Unit("户"), shapes.COUNT]
Cases = Annotated[int, PlainValidator(_read_count), Unit("件"), shapes.COUNT]
Mu = Annotated[Decimal, PlainValidator(_read_area), Unit("亩"), shapes.AREA]
Day = Annotated[date, BeforeValidator(_read_day), shapes.DAY]
Term = Annotated[Period, BeforeValidator(_read_period), shapes.TERM]
Flag = Annotated[bool, BeforeValidator(_read_flag), shapes.FLAG]
OldAddress = Annotated[str, BeforeValidator(_read_old_address), shapes.OLD_ADDRESS]
"""Where a record stood before: `notices/2026-10` in the same place, or `shidu/liuwan/notices/2026-10`. No file is there now."""
Reference = Annotated[str, BeforeValidator(_read_reference), shapes.REFERENCE]
"""`decisions/2026-04-road` in the same place, `/shidu/liuwan/decisions/2026-04-road`, or `/records/notices/2026-04` of the county."""
