"""What a change did: the findings of the work tree that were not there before it."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.base.finding import Effect, Finding, Span
from generator.build.check import EVERYTHING, Checked, check
from generator.build.survey import CountyUnreadable, NothingFound
from generator.engine.executor import Executor, serial
from generator.records.layout import COUNTY

_EXTRACTED: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""Debian 12's Python has no filters yet. A tree of Git has no path upwards, and no link in place of a folder of its own."""


class NoBase(Exception):
    """What the change began from cannot be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A county after a change, as far as the change goes."""

    checked: Checked
    """The townships that it touches; the findings that are new by it first."""
    fresh: int
    """How many of the findings are new by it."""
    files: int
    """How many files it touches, of records, profiles and ledger."""

    @property
    def stops(self) -> bool:
        """Something is withheld now that was not before."""
        return replace(self.checked, findings=self.checked.findings[: self.fresh]).stops


def since(content: Path, ledger: Path, ref: str, as_of: str | None = None, *, executor: Executor = serial) -> Change:
    """Judge what the work tree holds, and what it held where its branch left another.

    A finding is new where its file had none of the same words before, wherever in the file; so what only moved is not.
    Townships that the change does not touch are not looked at, unless it touches what holds for the county.

    Args:
        ref: the branch that the change shall go into, or any commit.

    Raises:
        NoBase: no repository, no such commit, no common history. For the rest see `check`.
    """
    top = Path(_git(content, "这里不是 Git 仓库，没有可以比的", "rev-parse", "--show-toplevel").decode().strip())
    base = _base(content, ref)
    inside = _inside(top, content), _inside(top, ledger)
    touched = _touched(top, base, inside)
    records = [path.relative_to(inside[0]) for path in touched if path.is_relative_to(inside[0])]
    parts = _parts(records)
    now = check(content, ledger, as_of, only=parts, executor=executor)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(top, base, inside, Path(folder))
        before = _before(Path(folder, inside[0]), Path(folder, inside[1]), now, parts, executor)
    fresh, others = _parted(now.findings, before)
    edited = _edited(os.path.relpath(path, inside[0]) for path in touched if path.is_relative_to(inside[1]))
    findings = (*edited, *fresh, *others)
    return Change(replace(now, findings=findings), len(edited) + len(fresh), len(touched))


def _inside(top: Path, folder: Path) -> Path:
    if not folder.resolve().is_relative_to(top):
        raise NoBase(f"{folder} 不在 {top} 这个 Git 仓库里，没有可以比的")
    return folder.resolve().relative_to(top)


def _git(folder: Path, otherwise: str, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoBase(otherwise) from error


def _base(folder: Path, ref: str) -> str:
    commit = f"{ref}^{{commit}}"
    _git(folder, f"没有“{ref}”这个分支或者提交", "rev-parse", "--verify", "--quiet", "--end-of-options", commit)
    shallow = f"和“{ref}”接不上：历史没有取全。在 CI 里把 fetch-depth（GitLab 是 GIT_DEPTH）写成 0"
    return _git(folder, shallow, "merge-base", ref, "HEAD").decode().strip()


def _touched(top: Path, base: str, inside: tuple[Path, Path]) -> list[Path]:
    where = ("--", *map(str, inside))
    changed = _git(top, "Git 没有做成", "diff", "--name-only", "-z", "--no-renames", base, *where)
    added = _git(top, "Git 没有做成", "ls-files", "--others", "--exclude-standard", "-z", *where)
    names = {name.decode(errors="surrogateescape") for name in (changed + added).split(b"\0") if name}
    return [Path(name) for name in sorted(names)]


def _parts(records: Iterable[Path]) -> tuple[str, ...]:
    """The townships to look at."""
    firsts = {path.parts[0] if len(path.parts) > 1 else COUNTY.profile_path for path in records}
    return EVERYTHING if COUNTY.profile_path in firsts else tuple(sorted(firsts))


def _unpack(top: Path, base: str, inside: tuple[Path, Path], folder: Path) -> None:
    """What stood there at the base."""
    there = _git(top, "Git 没有做成", "ls-tree", "--name-only", "-z", base, "--", *(f"{path}" for path in inside))
    if names := [name.decode() for name in there.split(b"\0") if name]:
        packed = _git(top, "Git 没有做成", "archive", base, "--", *names)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, **_EXTRACTED)


def _before(
    content: Path, ledger: Path, now: Checked, parts: tuple[str, ...], executor: Executor
) -> tuple[Finding, ...]:
    """The findings of the base; none where it had no county yet, or none that could be read."""
    try:
        return check(content, ledger, now.as_of.isoformat(), only=parts, executor=executor).findings
    except (NothingFound, CountyUnreadable):
        return ()


def _parted(now: Iterable[Finding], before: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The new findings and the others."""
    known = Counter[tuple[str, str, str]]()
    for one in before:
        known[one.span.path, one.code, one.message] += len(one.spans)
    fresh: list[Finding] = []
    others: list[Finding] = []
    for one in now:
        same = (one.span.path, one.code, one.message)
        known[same] -= len(one.spans)
        (fresh if known[same] < 0 else others).append(one)
    return fresh, others


def _edited(paths: Iterable[str]) -> list[Finding]:
    """The ledger is written by publishing alone.

    Args:
        paths: of its files, from the content folder.
    """
    remedy = "用 git checkout 把 ledger 文件夹恢复成合并以前的样子；要修底本，运行 disclose ledger repair，由管理的人直接推到主分支"
    return [
        Finding(Span(Path(path).as_posix()), "T11", Effect.WITHHOLD, "底本只由公开的程序写，合并请求里不能改", remedy)
        for path in paths
    ]
