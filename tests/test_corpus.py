"""A change of rules is read village by village before it is committed (`make corpus`)."""

from __future__ import annotations

import json

import pytest

from tests.corpus import KNOWN, changes, now


@pytest.mark.slow
def test_findings_are_as_last_read() -> None:
    assert list(changes(json.loads(KNOWN.read_text("utf-8")), now())) == []


def test_a_change_is_told_by_village() -> None:
    before = {"演示县 shidu/liuwan": {"T01": 1}, "演示县 shidu/shiqiao": {"T01": 1}}
    after = {"演示县 shidu/liuwan": {"F12": 2, "T01": 2}, "演示县 shidu/shiqiao": {"T01": 1}}
    assert list(changes(before, after)) == ["演示县 shidu/liuwan：F12 0→2，T01 1→2"]
