"""Writes a share with one decimal. The rest is cut off, so that a share below a target never looks as if it reached it."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from generator.base.inexact import UNKNOWN, Inexact, is_exact


def share(part: Decimal | int, whole: Decimal | int = 1) -> str:
    """`part` of `whole` in percent, or 0% if `whole` is 0.

    >>> share(19, 20), share(9496, 10000), share(37, 40), share(1, 1), share(0, 0)
    ('95%', '94.9%', '92.5%', '100%', '0%')
    """
    if not whole and is_exact(whole):
        return "0%"
    percent = Decimal(1) * part * 100 / whole
    if isinstance(percent, Inexact):
        return UNKNOWN if percent.lacking else percent.said(lambda number: share(number, 100))
    return f"{percent.quantize(Decimal('0.1'), ROUND_DOWN)}%".replace(".0%", "%")
