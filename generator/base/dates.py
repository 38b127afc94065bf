"""Dates and accounting periods (months, quarters, years, free spans) and how they are said."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from functools import lru_cache
from typing import Literal

CHINA = timezone(timedelta(hours=8))
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_YEAR = re.compile(r"([0-9]{4})")


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """The day when `text` is a real day written YYYY-MM-DD, else None.

    >>> parse_date("2026-03-01"), parse_date("2026-3-1"), parse_date("2026-02-30")
    (datetime.date(2026, 3, 1), None, None)
    """
    match = _ISO.fullmatch(text)
    return real_day(*match.groups()) if match else None


YEARS = range(1900, 2200)
"""Anything else in a village's papers is a slip of the keyboard."""


def real_day(year: str, month: str, day: str) -> date | None:
    """The day of these digits; None where there is no such day, or it is out of all reach."""
    try:
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of days that accounts are closed for, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int:
        """The calendar months that it touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def is_month(self) -> bool:
        return self == month_of(self.start)

    @property
    def is_quarter(self) -> bool:
        return self == quarter_of(self.start)

    @property
    def is_half(self) -> bool:
        return self in halves_of(self.start)

    def covers(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def label(self) -> str:
        """2026年10月 · 2026年第三季度 · 2026年上半年 · 2026年 · 2016年4月1日至2017年3月31日"""
        if self.is_month:
            return f"{self.start.year}年{self.start.month}月"
        if self.is_quarter:
            return f"{self.start.year}年第{'一二三四'[(self.start.month - 1) // 3]}季度"
        if self.is_half:
            return f"{self.start.year}年{'上' if self.start.month == 1 else '下'}半年"
        if self == year_of(self.start):
            return f"{self.start.year}年"
        return f"{day_long(self.start)}至{day_long(self.end)}"

    @property
    def short_label(self) -> str:
        """Without the year where the page already says it: 10月 · 第三季度 · 5—6月 · 全年"""
        if self.is_month:
            return f"{self.start.month}月"
        if self.is_quarter:
            return f"第{'一二三四'[(self.start.month - 1) // 3]}季度"
        if self == year_of(self.start):
            return "全年"
        whole = self.start.day == 1 and self.end == month_of(self.end).end and self.start.year == self.end.year
        return f"{self.start.month}—{self.end.month}月" if whole else self.label

    def label_in(self, year: int) -> str:
        """As said on a page about `year`: 10月, and 2025年10月 for another year's."""
        return self.short_label if self.start.year == self.end.year == year else self.label

    @property
    def year_before(self) -> Period:
        """The same days of the year before; the end of a month stays one."""
        start, end = (_day_of_year_before(day) for day in (self.start, self.end))
        return Period(start, month_of(end).end if self.end == month_of(self.end).end else end)

    @property
    def code(self) -> str:
        """As written in a record: 2026-10 · 2026-Q3 · 2026 · 2016-04-01至2017-03-31"""
        if self.is_month:
            return f"{self.start:%Y-%m}"
        if self.is_quarter:
            return f"{self.start.year}-Q{(self.start.month - 1) // 3 + 1}"
        if self == year_of(self.start):
            return f"{self.start.year}"
        return f"{self.start.isoformat()}至{self.end.isoformat()}"


def _day_of_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def parse_period(text: str) -> Period | None:
    """`2026-10`, `2026-Q3`, `2026` or `2016-04-01至2017-03-31`; None when it is none of them.

    >>> parse_period("2026-10").label, parse_period("2026-Q3").label, parse_period("2026-13")
    ('2026年10月', '2026年第三季度', None)
    """
    if match := _MONTH.fullmatch(text):
        return month_of(date(int(match[1]), int(match[2]), 1)) if int(match[1]) in YEARS else None
    if match := _QUARTER.fullmatch(text):
        return quarter_of(date(int(match[1]), int(match[2]) * 3, 1)) if int(match[1]) in YEARS else None
    if match := _YEAR.fullmatch(text):
        return year_of(date(int(match[1]), 1, 1)) if int(match[1]) in YEARS else None
    start, _, end = text.partition("至")
    first, last = parse_date(start), parse_date(end)
    return Period(first, last) if first and last and first <= last else None


