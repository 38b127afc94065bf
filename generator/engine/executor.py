"""Who does the work: this process, all cores, or a Dask cluster. One call for all three: results in any order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Executor(Protocol):
    """Applies a function to all items. An exception of the function comes out here, and nothing more is started."""

    def __call__(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """Results as they are done. Function and items must survive being sent to another process."""


class WorkerLost(Exception):
    """A worker process was killed, most often for want of memory."""


def serial(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """One after the other, here.

    >>> list(serial(abs, [-1, 2]))
    [1, 2]
    """
    return map(function, items)


def processes(count: int | None = None) -> Executor:
    """A pool of `count` processes, all cores if not given; a single item or core needs none."""

    def run(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        workers = min(count or os.cpu_count() or 1, len(items))
        if workers <= 1:
            yield from serial(function, items)
            return
        # Forked workers share what is loaded already; the frozen part is not copied by their garbage collectors.
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        gc.freeze()
        with ProcessPoolExecutor(workers, context) as pool:
            try:
                for done in as_completed([pool.submit(function, item) for item in items]):
                    yield done.result()
            except BrokenProcessPool as error:
                raise WorkerLost from error
            finally:
                pool.shutdown(cancel_futures=True)

    return run


def cluster(address: str) -> Executor:
    """The workers of a Dask scheduler, e.g. `tcp://10.0.0.1:8786`. They must see the same folders under the same paths.

    A task whose worker dies is done again by another one.

    Raises:
        OSError: no scheduler answers.
    """

    def run(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        from distributed import Client
        from distributed import as_completed as finished

        with Client(address, timeout="10s", set_as_default=False) as client:
            futures: list[Any] = client.map(function, items, pure=False, retries=2)
            for done in finished(futures):
                yield done.result()

    return run
