"""Which days of a record follow each other by nature, and those of a record that do not.

What a rule of its own knows better stands there: the steps of decisions (D02), promises (C11), cases (V03), reviews
before publication (T05), the steps of new party members (M08), the term of a contract (F15).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.base.dates import Period, day_long
from generator.base.finding import Key
from generator.records.common import RecordBody
from generator.records.walk import fields
from generator.rules.where import said

START, END = "起", "止"
"""After a dot behind the name of a period: its first or its last day. Without a dot it is the field of that name."""


@dataclass(frozen=True, slots=True)
class Line:
    """Days of which none lies before the one to its left. Those that are not written are passed over."""

    steps: tuple[str, ...]
    """Paths: 答复/日期; 期间.止 for the last day of a period; 进展[开工]/日期 for the first row of that 阶段."""
    field: str = ""
    values: frozenset[str | None] = frozenset()
    """The line holds where this field of the record has one of these values; empty: always."""


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(tuple(text.split(" < "))) for text in texts)


def _closed(period: str) -> tuple[Line, ...]:
    """A final account of a period is neither made nor shown before the period is over."""
    return _lines(f"{period}.止 < 公开/公开日期", f"{period}.止 < 公开/审核/日期")


_REPORTS = frozenset({"村务事项", "党务事项", "承诺通报", "党费"})
"""Notices that tell what came of their period. Others are about a period that has begun or lies ahead."""
_ANNOUNCED_LATER = frozenset({"居民委员会", "党组织", "村务监督委员会", "村民代表", "理事会", "监事会"})
"""Their results need not be public on the day of the vote; those of a villagers' committee do (E03)."""

ORDER: Mapping[str, tuple[Line, ...]] = {
    "finance": (*_closed("期间"), *_lines("期间.止 < 账户/对账日期")),
    "statements": _closed("年度"),
    "registers": _closed("期间"),
    "funds": (
        Line(("期间.止", "公开/公开日期"), "计划合计", frozenset({None})),  # what is only planned lies ahead
        Line(("期间.止", "公开/审核/日期"), "计划合计", frozenset({None})),
    ),
    "payrolls": _closed("期间"),
    "tallies": _closed("期间"),
    "distributions": _lines("年度.起 < 提取日期", "年度.起 < 发放日期"),
    "contracts": _lines("签订日期 < 实际收付/日期", "签订日期 < 止"),
    "projects": _lines(
        "进展[立项]/日期 < 进展[招标]/日期 < 进展[开工]/日期 < 进展[完工]/日期 < 进展[验收]/日期",
        "进展[完工]/日期 < 进展[决算]/日期",
        "开工 < 完工 < 验收/日期",
        "开工 < 计划完工",
    ),
    "audits": _lines(
        "起 < 止 < 报告日期 < 发现的问题/整改日期", "报告日期 < 发现的问题/整改期限", "报告日期 < 公开/公开日期"
    ),
    "decisions": _lines("步骤/通知日期 < 步骤/日期 < 步骤/至", "步骤[决议]/日期 < 评议/日期"),
    "meetings": _lines("通知日期 < 日期 < 意见/答复日期", "日期 < 协商结果/更新日期", "日期 < 公开/公开日期"),
    "commitments": _lines("销号/完成日期 < 评议/日期"),
    "tasks": _lines("发出日期 < 清单/完成日期", "发出日期 < 清单/期限"),
    "benefits": (
        Line(("批准日期", "公开/公开日期"), "阶段", frozenset({"批准公布", "发放"})),
        *_lines("公开/公开日期 < 异议/截止"),
    ),
    "cases": _lines("办件/受理日期 < 办件/承诺日期", "办件/受理日期 < 期间.止"),
    "elections": (
        *_lines(
            "名单公布日期 < 名单异议/提出日期 < 名单异议/处理日期 < 名单异议/公布日期",
            "推荐/日期 < 投票日期 < 移交/日期",
        ),
        Line(("投票日期", "结果公布日期"), "类型", _ANNOUNCED_LATER),
    ),
    "bodies": _lines("产生日期 < 任期止", "产生日期 < 公开/公开日期"),
    "appointments": _lines("推荐/日期 < 日期", "考察/日期 < 日期", "原任职起 < 日期"),
    "reviews": _lines("期间.起 < 日期", "评议/述职日期 < 日期 < 有效至", "日期 < 公开/公开日期"),
    "trainings": _lines("日期 < 公开/公开日期"),
    "pairings": _lines("结对/起 < 结对/止", "结对/起 < 结对/走访", "结对/起 < 结对/脱贫日期"),
    "rectifications": _lines("确定日期 < 方案日期", "确定日期 < 措施/完成日期 < 验收日期"),
    "pledges": _lines("签订日期 < 述职日期", "签订日期 < 评议日期", "签订日期 < 考核日期", "签订日期 < 督查日期"),
    "venues": _lines("新建改建/开始.起 < 新建改建/完成.止", "检查日期 < 公开/公开日期"),
    "archives": _lines("检查/日期 < 检查/补齐日期"),
    "notices": (
        *_lines("成文日期 < 公开/公开日期", "公开/公开日期 < 异议/截止"),
        Line(("期间.止", "公开/公开日期"), "事项", _REPORTS),
    ),
    "questions": _lines(
        "收到日期 < 答复/日期", "收到日期 < 转乡镇/日期 < 转乡镇/答复/日期", "收到日期 < 公开/公开日期"
    ),
    "corrections": _lines("核对/日期 < 批准/日期 < 公开/公开日期"),
    "waivers": _lines("公开/公开日期 < 有效至"),
}
"""Folder of the kind → its lines."""