@lru_cache(maxsize=4096)
def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


@lru_cache(maxsize=4096)
def quarter_of(day: date) -> Period:
    """The calendar quarter that holds `day`."""
    first = (day.month - 1) // 3 * 3 + 1
    return Period(date(day.year, first, 1), month_of(date(day.year, first + 2, 1)).end)


def halves_of(day: date) -> tuple[Period, Period]:
    """Both halves of the calendar year that holds `day`."""
    return (
        Period(date(day.year, 1, 1), date(day.year, 6, 30)),
        Period(date(day.year, 7, 1), date(day.year, 12, 31)),
    )


def year_of(day: date) -> Period:
    """The calendar year that holds `day`."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def months_between(first: date, last: date) -> tuple[Period, ...]:
    """Every calendar month from the one of `first` to the one of `last`."""
    months = []
    day = first.replace(day=1)
    while day <= last:
        months.append(month_of(day))
        day = months[-1].end + timedelta(days=1)
    return tuple(months)


def quarters_between(first: date, last: date) -> tuple[Period, ...]:
    """Every calendar quarter from the one of `first` to the one of `last`."""
    quarters = []
    day = quarter_of(first).start
    while day <= last:
        quarters.append(quarter_of(day))
        day = quarters[-1].end + timedelta(days=1)
    return tuple(quarters)


def halves_between(first: date, last: date) -> tuple[Period, ...]:
    """Every half of a calendar year from the one of `first` to the one of `last`."""
    halves = (half for year in years_between(first, last) for half in halves_of(year.start))
    return tuple(half for half in halves if half.end >= first and half.start <= last)


def years_between(first: date, last: date) -> tuple[Period, ...]:
    """Every calendar year from the one of `first` to the one of `last`."""
    return tuple(year_of(date(year, 1, 1)) for year in range(first.year, last.year + 1))


Rhythm = Literal["每月", "每季度", "每半年", "每年"]
_BETWEEN: Mapping[str, Callable[[date, date], tuple[Period, ...]]] = {
    "每月": months_between,
    "每季度": quarters_between,
    "每半年": halves_between,
    "每年": years_between,
}


def periods_between(rhythm: str, first: date, last: date) -> tuple[Period, ...]:
    """Every period of a rhythm from the one of `first` to the one of `last`; none where the rhythm has no periods (随时).

    >>> [period.label for period in periods_between("每半年", date(2026, 3, 1), date(2026, 7, 1))]
    ['2026年上半年', '2026年下半年']
    """
    between = _BETWEEN.get(rhythm)
    return between(first, last) if between else ()


def in_year(day: date, period: Period) -> date | None:
    """The same day in the year of a period, if it lies inside it: what is mistyped is the year, in January most often.

    >>> in_year(date(2025, 10, 9), parse_period("2026-10")), in_year(date(2026, 11, 9), parse_period("2026-10"))
    (datetime.date(2026, 10, 9), None)
    """
    try:
        meant = day.replace(year=period.end.year)
    except ValueError:
        return None
    return meant if period.covers(Period(meant, meant)) else None


def add_days(day: date, days: int) -> date:
    """`day` moved by `days`, held inside the calendar (a wild date must not crash a build)."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day `months` later; the last one of a shorter month.

    >>> add_months(date(2026, 1, 31), 1), add_months(date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def weekdays_in(first: date, last: date) -> int:
    """Mondays to Fridays from `first` to `last`, both included; public holidays are not known.

    >>> weekdays_in(date(2026, 11, 6), date(2026, 11, 12)), weekdays_in(date(2026, 11, 7), date(2026, 11, 8))
    (5, 0)
    """
    days = (last - first).days + 1
    if days <= 0:
        return 0
    return days // 7 * 5 + sum((first.weekday() + rest) % 7 < 5 for rest in range(days % 7))


def day_short(day: date) -> str:
    """10月8日"""
    return f"{day.month}月{day.day}日"


def day_long(day: date) -> str:
    """2026年10月8日"""
    return f"{day.year}年{day.month}月{day.day}日"
