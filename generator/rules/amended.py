"""Public corrections say what a record said before and what it says now. C04, T11 and the ledger ask whether they explain a change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.base.dates import parse_date
from generator.base.written import meant_day
from generator.records.differences import Change, Step, differences, leaves, text_of
from generator.records.kinds.commitments import CHANGEABLE, Commitment
from generator.records.kinds.corrections import Correction
from generator.records.lasting import all_lists
from generator.records.layout import Address
from generator.records.published import Published, states
from generator.records.read import Record
from generator.records.stated import hidden, stated
from generator.records.walk import fields

OPEN = "社会"
"""The audience of what everybody may read."""
WHOLE = "整份"
"""What a correction calls a record as a whole."""
PERSONAL = "个人信息"
"""What a correction may write instead of an old text that must not be repeated."""
ENDS = "名单到期"
"""Of a table that names persons."""
_REMOVED = frozenset(
    {"", "无", "没有", "删除", "删去", "取消", "作废", "撤下", "撤回", "撤销", "收回", "下架", "不再公开", "没有写"}
)
_MARKS = re.compile(r"[,，￥¥\s元]")
_FIGURE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)[^0-9万亿千百]{0,4}")
_NOTHING = frozenset({"0", "0.00"})
_DIGEST = re.compile(r"[0-9a-f]{16}")
"""A row of a list of persons, as the ledger knows it."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One line of a public correction."""

    by: str
    """Path of the correction."""
    field: str
    old: str
    new: str

    @property
    def key(self) -> str:
        return f"{self.by} {self.field}"


Amended = Mapping[str, tuple[Amendment, ...]]
"""Path of a record → what public corrections say of it."""


def amended(records: Iterable[Record], withheld: frozenset[Address], as_of: date) -> Amended:
    """What a place's corrections say that everybody may read on a day."""
    found: dict[str, tuple[Amendment, ...]] = {}
    for record in records:
        if not isinstance(record.body, Correction) or record.address in withheld:
            continue
        if record.body.publication.is_public(as_of):
            path = record.address.resolve(record.body.target).path
            lines = tuple(Amendment(record.path, one.field, one.old, one.new) for one in record.body.amendments)
            found[path] = (*found.get(path, ()), *lines)
    return found


def changes(known: Published, record: Record, as_of: date) -> list[Change]:
    """What a record states otherwise than it did when it was public and nothing was unexplained; none in most cases."""
    publication = record.body.publication
    if publication.audience != OPEN:
        return [Change((("公开",), ("范围",)), ("公开", "范围"), OPEN, publication.audience)]
    if publication.day > as_of:
        was = known.stated.get("公开", {}).get("公开日期", known.first.isoformat())
        return [Change((("公开",), ("公开日期",)), ("公开", "公开日期"), was, publication.day.isoformat())]
    if known.base is None and known.holds(record):
        return []
    if known.is_early:
        return list(_since_early(known, record))
    now = states(record, known.nonce)
    before = hidden(known.stated if known.base is None else known.base, record.body, known.nonce)
    over = {route for route, until in all_lists(record.body) if until is not None and until < as_of}
    left = frozenset(_ended(before, as_of.isoformat()))
    found = [
        one
        for one in differences(before, now)
        if one.new is not None or not (one.at in over or left.issuperset(leaves(one.old)))
    ]
    if (
        known.origin and known.origin.split("/")[-2] != record.address.kind
    ):  # another kind calls the same by other names
        said = frozenset(leaves(now))
        found = [change for change in found if change.old is None or not said.issuperset(leaves(change.old))]
    return found


def explanation(known: Published, change: Change, said: Amended) -> Amendment | None:
    """The line of a correction that explains a change; each line explains once."""
    lines = (one for one in said.get(known.path, ()) if one.key not in known.used)
    return next((one for one in lines if change.field == WHOLE or explains(one, change)), None)


def decided(record: Record, change: Change) -> bool:
    """A promise says itself who decided the change."""
    body, name = record.body, change.steps[0][0]
    if not isinstance(body, Commitment) or name not in CHANGEABLE:
        return False
    for one in body.changes:
        if one.field == CHANGEABLE[name]:
            year = one.day.year if one.day else None
            old, new = (
                (day.text if (day := meant_day(text, year)) else text) for text in (one.old or "", one.new or "")
            )
            if _is(old, change.old) and _is(new, change.new):
                return True
    return False


