"""M07: the working days of a window, whatever weekday it begins on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import add_days, weekdays_in
from generator.law.parameters import working_days_as_days

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(-5, 60))
def test_weekdays_are_counted_one_by_one(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    one_by_one = sum((first + timedelta(days=n)).weekday() < 5 for n in range(max(0, length + 1)))
    assert weekdays_in(first, last) == one_by_one


@given(DAYS, st.integers(0, 60))
def test_the_day_that_is_proposed_is_late_enough(first: date, need: int) -> None:
    assert weekdays_in(first, add_days(first, working_days_as_days(need) - 1)) >= need
