"""Whatever one value of a published record was changed, it stays told through any number of publishings until it is explained."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.base.finding import Finding
from generator.publish.ledger import entries
from generator.records.common import Kind
from generator.records.kinds import KINDS
from generator.records.published import Published
from tests.support.village import AS_OF, HOME, judge, published_as

pytestmark = pytest.mark.slow

TRIED = 6
"""Values of each kind, by chance but always the same."""
CORRECTION = """\
更正的记录: {kind}/x
改动:
  - {{字段: "{field}", 原来: "{old}", 改为: "{new}"}}
原因: 录入时抄错。
批准: {{岗位: 村委会主任 林志远, 日期: 2026-11-15}}
公开: {{公开日期: 2026-11-16, 审核: [{{机构: 村务监督委员会, 日期: 2026-11-14}}]}}
"""


def texts(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str):
        yield way
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from texts(inner, (*way, key))


def at(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


def told(files: dict[str, str], ledger: dict[str, Published]) -> tuple[list[Finding], dict[str, Published]]:
    """What is said of the changes, and the ledger after publishing."""
    judged = judge(files, ledger=ledger)
    [place] = (one for one in judged.places if one.place.village)
    fresh = {one.path: one for one in entries(place, AS_OF)}
    return [one for one in judged.findings if one.code in ("T11", "C04")], {**ledger, **fresh}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_it_stays_told_until_it_is_explained(kind: Kind[Any]) -> None:
    path = f"{HOME}/{kind.folder}/x.yml"
    files = {path: kind.sample}
    now = published_as(path, kind.sample.encode())
    ways = list(texts(now.stated))
    for way in random.Random(kind.folder).sample(ways, min(TRIED, len(ways))):
        before = copy.deepcopy(now.stated)
        at(before, way[:-1])[way[-1]] = "上次写的别的话"
        ledger = {path: replace(now, stated=before)}
        for _ in range(3):
            found, ledger = told(files, ledger)
            assert found, way
        if found[0].code == "C04" or not (
            field := re.match("公开过的“(.+?)”原来是上次写的别的话，现在是", found[0].message)
        ):
            continue  # a promise changes by a decision; of a list of persons the ledger has digests alone
        said = CORRECTION.format(kind=kind.folder, field=field[1], old="上次写的别的话", new=at(now.stated, way))
        if "\n" in str(at(now.stated, way)) or '"' in str(at(now.stated, way)):
            continue
        explained = {**files, f"{HOME}/corrections/y.yml": said}
        for _ in range(2):
            found, ledger = told(explained, ledger)
            assert not found, (way, found)
        assert ledger[path].base is None
