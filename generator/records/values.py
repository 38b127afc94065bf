"""Field types of records. Each turns the clerk's text into a value or refuses it.

Every error says in Chinese what is wrong and, where it can be told, the corrected text to paste.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.base.dates import Period, parse_date, parse_period, suggest_date
from generator.base.money import parse_money, suggest_money
from generator.records.marks import Headline, Unit

MAX_TEXT = 20_000
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")


class Model(BaseModel):
    """The base of all records and their parts. They are frozen, refuse unknown keys, and are read by Chinese names."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False, defer_build=True)

    def shown(self, attribute: str) -> object:
        """A value as pages show it; files of data hold what is written."""
        return getattr(self, attribute)

    def beside(self) -> tuple[tuple[str, str], ...]:
        """What follows from the values of one row and is shown beside them, by name."""
        return ()


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside the annotation `X`, `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def wrong(message: str, remedy: str) -> PydanticCustomError:
    """The error for a value that cannot be read. Braces in the clerk's text are escaped, for pydantic formats the message."""
    return PydanticCustomError("value", "{said}", {"said": message, "remedy": remedy})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("这里应该是一段文字", "把内容写在冒号后面，同一行")
    return value


def _read_text(value: object) -> object:
    text = _text(value).strip()
    if len(text) > MAX_TEXT:
        raise wrong(f"文字太长（{len(text)}个字，最多{MAX_TEXT}）", "只写要点，长文件作为附件")
    return text


def _read_money(value: object) -> object:
    text = _text(value)
    amount = parse_money(text)
    if amount is None:
        meant = suggest_money(text)
        raise wrong(
            f"金额“{text}”写法不对",
            f"改成：{meant}" if meant else "只写数字，单位是元，最多两位小数，例如 1234.50",
        )
    return amount


def _read_number(value: object) -> object:
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
        remedy = f"改成：{plain}" if _NUMBER.fullmatch(plain) else "只写数字，不写单位，例如 12.5"
        raise wrong(f"数字“{text}”写法不对", remedy)
    return Decimal(text)


def _read_share(value: object) -> object:
    return _read_number(value)


def _read_count(value: object) -> object:
    text = _text(value)
    if not _COUNT.fullmatch(text):
        plain = re.sub(r"[人户个件条票份次,，\s]", "", unicodedata.normalize("NFKC", text))
        plain = plain.lstrip("0") or "0"
        remedy = f"改成：{plain}" if _COUNT.fullmatch(plain) else "只写整数，不写单位，例如 42"
        raise wrong(f"人数或件数“{text}”写法不对", remedy)
    return int(text)


def _read_day(value: object, info: ValidationInfo) -> object:
    text = _text(value)
    day = parse_date(text)
    if day is None:
        context: dict[str, Any] = info.context or {}
        meant = suggest_date(text, context.get("year"))
        raise wrong(f"日期“{text}”写法不对", f"改成：{meant}" if meant else "写成“年-月-日”，例如 2026-03-01")
    return day


def _read_period(value: object) -> object:
    text = _text(value)
    period = parse_period(text)
    if period is None:
        plain = unicodedata.normalize("NFKC", text).replace(" ", "")
        match = re.fullmatch(r"([0-9]{4})[年./-]?([0-9]{1,2})月?", plain)
        meant = f"{match[1]}-{int(match[2]):02d}" if match else ""
        remedy = f"改成：{meant}" if parse_period(meant) else "写成 2026-10（月）、2026-Q3（季度）或 2026（年）"
        raise wrong(f"期间“{text}”写法不对", remedy)
    return period


def _read_flag(value: object) -> object:
    text = _text(value)
    if text not in ("是", "否"):
        yes = text.lower() in {"yes", "true", "y", "1", "有", "对"}
        no = text.lower() in {"no", "false", "n", "0", "无", "没有"}
        raise wrong(f"“{text}”要写“是”或“否”", f"改成：{'是' if yes else '否'}" if yes or no else "只能写“是”或“否”")
    return text == "是"


_REFERENCE = re.compile(r"(?:/[a-z0-9-]+/[a-z0-9-]+/)?[a-z]+/[a-z0-9][a-z0-9-]*")


def _read_reference(value: object) -> object:
    text = _text(value).strip().removesuffix(".yml")
    if not _REFERENCE.fullmatch(text):
        raise wrong(
            f"“{text}”不是记录的位置", "写成“文件夹/文件名”，例如 decisions/2026-04-road；别的村前面加“/镇/村/”"
        )
    return text


Text = Annotated[str, BeforeValidator(_read_text)]
Title = Annotated[str, BeforeValidator(_read_text), Headline()]
Money = Annotated[Decimal, BeforeValidator(_read_money)]
"""元"""
Number = Annotated[Decimal, BeforeValidator(_read_number)]
Share = Annotated[Decimal, BeforeValidator(_read_share)]
"""A part of a whole: 0.65, which pages show as 65%."""
Count = Annotated[int, BeforeValidator(_read_count)]
People = Annotated[int, BeforeValidator(_read_count), Unit("人")]
Households = Annotated[int, BeforeValidator(_read_count), Unit("户")]
Cases = Annotated[int, BeforeValidator(_read_count), Unit("件")]
Mu = Annotated[Decimal, BeforeValidator(_read_number), Unit("亩")]
Day = Annotated[date, BeforeValidator(_read_day)]
Term = Annotated[Period, BeforeValidator(_read_period)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
Reference = Annotated[str, BeforeValidator(_read_reference)]
"""`decisions/2026-04-road` in the same place, or `/shidu/liuwan/decisions/2026-04-road`."""
