"""A 情况说明 stands beside the remark it explains, while it holds and is public."""

from __future__ import annotations

from datetime import date

import pytest

from generator.base.finding import Effect
from generator.records.kinds import BY_FOLDER
from tests.support.village import AS_OF, HOME, judge

MEETING = BY_FOLDER["meetings"].sample.replace("发言: [路口和学校门前先装, 电费从村集体出要写清楚]\n", "")
WAIVER = BY_FOLDER["waivers"].sample


def note(waiver: str, as_of: date = AS_OF) -> str:
    files = {f"{HOME}/meetings/2026-10.yml": MEETING, f"{HOME}/waivers/2026-10.yml": waiver}
    found = [f for f in judge(files, as_of=as_of).findings if f.code == "A01"]
    assert [f.effect for f in found] == [Effect.FLAG], "explained, not lifted"
    return found[0].note


def test_the_reason_stands_beside_the_remark() -> None:
    assert note(WAIVER).endswith(
        "村里说明：那天停电，只做了签到，发言没有记下来，十一月起改用记录本（村务监督委员会主任 赵德顺批准，到2026年12月31日）。"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("有效至: 2026-12-31", "有效至: 2026-11-17"),
        ("公开日期: 2026-10-20", "公开日期: 2026-11-19"),
        ("公开日期: 2026-10-20", "范围: 本村\n  公开日期: 2026-10-20"),
        ("规则: A01", "规则: A02"),
        ("记录: meetings/2026-10", "记录: meetings/2026-09"),
        ("原因: 那天停电", "原因: 11010119900307" + "7758，那天停电"),
    ],
    ids=["over", "not yet public", "for the village only", "another rule", "another record", "withheld"],
)
def test_what_explains_nothing(old: str, new: str) -> None:
    assert "村里说明" not in note(WAIVER.replace(old, new))
