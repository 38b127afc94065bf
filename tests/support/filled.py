"""A record of any kind in which every field that is shown holds a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import yaml
from pydantic import BaseModel

from generator.base.dates import day_long, day_short
from generator.records.common import Kind
from generator.records.tables import Table
from generator.records.walk import Field, shown_fields

TARGET = "notices/target-"
"""The records that references lead to."""


@dataclass(frozen=True)
class Mark:
    """What was written in one field."""

    where: str
    """明细/金额"""
    read: tuple[str, ...]
    """As people may read it; one of these."""
    data: tuple[str, ...]
    """As files of data hold it; one of these."""
    is_reference: bool = False


@dataclass
class Filled:
    """A record as the clerk writes it, and its marks."""

    text: str
    marks: list[Mark]
    others: dict[str, str] = field(default_factory=dict)
    """The records that it refers to, as kind/name → YAML."""


def filled(kind: Kind[Any]) -> Filled:
    """Every field of a kind with a mark; every list with an item for each choice that its items have."""
    writer = _Writer()
    root = writer.of_model(kind.model, "")
    root["公开"]["公开日期"] = "2026-10-15"
    root["公开"]["至"] = "2026-12-30"
    writer.marks = [mark for mark in writer.marks if mark.where not in ("公开/公开日期", "公开/至")]
    return Filled(
        yaml.safe_dump(root, allow_unicode=True, default_style='"', sort_keys=False), writer.marks, writer.others
    )


class _Writer:
    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.others: dict[str, str] = {}
        self.numbers = count(1301, 7)
        self.turn = -1
        """Which of its choices a field takes."""

    def of_model(self, model: type[BaseModel], where: str) -> dict[str, Any]:
        return {one.name: self._of(one, f"{where}{one.name}") for one in self._wanted(model)}

    def _wanted(self, model: type[BaseModel]) -> Iterator[Field]:
        return (one for one in shown_fields(model))

    def _of(self, one: Field, where: str) -> Any:
        if one.model is Table:
            value: Any = self._table(where)
        elif one.model is not None and one.many:
            return list(self._items(one.model, f"{where}/"))
        elif one.model is not None:
            value = self.of_model(one.model, f"{where}/")
        else:
            value = self._value(one, where)
        return [value] if one.many else value

    def _items(self, model: type[BaseModel], where: str) -> Iterator[dict[str, Any]]:
        outer = self.turn
        for turn in range(max((len(one.choices) for one in shown_fields(model)), default=0) or 1):
            self.turn = turn
            yield self.of_model(model, where)
        self.turn = outer

    def _value(self, one: Field, where: str) -> str:
        number = next(self.numbers)
        if one.choices:
            return self._told(where, one.choices[self.turn % len(one.choices)])
        match one.value:
            case "金额":
                text = f"{number}.37"
                return self._told(where, text, f"{number:,}.37", f"{number:,}")
            case "数":
                return self._told(where, f"{number}.5", f"{number:,}.5")
            case "整数":
                return self._told(where, str(number), f"{number:,}")
            case "比例":
                part = number % 899 + 101
                return self._told(where, f"0.{part}", f"{part // 10}.{part % 10}%".replace(".0%", "%"))
            case "日期":
                day = date(2026, 1, 1) + timedelta(number % 250)
                return self._told(where, day.isoformat(), day_long(day), day_short(day), f"{day.month}.{day.day}")
            case "期间":
                return self._told(where, str(1990 + number % 35))
            case "是否":
                return "是"
            case "网址":
                name = f"{TARGET}{number}"
                self.others[name] = f"标题: 有关的事{number}号\n栏目: 村务\n公开: {{公开日期: 2026-03-01}}\n"
                self.marks.append(Mark(where, (f"有关的事{number}号",), (f"{name}.html",), is_reference=True))
                return name
        return self._told(where, f"标记{number}号")

    def _table(self, where: str) -> dict[str, Any]:
        name, column, cell, total, note = (
            self._told(f"{where}/{part}", f"标记{next(self.numbers)}号")
            for part in ("名称", "列", "行", "合计", "备注")
        )
        return {"名称": name, "列": [{"列": column}], "行": [[cell]], "合计": [total], "备注": note}

    def _told(self, where: str, text: str, *read: str) -> str:
        self.marks.append(Mark(where, (text, *read), (text,)))
        return text
