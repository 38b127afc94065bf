"""The one way out for words: every command prints with `say`, so that no text of a record can begin a line of its own."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import Literal

import click

from generator.base.printable import one_line

Colour = Literal["red", "yellow", "cyan"]


@dataclass(frozen=True, slots=True)
class Painted:
    """A piece of a line as a terminal shows it; elsewhere it is its text alone."""

    text: str
    colour: Colour | None = None
    bold: bool = False
    dim: bool = False


Line = str | tuple[str | Painted, ...]


def say(*lines: Line, err: bool = False) -> None:
    """Print lines for people. Each is one line, whatever it holds."""
    for line in lines:
        pieces = (line,) if isinstance(line, str) else line
        click.echo("".join(map(_shown, pieces)), err=err)


def emit(text: str) -> None:
    """Print what a program reads: its writer has escaped it already."""
    click.echo(text)


def is_terminal() -> bool:
    """Somebody reads what is printed from a screen that has colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def in_utf8() -> None:
    """Write UTF-8 and plain line ends into files and pipes, whatever the system is used to; a screen keeps its encoding,
    and shows a mark in place of what it cannot."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _shown(piece: str | Painted) -> str:
    if isinstance(piece, str):
        return one_line(piece)
    return click.style(one_line(piece.text), fg=piece.colour, bold=piece.bold or None, dim=piece.dim or None)
