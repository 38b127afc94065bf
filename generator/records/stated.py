"""What a record states, as plain values: every field of every kind, found by the model. Blanks, quotes and order of keys do not count."""

from __future__ import annotations

import copy
import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.base.dates import Period
from generator.base.inexact import Inexact
from generator.records.lasting import all_lists, lists_persons
from generator.records.marks import Unstated
from generator.records.walk import fields

SETTINGS = frozenset({"参数", "公开目录", "开始公开日期", "财务每月公开", "类型", "演示日期"})
"""The fields of a profile by which a place is judged."""
Stated = dict[str, Any]
"""Chinese name of a field → its value: text, a list, or the same again. What is not written, or is as usual, is left out."""


def stated(body: BaseModel, nonce: str) -> Stated:
    """Every field of a record that says something.

    Args:
        nonce: secret of the record. A row of a list of persons that expires stands only as a digest together with it.
    """
    found: Stated = {}
    for field in fields(type(body)):
        value = getattr(body, field.attribute)
        if value is None or value in ((), {}) or _is_usual(value, field.default) or field.has(Unstated):
            continue
        plain = _plain(value, nonce)
        is_list = lists_persons(field, body)
        found[field.name] = [digest_with(nonce, canonical(row))[:16] for row in plain] if is_list else plain
    return found


def hidden(before: Stated, body: BaseModel, nonce: str) -> Stated:
    """What was stated before, as it is stated now that some of its tables are lists of persons."""
    plain = before
    for route, _ in all_lists(body):
        rows: Any = before
        for key in route:
            known = key in rows if isinstance(rows, dict) else isinstance(key, int) and key < len(rows)
            rows = rows[key] if known else ()
        if any(not isinstance(row, str) for row in rows):
            plain = copy.deepcopy(before) if plain is before else plain
            holder: Any = plain
            for key in route[:-1]:
                holder = holder[key]
            holder[route[-1]] = [digest_with(nonce, canonical(row))[:16] for row in rows]
    return plain


def settings(profile: BaseModel) -> Stated:
    """What a profile lays down of what has to be public, and by when."""
    return {name: value for name, value in stated(profile, "").items() if name in SETTINGS}


def canonical(value: object) -> str:
    """The one way to write plain values as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_with(nonce: str, text: str) -> str:
    """SHA-256 in hex of a text after a secret, so that nobody can try out what the text may have been."""
    return hashlib.sha256(f"{nonce}\n{text}".encode()).hexdigest()


def _is_usual(value: object, default: object) -> bool:
    """A figure that is not exact (约, 不详) equals no other, whatever its number."""
    return value is default or (
        value == default and not isinstance(value, Inexact) and not isinstance(default, Inexact)
    )


def _plain(value: Any, nonce: str) -> Any:
    match value:
        case BaseModel():
            return stated(value, nonce)
        case tuple() | list():
            return [_plain(one, nonce) for one in value]
        case dict():
            return {str(key): _plain(one, nonce) for key, one in value.items()}
        case Inexact():
            return str(value)
        case bool():
            return "是" if value else "否"
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case Period():
            return value.code
        case _:
            return str(value)
