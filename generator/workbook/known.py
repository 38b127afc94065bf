"""What is known of a record before it is filled in: what stays from the one before, and names to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.base.dates import parse_period
from generator.law.chart_of_accounts import chart_on
from generator.records.carried import before, carried
from generator.records.common import Kind
from generator.records.layout import Address
from generator.source.discover import SUFFIX
from generator.source.document import parse
from generator.workbook.filled import Filled, Row
from generator.workbook.sheets import BASE, sheets_of

RECORDS = 12
"""Earlier records that are looked through."""
CHOICES, TIMES = 40, 2
"""A column whose few texts come again and again is one to choose from."""
OFFICERS = ("经手", "批准", "编制", "审核人")
"""Columns for those who act in office."""
DECISIONS = 30


def begun(kind: Kind[Any], content: Path, address: Address) -> Filled:
    """What the record before already says, and the period that the file is named after."""
    folder = (content / address.path).parent
    last = before(folder, address.name)
    known: Mapping[str, Any] = carried(kind, last, address.name) if last else {}
    period = parse_period(address.name.upper())
    if period is not None and any(column.name == "期间" for column in sheets_of(kind)[-1].columns):
        known = {"期间": period.code, **known}
    rows: dict[str, Sequence[Row]] = {}
    for sheet in sheets_of(kind):
        if sheet.is_base:
            values = {column.name: _text(_inside(known, column.route)) for column in sheet.columns}
            rows[BASE] = [{name: text for name, text in values.items() if text}]
        else:
            items = _inside(known, sheet.route)
            rows[sheet.name] = [
                {name: text for name, value in item.items() if (text := _text(value))} for item in items or ()
            ]
    return Filled(rows)


def sample_of(kind: Kind[Any]) -> Filled:
    """The kind's sample, as far as there is room for it: what stands in for values that nobody has typed yet."""
    document = parse("", kind.sample.encode()).document
    root = document.root if document else {}
    base = sheets_of(kind)[-1]
    values = {column.name: _text(_inside(root, column.route)) for column in base.columns}
    return Filled({BASE: [{name: text for name, text in values.items() if text}]})


def lists(kind: Kind[Any], content: Path, address: Address) -> dict[str, tuple[str, ...]]:
    """Names to choose from, by the name of a column: of this place's earlier records, profile and decisions."""
    found: dict[str, tuple[str, ...]] = {}
    records = list(_earlier(content, address))
    for sheet in sheets_of(kind):
        for column in sheet.columns:
            if column.field.value == "文字" and not column.choices and not column.field.many and not sheet.is_base:
                seen = Counter(_said(records, sheet.route, column.route))
                if seen and len(seen) <= CHOICES and seen.total() >= TIMES * len(seen):
                    found[column.route[-1]] = tuple(sorted(seen))
    accounts = dict.fromkeys(_said(records[-1:], ("账户",), ("名称",)))
    if accounts:
        found |= {"账户": tuple(accounts), "转入账户": tuple(accounts)}
    officers = tuple(dict.fromkeys(_officers(content, address)))
    for name in OFFICERS:
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *officers)))
    there = sorted((content / address.place.folder / "decisions").glob(f"*{SUFFIX}"))[-DECISIONS:]
    found["决策"] = tuple(f"decisions/{file.stem}" for file in reversed(there))
    period = parse_period(address.name.upper())
    if period is not None:
        found["科目"] = tuple(f"{code} {name}" for code, name in chart_on(period.start).accounts.items())
    return {name: choices for name, choices in found.items() if choices}


def _earlier(content: Path, address: Address) -> Iterator[Mapping[str, Any]]:
    files = sorted(file for file in (content / address.path).parent.glob(f"*{SUFFIX}") if file.stem < address.name)
    for file in files[-RECORDS:]:
        read = parse(file.name, file.read_bytes())
        if read.document is not None:
            yield read.document.root


def _said(records: Sequence[Mapping[str, Any]], route: Sequence[str], column: Sequence[str]) -> Iterator[str]:
    for record in records:
        items = _inside(record, route)
        for item in items if isinstance(items, list) else ():
            text = _inside(item, column)
            if isinstance(text, str) and text:
                yield text


def _officers(content: Path, address: Address) -> Iterator[str]:
    """村民委员会主任 林志远, as the profile of the place has them."""
    profile = content / address.place.profile_path
    read = parse(profile.name, profile.read_bytes()).document if profile.is_file() else None
    name = read.root.get("名称") if read else None
    for body in _items(read.root.get("机构")) if read else ():
        called = str(body.get("名称", "")).removeprefix(str(name))
        for officer in _items(body.get("成员")):
            if officer.get("姓名"):
                yield f"{called}{officer.get('职务', '')} {officer['姓名']}"


def _items(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _inside(part: Any, route: Sequence[str]) -> Any:
    for name in route:
        part = part.get(name) if isinstance(part, Mapping) else None
    return part


def _text(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "、".join(value)
    return value if isinstance(value, str) else ""
