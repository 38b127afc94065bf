"""The next state of a folder: what is as it was is not touched, what is no longer wanted is known."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.engine.draft import Draft, listing
from generator.engine.release import Change, release


def files(root: Path, contents: dict[str, bytes]) -> Path:
    """A folder of files."""
    for path, data in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def draft_of(tmp_path: Path, contents: dict[str, bytes]) -> Draft:
    live = files(tmp_path / "live", contents)
    return Draft(live, tmp_path / "work/staged", listing(live))


def released(draft: Draft) -> None:
    work = draft.staged.parent
    work.mkdir(parents=True, exist_ok=True)
    release(work, [Change(str(draft.live), (str(draft.staged),), draft.orphans())], len)


def test_an_unchanged_file_keeps_its_bytes_and_its_times(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, {"one/1": b"1", "one/2": b"2"})
    for path in draft.before:
        os.utime(draft.live / path, ns=(1_000_000_001, 1_000_000_001))
    before = {path: (draft.live / path).stat() for path in draft.before}
    assert draft.write("one/1", b"1") == 1
    assert draft.write("one/2", b"two") == 3
    assert draft.written == 1
    assert listing(draft.staged) == {"one/2": 3}
    assert (draft.live / "one/2").read_bytes() == b"2"
    released(draft)
    after = (draft.live / "one/1").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before["one/1"].st_mtime_ns, before["one/1"].st_ino)
    assert (draft.live / "one/2").stat().st_mtime_ns != 1_000_000_001
    assert (draft.live / "one/2").read_bytes() == b"two"


def test_equal_size_is_not_equal_bytes(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, {"one/1": b"1"})
    draft.write("one/1", b"2")
    assert listing(draft.staged) == {"one/1": 1}


def test_orphans_go_and_their_empty_folders_with_them(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, {"1": b"1", "one/two/3": b"3", "one/two/4": b"4", "five/6": b"6"})
    draft.write("1", b"1")
    draft.keep({"five/6": 1})
    assert draft.orphans() == ("one/two/3", "one/two/4")
    released(draft)
    assert sorted(path.name for path in draft.live.iterdir()) == ["1", "five"]


def test_keep_refuses_another_size_and_keeps_nothing_then(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, {"1": b"1", "2": b"22"})
    assert not draft.keep({"1": 1, "2": 1})
    assert not draft.keep({"1": 1, "3": 0})
    assert draft.files == {}
    assert draft.keep({"1": 1, "2": 2})
    assert draft.orphans() == ()


def test_what_cannot_be_read_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_of(tmp_path, {"1": b"1"})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    draft.write("1", b"1")
    assert listing(draft.staged) == {"1": 1}


def test_a_write_that_takes_a_part_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is nearly full takes some bytes, says how many, and refuses only the next: no file may end there."""
    draft = draft_of(tmp_path, {})
    whole, room = os.write, [2, 3]

    def some(descriptor: int, data: bytes) -> int:
        if not room:
            raise OSError(28, "full")
        return whole(descriptor, data[: room.pop()])

    monkeypatch.setattr(os, "write", some)
    draft.write("1", b"12345")
    assert (draft.staged / "1").read_bytes() == b"12345"
    with pytest.raises(OSError, match="full"):
        draft.write("2", b"12345")


def test_listing_of_a_part(tmp_path: Path) -> None:
    root = files(tmp_path, {"1": b"1", "one/2": b"22", "one/in/3": b"", "two/one/4": b"4"})
    assert listing(root) == {"1": 1, "one/2": 2, "one/in/3": 0, "two/one/4": 1}
    assert listing(root, "one") == {"one/2": 2, "one/in/3": 0}
    assert listing(root, without=frozenset({"one"})) == {"1": 1, "two/one/4": 1}
    assert listing(root, "nowhere") == listing(root / "1") == listing(root, "1") == {}
