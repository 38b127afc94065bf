"""The records of tests/real/, which were really published, as townships that can be judged."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from generator.records.read import Record
from generator.source.discover import discover, reader
from tests.support.village import AS_OF, Judged, judge_files

ROOT = Path(__file__).parents[1] / "real"
TREE = discover(ROOT)
SOURCES = sorted({path.split("/")[0] for path in TREE.documents})


def judged(source: str, old: str = "", new: str = "") -> Judged:
    """One source as transcribed, or with `old` replaced by `new`."""
    paths = [path for path in TREE.documents if path.startswith(f"{source}/")]
    read = reader(ROOT)

    def altered(path: str) -> bytes:
        return read(path).replace(old.encode(), new.encode()) if old else read(path)

    def on(day: date) -> Judged:
        return judge_files(source, {path: altered(path) for path in paths}, as_of=day)

    published = [record.body.publication.day for record in records(on(AS_OF))]
    return on(max(published) + timedelta(1))


def records(township: Judged) -> list[Record]:
    return [record for place in township.places for record in place.records]
