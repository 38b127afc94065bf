"""Runs work in this process, on all cores, or on a Dask cluster. All three are called alike. Results come in any order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10
"""A scheduler must answer within so many seconds."""


class Executor(Protocol):
    """Applies a function to all items. If the function raises, the exception is raised here and no more items are started."""

    def __call__(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """Yields results as they are ready. The function and the items must be picklable."""


class WorkerLost(Exception):
    """A worker process was killed, most often because memory ran out."""


class NoCluster(Exception):
    """No Dask scheduler with workers answers at an address. The message is the address."""


def serial(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Runs the items one after the other in this process.

    >>> list(serial(abs, [-1, 2]))
    [1, 2]
    """
    return (_undisturbed(function, item) for item in items)


def processes(count: int | None = None) -> Executor:
    """A pool of `count` processes, or of one for each core. A single item or core needs no pool."""

    def run(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        workers = min(count or os.cpu_count() or 1, len(items))
        if workers <= 1:
            yield from serial(function, items)
            return
        # Forked workers share what is loaded. The garbage collector of a worker would copy it, unless it is frozen.
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        gc.freeze()
        with ProcessPoolExecutor(workers, context, _end_with_parent) as pool:
            try:
                for done in as_completed([pool.submit(_undisturbed, function, item) for item in items]):
                    yield done.result()
            except BrokenProcessPool as error:
                raise WorkerLost from error
            finally:
                pool.shutdown(cancel_futures=True)

    return run


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
            try:
                for done in finished(futures, loop=client.loop):
                    yield done.result()
            except KilledWorker as error:
                raise WorkerLost from error
            except (CancelledError, CommClosedError) as error:  # the scheduler is gone
                raise NoCluster(address) from error

    return run


def _end_with_parent() -> None:
    """In a worker: end when the parent ends. Otherwise the workers of a killed parent would wait for work forever."""

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
