"""Which slip of the pen a difference looks like: figures turned round, a zero too many or too few, income taken for expense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.base.inexact import Inexact
from generator.base.money import yuan

_SHOWN = 3
"""With more that it could be, none of them is named."""


@dataclass(frozen=True, slots=True)
class Term:
    """A written figure that a result was reckoned from, or the written result itself."""

    label: str
    """What it is called: 期末 or 第3笔（支-46）."""
    value: Decimal
    """In 元."""
    sign: int
    """1 if a larger figure makes the reckoned result larger by as much than the written one, else -1."""
    turns: bool = False
    """It may have been put on the wrong side."""


def looks_like(off: Decimal, terms: Sequence[Term]) -> str:
    """What probably happened, as a clause for the clerk; empty where nothing is likely.

    Args:
        off: the reckoned result minus the written one, 元.

    >>> looks_like(Decimal(-2700), [Term("期末", Decimal("6300.00"), -1), Term("第2笔", Decimal("120.00"), 1)])
    '多半是期末的6,300.00抄颠倒了，看看是不是3,600.00'
    >>> looks_like(Decimal(108), [Term("第1笔", Decimal("120.00"), 1), Term("第2笔", Decimal("33.00"), -1)])
    '多半是第1笔的120.00多写了一个0，看看是不是12.00'
    >>> looks_like(Decimal(66), [Term("第2笔", Decimal("33.00"), 1, turns=True)])
    '多半是第2笔的收入、支出写反了'
    >>> looks_like(Decimal(63), [Term("期末", Decimal("100.00"), -1)]), looks_like(Decimal(64), [])
    ('差额能被9整除，多半有一个数抄颠倒了', '')
    """
    if isinstance(off, Inexact) or not off:
        return ""
    exact = [term for term in terms if not isinstance(term.value, Inexact) and term.value]
    found = [said for term in exact for said in _slips(term, off)]
    if 0 < len(found) <= _SHOWN:
        return "多半是" + "；或者是".join(found)
    return "差额能被9整除，多半有一个数抄颠倒了" if _cents(off) % 9 == 0 else ""


def _slips(term: Term, off: Decimal) -> Iterator[str]:
    """What may be wrong with one figure, if that would explain all of the difference."""
    meant = term.value - term.sign * off
    if term.turns and term.sign * off == 2 * term.value:
        yield f"{term.label}的收入、支出写反了"
    if meant <= 0:
        return
    was, is_ = _cents(term.value), _cents(meant)
    if is_ == was * 10 or is_ * 10 == was:
        how = "少" if is_ > was else "多"
        yield f"{term.label}的{yuan(term.value)}{how}写了一个0，看看是不是{yuan(meant)}"
    elif _are_turned(str(was), str(is_)):
        yield f"{term.label}的{yuan(term.value)}抄颠倒了，看看是不是{yuan(meant)}"


def _are_turned(one: str, other: str) -> bool:
    """Two neighbouring digits have changed their places."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]


def _cents(amount: Decimal) -> int:
    return int(amount * 100)
