"""Indicators: shares with a count, a whole and an aim. They are reported and never judged.

The aims come from the county's parameters (承诺兑现率、培训天数 …), or from the record itself in 目标指标.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.base.dates import year_of
from generator.base.inexact import all_exact
from generator.records.kinds.cases import completion
from generator.records.kinds.commitments import Fulfilment, fulfilment, is_member
from generator.records.kinds.honours import Honour
from generator.records.kinds.members import Membership
from generator.records.kinds.reviews import Review
from generator.records.kinds.statements import Statement, assets_of, owed_of
from generator.records.kinds.targets import Goal, Targets
from generator.site.model import Measured, PlaceSite


@dataclass(frozen=True, slots=True)
class Indicator:
    """The meaning of a share."""

    name: str
    counted: str
    """What is counted: 兑现的承诺"""
    whole: str
    """The whole: 到期的承诺"""
    aim: Decimal | None = None
    source: str = ""
    """The source of the aim."""


_LOCAL = "外地做法，供对照"
INDICATORS: dict[str, Indicator] = {
    one.name: one
    for one in (
        Indicator("公开及时率", "按时公开的", "应公开的"),
        Indicator("目录覆盖率", "已经公开的", "应公开的"),
        Indicator("质询按期答复率", "按期答复的提问", "到了答复期限的提问"),
        Indicator("组织承诺兑现率", "兑现的承诺（晚兑现的也算）", "到期的承诺", Decimal("0.95"), _LOCAL),
        Indicator("党员承诺兑现率", "兑现的承诺（晚兑现的也算）", "到期的承诺", Decimal("0.90"), _LOCAL),
        Indicator("代办办结率", "办结的", "今年到了承诺日期的"),
        Indicator("培训天数达标率", "一年培训够天数的岗位", "参加过培训的岗位"),
        Indicator("活动场所达标率", "达标的场所", "检查过的场所", Decimal(1), _LOCAL),
        Indicator("五个好达标率", "五条都好、没有过期的", "评定过的", Decimal("0.65"), _LOCAL),
        Indicator("有经营收入的比例", "经营收入大于0的", "公开了年度报表的", Decimal("0.30"), _LOCAL),
        Indicator("负债重的比例", "负债占资产太多（几成由参数定），或者费用大于收益的", "公开了年度报表的"),
        Indicator("新党员高中以上", "高中以上文化的", "当年新发展的党员", Decimal("0.80"), _LOCAL),
        Indicator("新党员35岁以下", "35岁以下的", "当年新发展的党员", Decimal("0.80"), _LOCAL),
        Indicator("新党员妇女", "妇女", "当年新发展的党员", Decimal("0.30"), _LOCAL),
        Indicator("一技之长党员", "有一技之长的", "党员", Decimal("0.30"), _LOCAL),
        Indicator("流动党员联系率", "联系得上的", "流出的党员"),
        Indicator("后备干部配备", "后备干部", "干部职数", Decimal(1), _LOCAL),
        Indicator("表彰名额使用", "表彰的", "名额", Decimal(1), _LOCAL),
        Indicator("群众满意率", "满意的", "参加测评的"),
    )
}
"""The indicators that are counted from records. Records of 目标指标 name more, with their own aims."""


SAME = {
    "五个好达标": "五个好达标率",
    "活动场所达标": "活动场所达标率",
    "有一技之长党员": "一技之长党员",
    "后备干部": "后备干部配备",
}
"""What 目标指标 call something that is counted from records too, and the one name under which it is told."""
RATIO = "人均纯收入比"
"""Two averages side by side; every other share is a part of its whole."""


def measured(place: PlaceSite, as_of: date) -> tuple[Measured, ...]:
    """What a place's published records count towards the indicators, nothing where nothing is counted.

    What a 目标指标 record states goes before what can be counted from single records, of which some may be missing.
    """
    stated = [one for one in _of_targets(place) if one.whole]
    found = [*_of_duties(place, as_of), *_of_promises(place, as_of), *_of_records(place, as_of)]
    return put_together(stated, [one for one in found if one.whole])


def put_together(own: Sequence[Measured], *others: Sequence[Measured]) -> tuple[Measured, ...]:
    """Measures of a place and of those below it by name, in the order of the list; others behind, by name."""
    return added([*own, *(one for some in others for one in unstated(own, some))])


def unstated(own: Iterable[Measured], some: Iterable[Measured]) -> tuple[Measured, ...]:
    """Measures without those that `own` states for all places below it: nothing is counted twice."""
    stated = {one.name for one in own if one.stated}
    return tuple(one for one in some if one.name not in stated)


def added(some: Iterable[Measured]) -> tuple[Measured, ...]:
    """Measures of places side by side, by name and in the order of the list; others behind, by name."""
    by_name: dict[str, list[Measured]] = {}
    for one in some:
        by_name.setdefault(one.name, []).append(one)
    order = {name: number for number, name in enumerate(INDICATORS)}
    names = sorted(by_name, key=lambda name: (order.get(name, len(order)), name))
    return tuple(_sum(by_name[name]) for name in names)


def _sum(ones: Sequence[Measured]) -> Measured:
    if len(ones) == 1:
        return ones[0]
    parts = [counted(one) for one in ones]
    return Measured(
        ones[0].name,
        sum((one.done for one in parts), Decimal(0)),
        sum((one.whole for one in parts), Decimal(0)),
        next((one.aim for one in reversed(parts) if one.aim is not None), None),
        stated=any(one.stated for one in parts),
    )


def counted(one: Measured) -> Measured:
    """What a place adds to a sum: never more than its whole, so that one place's surplus hides no other's gap."""
    return one if one.name.startswith(RATIO) else replace(one, done=min(one.done, one.whole))


def _measure(name: str, done: Decimal | int, whole: Decimal | int, aim: Decimal | None = None) -> Measured:
    known = INDICATORS.get(name)
    aim = aim if aim is not None or known is None else known.aim
    return counted(Measured(name, Decimal(done), Decimal(whole), aim))


def _of_duties(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    tally = place.tally(as_of.year)
    yield _measure("公开及时率", tally.on_time, tally.due)
    yield _measure("目录覆盖率", tally.on_time + tally.late, tally.due)
    asked = [one for one in place.obligations if one.is_answer and one.due < as_of]
    states = Counter(one.state for one in asked)
    yield _measure("质询按期答复率", states["按时"], states["按时"] + states["晚"] + states["缺"])


def promises_of(place: PlaceSite, as_of: date) -> tuple[Fulfilment, Fulfilment]:
    """How the promises of the village or township stand, and those of its party members. Every page counts them here."""
    promises = [entry.body for entry in place.of_kind("commitments")]
    own = fulfilment((one for one in promises if not is_member(one)), as_of)
    return own, fulfilment((one for one in promises if is_member(one)), as_of)


def _of_promises(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    own, members = promises_of(place, as_of)
    yield _measure("组织承诺兑现率", own.kept, own.due, place.parameters.org_rate)
    yield _measure("党员承诺兑现率", members.kept, members.due, place.parameters.member_rate)


def _of_records(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    year = year_of(as_of)
    books = (entry.body for entry in place.of_kind("cases"))
    yield _measure("代办办结率", *completion(books, as_of), place.parameters.case_rate)
    for entry in place.entries:
        body = entry.body
        match body:
            case Review(satisfaction=said) if said and all_exact(said.asked, said.content):
                yield _measure("群众满意率", said.content, said.asked)
            case Review(five_good=five) if five:
                current = body.valid_to is None or body.valid_to >= as_of
                met = all((five.leaders, five.members, five.working, five.results, five.people))
                yield _measure("五个好达标率", int(met and current), 1)
            case Honour(quota=quota) if quota and body.year and year.covers(body.year):
                yield _measure("表彰名额使用", len(body.recipients), quota)
    yield _trained(place, as_of)
    yield from _of_latest(place)


def _of_targets(place: PlaceSite) -> Iterator[Measured]:
    """Each goal as in its latest record."""
    latest: dict[str, tuple[date, Measured]] = {}
    for entry in place.of_kind("targets"):
        body: Targets = entry.body
        if body.period is None:
            continue
        for goal in body.goals:
            name = _called(goal)
            if not all_exact(goal.done, goal.whole):
                continue
            if name not in latest or latest[name][0] < body.period.end:
                latest[name] = (body.period.end, Measured(name, goal.done, goal.whole, goal.aim, stated=True))
    yield from (one for _, one in latest.values())


def _called(goal: Goal) -> str:
    """五个好达标率 where villages or members are counted, as the records of these are; else by its own name and level."""
    level = goal.level or ""
    if goal.metric in SAME and (not level or "村" in level or "党员" in level):
        return SAME[goal.metric]
    return f"{goal.called}（{level}）" if level else goal.called


def _trained(place: PlaceSite, as_of: date) -> Measured:
    """The posts that had enough days of training in the year before, and all posts."""
    days: dict[tuple[str, str], Decimal] = {}
    for entry in place.of_kind("trainings"):
        if entry.body.day.year == as_of.year - 1:
            for one in entry.body.trainees:
                key = (one.post, one.post_class)
                days[key] = days.get(key, Decimal(0)) + one.days
    needed = {key: place.parameters.training_days(key[1]) for key in days}
    counted = [key for key in days if needed[key]]
    return _measure("培训天数达标率", sum(days[key] >= needed[key] for key in counted), len(counted))


def _of_latest(place: PlaceSite) -> Iterator[Measured]:
    """The counts of which only the latest record matters."""
    if venue := _latest(place, "venues", lambda one: one.checked):
        yield _measure("活动场所达标率", int(venue.standard_met), 1)
    if accounts := _latest(place, "statements", lambda one: one.year.end):
        yield from _of_accounts(accounts, place.parameters.debt_share)
    if people := _latest(place, "members", lambda one: one.period.end):
        yield from _of_members(people)


def _latest(place: PlaceSite, folder: str, day: Callable[[Any], date]) -> Any:
    return max((entry.body for entry in place.of_kind(folder)), key=day, default=None)


def _of_accounts(body: Statement, debt_share: Decimal) -> Iterator[Measured]:
    earned = sum((one.amount for one in body.income if one.chart_code == "501"), Decimal(0))
    spent = sum((one.amount for one in body.expense), Decimal(0))
    income = sum((one.amount for one in body.income), Decimal(0))
    yield _measure("有经营收入的比例", int(earned > 0), 1)
    owed = owed_of(body)
    indebted = owed > 0 and owed >= debt_share * assets_of(body)
    yield _measure("负债重的比例", int(indebted or spent > income), 1)


def _of_members(body: Membership) -> Iterator[Measured]:
    if body.recruited:
        new = body.recruited
        yield _measure("新党员高中以上", new.educated, new.total)
        yield _measure("新党员35岁以下", new.young, new.total)
        yield _measure("新党员妇女", new.women, new.total)
    if body.skilled is not None:
        yield _measure("一技之长党员", body.skilled, body.members)
    if body.mobile:
        yield _measure("流动党员联系率", body.mobile.reached, body.mobile.away)
    if body.office_posts and body.reserves is not None:
        yield _measure("后备干部配备", body.reserves, body.office_posts)
