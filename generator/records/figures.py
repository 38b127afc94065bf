"""Which of a record's values may not change silently once it is public: all figures and days (design, friction 1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from generator.base.dates import Period


def figures(body: BaseModel) -> dict[str, str]:
    """Field path → value as text: every amount, count and day, a row of a list in one line."""
    return dict(_figures(body, ""))


def _figures(model: BaseModel, before: str) -> Iterator[tuple[str, str]]:
    for attribute, field in type(model).model_fields.items():
        name, value = f"{before}{field.alias or attribute}", getattr(model, attribute)
        if isinstance(value, BaseModel):
            yield from _figures(value, f"{name}/")
        elif isinstance(value, tuple):
            for number, one in enumerate(value, 1):
                if isinstance(one, BaseModel) and (line := " | ".join(text for _, text in _figures(one, ""))):
                    yield f"{name}/第{number}行", line
        elif (text := _text(value)) is not None:
            yield name, text


def _text(value: object) -> str | None:
    match value:
        case bool() | None:
            return None
        case Decimal() | int():
            return str(value)
        case date():
            return value.isoformat()
        case Period():
            return value.code
        case _:
            return None
