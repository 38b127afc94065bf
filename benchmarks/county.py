"""A made-up county of any size: villages by twenties in townships, 76 valid records a village, all kinds over six villages.

A village's records depend on the seed, its township and its number alone, so that a small county is the beginning of
a large one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.records.commitments import commitments
from benchmarks.records.corrections import corrections
from benchmarks.records.decisions import decisions
from benchmarks.records.finance import finance
from benchmarks.records.notices import notices, township_notices
from benchmarks.records.others import others
from benchmarks.records.profiles import COUNTY, township_profile, village_profile
from benchmarks.records.questions import questions
from benchmarks.records.village import Village, make_township, make_village
from benchmarks.records.works import plan

SEED = 20261118
IN_TOWNSHIP = 20
PER_VILLAGE = 76


def write_county(folder: Path, villages: int, seed: int = SEED) -> int:
    """Write the YAML of a county into an empty or new folder.

    Returns:
        how many records: 76 a village and two of each township's own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "county.yml").write_bytes(COUNTY.encode())
    count = 0
    for number in range(-(-villages // IN_TOWNSHIP)):
        township = make_township(number, seed)
        home = folder / township.slug
        home.mkdir()
        (home / "township.yml").write_bytes(township_profile(township).encode())
        for index in range(min(IN_TOWNSHIP, villages - number * IN_TOWNSHIP)):
            village = make_village(township, index, seed)
            count += _write(home / village.slug, {"village": village_profile(village)}, records(village))
        count += _write(home / "records", {}, _of_township(make_village(township, IN_TOWNSHIP, seed)))
    return count


def records(village: Village) -> Iterator[tuple[str, str, str]]:
    """Kind, name and text of each record of a village's year."""
    works = plan(village)
    months = list(finance(village, works))
    promises = list(commitments(village, works, months))
    yield from (("finance", month.name, month.text) for month in months)
    yield from (("decisions", *made) for made in decisions(village, works))
    yield from (("commitments", promise.name, promise.text) for promise in promises)
    yield from (("notices", *made) for made in notices(village, promises, months))
    yield from (("questions", *made) for made in questions(village, works))
    yield from (("corrections", *made) for made in corrections(village, months))
    yield from others(village)


def _of_township(writer: Village) -> Iterator[tuple[str, str, str]]:
    yield from (("notices", *made) for made in township_notices(writer.township, writer))


def _write(home: Path, profile: dict[str, str], made: Iterator[tuple[str, str, str]]) -> int:
    home.mkdir()
    for name, text in profile.items():
        (home / f"{name}.yml").write_bytes(text.encode())
    kinds: set[str] = set()
    count = 0
    for kind, name, text in made:
        if kind not in kinds:
            (home / kind).mkdir()
            kinds.add(kind)
        with (home / kind / f"{name}.yml").open("xb") as file:
            file.write(text.encode())
        count += 1
    return count


if __name__ == "__main__":
    print(write_county(Path(sys.argv[1]), int(sys.argv[2])))
