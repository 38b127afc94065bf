"""Working days: holidays and made-up weekends where the year is known, weekdays and a word about it where it is not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import weekdays_in
from generator.law.holidays import caveat, last_day, unknown_year, working_days
from tests.support.village import AS_OF, judge

KNOWN = st.dates(date(2004, 1, 1), date(2026, 6, 30))
UNKNOWN = st.dates(date(2027, 1, 1), date(2030, 12, 31))


def test_national_day_2026() -> None:
    """1 to 7 October are free, Saturday the 10th is worked."""
    assert working_days(date(2026, 10, 1), date(2026, 10, 7)) == 0
    assert working_days(date(2026, 10, 10), date(2026, 10, 10)) == 1
    assert working_days(date(2026, 10, 11), date(2026, 10, 11)) == 0


@given(KNOWN, st.integers(1, 30))
def test_the_last_day_is_the_earliest_that_is_enough(first: date, need: int) -> None:
    last = last_day(first, need)
    assert working_days(first, last) == need
    assert last == first or working_days(first, last - timedelta(days=1)) < need


@given(UNKNOWN, st.integers(1, 30))
def test_an_unknown_year_is_said_and_estimated(first: date, need: int) -> None:
    last = last_day(first, need)
    assert weekdays_in(first, last) >= need
    assert working_days(first, last) == weekdays_in(first, last)
    assert caveat(first, last) == f"（{first.year}年的放假安排还不知道，按星期一到星期五算）"


def test_a_span_into_an_unknown_year() -> None:
    """The remedy cannot know the turn of the year, so it leaves room."""
    assert unknown_year(date(2026, 12, 30), date(2027, 1, 4)) == 2027
    assert last_day(date(2026, 12, 30), 5) == date(2027, 1, 5)
    assert unknown_year(date(2026, 1, 1), date(2026, 12, 31)) is None
    assert unknown_year(date(2003, 12, 1), date(2004, 1, 1)) == 2003
    assert working_days(date(2026, 5, 2), date(2026, 5, 1)) == 0


def test_the_finding_says_it() -> None:
    text = """\
标题: 优秀党员表彰公示
栏目: 村务
形式: 公示
事项: 表彰
公开:
  公开日期: {0}
  至: {1}
  审核: [{{机构: 村务监督委员会, 日期: 2026-01-04}}]
"""

    def said(first: str, last: str, as_of: date = AS_OF) -> list[str]:
        files = {"shidu/liuwan/notices/x.yml": text.format(first, last)}
        return [f.message + f.note for f in judge(files, as_of=as_of).findings if f.code == "T06"]

    assert said("2026-09-28", "2026-10-09") == []
    assert "只公开4个工作日，至少要5个工作日从" in said("2026-09-28", "2026-10-08")[0]
    later = said("2027-03-01", "2027-03-03", date(2027, 4, 1))
    assert "2027年的放假安排还不知道" in later[0]


def test_the_calendar_is_loaded_only_where_days_are_counted() -> None:
    code = "import sys, generator.rules.catalogue as c; c.catalogue(); sys.exit('chinese_calendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
