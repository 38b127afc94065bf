"""What many rules share: the limits of late and overdue, the order of days, and where a note comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.base.finding import Effect
from generator.rules import run
from generator.rules.catalogue import catalogue
from generator.rules.phrases import SAY_WHY, Event, late, out_of_order, overdue
from generator.rules.rule import Problem

DUE = date(2026, 8, 10)


@pytest.mark.parametrize(("day", "days"), [(date(2026, 8, 10), 0), (date(2026, 8, 11), 1), (date(2026, 9, 10), 31)])
def test_the_last_day_is_in_time(day: date, days: int) -> None:
    """On the last day nothing is late or overdue; one day later it is, by one day."""
    came = [*late(("日期",), "决议公开", DUE, day, SAY_WHY, note="决议"), *overdue((), "决议", DUE, day, "补上")]
    assert len(came) == (2 if days else 0)
    for problem in came:
        assert f"{days}天" in problem.message
        assert f"{days}天。" in problem.note
        assert "应在2026年8月10日前公开" in problem.message


def test_a_cause_stands_before_the_day() -> None:
    """What set the time running is told, and so is what had to be done."""
    (problem,) = late(
        (), "承诺答复", DUE, date(2026, 8, 12), SAY_WHY, "x.yml", note="村里", cause="上任，", verb="答复"
    )
    assert problem.message == "承诺答复晚了2天：上任，应在2026年8月10日前答复"
    assert problem.note == "村里应在2026年8月10日前答复，晚2天。"
    assert problem.path == "x.yml"


def test_the_same_day_is_in_order() -> None:
    """Only a later event with an earlier day is out of order; its neighbours after it are asked again."""
    days = (date(2026, 3, 1), date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 2))
    events = [Event(str(number), (number,), day) for number, day in enumerate(days)]
    assert [(before.name, after.name) for before, after in out_of_order(events)] == [("1", "2")]


@pytest.mark.parametrize(("effect", "note"), [(Effect.FLAG, "没有写明。"), (Effect.WITHHOLD, ""), (Effect.HINT, "")])
def test_a_note_left_out(effect: Effect, note: str) -> None:
    """Villagers read the clerk's message only beside what is public."""
    rule = replace(catalogue()["T12"], effect=effect)
    assert run._note(rule, Problem((), "没有写明", "补上")) == note
