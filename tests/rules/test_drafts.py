"""A record without 公开日期 is a draft: its clerk hears of it, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.records.common import Kind
from generator.records.kinds import KINDS
from generator.records.published import Published
from tests.support.command import disclose
from tests.support.county import build, tree
from tests.support.village import AS_OF, HOME, judge

NOTICE = f"{HOME}/notices/2026-10-water.yml"
WORD = "只有草稿里才有的话"


def drafted(text: str) -> str:
    return re.sub(r"^  公开日期: .*\n", "", text, flags=re.MULTILINE)


def without_block(text: str) -> str:
    return text[: text.index("公开:\n")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
@pytest.mark.parametrize("how", [drafted, without_block])
def test_every_kind_may_be_a_draft(kind: Kind[Any], how: Callable[[str], str]) -> None:
    path = f"{HOME}/{kind.folder}/2026-10.yml"
    judged = judge({path: how(kind.sample)})
    [place] = [one for one in judged.places if one.place.village]
    assert [address.path for address in place.drafts] == [path]
    assert not place.withheld
    assert not place.records
    assert not [one for one in judged.findings if one.span.path == path and one.code == "S01"]


def test_rules_look_at_it() -> None:
    """What is wrong is told before it is published, also what would withhold it."""
    text = drafted(next(kind for kind in KINDS if kind.folder == "benefits").sample)
    judged = judge({f"{HOME}/benefits/a.yml": text.replace("合计: 600.00", "合计: 500.00").replace("王某某", "王建国")})
    assert {"B01", "P06"} & {one.code for one in judged.findings}
    [place] = [one for one in judged.places if one.place.village]
    assert not place.withheld


def test_a_misspelt_name_makes_no_draft() -> None:
    sample = next(kind for kind in KINDS if kind.folder == "notices").sample
    judged = judge({NOTICE: sample.replace("公开日期", "公开日其")})
    [place] = [one for one in judged.places if one.place.village]
    assert not place.drafts
    assert place.withheld


def test_what_was_public_does_not_become_a_draft_silently() -> None:
    sample = next(kind for kind in KINDS if kind.folder == "notices").sample
    ledger = {NOTICE: Published(NOTICE, 1, "0" * 64, AS_OF, AS_OF, stated={"公开/公开日期": "2026-10-10"})}
    found = [one for one in judge({NOTICE: drafted(sample)}, ledger=ledger).findings if one.code == "T11"]
    assert len(found) == 1
    assert "成了草稿" in found[0].message


@pytest.mark.slow
def test_nothing_of_it_is_public(county: Path) -> None:
    """No page, list, search document, download, feed or line of the ledger: the site is as if the file were not there."""
    file = county / "content" / NOTICE
    build(county, publish=True)
    before = build(county, publish=True)  # the first one had no ledger to show
    files, ledger = tree(county / "site"), tree(county / "ledger")
    sample = next(kind for kind in KINDS if kind.folder == "notices").sample
    file.write_text(drafted(sample).replace("环境整治", WORD), encoding="utf-8")
    after = build(county, publish=True)
    assert tree(county / "site") == files
    assert tree(county / "ledger") == ledger
    assert after.checked.drafts == (NOTICE,)
    assert after.checked.withheld == before.checked.withheld
    said = disclose(county, "check").stdout
    assert "1份草稿" in said
    assert f"content/{NOTICE}" in said
    due = disclose(county, "due", "--village", HOME).stdout
    assert "草稿（1份" in due
    assert f"content/{NOTICE}" in due
