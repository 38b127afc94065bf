"""Who does the work makes no difference to what comes out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from generator.engine.executor import Executor, NoCluster, WorkerLost, cluster, processes, serial
from tests.support.county import ROOT

pytestmark = pytest.mark.slow

NUMBERS = range(12)


def square(number: int) -> int:
    return number * number


def inverse(number: int) -> float:
    return 1 / number


def where(_: int) -> int:
    return os.getpid()


def killed(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_by_seven(number: int) -> int:
    """The worker that gets this number ends at once."""
    if number == 7:
        killed(0)
    return number


def hung_by_seven(number: int) -> int:
    """The worker that gets this number never ends, and lets no other thread of its own run."""
    if number == 7:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        signal.pause()
    return number


def killed_once(path: str) -> str:
    """End this worker at once, unless that was done before."""
    if not Path(path).exists():
        Path(path).write_bytes(b"")
        killed(0)
    return path


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two worker processes."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as local:
        yield local.scheduler_address


@pytest.fixture(params=["serial", "one process", "two processes", "cluster"])
def executor(request: pytest.FixtureRequest) -> Executor:
    match request.param:
        case "serial":
            return serial
        case "one process":
            return processes(1)
        case "two processes":
            return processes(2)
    return cluster(request.getfixturevalue("address"))


def test_all_give_the_same(executor: Executor) -> None:
    assert sorted(executor(square, NUMBERS)) == [square(number) for number in NUMBERS]
    assert list(executor(square, [7])) == [49]
    assert list(executor(square, [])) == []


def test_an_exception_comes_out(executor: Executor) -> None:
    with pytest.raises(ZeroDivisionError):
        list(executor(inverse, [1, 2, 0, 4]))
    assert list(executor(square, [3])) == [9]


def test_who_works(address: str) -> None:
    here = {os.getpid()}
    assert set(serial(where, NUMBERS)) == set(processes(1)(where, NUMBERS)) == here
    for executor in (processes(2), cluster(address)):
        assert here.isdisjoint(executor(where, NUMBERS))


@pytest.mark.parametrize("task", [killed_by_seven, hung_by_seven])
def test_only_what_ends_its_worker_is_lost(task: Callable[[int], int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.engine.executor.HUNG", 0.5)
    done: list[int] = []
    with pytest.raises(WorkerLost) as lost:
        done.extend(processes(2)(task, NUMBERS))
    assert sorted(done) == [number for number in NUMBERS if number != 7]
    assert lost.value.items == (7,)


def test_a_killed_worker_of_a_cluster_is_replaced(address: str, tmp_path: Path) -> None:
    path = str(tmp_path / "once")
    assert list(cluster(address)(killed_once, [path])) == [path]


def test_a_task_that_kills_every_worker_is_given_up(address: str) -> None:
    with pytest.raises(WorkerLost) as lost:
        list(cluster(address)(killed, [1]))
    assert lost.value.items == (1,)


@pytest.mark.parametrize("nowhere", ["tcp://127.0.0.1:9", "nonsense"])
def test_nobody_answers(nowhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.engine.executor.PATIENCE", 0.5)
    with pytest.raises(NoCluster, match=nowhere):
        list(cluster(nowhere)(square, [1]))


ALONE = """
from distributed import LocalCluster
from generator.engine import executor

executor.PATIENCE = 0.5
if __name__ == "__main__":
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        try:
            list(executor.cluster(empty.scheduler_address)(abs, [1]))
        except executor.NoCluster:
            print("nobody")
"""


def test_a_scheduler_without_workers() -> None:
    """In a process of its own: after clusters whose workers were killed, Dask's loop now and then does not start again."""
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "nobody\n"


PARENT = """
import os, re, signal, sys
from pathlib import Path
from generator.engine.executor import processes

def wait(number):
    Path(sys.argv[1], str(os.getpid())).touch()
    {busy}

list(processes(2)(wait, range(2)))
"""


@pytest.mark.parametrize("busy", ["signal.pause()", "re.match('(a*)*b', 'a' * 100)"])
def test_workers_end_with_their_parent(busy: str, tmp_path: Path) -> None:
    """A build that is killed leaves nobody behind who would wait, or work on one pattern, for ever."""
    started = tmp_path / "started"
    started.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", PARENT.format(busy=busy), str(started)], stdout=subprocess.PIPE
    ) as parent:
        while len(list(started.iterdir())) < 2:
            assert parent.poll() is None
            time.sleep(0.02)
        parent.kill()
        parent.communicate()  # ends when nobody holds the other end of the pipe
