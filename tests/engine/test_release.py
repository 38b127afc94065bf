"""Killed at any moment, a release is carried to its end by the next run; until then each file is old or new, never half."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.engine.draft import listing
from generator.engine.release import Busy, Change, Unfinished, recover, release, workspace
from tests.engine.test_draft import files

LIST = "list"
GONE = f"gone/{LIST}"
OLD = {"1": b"one", "2": b"two", "odd/1": b"one", "odd/3": b"three", "gone/4": b"four", "gone/x": b"ten"}
OLD |= {LIST: b"1 2 odd/1 odd/3 gone/4", GONE: b"gone/4 gone/x"}
NEW = {"1": b"uno", "odd/1": b"one", "odd/5": b"five", "new/in/6": b"six", LIST: b"1 odd/1 odd/5 new/in/6"}
KEPT = {"north": b"7"}


class Killed(BaseException):
    """What no program catches."""


class Killer:
    """Ends the work before the n-th step on the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, two_disks: bool) -> None:
        self.left = -1
        self._two_disks = two_disks
        replace, unlink, copy = os.replace, os.unlink, shutil.copyfile

        def replaced(source: Any, target: Any) -> None:
            self.step()
            if self._two_disks and ("staged" in str(source)) != ("staged" in str(target)):
                raise OSError(errno.EXDEV, "another disk", str(source))
            replace(source, target)

        def unlinked(path: Any, **place: Any) -> None:
            self.step()
            unlink(path, **place)

        def copied(source: Any, target: Any, **how: Any) -> Any:
            try:
                self.step()
            except Killed:
                Path(target).write_bytes(Path(source).read_bytes()[:1])
                raise
            return copy(source, target, **how)

        monkeypatch.setattr(os, "replace", replaced)
        monkeypatch.setattr(os, "unlink", unlinked)
        monkeypatch.setattr(shutil, "copyfile", copied)

    def step(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1

    def runs(self, steps: int, work: Callable[[], None]) -> bool:
        """Do it until it is killed; whether it came to its end."""
        self.left = steps
        try:
            work()
        except Killed:
            return False
        finally:
            self.left = -1
        return True


def order(path: str) -> tuple[bool, str]:
    return (path.endswith(LIST), path)


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in listing(root)}


class Case:
    """A live folder, the next state of it as two workers made it, and a second folder that comes after it."""

    def __init__(self, root: Path) -> None:
        shutil.rmtree(root, ignore_errors=True)
        self.work = files(root / "work", {})
        self.work.mkdir(parents=True)
        self.live = files(root / "live", OLD)
        fresh = {path: data for path, data in NEW.items() if OLD.get(path) != data}
        for number, path in enumerate(fresh):
            files(self.work / f"staged/{number % 2}", {path: fresh[path]})
        files(self.work / "staged/kept", KEPT)
        staged = tuple(str(self.work / f"staged/{number}") for number in range(2))
        self.changes = [
            Change(str(self.live), staged, tuple(OLD.keys() - NEW.keys())),
            Change(str(root / "kept"), (str(self.work / "staged/kept"),), ()),
        ]
        self.kept = root / "kept"

    def release(self) -> None:
        release(self.work, self.changes, order)

    def recover(self) -> None:
        recover(self.work, order)

    def check(self) -> None:
        """What a reader may meet at any moment."""
        for path, data in contents(self.live).items():
            if ".part" not in path:
                assert data in (OLD.get(path), NEW.get(path)), path
        for one in (LIST, GONE):
            if (self.live / one).exists():
                for path in (self.live / one).read_bytes().decode().split():
                    assert (self.live / path).is_file(), path

    def is_old(self) -> bool:
        return contents(self.live) == OLD and not self.kept.exists()

    def is_new(self) -> bool:
        folders = {"new", "odd"}
        assert {path.name for path in self.live.iterdir() if path.is_dir()} == folders
        return contents(self.live) == NEW and contents(self.kept) == KEPT and not list(self.work.glob("journal*"))


