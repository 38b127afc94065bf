"""Counts working days by the State Council's holiday calendar, or by weekdays if the year's calendar is not known."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from generator.base.dates import add_days, weekdays_in
from generator.law.parameters import working_days_as_days


def working_days(first: date, last: date) -> int:
    """The number of working days from `first` to `last`, both included. In an unknown year they are Mondays to Fridays.

    >>> working_days(date(2026, 9, 30), date(2026, 10, 10)), working_days(date(2027, 10, 1), date(2027, 10, 7))
    (4, 5)
    """
    if last < first or unknown_year(first, last):
        return weekdays_in(first, last)
    return sum(_works(first + timedelta(days=number)) for number in range((last - first).days + 1))


def last_day(first: date, need: int) -> date:
    """The earliest last day of `need` working days that begin on `first`.

    If a year is not known, it is a day that is certainly late enough without holidays: N + ceil(N/5)×2 calendar days.
    """
    estimate = add_days(first, max(working_days_as_days(need) - 1, 0))
    day = first
    while not unknown_year(first, day):
        if working_days(first, day) >= need:
            return day
        day = add_days(day, 1)
    return estimate


def unknown_year(first: date, last: date) -> int | None:
    """The first year between two days whose holidays are not known."""
    known = _years()
    return next((year for year in (first.year, last.year) if year not in known), None)


def caveat(first: date, last: date) -> str:
    """The words beside a number of working days: （2027年的放假安排还不知道，按星期一到星期五算） or nothing."""
    year = unknown_year(first, last)
    return f"（{year}年的放假安排还不知道，按星期一到星期五算）" if year else ""


@lru_cache(maxsize=4096)
def _works(day: date) -> bool:
    from chinese_calendar import is_workday

    return bool(is_workday(day))


@cache
def _years() -> range:
    # This import is slow, and few rules count working days.
    from chinese_calendar.constants import holidays

    return range(min(holidays).year, max(holidays).year + 1)
