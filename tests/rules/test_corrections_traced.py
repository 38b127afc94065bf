"""T11 and C04: whatever a published record said is either still said, or the change stands beside it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.base.finding import Finding
from generator.records.common import Kind
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.published import Published
from tests.support.village import HOME, judge, published_as

FINANCE = f"{HOME}/finance/2026-10.yml"
SAMPLES = {kind.folder: kind.sample for kind in KINDS}
CORRECTION = """\
更正的记录: {target}
改动:
  - {{字段: {field}, 原来: "{old}", 改为: "{new}"}}
原因: 录入时抄错一位。
批准: {{岗位: 村委会主任 林志远, 日期: 2026-11-15}}
公开:
  公开日期: {day}
  范围: {audience}
  审核: [{{机构: 村务监督委员会, 日期: 2026-11-14}}]
"""
GIVEN = {
    "target": "finance/2026-10",
    "field": "收支明细/支-46/金额",
    "old": "5500.00",
    "new": "5,600.00",
    "day": "2026-11-16",
    "audience": "社会",
}
BEFORE = {"收支明细/1/金额": "5500"}


def found(files: dict[str, str], ledger: dict[str, Published]) -> tuple[Finding, ...]:
    findings = judge({FINANCE: SAMPLES["finance"], **files}, ledger=ledger).findings
    return tuple(finding for finding in findings if finding.code in ("T11", "C04"))


def line(path: str, text: str) -> dict[str, Published]:
    return {path: published_as(path, text.encode())}


def finance(**values: str) -> dict[str, Published]:
    return {FINANCE: published_as(FINANCE, None, values or BEFORE)}


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every single value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*way, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*way, index))
    else:
        yield way


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_value_of_every_kind_is_guarded(kind: Kind[Any]) -> None:
    """Any one value that was different, and any that is gone, is told once, at its file; what is as it was is not told."""
    path = f"{HOME}/{kind.folder}/x.yml"
    known = published_as(path, kind.sample.encode())
    files = {path: kind.sample}
    assert not found(files, {path: known})
    for way in places(known.stated):
        before = copy.deepcopy(known.stated)
        holder: Any = before
        for key in way[:-1]:
            holder = holder[key]
        holder[way[-1]] = "上次的"
        [finding] = found(files, {path: replace(known, stated=before)})
        assert finding.span.path == path, way
        assert str(way[0]) in finding.message
        assert finding.note.endswith("。")
        assert "上次的" not in finding.note


@pytest.mark.parametrize(
    ("changes", "covered"),
    [
        ({}, True),
        ({"new": "5600"}, True),
        ({"new": "5600.00元"}, True),
        ({"new": "￥5,600.00"}, True),
        ({"new": "５６００．００"}, True),
        ({"new": "5,500.00"}, False),
        ({"new": "5600万"}, False),
        ({"old": "5,500"}, True),
        ({"old": "5,500.01"}, False),
        ({"old": "个人信息"}, False),
        ({"field": "收支明细/支-46"}, True),
        ({"field": "收支明细/支-46/保洁员10月工资（2人，每人2800元）"}, True),
        ({"field": "收支明细/第2行/金额"}, True),
        ({"field": "收支明细/收-21/金额"}, False),
        ({"field": "收支明细"}, False),
        ({"field": "金额"}, False),
        ({"field": "整份"}, False),
        ({"field": "收支 明细/支-46/金额"}, True),
        ({"target": "finance/2026-09"}, False),
        ({"target": "/shidu/liuwan/finance/2026-10"}, True),
        ({"day": "2026-12-01"}, False),
        ({"day": "2026.11.16"}, False),
        ({"audience": "党内"}, False),
        ({"audience": "本村"}, False),
    ],
)
def test_only_a_public_correction_with_the_old_and_the_new_value_explains(
    changes: dict[str, str], covered: bool
) -> None:
    files = {f"{HOME}/corrections/a.yml": CORRECTION.format(**(GIVEN | changes))}
    assert bool(found(files, finance())) != covered


def test_a_correction_explains_once() -> None:
    """Who changes a figure back, and then again, needs a new correction."""
    files = {f"{HOME}/corrections/a.yml": CORRECTION.format(**GIVEN)}
    [known] = finance().values()
    used = f"{HOME}/corrections/a.yml 收支明细/支-46/金额"
    assert found(files, {FINANCE: replace(known, used=(used,))})


def test_a_text_that_must_not_be_repeated() -> None:
    """Its old wording stands in no correction; a figure never counts as personal."""
    before = finance(**{"收支明细/1/摘要": "王大山家保洁"})
    assert "王大山" not in found({}, before)[0].note
    summary = "保洁员10月工资（2人，每人2800元）"
    given = GIVEN | {"field": "收支明细/支-46/摘要", "old": "个人信息", "new": summary}
    assert not found({f"{HOME}/corrections/a.yml": CORRECTION.format(**given)}, before)


def test_rows_may_stand_in_another_order() -> None:
    [known] = finance().values()
    turned = copy.deepcopy(published_as(FINANCE, None).stated)
    turned["收支明细"].reverse()
    assert not found({}, {FINANCE: replace(known, stated=turned)})


def test_a_row_that_is_gone() -> None:
    """And one that was added to a month that is over."""
    [known] = finance().values()
    more = copy.deepcopy(published_as(FINANCE, None).stated)
    more["收支明细"].append({"收支": "支出", "凭证号": "支-47", "摘要": "办公用品", "金额": "300"})
    [gone] = found({}, {FINANCE: replace(known, stated=more)})
    assert "现在没有了" in gone.message
    given = GIVEN | {"field": "收支明细/支-47", "old": "300.00", "new": "删除"}
    assert not found({f"{HOME}/corrections/a.yml": CORRECTION.format(**given)}, {FINANCE: replace(known, stated=more)})
    less = copy.deepcopy(published_as(FINANCE, None).stated)
    del less["收支明细"][1]
    [added] = found({}, {FINANCE: replace(known, stated=less)})
    assert "原来没有" in added.message


def test_what_goes_on_may_grow() -> None:
    """One more step of a promise is no change of what was said."""
    path = f"{HOME}/commitments/x.yml"
    known = published_as(path, None)
    before = copy.deepcopy(known.stated)
    del before["进展"][1], before["销号"], before["评议"]
    assert not found({path: BY_FOLDER["commitments"].sample}, {path: replace(known, stated=before)})


def test_many_changes_are_told_together() -> None:
    [known] = finance().values()
    before = copy.deepcopy(known.stated)
    before["收支明细"] += [
        {"凭证号": f"支-{number}", "摘要": "清淤", "金额": str(number)} for number in range(100, 150)
    ]
    said = found({}, {FINANCE: replace(known, stated=before)})
    assert len(said) == 5
    assert all("一共有51处改动" in finding.message for finding in said)


@pytest.mark.parametrize("publication", ["公开:\n  范围: 本村", "公开:\n  范围: 党内"])
def test_taken_off_by_its_audience(publication: str) -> None:
    text = SAMPLES["notices"].replace("公开:", publication)
    path = f"{HOME}/notices/x.yml"
    [finding] = found({path: text}, line(path, SAMPLES["notices"]))
    assert "公开/范围" in finding.message
    given = GIVEN | {"target": "notices/x", "field": "公开/范围", "old": "社会", "new": publication[-2:]}
    assert not found(
        {path: text, f"{HOME}/corrections/a.yml": CORRECTION.format(**given)}, line(path, SAMPLES["notices"])
    )


def test_records_that_are_gone() -> None:
    """Told at the village, unless a correction of the whole record explains it; one of a field does not."""
    gone = f"{HOME}/finance/2026-09.yml"
    before = {gone: published_as(gone, None)}
    [finding] = found({}, before)
    assert str(finding.span) == f"{HOME}/village.yml:1:1"
    assert "财务收支（2026-09）" in finding.note
    given = GIVEN | {"target": "finance/2026-09", "old": "有", "new": "删除"}
    assert found({f"{HOME}/corrections/a.yml": CORRECTION.format(**given)}, before)
    whole = CORRECTION.format(**(given | {"field": "整份"}))
    assert not found({f"{HOME}/corrections/a.yml": whole}, before)
    assert not found({gone: "标题：坏的\n"}, before)


def test_without_a_ledger() -> None:
    assert not judge({FINANCE: SAMPLES["finance"]}, ledger=None).places[0].ledger
    assert not found({}, {})
