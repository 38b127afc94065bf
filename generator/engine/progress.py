"""Shows progress: one moving line on a terminal, else one line per stage. It also measures the seconds of each stage."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO


class Progress:
    """Is called after each step with the stage, the parts done, all parts, and the pages so far. It writes to `stream`."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds: dict[str, float] = {}
        """The seconds of each stage, in order."""
        self._stream = stream
        self._moving = stream.isatty()
        self._clock = clock
        self._began = self._last = clock()
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int, pages: int = 0) -> None:
        """A step is done; a stage begins with 0 done."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._began = stage, self._last
        self._last = now
        self.seconds[stage] = now - self._began
        said = f"{stage} {done}/{total}" + (f"，{pages}个页面" if pages else "")
        if self._moving:
            left = (now - self._began) / done * (total - done) if done else 0
            rest = f"，还要约{left:.0f}秒" if left >= 1 else ""
            self._stream.write(f"\r\033[K{said}{rest}" if done < total else "\r\033[K")
        elif done == total:
            self._stream.write(f"{said}，{self.seconds[stage]:.1f}秒\n")
        self._stream.flush()
