"""What is said of the work while it goes on: a line that moves on a terminal, one line per stage in a log."""

from __future__ import annotations

import io
from collections.abc import Iterator

from generator.engine.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO) -> Progress:
    """A stage of four parts that takes eight seconds, then a short one."""
    clock: Iterator[float] = iter((0, 0, 2, 4, 6, 8, 8.5))
    progress = Progress(stream, lambda: next(clock))
    for done in range(5):
        progress("Halves", done, 4, done * 10)
    progress("End", 1, 1)
    return progress


def test_a_log_has_one_line_per_stage() -> None:
    stream = io.StringIO()
    run(stream)
    assert stream.getvalue() == "Halves 4/4，40个页面，8.0秒\nEnd 1/1，0.5秒\n"


def test_a_terminal_has_one_line_that_says_how_long_yet_and_is_gone_in_the_end() -> None:
    stream = Terminal()
    run(stream)
    shown = stream.getvalue().split("\r\033[K")
    assert shown == ["", "Halves 0/4", *(f"Halves {n}/4，{n}0个页面，还要约{8 - 2 * n}秒" for n in (1, 2, 3)), "", ""]


def test_seconds_of_each_stage() -> None:
    assert run(io.StringIO()).seconds == {"Halves": 8, "End": 0.5}
