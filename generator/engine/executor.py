"""Runs work in this process, on all cores, or on a Dask cluster. All three are called alike. Results come in any order."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10
"""A scheduler must answer within so many seconds."""
HUNG = 900
"""Workers of which none finished anything for so many seconds hang. The largest township takes a tenth of it."""
_PR_SET_PDEATHSIG = 1
"""Of Linux' prctl: the signal that a process gets when its parent ends."""


class Executor(Protocol):
    """Applies a function to all items. If the function raises, the exception is raised here and no more items are started.

    Raises:
        WorkerLost: after all results, if some items have none.
    """

    def __call__(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """Yields results as they are ready. The function and the items must be picklable."""


class WorkerLost(Exception):
    """Worker processes were killed, most often because memory ran out, or they hung. All other items are done."""

    def __init__(self, items: Sequence[object]) -> None:
        """`items`: those that have no result."""
        super().__init__("、".join(map(str, items)))
        self.items = tuple(items)


class NoCluster(Exception):
    """No Dask scheduler with workers answers at an address. The message is the address."""


def serial(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Runs the items one after the other in this process.

    >>> list(serial(abs, [-1, 2]))
    [1, 2]
    """
    return (_undisturbed(function, item) for item in items)


def processes(count: int | None = None) -> Executor:
    """A pool of `count` processes, or of one for each core. A single item or core needs no pool.

    A worker that dies takes the pool with it. Each item that is left then gets a worker of its own, so that only the one
    that is at fault has no result.
    """

    def run(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        workers = min(count or os.cpu_count() or 1, len(items))
        if workers <= 1:
            yield from serial(function, items)
            return
        left = dict(enumerate(items))
        yield from _pooled(function, left, workers)
        lost: list[object] = []
        for index, item in left.items():
            alone = {index: item}
            yield from _pooled(function, alone, 1)
            lost += alone.values()
        if lost:
            raise WorkerLost(lost)

    return run


def _pooled(function: Callable[[T], R], left: dict[int, T], workers: int) -> Iterator[R]:
    """Runs the items that are left and takes out each that is done. It ends early if a worker dies or all hang."""
    # Forked workers share what is loaded. The garbage collector of a worker would copy it, unless it is frozen.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    gc.freeze()
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(workers, context, _end_with_parent) as pool:
        waiting = {pool.submit(_undisturbed, function, item): index for index, item in left.items()}
        try:
            while waiting:
                ready, _ = wait(waiting, HUNG, FIRST_COMPLETED)
                for done in ready:
                    result = done.result()
                    del left[waiting.pop(done)]
                    yield result
                if not ready:
                    for worker in set(multiprocessing.active_children()) - others:
                        worker.kill()
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)


def cluster(address: str) -> Executor:
    """The workers of a Dask scheduler such as `tcp://10.0.0.1:8786`. They must see the same folders under the same paths.

    A task whose worker dies is done again by another one.

    Raises:
        NoCluster: nobody answers, or there are no workers.
        ModuleNotFoundError: `distributed` is not installed.
    """

    def run(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        from distributed import CancelledError, Client, KilledWorker
        from distributed import as_completed as finished
        from distributed.comm.core import CommClosedError

        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:  # ValueError: not an address
            raise NoCluster(address) from error
        with client:
            try:
                client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError as error:
                raise NoCluster(address) from error
            futures: list[Any] = client.map(function, items, pure=False)
            item_of = dict(zip(futures, items, strict=True))
            lost = []
            try:
                for done in finished(futures, loop=client.loop):
                    if isinstance(done.exception(), KilledWorker):
                        lost.append(item_of[done])
                    else:
                        yield done.result()
            except (CancelledError, CommClosedError) as error:  # the scheduler is gone
                raise NoCluster(address) from error
            if lost:
                raise WorkerLost(lost)

    return run


def _end_with_parent() -> None:
    """In a worker: end when the parent ends. Otherwise the workers of a killed parent would wait for work forever.

    On Linux the system sees to it, also for a worker that is busy in one long call and lets no thread run.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    def watch() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _undisturbed(function: Callable[[T], R], item: T) -> R:
    """Runs one task without the garbage collector, which would take a tenth of the time. It runs after the task."""
    gc.disable()
    try:
        return function(item)
    finally:
        gc.enable()