def removed(path: str, said: Amended, whole: str = WHOLE) -> bool:
    """A correction says that a record as a whole is no longer public."""
    return any(plain(one.field) == whole and plain(one.new) in _REMOVED for one in said.get(path, ()))


def explains(said: Amendment, change: Change) -> bool:
    """A correction names the field, its old value and its new one.

    >>> change = Change((("账户",), ("基本户", "第1行"), ("期末",)), ("账户", 0, "期末"), "64300", "64400")
    >>> explains(Amendment("x", "账户/基本户/期末", "64,300.00 元", "64400"), change)
    True
    >>> explains(Amendment("x", "账户/基本户/期末", "64,300.01", "64400"), change)
    False
    """
    if not _is_named(plain(said.field), change.steps):
        return False
    if plain(said.old) == PERSONAL and _may_be_personal(change.old):
        return _is(said.new, change.new) or _is_list_row(change.new)
    return _is(said.old, change.old) and _is(said.new, change.new)


def plain(text: str) -> str:
    """A value or a field's name without the marks that people leave out."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


def shown(value: Any) -> str:
    """A value in a message to the clerk."""
    if value is None:
        return "没有"
    return "名单里的一行" if _is_list_row(value) else text_of(value)[:60]


def is_figure(value: Any) -> bool:
    """An amount, a count or a day: villagers may be told what it was."""
    return isinstance(value, str) and bool(_FIGURE.fullmatch(value) or parse_date(value))


def figure(value: Any) -> Any:
    """An amount as people write it: 5,600.00 for 5600."""
    found = _FIGURE.fullmatch(value) if isinstance(value, str) else None
    return f"{Decimal(value):,f}" if found and found[1] == value else value


def now_is(new: Any) -> str:
    """现在是92,378.10 · 现在没有了"""
    return "现在没有了" if new is None else f"现在是{shown(new)}"


def _ended(value: Any, day: str) -> Iterator[str]:
    """The rows of tables whose 名单到期 is before a day, and that day: all that may leave a file without a word."""
    if isinstance(value, Mapping):
        if (end := value.get(ENDS, day)) < day:
            yield end
            yield from leaves(value.get("行", ()))
        for one in value.values():
            yield from _ended(one, day)
    elif isinstance(value, list):
        for one in value:
            yield from _ended(one, day)


def _since_early(known: Published, record: Record) -> Iterator[Change]:
    """The figures of an earlier program's line that are nowhere in the record now. It noted sums too: they follow from others.

    It also put in 0 where nothing was written.
    """
    now = stated(record.body, "")
    model: type[BaseModel] = record.kind.model
    own = {field.name for field in fields(model)}
    said = [*leaves(now), *("".join(leaves(value)) for value in now.values())]
    for path, text in known.stated.items():
        first, *rest = path.split("/")
        if first in own and not all(
            any(_same(part, one) for one in said) for part in text.split(" | ") if part not in _NOTHING
        ):
            yield Change(((first,), *((name,) for name in rest)), (first,), text, "改过")


def _is_named(field: str, steps: tuple[Step, ...]) -> bool:
    rest = field.strip("/")
    for number, step in enumerate(steps):
        if not rest:
            return number == len(steps) - 1 and number > 0  # the last name goes without saying
        names = sorted({plain(name) for name in step}, key=len, reverse=True)
        first = True
        while name := next((name for name in names if name and (rest == name or rest.startswith(f"{name}/"))), ""):
            rest, first = rest[len(name) + 1 :], False
            if len(step) == 1:
                break
        if first:
            return False
    return not rest


def _is(said: str, value: Any) -> bool:
    if value is None:
        return plain(said) in _REMOVED
    if isinstance(value, str):
        return _same(said, value)
    return plain(said) == plain(text_of(value)) or any(_same(said, leaf) for leaf in leaves(value))


def _same(said: str, value: str) -> bool:
    if plain(said) == plain(value):
        return True
    one, other = _FIGURE.fullmatch(plain(said)), _FIGURE.fullmatch(plain(value))
    if one and other:
        return Decimal(one[1]) == Decimal(other[1])
    day = parse_date(said.strip())
    return day is not None and day == parse_date(value)


def _may_be_personal(value: Any) -> bool:
    return value is not None and not is_figure(value)


def _is_list_row(value: Any) -> bool:
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))
