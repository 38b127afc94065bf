"""The generated county is what the benchmark says of it: so many valid records, the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.county import PER_VILLAGE, write_county
from generator.build import check
from generator.records.kinds import BY_FOLDER
from tests.support.county import tree


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "content"
    write_county(folder, 1)
    return folder


def test_a_village_has_76_records_and_six_have_all_kinds(tmp_path: Path) -> None:
    write_county(tmp_path / "six", 6)
    villages = [path.parent for path in (tmp_path / "six").glob("*/*/village.yml")]
    assert {len(list(village.glob("*/*.yml"))) for village in villages} == {PER_VILLAGE} == {76}
    assert {path.name for village in villages for path in village.iterdir() if path.is_dir()} == set(BY_FOLDER)


def test_the_same_seed_writes_the_same_county(county: Path, tmp_path: Path) -> None:
    write_county(tmp_path / "again", 1)
    write_county(tmp_path / "larger", 2)
    write_county(tmp_path / "other", 1, seed=1)
    assert tree(tmp_path / "again") == tree(county)
    assert tree(county).items() <= tree(tmp_path / "larger").items()
    assert tree(tmp_path / "other") != tree(county)


def test_nothing_is_withheld(county: Path, tmp_path: Path) -> None:
    checked = check.check(county, tmp_path / "ledger")
    assert checked.records == PER_VILLAGE + 2
    assert not checked.stops
    assert len(checked.findings) <= 2
