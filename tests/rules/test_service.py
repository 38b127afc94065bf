"""V01 keeps the same dates as 公开情况 (law/obligations)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.law.directory import national
from generator.law.obligations import obligations
from generator.law.parameters import resolve
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.places import Village
from generator.records.read import read_record
from generator.rules.rule import Context
from generator.rules.service.v01_questions_answered import check

START = date(2026, 11, 1)
PLACE = Place("shidu", "liuwan")


@given(st.integers(-3, 40), st.none() | st.integers(0, 40), st.integers(0, 60))
def test_late_and_missing_are_the_same_as_in_the_list_of_duties(received: int, reply: int | None, today: int) -> None:
    day, as_of = START + timedelta(days=received), START + timedelta(days=today)
    text = f"标题: 路灯\n收到日期: {day}\n问题: 路灯什么时候装？\n公开: {{公开日期: {day}}}\n"
    if reply is not None:
        text += f"答复: {{日期: {day + timedelta(days=reply)}, 内容: 年底前。}}\n"
    record = read_record(Address(PLACE, "questions", "x"), text.encode()).record
    assert record
    profile = Village.model_validate({"名称": "柳湾村", "区划代码": "990123100201", "开始公开日期": START.isoformat()})
    context = Context(as_of, resolve(), PLACE, profile, directory=national(Publisher.VILLAGE))
    duties = obligations(profile, (record,), frozenset(), context.parameters, as_of)
    states = [duty.state for duty in duties if duty.item == "答复村民"]
    routes = [problem.at for problem in check(record, context)]
    assert routes == {"晚": [("答复", "日期")], "缺": [("收到日期",)]}.get(states[0] if states else "", [])


def test_the_township_has_its_own_days() -> None:
    place = Place("shidu")
    reply = "答复: {日期: 2026-11-21, 内容: 年底前。}"
    text = f"标题: 路灯\n收到日期: 2026-11-01\n问题: 路灯？\n{reply}\n公开: {{公开日期: 2026-11-21}}\n"
    record = read_record(Address(place, "questions", "x"), text.encode()).record
    assert record
    assert not list(
        check(record, Context(date(2026, 12, 31), resolve(), place, None, directory=national(Publisher.TOWNSHIP)))
    )
    village = Context(date(2026, 12, 31), resolve(), PLACE, None, directory=national(Publisher.VILLAGE))
    assert [problem.at for problem in check(record, village)] == [("答复", "日期")]
