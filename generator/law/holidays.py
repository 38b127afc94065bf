"""Working days by the State Council's holiday calendar; where a year's is not known, by weekdays, which is said."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from generator.base.dates import add_days, weekdays_in
from generator.law.parameters import working_days_as_days


def working_days(first: date, last: date) -> int:
    """Working days from `first` to `last`, both included; Mondays to Fridays where `unknown_year` says so.

    >>> working_days(date(2026, 9, 30), date(2026, 10, 10)), working_days(date(2027, 10, 1), date(2027, 10, 7))
    (4, 5)
    """
    if last < first or unknown_year(first, last):
        return weekdays_in(first, last)
    return sum(_works(first + timedelta(days=number)) for number in range((last - first).days + 1))


def last_day(first: date, need: int) -> date:
    """The earliest day until which `need` working days pass, `first` counted.

    Where a year is not known, a day that is late enough if there is no holiday: N + ceil(N/5)×2 calendar days.
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
    """What has to be said beside a number of working days: （2027年的放假安排还不知道，按星期一到星期五算）"""
    year = unknown_year(first, last)
    return f"（{year}年的放假安排还不知道，按星期一到星期五算）" if year else ""


@lru_cache(maxsize=4096)
def _works(day: date) -> bool:
    from chinese_calendar import is_workday

    return bool(is_workday(day))


@cache
def _years() -> range:
    # Loaded only where a rule counts working days.
    from chinese_calendar.constants import holidays

    return range(min(holidays).year, max(holidays).year + 1)
