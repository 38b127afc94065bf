"""`disclose due`: lists what is late, missing or due this month, with the command that starts each record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.base.dates import Period, day_long, month_of
from generator.law.directory import Item
from generator.law.obligations import UNUSED, Obligation
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Place


@dataclass(frozen=True, slots=True)
class PlaceDuties:
    """What one village, or a township itself, has to make public."""

    place: Place
    name: str
    township: str
    """The name of its township."""
    duties: tuple[Obligation, ...]
    """The obligations. Late ones have the reason that the record or the village gives."""
    directory: tuple[Item, ...]
    drafts: tuple[str, ...] = ()
    """Paths of the records without 公开日期."""

    def missing(self) -> tuple[Obligation, ...]:
        return self._of("缺")

    def late(self, year: int) -> tuple[Obligation, ...]:
        """The late ones of this year that have no reason."""
        return tuple(duty for duty in self._of("晚") if duty.due.year == year and not duty.reason)

    def coming(self, as_of: date) -> tuple[Obligation, ...]:
        """The ones that are not public and are due by the end of the month."""
        return tuple(duty for duty in self._of("未到") if duty.due <= month_of(as_of).end)

    def withheld(self) -> tuple[Obligation, ...]:
        return self._of("暂缓")

    def _of(self, state: str) -> tuple[Obligation, ...]:
        return tuple(sorted((d for d in self.duties if d.state == state), key=lambda d: (d.due, d.title)))


def village_due(one: PlaceDuties, as_of: date, content: str) -> Iterator[str]:
    """A village's list for the month.

    Args:
        content: the folder of records as it is written on the command line.
    """
    yield f"{one.name}{as_of.year}年{as_of.month}月要做的（{day_long(as_of)}的情况）"
    start = partial(_to_start, one)
    groups = (
        ("缺的", one.missing(), start),
        ("晚了还没写原因的", one.late(as_of.year), _to_explain),
        ("这个月到期的", one.coming(as_of), start),
        ("暂缓公开的", one.withheld(), _to_mend),
    )
    if not any(duties for _, duties, _ in groups):
        yield "这个月没有要做的。"
    for heading, duties, how in groups:
        if duties:
            yield ""
            yield f"{heading}（{len(duties)}件）"
        for number, duty in enumerate(duties, 1):
            yield f"{number}. {duty.title}：{_when(duty, as_of)}"
            if duty.reason:
                yield f"   说明：{duty.reason}"
            yield from (f"   {line}" for line in how(duty, content))
    if one.drafts:
        yield ""
        yield f"草稿（{len(one.drafts)}份，没有写“公开日期”，不算公开）"
        yield from (f"{number}. {content}/{path}" for number, path in enumerate(one.drafts, 1))
    yield from _not_applicable(one)


def overview_due(heading: str, places: Sequence[PlaceDuties], as_of: date, word: str) -> Iterator[str]:
    """A township's or the county's places in a line each, and what each is missing; townships that owe nothing are not told.

    Args:
        word: the local word for villages.
    """
    yield f"{heading}各{word}要做的（{day_long(as_of)}的情况）"
    for one in places:
        missing, late, coming = one.missing(), one.late(as_of.year), one.coming(as_of)
        yield (
            f"{one.name}（{one.place.folder}）：缺{len(missing)}件，晚了没写原因{len(late)}件，这个月到期{len(coming)}件"
            f"{f'，草稿{len(one.drafts)}份' if one.drafts else ''}"
        )
        yield from (f"   缺 {duty.title}：{_when(duty, as_of)}" for duty in missing)
    villages = [one for one in places if one.place.village]
    whole = sum(len(one.missing()) for one in villages)
    yield f"合计：{len(villages)}个{word}，缺{whole}件。看一个{word}的：disclose due --village {villages[0].place.folder}"


def _when(duty: Obligation, as_of: date) -> str:
    by = f"应在{day_long(duty.due)}前{'答复' if duty.is_answer else '公开'}"
    if duty.state == "缺":
        return f"{by}，已过{duty.days(as_of)}天"
    if duty.state == "晚":
        return f"{by}，晚{duty.days(as_of)}天"
    left = (duty.due - as_of).days
    return f"{by}，{f'还有{left}天' if left else '就是今天'}" if duty.state == "未到" else by


def _to_start(one: PlaceDuties, duty: Obligation, content: str) -> Iterator[str]:
    item = next(item for item in one.directory if item.name == duty.item)
    if duty.address:
        field = {"decisions": "“决议公开”那一步的日期", "questions": "“答复”"}[duty.address.kind]
        yield f"打开 {content}/{duty.address.path}，写上{field}"
        return
    name = "-".join(filter(None, (_stem(duty.period), item.suffix)))
    yield f"disclose new {item.template} {content}/{one.place.folder}/{item.template}/{name}.yml"
    yield f"建好以后，{_fields(item, duty.period)}"


def _to_explain(duty: Obligation, content: str) -> Iterator[str]:
    if duty.address:
        yield f"在 {content}/{duty.address.path} 的“公开”里补一行“晚公开说明: …”"


def _to_mend(duty: Obligation, content: str) -> Iterator[str]:
    if duty.address:
        yield f"运行 disclose check，照提示改 {content}/{duty.address.path}"


def _not_applicable(one: PlaceDuties) -> Iterator[str]:
    other = [duty for duty in one.duties if duty.state == "不适用"]
    if unused := [duty.item for duty in other if duty.reason == UNUSED]:
        yield ""
        yield f"没有登记过的，不算缺：{'、'.join(unused)}。用 disclose new 建了第一份，以后到期就会提醒。"
    if exempt := {duty.item: duty.reason for duty in other if duty.reason != UNUSED}:
        yield ""
        yield f"不适用的：{'；'.join(f'{item}（{reason}）' for item, reason in exempt.items())}。"


def _stem(period: Period) -> str:
    """The name of a record's file for a period: 2026-10 · 2026-q3 · 2026-h1 · 2026"""
    return f"{period.start.year}-h{1 if period.start.month == 1 else 2}" if period.is_half else period.code.lower()


def _fields(item: Item, period: Period) -> str:
    """The fields that the clerk has to fill: “事项”写村务事项，“期间”写 2026-Q3"""
    sort = next(one for one in item.fulfilled if one.kind == item.template)
    said = [f"“{sort.key}”写{'或'.join(sorted(sort.values))}"] if sort.key else []
    fields = BY_FOLDER[item.template].model.model_fields
    about = fields.get("period") or fields.get("year")
    if about:
        said.append(f"“{about.alias}”写 {period.code}")
    return f"{'，'.join(said)}，别的照实填"
