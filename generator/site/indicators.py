"""Indicators: shares with a count, a whole and an aim. They are reported and never judged.

The aims come from the county's parameters (承诺兑现率、培训天数 …), or from the record itself in 目标指标.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator.base.dates import add_days, year_of
from generator.records.kinds.cases import CaseBook
from generator.records.kinds.commitments import fulfilment, is_member
from generator.records.kinds.honours import Honour
from generator.records.kinds.members import Membership
from generator.records.kinds.reviews import Review
from generator.records.kinds.statements import Statement, assets_of, owed_of
from generator.records.kinds.targets import Targets
from generator.site.model import Measured, PlaceSite

INDEBTED = Decimal("0.5")
"""A village counts as 负债村 from this ratio of liabilities to assets. The value is our own, no document gives one."""


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
        Indicator("组织承诺兑现率", "兑现的承诺", "到期的承诺", Decimal("0.95"), _LOCAL),
        Indicator("党员承诺兑现率", "兑现的承诺", "到期的承诺", Decimal("0.90"), _LOCAL),
        Indicator("代办办结率", "办结的", "到了承诺日期的"),
        Indicator("培训天数达标率", "一年培训够天数的岗位", "参加过培训的岗位"),
        Indicator("活动场所达标率", "达标的场所", "检查过的场所", Decimal(1), _LOCAL),
        Indicator("五个好达标率", "五条都好、没有过期的", "评定过的", Decimal("0.65"), _LOCAL),
        Indicator("有经营收入的村", "经营收入大于0的村", "公开了年度报表的村", Decimal("0.30"), _LOCAL),
        Indicator("负债重的村", "负债超过资产一半，或者费用大于收益的村", "公开了年度报表的村"),
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


def measured(place: PlaceSite, as_of: date) -> tuple[Measured, ...]:
    """The counts of a place's published records. An indicator without a count is left out."""
    found = [*_of_duties(place, as_of), *_of_promises(place, as_of), *_of_records(place, as_of)]
    return added(one for one in found if one.whole)


def added(some: Iterable[Measured]) -> tuple[Measured, ...]:
    """The counts of several places, added by name. They are in the order of the list, and others follow by name."""
    sums: dict[str, Measured] = {}
    for one in some:
        before = sums.get(one.name)
        sums[one.name] = (
            Measured(one.name, before.done + one.done, before.whole + one.whole, one.aim or before.aim)
            if before
            else one
        )
    order = {name: number for number, name in enumerate(INDICATORS)}
    return tuple(sorted(sums.values(), key=lambda one: (order.get(one.name, len(order)), one.name)))


def _measure(name: str, done: Decimal | int, whole: Decimal | int, aim: Decimal | None = None) -> Measured:
    known = INDICATORS.get(name)
    return Measured(name, Decimal(done), Decimal(whole), aim or (known.aim if known else None))


def _of_duties(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    tally = place.tally(as_of.year)
    yield _measure("公开及时率", tally.on_time, tally.due)
    yield _measure("目录覆盖率", tally.on_time + tally.late, tally.due)
    days = place.reply_days
    asked = [entry.body for entry in place.of_kind("questions") if add_days(entry.body.received, days) < as_of]
    kept = [one for one in asked if one.reply and one.reply.day <= add_days(one.received, days)]
    yield _measure("质询按期答复率", len(kept), len(asked))


def _of_promises(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    promises = [entry.body for entry in place.of_kind("commitments")]
    own = fulfilment((one for one in promises if not is_member(one)), as_of)
    members = fulfilment((one for one in promises if is_member(one)), as_of)
    yield _measure("组织承诺兑现率", *own, place.parameters.org_rate)
    yield _measure("党员承诺兑现率", *members, place.parameters.member_rate)


def _of_records(place: PlaceSite, as_of: date) -> Iterator[Measured]:
    year = year_of(as_of)
    for entry in place.entries:
        body = entry.body
        match body:
            case CaseBook():
                due = [one for one in body.cases if one.promised and one.promised <= as_of]
                yield _measure("代办办结率", sum(one.done is not None for one in due), len(due))
            case Review(satisfaction=said) if said:
                yield _measure("群众满意率", said.content, said.asked)
            case Review(five_good=five) if five:
                current = body.valid_to is None or body.valid_to >= as_of
                met = all((five.leaders, five.members, five.working, five.results, five.people))
                yield _measure("五个好达标率", int(met and current), 1)
            case Honour(quota=quota) if quota and year.covers(body.year):
                yield _measure("表彰名额使用", len(body.recipients), quota)
    yield from _of_targets(place)
    yield _trained(place, as_of)
    yield from _of_latest(place)


def _of_targets(place: PlaceSite) -> Iterator[Measured]:
    """Each goal as in its latest record."""
    latest: dict[str, tuple[date, Measured]] = {}
    for entry in place.of_kind("targets"):
        body: Targets = entry.body
        for goal in body.goals:
            name = goal.name or goal.metric
            name = f"{name}（{goal.level}）" if goal.level else name
            if name not in latest or latest[name][0] < body.period.end:
                latest[name] = (body.period.end, _measure(name, goal.done, goal.whole, goal.aim))
    yield from (one for _, one in latest.values())


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
        yield from _of_accounts(accounts)
    if people := _latest(place, "members", lambda one: one.period.end):
        yield from _of_members(people)


def _latest(place: PlaceSite, folder: str, day: Callable[[Any], date]) -> Any:
    return max((entry.body for entry in place.of_kind(folder)), key=day, default=None)


def _of_accounts(body: Statement) -> Iterator[Measured]:
    earned = sum((one.amount for one in body.income if one.chart_code == "501"), Decimal(0))
    spent = sum((one.amount for one in body.expense), Decimal(0))
    income = sum((one.amount for one in body.income), Decimal(0))
    yield _measure("有经营收入的村", int(earned > 0), 1)
    yield _measure("负债重的村", int(owed_of(body) >= INDEBTED * assets_of(body) or spent > income), 1)


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
