"""What a record says must add up is checked by one rule and no more: also in a kind that does not exist yet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pydantic import Field

from generator.base.finding import Effect, Finding
from generator.records.common import Board, Kind, RecordBody, no_sums
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.sums import Addend, Sum
from generator.records.tables import Table
from generator.records.values import Money, Title
from generator.rules.catalogue import catalogue, sums_rule
from generator.rules.rule import OTHER_SUMS
from tests.support.village import HOME, judge

WITH_SUMS = [kind for kind in KINDS if kind.sums is not no_sums]


class Orchard(RecordBody):
    title: Title = Field(alias="标题")
    fruit: Money = Field(alias="果子")
    timber: Money = Field(alias="木头")
    whole: Money = Field(alias="一共")
    tables: tuple[Table, ...] = Field((), alias="表格")


SAMPLE = """\
标题: 桃园一年卖了多少
果子: 301.00
木头: 52.00
一共: 353.00
公开:
  公开日期: 2026-11-10
  编制: 村文书 何秀英
"""
KIND: Kind[Orchard] = Kind(
    folder="orchards",
    name="果园",
    model=Orchard,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.publication.day,
    brief=lambda record: record.title,
    sample=SAMPLE,
    sums=lambda record: (
        Sum(
            "一年卖了多少",
            (Addend("果子", record.fruit), Addend("木头", record.timber)),
            "一共",
            record.whole,
            ("一共",),
        ),
    ),
)


def withheld(kind: Kind[Any], text: str) -> list[Finding]:
    path = f"{HOME}/{kind.folder}/sample.yml"
    return [f for f in judge({path: text}).findings if f.effect is Effect.WITHHOLD and f.span.path == path]


def test_a_new_kind_is_checked_without_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_FOLDER, KIND.folder, KIND)
    assert withheld(KIND, SAMPLE) == []
    (finding,) = withheld(KIND, SAMPLE.replace("353.00", "999.00"))
    assert (finding.code, finding.span.line) == ("F28", 4)
    assert "果子301.00＋木头52.00＝353.00，写的“一共”是999.00" in finding.message


def test_so_are_its_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_FOLDER, KIND.folder, KIND)
    table = "表格:\n  - 列: [{列: 品种}, {列: 钱, 类型: 金额}]\n    行: [[桃, '301.00'], [木头, '52.00']]\n    合计: [合计, '%s']\n"
    assert withheld(KIND, SAMPLE + table % "353.00") == []
    (finding,) = withheld(KIND, SAMPLE + table % "999.00")
    assert (finding.code, finding.span.line) == ("F03", 11)


@pytest.mark.parametrize("kind", WITH_SUMS, ids=lambda kind: kind.folder)
def test_one_rule_asks_whether_sums_hold(kind: Kind[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A sum that does not hold is put in the place of the kind's own: one rule says so, the one that names the kind."""
    broken = Sum("查一查", (Addend("甲", Decimal(1)), Addend("乙", Decimal(2))), "丙", Decimal(9), ("公开",))
    monkeypatch.setitem(BY_FOLDER, kind.folder, replace(kind, sums=lambda _: (broken,)))
    path = f"{HOME}/{kind.folder}/sample.yml"
    line = kind.sample[: kind.sample.index("公开:")].count("\n") + 1
    found = [f for f in judge({path: kind.sample}).findings if f.span.path == path and f.span.line == line]
    assert [f.code for f in found if "9" in f.message] == [sums_rule(kind.folder).code]


def test_a_kind_is_named_once() -> None:
    named = [folder for rule in catalogue().values() if rule.sums != OTHER_SUMS for folder in rule.sums]
    assert len(named) == len(set(named))
    assert set(named) <= {kind.folder for kind in WITH_SUMS}
    assert [rule.code for rule in catalogue().values() if rule.sums == OTHER_SUMS] == ["F28"]
