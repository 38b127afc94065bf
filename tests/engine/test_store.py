"""Results of earlier builds: what was saved comes back for the same key, and nothing damaged ever does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.draft import Draft, listing
from generator.engine.release import Change, release
from generator.engine.store import Store, digest, fingerprint

NAME = "north/seven.json"
PLENTY = st.binary(max_size=200)


class Shelf:
    """A store's live folder, in memory: many examples a second."""

    def __init__(self, saved: bytes) -> None:
        self.saved = saved

    def __truediv__(self, name: str) -> Shelf:
        return self

    def read_bytes(self) -> bytes:
        return self.saved


def written(folder: Path, key: str, data: bytes) -> bytes:
    """The file of a result, as it is released."""
    store = Store(Draft(folder / "live", folder / "staged", {}))
    store.save(NAME, key, data)
    return (folder / "staged" / NAME).read_bytes()


def opened(saved: bytes) -> Store:
    return Store(Draft(Shelf(saved), Path(), {}))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@given(data=PLENTY, parts=st.lists(PLENTY, max_size=4))
def test_round_trip(folder: Path, data: bytes, parts: list[bytes]) -> None:
    key = digest(*parts)
    store = opened(written(folder, key, data))
    assert store.load(NAME, key) == data
    assert store.load(NAME, digest(*parts, b"more")) is None
    assert store.damaged == 0


@given(data=PLENTY, flip=st.integers(1, 255))
def test_a_byte_that_changed_anywhere_is_damage(folder: Path, data: bytes, flip: int) -> None:
    saved = written(folder, digest("key"), data)
    for at, byte in enumerate(saved):
        store = opened(saved[:at] + bytes([byte ^ flip]) + saved[at + 1 :])
        assert store.load(NAME, digest("key")) is None, at
        assert store.damaged == 1, at


@given(data=PLENTY, length=st.integers(0))
def test_a_file_cut_short_is_damage(folder: Path, data: bytes, length: int) -> None:
    saved = written(folder, digest("key"), data)
    store = opened(saved[: length % len(saved)])
    assert store.load(NAME, digest("key")) is None
    assert store.damaged == 1


@given(saved=st.one_of(PLENTY, st.sampled_from([b"[]\n", b"null\n", b'{"key": 1}\n', b'{"key": "k"}\nx'])))
def test_whatever_lies_there_is_only_damage(saved: bytes) -> None:
    store = opened(saved)
    assert store.load(NAME, digest("key")) is None
    assert store.damaged == 1


def test_what_cannot_be_read_is_damage_and_what_is_not_there_is_none(tmp_path: Path) -> None:
    store = Store(Draft(tmp_path, tmp_path / "staged", {}))
    assert store.load(NAME, "key") is None
    assert store.damaged == 0
    (tmp_path / NAME).mkdir(parents=True)
    assert store.load(NAME, "key") is None
    assert store.damaged == 1
    (tmp_path / "file").write_bytes(b"")
    assert store.load("file/inside.json", "key") is None
    assert store.damaged == 2


def test_nothing_is_visible_before_the_release(tmp_path: Path) -> None:
    live, work = tmp_path / "live", tmp_path / "work"
    (work / "staged").mkdir(parents=True)
    store = Store(Draft(live, work / "staged", {}))
    store.save(NAME, "key", b"7")
    assert store.load(NAME, "key") is None
    assert not live.exists()
    release(work, [Change(str(live), (str(work / "staged"),), ())], len)
    assert store.load(NAME, "key") == b"7"


def test_nothing_is_taken_when_told_so_and_new_results_are_kept_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    (tmp_path / "live/a").write_bytes(written(tmp_path, "key", b"old"))
    store = Store(Draft(tmp_path / "live", tmp_path / "staged", listing(tmp_path / "live")), used=False)
    assert store.load("a", "key") is None
    store.save("a", "key", b"new")
    assert (tmp_path / "staged/a").is_file()


def test_what_is_kept_stays_and_the_rest_goes(tmp_path: Path) -> None:
    before = {"north/1": 1, "north/2": 1, "south/1": 1}
    store = Store(Draft(tmp_path, tmp_path / "staged", before))
    store.keep("north/")
    assert store.draft.orphans() == ("south/1",)


def test_fingerprint_knows_names_and_bytes(tmp_path: Path) -> None:
    seen = {fingerprint(tmp_path)}
    for path, data in (("a.py", b"1"), ("a.py", b"2"), ("b.py", b"2"), ("inner/a.py", b"2"), ("note.txt", b"2")):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
        assert fingerprint(tmp_path) not in seen, path
        seen.add(fingerprint(tmp_path))
    only = fingerprint(tmp_path, ".py")
    (tmp_path / "note.txt").unlink()
    assert fingerprint(tmp_path, ".py") == only
