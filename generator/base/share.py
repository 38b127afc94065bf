"""Writes a share with one decimal. The rest is cut off, so that a share below a target never looks as if it reached it."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal


def share(part: Decimal | int, whole: Decimal | int = 1) -> str:
    """`part` of `whole` in percent, or 0% if `whole` is 0.

    >>> share(19, 20), share(9496, 10000), share(37, 40), share(1, 1), share(0, 0)
    ('95%', '94.9%', '92.5%', '100%', '0%')
    """
    if not whole:
        return "0%"
    tenths = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_DOWN)
    return f"{tenths}%".replace(".0%", "%")
