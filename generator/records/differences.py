"""What was stated and is not stated any more. Rows of lists are found again by what stands in them, wherever they stand now."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.base.finding import Key
from generator.records.stated import Stated, canonical

CLOSED = "期间"
"""A record with this field tells of a time that is over: a row that is added changes what its page said in total."""
_LIVING = frozenset({"公开", "相关", "附件", "说明"})
"""The fields of every record. They may grow at any time."""
_CALLING = ("号", "名称", "步骤", "事项", "科目", "组", "岗位", "项目", "题目")
"""How names of fields end whose value is what people call a row by."""
Step = tuple[str, ...]
"""One step of the way to a value: the names by which people call it, the usual one first. A row's second is its number."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that was stated otherwise."""

    steps: tuple[Step, ...]
    at: tuple[Key, ...]
    """The route in what is stated now; of a row that is gone, that of its list."""
    old: Any
    """None where it was added."""
    new: Any
    """None where it is gone."""

    @property
    def field(self) -> str:
        """账户/基本户/期末"""
        return "/".join(step[0] for step in self.steps)


def differences(old: Mapping[str, Any], new: Mapping[str, Any], *, added: bool = False) -> list[Change]:
    """Every value of `old` that `new` has not, or has otherwise.

    Args:
        added: what only `new` has is a change too.
    """
    return list(_of_parts(old, new, (), (), added=added, closed=CLOSED in old))


def restored(new: Stated, changes: list[Change]) -> Stated:
    """`new` as if these changes had not been made."""
    plain: Stated = copy.deepcopy(new)
    gone: list[tuple[Any, Key]] = []
    for change in changes:
        *way, last = change.at
        holder: Any = plain
        for key in way:
            holder = holder[key]
        if len(change.steps) > len(change.at):  # a row that is gone: its place is anywhere in its list
            holder[last].append(change.old)
        elif change.old is None:
            gone.append((holder, last))
        else:
            holder[last] = change.old
    for holder, at in reversed(gone):  # rows were found from first to last
        del holder[at]
    return plain


def text_of(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "，".join(text_of(one) for one in value.values())
    if isinstance(value, list):
        return " | ".join(text_of(one) for one in value)
    return str(value)


def leaves(value: Any) -> Iterator[str]:
    """The single values inside a value."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield str(value)


def _of(
    old: Any, new: Any, steps: tuple[Step, ...], at: tuple[Key, ...], *, added: bool, closed: bool
) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _of_parts(old, new, steps, at, added=added, closed=closed)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_rows(old, new, steps, at, added=added, closed=closed)
    else:
        yield Change(steps, at, old, new)


def _of_parts(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    steps: tuple[Step, ...],
    at: tuple[Key, ...],
    *,
    added: bool,
    closed: bool,
) -> Iterator[Change]:
    for name, value in old.items():
        inner = closed and not (not steps and name in _LIVING)
        yield from _of(value, new.get(name), (*steps, (name,)), (*at, name), added=added, closed=inner)
    for name, value in new.items():
        grown = closed and isinstance(value, list) and not (not steps and name in _LIVING)
        if name not in old and added and isinstance(value, Mapping):
            yield from _of_parts({}, value, (*steps, (name,)), (*at, name), added=added, closed=closed)
        elif name not in old and (added or grown):
            yield Change((*steps, (name,)), (*at, name), None, value)


def _of_rows(
    old: list[Any], new: list[Any], steps: tuple[Step, ...], at: tuple[Key, ...], *, added: bool, closed: bool
) -> Iterator[Change]:
    pairs, gone, more = _paired(old, new, in_order=bool(at) and isinstance(at[-1], int))
    for before, after in pairs:
        label = _names(old, before)
        yield from _of(old[before], new[after], (*steps, label), (*at, after), added=added, closed=closed)
    for before in gone:
        yield Change((*steps, _names(old, before)), at, old[before], None)
    if added or closed:
        for after in more:
            yield Change((*steps, _names(new, after)), (*at, after), None, new[after])


def _paired(old: list[Any], new: list[Any], *, in_order: bool) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Which row is which: rows that are the same first, then those that have most in common. Also who has no partner.

    Args:
        in_order: they are the cells of a row, each in its column.
    """
    if in_order:
        both = min(len(old), len(new))
        return [(at, at) for at in range(both)], list(range(both, len(old))), list(range(both, len(new)))
    free: dict[str, list[int]] = {}
    for index, row in enumerate(new):
        free.setdefault(canonical(row), []).append(index)
    left: list[int] = []
    for index, row in enumerate(old):
        if same := free.get(canonical(row)):
            same.pop(0)
        else:
            left.append(index)
    rest = sorted(index for some in free.values() for index in some)
    if isinstance(old[0] if old else None, str):  # a single value is another one, or it stands at the same place
        pairs = [(index, index) for index in left if index in rest]
    else:
        pairs = []
        for before in left:
            scores = {after: _likeness(old[before], new[after]) for after in rest}
            best = max(rest, key=lambda after: (scores[after], -abs(after - before)), default=None)
            if best is not None and not scores[best] and before in rest:
                best = before
            if best is not None and (scores[best] or best == before):
                rest.remove(best)
                pairs.append((before, best))
    taken = {before for before, _ in pairs}
    used = {after for _, after in pairs}
    return pairs, [index for index in left if index not in taken], [index for index in rest if index not in used]


def _likeness(one: Any, other: Any) -> int:
    """How many single values two rows have in common, at the same place."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return sum(one[name] == other[name] for name in one.keys() & other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return sum(a == b for a, b in zip(one, other, strict=False))
    return 0


def _names(rows: list[Any], index: int) -> Step:
    """What a row may be called: by a value that no other row has, by its number, by any of its values."""
    row = rows[index]
    number = f"第{index + 1}行"
    if not isinstance(row, Mapping):
        return (number, number, *leaves(row))
    own = {name: text for name, text in row.items() if isinstance(text, str)}
    others = [other for at, other in enumerate(rows) if at != index and isinstance(other, Mapping)]
    alone = [name for name, text in own.items() if all(other.get(name) != text for other in others)]
    calling = [own[name] for name in alone if name.endswith(_CALLING)]
    return (*(calling[:1] or [number]), number, *own.values())
