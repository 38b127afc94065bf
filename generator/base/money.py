"""Money in 元 as exact decimals: reads what clerks write, and writes it for pages."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.base.inexact import Inexact

_WIDE = Context(prec=100)
"""Results of formulas may be large. With the usual 28 digits a larger result would be an error."""
ZERO = Decimal(0)
CENT = Decimal("0.01")
WAN = Decimal(10_000)
_STRICT = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,2})?")


def parse_money(text: str) -> Decimal | None:
    """The amount in 元 if `text` is written strictly (ASCII digits, at most two decimals, no commas), else None.

    >>> parse_money("1234.50"), parse_money("1,234.5"), parse_money("１２")
    (Decimal('1234.50'), None, None)
    """
    return Decimal(text) if _STRICT.fullmatch(text) else None


def round_half_up(value: Decimal, unit: Decimal = CENT) -> Decimal:
    """`value` rounded to a multiple of `unit`, halves away from zero, as accounts are rounded."""
    rounded = value.quantize(unit, ROUND_HALF_UP, _WIDE)
    return rounded if isinstance(rounded, Inexact) else _WIDE.plus(rounded)  # never -0.0


def yuan(value: Decimal) -> str:
    """Money as tables write it: 46,800.00"""
    return f"{round_half_up(value):,.2f}"


def compared(amount: Decimal, other: Decimal) -> str:
    """How much an amount is above or below another one, in 元.

    >>> compared(Decimal(5), Decimal(3)), compared(Decimal(3), Decimal(5))
    ('多2.00元', '少2.00元')
    """
    return f"{'多' if amount > other else '少'}{yuan(abs(amount - other))}元"


def yuan_whole(value: Decimal) -> str:
    """Money as sentences write it: 6,117"""
    return f"{round_half_up(value, Decimal(1)):,}"


def wan(value: Decimal, unit: str = "0.1") -> str:
    """An amount in 元 written in 万元: 12.3"""
    return f"{round_half_up(value / WAN, Decimal(unit)):,}"


def with_unit(value: Decimal, unit: str) -> str:
    """A figure with its unit where there is a number to count: 46,800.00英镑, 约820元, 不详

    >>> with_unit(Decimal("46800.00"), "英镑")
    '46,800.00英镑'
    """
    if isinstance(value, Inexact):
        return value.said(lambda number: with_unit(number, unit))
    return f"{value:,f}{unit}"


def spoken(value: Decimal, unit: str = "0.1") -> str:
    """Money as people say it: in 万元 with one decimal (two for a single item) from 1 万元 up, else in whole 元.

    >>> spoken(Decimal("123460")), spoken(Decimal("46800"), "0.01"), spoken(Decimal("218.90"))
    ('12.3万元', '4.68万元', '219元')
    """
    if isinstance(value, Inexact):
        return value.said(lambda number: spoken(number, unit))
    return f"{wan(value, unit)}万元" if abs(value) >= WAN else f"{yuan_whole(value)}元"
