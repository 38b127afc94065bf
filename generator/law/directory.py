"""公开目录: which items have to be public, how often, by when, by whom and where; national defaults, changed locally."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from generator.law.data import load
from generator.law.deadline import Deadline
from generator.law.parameters import Parameters
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.local import Frequency, LocalItem

Part = Literal["期内", "期末", "整期"]
"""Which record of less than a year or half-year is enough: any in it, one that reaches its last day, or none."""


@dataclass(frozen=True, slots=True)
class Fulfils:
    """A sort of record that makes an item public."""

    kind: str
    key: str = ""
    """The Chinese name of a field; empty where the kind alone decides."""
    values: frozenset[str] = frozenset()
    """One of which the field says; empty where it is enough that something stands there."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a directory."""

    name: str
    board: Board
    elements: tuple[str, ...]
    basis: tuple[str, ...]
    """Keys of citations.yml."""
    frequency: Frequency
    busy: Frequency
    """How often where the village publishes its accounts by the month."""
    due: Deadline | None
    body: str
    channels: tuple[str, ...]
    audience: str
    display: str
    """At least so many days on the board: a number or the name of a parameter; empty where nothing is laid down."""
    fulfilled: tuple[Fulfils, ...]
    template: str
    """The kind that `disclose new` starts it with."""
    suffix: str
    """What the file's name has after its period."""
    required: bool
    """From the beginning; else from the first record of its sort."""
    part: Part
    exempt: str = ""
    """Why it does not apply here."""
    since: date | None = None
    """The first day on which the law sets a clock; None where it always did as far as records go back."""
    once: tuple[date, Frequency] | None = None
    """Until which day it was rarer, and how often then."""

    def rhythm(self, parameters: Parameters, *, monthly: bool = False) -> str:
        """每季度，季后20天内"""
        frequency = self.busy if monthly else self.frequency
        if self.due is None:
            return frequency
        words = self.due.words(frequency, parameters)
        return words if frequency == "随时" else f"{frequency}，{words}"


ANYTHING = "有"
"""In directory.yml: something stands in the field, whatever it is."""


@cache
def national(level: Publisher) -> tuple[Item, ...]:
    """The directory of a level where nothing else is laid down; empty where no law lays down a day for what recurs."""
    data = load("directory.yml")
    known = Publisher.TOWNSHIP if level is Publisher.STREET else level
    return tuple(_item(name, data["事项"][name], known) for name in data.get(known, ()))


def localised(items: Iterable[Item], lines: Iterable[LocalItem]) -> tuple[Item, ...]:
    """A directory with what the county, the township and the village changed, in this order; the last word wins."""
    changed = {item.name: item for item in items}
    for line in lines:
        if item := changed.get(line.item):
            changed[line.item] = replace(
                item,
                frequency=line.frequency or item.frequency,
                since=None if line.frequency else item.since,
                once=None if line.frequency else item.once,
                busy=line.frequency or item.busy,
                due=item.due and item.due.within(line.days),
                required=item.required if line.required is None else line.required,
                exempt=(line.reason or "") if line.exempt else "",
            )
    return tuple(changed.values())


def due_after(items: Iterable[Item], name: str, day: date, parameters: Parameters) -> date | None:
    """By when what happened on `day` has to be public; None where the directory sets no day or the item does not apply."""
    item = next((item for item in items if item.name == name), None)
    return item.due.after(day, parameters) if item and item.due and not item.exempt else None


def reply_days(items: Iterable[Item], parameters: Parameters) -> int | None:
    """Within how many days a question is answered in the place that a directory belongs to; None where it says none."""
    found = (item.due.number(parameters) for item in items if item.due and item.due.counted_from == "收到")
    return next(found, None)


def _item(name: str, entry: Mapping[str, Any], level: Publisher) -> Item:
    due, sample = entry.get("期限"), entry["样本"]
    return Item(
        name=name,
        board=Board(entry["栏目"]),
        elements=tuple(entry["要素"]),
        basis=tuple(entry["依据"]),
        frequency=entry["频率"],
        busy=entry.get("按月公开", entry["频率"]),
        due=Deadline(due["从"], due.get("天") or due["日"]) if due else None,
        body=entry["主体"],
        channels=tuple(entry["渠道"]),
        audience=entry["范围"],
        display=entry.get("公布天数", ""),
        fulfilled=tuple(_fulfils(one) for one in entry["记录"]),
        template=sample["种类"],
        suffix=sample.get("文件名", ""),
        required=entry.get("必须") == "是",
        part=entry.get("算数", "期内"),
        since=_day(entry.get("起", {}).get(level)),
        once=(date.fromisoformat(entry["从前"]["止"]), entry["从前"]["频率"]) if "从前" in entry else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _fulfils(entry: Mapping[str, Any]) -> Fulfils:
    keys = [key for key in entry if key != "种类"]
    if not keys:
        return Fulfils(entry["种类"])
    given = entry[keys[0]]
    values = () if given == ANYTHING else [given] if isinstance(given, str) else given
    return Fulfils(entry["种类"], keys[0], frozenset(values))