class When(NamedTuple):
    """A day of a record, or the end of a period."""

    at: tuple[Key, ...]
    day: date
    period: Period | None
    """Where it is the first or the last day of one."""
    row: int
    """The row of the list that it stands in; -1 for none."""


class _Step(NamedTuple):
    """One path, by the attributes of the models."""

    keys: tuple[tuple[str, str, str], ...]
    """Attribute, name, and the 阶段 or 步骤 that a row must have."""
    end: str


def disordered(kind: str, body: RecordBody) -> Iterator[tuple[When, When]]:
    """Neighbours of a line of which the later one has the earlier day, as (earlier, later); each later one once."""
    told: set[tuple[Key, ...]] = set()
    for steps, attribute, values in _compiled(kind, type(body)):
        if attribute and body.__dict__.get(attribute) not in values:
            continue
        if _evidently_ordered(body, steps):
            continue
        found = [_whens(body, step) for step in steps]
        for row in sorted({when.row for some in found for when in some if when.row >= 0}) or [-1]:
            days = [when for some in found if (when := _of_row(some, row))]
            for before, after in pairwise(days):
                if after.day < before.day and after.at not in told:
                    told.add(after.at)
                    yield before, after


def _of_row(some: list[When], row: int) -> When | None:
    """The day that stands in a row, or in no row."""
    return min((when for when in some if when.row in (row, -1)), key=lambda when: when.day, default=None)


@cache
def _compiled(kind: str, model: type[BaseModel]) -> tuple[tuple[tuple[_Step, ...], str, frozenset[str | None]], ...]:
    """The lines of a kind. Raises KeyError where the model has no such field."""
    named = {field.name: field.attribute for field in fields(model)}
    return tuple(
        (tuple(_step(model, step) for step in line.steps), named[line.field] if line.field else "", line.values)
        for line in ORDER.get(kind, ())
    )


def _step(model: type[BaseModel], path: str) -> _Step:
    whole, _, end = path.partition(".")
    keys = []
    for part in whole.split("/"):
        name, _, wanted = part.rstrip("]").partition("[")
        field = {field.name: field for field in fields(model)}[name]
        keys.append((field.attribute, name, wanted))
        model = field.model or model
    return _Step(tuple(keys), end)


def _evidently_ordered(body: BaseModel, steps: tuple[_Step, ...]) -> bool:
    """Every day of a step, of whatever row, lies before all of the next ones. That is so in nearly every record."""
    last = date.min
    for step in steps:
        days = _days(body, step)
        if days:
            if min(days) < last:
                return False
            last = max(days)
    return True


def _days(body: BaseModel, step: _Step) -> list[date]:
    """The days of a step, and those of rows that are no part of it: quicker than `_whens`."""
    parts: list[Any] = [body]
    for attribute, _, _ in step.keys:
        into: list[Any] = []
        for part in parts:
            value = part.__dict__.get(attribute)
            if isinstance(value, tuple):
                into += value
            elif value is not None:
                into.append(value)
        parts = into
    return [_when((), value, step.end, -1).day if isinstance(value, Period) else value for value in parts]


def _whens(body: BaseModel, step: _Step) -> list[When]:
    parts: list[tuple[tuple[Key, ...], Any, int]] = [((), body, -1)]
    for attribute, name, wanted in step.keys:
        into: list[tuple[tuple[Key, ...], Any, int]] = []
        for route, part, row in parts:
            value = part.__dict__.get(attribute)  # what could not be read is not there
            if isinstance(value, tuple):
                rows = [((*route, name, index), one, index if row < 0 else row) for index, one in enumerate(value)]
                if wanted:  # the first of its sort stands for no row
                    rows = [(at, one, -1) for at, one, _ in rows if wanted == _sort(one)][:1]
                into += rows
            elif value is not None:
                into.append(((*route, name), value, row))
        parts = into
    return [_when(route, value, step.end, row) for route, value, row in parts]


def _sort(row: BaseModel) -> object:
    """What a row of 进展 or 步骤 is called."""
    return row.__dict__.get("stage") or row.__dict__.get("name")


def _when(route: tuple[Key, ...], value: Any, end: str, row: int) -> When:
    if isinstance(value, Period):
        return When(route, value.start if end == START else value.end, value, row)
    return When(route, value, None, row)


def named(when: When) -> str:
    """“签订日期”的2026年9月10日; “期间”（2026年10月）的最后一天 for an end of a period."""
    if when.period is None:
        return f"{said(when.at)}的{day_long(when.day)}"
    end = "第一天" if when.day == when.period.start else "最后一天"
    return f"{said(when.at)}（{when.period.label}）的{end}"
