"""By when something has to be public: days from an end, a beginning or an event, or a last day of the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from generator.base.dates import Period, add_days
from generator.law.parameters import Parameters
from generator.records.local import Frequency

From = Literal["期末", "期初", "当年", "次年", "开会", "收到"]

_AFTER = {"每月": "月后", "每季度": "季后", "每半年": "半年后", "每年": "年后"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when an item of a period, or an event, has to be public."""

    counted_from: From
    days: str
    """A number of days, the name of a parameter, or for 当年 and 次年 the last day: 03-31."""

    def number(self, parameters: Parameters) -> int:
        """How many days."""
        return int(self.days) if self.days.isdigit() else int(getattr(parameters, _names()[self.days]))

    def within(self, days: int | None) -> Deadline:
        """The same with another number of days; a last day of the year becomes days after the period."""
        if days is None:
            return self
        return Deadline("期末" if self.counted_from in ("当年", "次年") else self.counted_from, str(days))

    def day(self, period: Period, parameters: Parameters) -> date:
        """The last day for a period."""
        if self.counted_from in ("当年", "次年"):
            month, day = map(int, self.days.split("-"))
            return date(period.end.year + (self.counted_from == "次年"), month, day)
        start = period.start if self.counted_from == "期初" else period.end
        return add_days(start, self.number(parameters))

    def after(self, day: date, parameters: Parameters) -> date:
        """The last day for what happened on `day`."""
        return add_days(day, self.number(parameters))

    def words(self, frequency: Frequency, parameters: Parameters) -> str:
        """月后15天内 · 次年1月31日前 · 开会后5天内"""
        match self.counted_from:
            case "当年" | "次年":
                month, day = map(int, self.days.split("-"))
                return f"{'次年' if self.counted_from == '次年' else ''}{month}月{day}日前"
            case "期初":
                number = self.number(parameters)
                return f"开始后{number}天内" if number else "开始那天以前"
            case "期末":
                return f"{_AFTER[frequency]}{self.number(parameters)}天内"
        return f"{self.counted_from}后{self.number(parameters)}天内"


@cache
def _names() -> Mapping[str, str]:
    """The field of each parameter's Chinese name."""
    return {field.alias or name: name for name, field in Parameters.model_fields.items()}
