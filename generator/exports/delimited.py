"""Rows → CSV that Excel and WPS open as it is: UTF-8 with a mark, CRLF, and no cell that could run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

BOM = "\ufeff"
_RISKY = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the start of a formula; the full-width ones under an East Asian keyboard."""
_PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A whole CSV file. Cells are texts or whole numbers."""
    text = io.StringIO(newline="")
    text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(
        [guarded(cell) if type(cell) is str and cell[:1] in _RISKY else cell for cell in row] for row in rows
    )
    return text.getvalue().encode()


def guarded(cell: str) -> str:
    """A text with an apostrophe in front where a spreadsheet might run it.

    >>> guarded("=1+1"), guarded("-5.00"), guarded("－"), guarded("0612"), guarded("+86 1")
    ("'=1+1", '-5.00', "'－", '0612', "'+86 1")
    """
    return f"'{cell}" if cell[:1] in _RISKY and not _PLAIN_NUMBER.fullmatch(cell) else cell
