"""A published record as plain JSON values under its Chinese keys: what its page shows and nothing more.

JSON is written as open data has it: Chinese as it is, no spaces, one record to a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.base.dates import Period
from generator.base.inexact import UNWRITTEN, Inexact
from generator.records.flat import AS_WRITTEN
from generator.records.places import called
from generator.records.tables import Table
from generator.records.walk import ValueType, shown_fields
from generator.site.model import CountySite, Entry, PlaceSite

Address = Callable[[str], str | None]
"""A reference as written → the page it leads to; None when that record is not public."""
Step = tuple[str, str, bool, Callable[[Any], Any] | None, bool, bool]
"""Attribute, Chinese key, several, how a value is said, is a reference, is a part of its own."""


encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def with_list(head: Mapping[str, Any], key: str, items: Iterable[str]) -> bytes:
    """An object whose last member is a list; each of its items, given as JSON, stands on a line of its own."""
    lines = ",\n".join(items)
    return f"{encode(head)[:-1]},{encode(key)}:[\n{lines}\n]}}\n".encode()


def address(county: CountySite, url: str) -> str:
    """A page's address; from the site's root where the county has not said where its site is."""
    return county.site_url + url


def plain_record(county: CountySite, place: PlaceSite, entry: Entry) -> dict[str, Any]:
    """All that is public of a record.

    Args:
        place: the record's; references to what is not public are left out.
    """

    def leads_to(reference: str) -> str | None:
        link = place.links.titles.get(entry.address.resolve(reference).path)
        return address(county, link.url) if link else None

    own = {
        "网址": address(county, entry.url),
        "标题": entry.title,
        "记录种类": entry.kind.name,
        "概要": entry.brief,
        "栏目": called(entry.board, place.terms),
        "版本": entry.version,
        "校验码": entry.check_code,
        "需要说明的地方": [{"规则": note.code, "说明": note.text, "依据": note.basis} for note in entry.notes],
        "以前的版本": [
            {"版本": past.number, "公开日期": past.day.isoformat(), "校验码": past.check_code} for past in entry.history
        ],
    }
    return own | plain(entry.lasting, leads_to) | own  # first and unchanged, whatever a kind calls its fields


def plain(model: BaseModel, leads_to: Address) -> dict[str, Any]:
    """The fields of a model that have a value. Money and numbers stay text: no float ever touches them.

    A figure that is not exact gives its number, where there is one, and under `AS_WRITTEN` what is written.
    """
    if isinstance(model, Table):
        model = shown(model)
    values = vars(model)
    said: dict[str, Any] = {}
    for attribute, key, many, say, is_reference, is_part in _steps(type(model)):
        value = values[attribute]
        if value is None or (many and not value):
            continue
        if isinstance(value, Inexact):
            if value is not UNWRITTEN:
                said.setdefault(AS_WRITTEN.name, {})[key] = str(value)
            if not value.is_known:
                continue
            value = Decimal(value) if say else int(value)
        if is_part:
            said[key] = [plain(one, leads_to) for one in value] if many else plain(value, leads_to)
        elif is_reference:
            found = [page for one in (value if many else (value,)) if (page := leads_to(one))]
            if found:
                said[key] = found if many else found[0]
        elif say is None:
            said[key] = value
        else:
            said[key] = [say(one) for one in value] if many else say(value)
    return said


def shown(table: Table) -> Table:
    """A table with a column about persons goes out as its total only: what is downloaded cannot be taken back."""
    if any(column.personal for column in table.columns):
        return table.model_copy(update={"rows": ()})
    return table


@cache
def _steps(model: type[BaseModel]) -> tuple[Step, ...]:
    return tuple(
        (
            field.attribute,
            field.name,
            field.many,
            _SAID.get(field.value),
            field.value == "网址",
            field.model is not None,
        )
        for field in shown_fields(model)
    )


def money(value: Decimal) -> str:
    """Two decimals, no commas.

    >>> money(Decimal("5600")), money(Decimal("-0.5")), money(Decimal("1234.50"))
    ('5600.00', '-0.50', '1234.50')
    """
    text = str(value)
    return text if text[-3:-2] == "." else f"{value:.2f}"


def _code(value: Period) -> str:
    return value.code


_SAID: dict[ValueType, Callable[[Any], Any]] = {
    "金额": money,
    "数": str,
    "比例": str,
    "日期": date.isoformat,
    "期间": _code,
}
