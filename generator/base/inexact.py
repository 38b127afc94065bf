"""Figures that are not stated exactly: 约820, 不详, 1**. They reckon as numbers do and keep saying what they are.

An exact figure is a plain `Decimal` or `int` and costs nothing more. A sum with an inexact part is inexact itself, so no
page, file or rule has to ask whether all parts were known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, cast

ROUGH = ("约", "至少", "不到")
"""Words that may stand before a number."""
UNKNOWN = "不详"
"""What is written for a number that nobody knows."""
_STARRED = re.compile(r"[0-9.]*\*[0-9.*]*")


class Inexact(Decimal):
    """An inexact amount, measure or count.

    The number is 0 where no part is known. A figure of which a part is unknown is neither more nor less than anything, so a
    rule says nothing of it; whether two figures are not the same, `differ` tells.
    """

    written: str
    """As it stands in the record; empty for what was worked out."""
    word: str
    """One of `ROUGH`, or empty."""
    lacking: int
    """How many parts nobody knows."""
    is_known: bool
    """A part of it is known, so there is a number to show."""

    def __new__(
        cls, number: Decimal | int, written: str = "", word: str = "", lacking: int = 0, is_known: bool = True
    ) -> Inexact:
        made = super().__new__(cls, number if is_known else 0)
        made.written, made.word, made.lacking, made.is_known = written, word, lacking, is_known
        return made

    def said(self, write: Callable[[Decimal], str]) -> str:
        """The figure in words: 约820.00, 不详, 300.00（另有1处不详）.

        Args:
            write: writes the number alone.
        """
        if not self.is_known:
            return self.written or UNKNOWN
        return f"{self.word}{write(Decimal(self))}" + (f"（另有{self.lacking}处不详）" if self.lacking else "")

    def __str__(self) -> str:
        return self.written or self.said(str)

    __repr__ = __str__

    def __format__(self, spec: str, /) -> str:  # type: ignore[override]
        return self.said(lambda number: format(number, spec))

    def __reduce__(self) -> Any:
        if self is UNWRITTEN:
            return "UNWRITTEN"
        return Inexact, (Decimal(self), self.written, self.word, self.lacking, self.is_known)

    def quantize(
        self, exp: Decimal | int, rounding: str | None = ROUND_HALF_EVEN, context: Context | None = None
    ) -> Inexact:
        return self._changed(Decimal(self).quantize(exp, rounding, context))

    def _changed(self, number: Decimal) -> Inexact:
        """The figure itself, rounded or with another sign."""
        return Inexact(number, "" if self.is_known else self.written, self.word, self.lacking, self.is_known)

    def _joined(self, name: str, other: Any) -> Any:
        """The result of arithmetic with another figure."""
        if not isinstance(other, Decimal | int):
            return NotImplemented
        second = other if isinstance(other, Inexact) else None
        if name.strip("_r").endswith(("mul", "truediv")):
            is_known = self.is_known and (second is None or second.is_known)
        else:
            is_known = self.is_known or (second.is_known if second is not None else other != 0)
        number = getattr(Decimal, name)(Decimal(self), Decimal(other)) if is_known else Decimal(0)
        word = self.word or (second.word if second is not None else "")
        if word and (second is not None or other != 0):
            word = ROUGH[0]
        lacking = self.lacking + (second.lacking if second is not None else 0)
        return Inexact(number, "", word, lacking, is_known)


def _arithmetic() -> None:
    """What a subclass of Decimal does with another figure comes before what a Decimal does."""

    def joined(name: str) -> Callable[[Inexact, Any], Any]:
        return lambda one, other: one._joined(name, other)

    def changed(name: str) -> Callable[[Inexact], Inexact]:
        return lambda one: one._changed(getattr(Decimal, name)(one))

    def compared(name: str) -> Callable[[Inexact, Any], Any]:
        def method(one: Inexact, other: Any) -> Any:
            unknown = one.lacking or (isinstance(other, Inexact) and other.lacking)
            return False if unknown else getattr(Decimal, name)(one, other)

        return method

    for name in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv"):
        setattr(Inexact, f"__{name}__", joined(f"__{name}__"))
    for name in ("neg", "pos", "abs"):
        setattr(Inexact, f"__{name}__", changed(f"__{name}__"))
    for name in ("lt", "le", "gt", "ge"):
        setattr(Inexact, f"__{name}__", compared(f"__{name}__"))


_arithmetic()
UNWRITTEN = Inexact(0, "没有写", lacking=1, is_known=False)
"""The value of a figure that was left out though there was one."""
UNCOUNTED = cast("int", UNWRITTEN)
"""The same, where the figure is a count of heads or things."""


def is_exact(value: Decimal | int | None) -> bool:
    """Whether a figure can be checked to the last digit."""
    return not isinstance(value, Inexact)


def all_exact(*values: Decimal | int | None) -> bool:
    """Whether figures can be compared with each other."""
    return all(is_exact(value) for value in values)


def given(value: int) -> int:
    """A count of which nothing written means that there was none."""
    return 0 if value is UNCOUNTED else value


def differ(one: Decimal | int, other: Decimal | int) -> bool:
    """Whether two figures certainly are not the same."""
    return one != other and is_exact(one) and is_exact(other)


def is_left_out(value: object) -> bool:
    """Whether nothing was written."""
    return value is None or value is UNWRITTEN or value == ()


def parse_inexact(text: str, read: Callable[[str], Decimal | int | None]) -> Inexact | None:
    """An inexact figure as a clerk writes it, or None.

    Args:
        read: reads the number alone, strictly.

    >>> from generator.base.money import parse_money
    >>> amounts = [parse_inexact(text, parse_money) for text in ("约820", "不详", "1**", "820", "大约820")]
    >>> amounts, f"{amounts[0] + 5:,.2f}", str(amounts[0] + amounts[1])
    ([约820, 不详, 1**, None, None], '约825.00', '约820（另有1处不详）')
    """
    if text == UNKNOWN or _STARRED.fullmatch(text):
        return Inexact(0, text, lacking=1, is_known=False)
    word = next((word for word in ROUGH if text.startswith(word)), None)
    number = read(text.removeprefix(word)) if word else None
    return None if word is None or number is None else Inexact(number, text, word)