@pytest.mark.slow
@pytest.mark.parametrize("two_disks", [False, True])
def test_killed_anywhere_and_again_while_recovering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_disks: bool
) -> None:
    killer = Killer(monkeypatch, two_disks=two_disks)
    first, done = 0, False
    while not done:
        second, recovered = 0, False
        while not recovered:
            case = Case(tmp_path / "case")
            done = killer.runs(first, case.release)
            case.check()
            begun = (case.work / "journal.json").exists()
            assert begun or case.is_old() or done
            recovered = killer.runs(second, case.recover)
            case.check()
            case.recover()
            assert case.is_new() if begun or done else case.is_old()
            second += 5 if two_disks else 1  # every moment of it takes long on two disks
        first += 1
    assert first > 8


@pytest.mark.parametrize("two_disks", [False, True])
def test_a_full_disk_leaves_it_to_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_disks: bool
) -> None:
    killer = Killer(monkeypatch, two_disks=two_disks)
    case = Case(tmp_path)
    plain = killer.step

    def full() -> None:
        if killer.left == 0:
            raise OSError(errno.ENOSPC, "full")
        killer.left -= 1

    monkeypatch.setattr(killer, "step", full)
    killer.left = 8 if two_disks else 3  # in the midst of a folder that is new
    with pytest.raises(Unfinished) as stopped:
        case.release()
    assert isinstance(stopped.value.__cause__, OSError)
    assert stopped.value.__cause__.errno == errno.ENOSPC
    case.check()
    with pytest.raises(Unfinished):
        case.recover()
    monkeypatch.setattr(killer, "step", plain)
    killer.left = -1
    case.recover()
    assert case.is_new()


def test_a_folder_without_permission_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said before the journal is written, so that nothing has begun."""
    case = Case(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != case.live / "gone")
    with pytest.raises(PermissionError):
        case.release()
    assert case.is_old()
    assert not list(case.work.glob("journal*"))


def test_what_somebody_put_in_the_way_is_removed(tmp_path: Path) -> None:
    case = Case(tmp_path)
    (case.live / "1").unlink()
    (case.live / "gone/4").unlink()
    files(case.live, {"1/folder/file": b"", "new": b"", "gone/4/file": b""})
    case.kept.write_bytes(b"a file")
    change, kept = case.changes
    case.changes = [Change(change.live, change.staged, (*change.orphans, "1/folder/file", "new", "gone/4/file")), kept]
    case.release()
    assert case.is_new()


def test_a_second_build_is_told_so_at_once(tmp_path: Path) -> None:
    with workspace(tmp_path / "work", order) as staged:
        (staged / "1").write_bytes(b"1")
        with pytest.raises(Busy), workspace(tmp_path / "work", order):
            pass
        assert (staged / "1").read_bytes() == b"1"
    with workspace(tmp_path / "work", order) as staged:
        assert list(staged.iterdir()) == []


def test_a_workspace_begins_by_recovering_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killer = Killer(monkeypatch, two_disks=False)
    case = Case(tmp_path)
    assert not killer.runs(3, case.release)
    with workspace(case.work, order) as staged:
        assert case.is_new()
        (staged / "1").write_bytes(b"1")
    assert [path.name for path in case.work.iterdir()] == ["lock"]


def test_a_workspace_keeps_what_a_release_still_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killer = Killer(monkeypatch, two_disks=False)

    def killed_in_its_midst() -> None:
        with workspace(tmp_path / "work", order) as staged:
            files(staged, {"1": b"1", "2": b"2"})
            killer.left = 2
            release(tmp_path / "work", [Change(str(tmp_path / "live"), (str(staged),), ())], order)

    assert not killer.runs(-1, killed_in_its_midst)
    assert contents(tmp_path / "live") == {"1": b"1"}
    with workspace(tmp_path / "work", order):
        assert contents(tmp_path / "live") == {"1": b"1", "2": b"2"}
