"""Run commands as whole processes and measure them: wall, processor time, memory of the largest process and of all."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024
_SHARE = 20
"""Looking at memory takes at most one part in so many of the time."""
_PAUSE = 0.05


class CommandFailed(Exception):
    """A measured command did not end well."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one command."""

    wall: float
    """Seconds from start to end of the process, start-up included."""
    cpu: float
    """Seconds, user and kernel, of the process and all it waited for."""
    kernel: float
    """The kernel's part of them: mostly files."""
    largest_mb: float
    """The most resident memory that any one process of the tree held."""
    sum_mb: float
    """The most that all processes held together; shared pages are counted once (PSS)."""
    said: str
    """What it printed on standard output."""

    def figures(self) -> dict[str, float]:
        """Rounded, for the report."""
        names = ("wall", "cpu", "kernel", "largest_mb", "sum_mb")
        return {name: round(getattr(self, name), 3) for name in names}


@dataclass(frozen=True, slots=True)
class Output:
    """What a command left behind."""

    files: int
    pages: int
    """HTML files."""
    bytes: int


def _environment() -> dict[str, str]:
    """As on a clerk's machine: Python keeps its compiled modules, whatever the shell of the measurement says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end, with nothing left to write from before.

    Args:
        folder: where it is run.
        more: environment variables beside those of this process.

    Raises:
        CommandFailed: its exit code was not 0; the message ends with what it said last.
    """
    os.sync()
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**_environment(), **(more or {})}, stdout=said, stderr=complained
        )
        memory = _Memory(process.pid)
        memory.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.done.set()
        memory.join()
        said.seek(0)
        complained.seek(0)
        text = said.read().decode(errors="replace")
        if process.returncode:
            tail = (text + complained.read().decode(errors="replace"))[-2000:]
            raise CommandFailed(f"{' '.join(command)}\n{tail}")
    cpu = used.ru_utime + used.ru_stime
    return Run(wall, cpu, used.ru_stime, memory.largest / MB, memory.sum / MB, text)


def median_ratio(first: Sequence[Run], second: Sequence[Run]) -> float:
    """The median of wall(first) ÷ wall(second) over runs that were made in turn."""
    return statistics.median(one.wall / other.wall for one, other in zip(first, second, strict=True))


def output_of(folder: Path) -> Output:
    """Count what lies in a folder."""
    files = pages = size = 0
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    files += 1
                    pages += entry.name.endswith(".html")
                    size += entry.stat(follow_symlinks=False).st_size
    return Output(files, pages, size)


class _Memory(threading.Thread):
    """Looks at a process and its descendants again and again until `done`.

    The kernel's own high-water mark (VmHWM) misses nothing of a process but its last moment. `ru_maxrss` would not do:
    a child begins with the mark of the process that it was forked from.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.done = threading.Event()
        self.largest = 0
        self.sum = 0

    def run(self) -> None:
        pause = 0.0
        while not self.done.wait(pause):
            began = time.perf_counter()
            tree = list(_tree(self.pid))
            marks = [_kilobytes(f"/proc/{pid}/status", "VmHWM:") for pid in tree]
            self.largest = max([self.largest, *(mark * 1024 for mark in marks)])
            shares = sum(_kilobytes(f"/proc/{pid}/smaps_rollup", "Pss:") for pid in tree)
            self.sum = max(self.sum, shares * 1024)
            pause = max(_PAUSE, (time.perf_counter() - began) * _SHARE)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _tree(int(child))
    except (OSError, ValueError):
        return  # it has ended meanwhile


def _kilobytes(path: str, name: str) -> int:
    try:
        with Path(path).open(encoding="ascii", errors="replace") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
    except OSError:
        return 0
