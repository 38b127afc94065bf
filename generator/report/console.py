"""The one way out for words: every command prints with `say`, so that no text of a record can begin a line of its own."""

from __future__ import annotations

import click

from generator.base.printable import one_line


def say(*lines: str, err: bool = False) -> None:
    """Print lines for people. Each is one line, whatever it holds."""
    for line in lines:
        click.echo(one_line(line), err=err)


def emit(text: str) -> None:
    """Print what a program reads: its writer has escaped it already."""
    click.echo(text)
