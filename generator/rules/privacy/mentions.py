"""Masked persons in free text, and the sentences they stand in."""

from __future__ import annotations

import re

from generator.base.names import COMPOUND_SURNAMES
from generator.base.persons import SURNAMES

_MASKED = re.compile(
    rf"[某*＊×](?:(?<=[{''.join(sorted(SURNAMES))}].)|{'|'.join(f'(?<={name}.)' for name in COMPOUND_SURNAMES)})"
    r"(?:(?<=某)某|(?<=[*＊×])[*＊×])?(?![某种些个项一年月日天地处点单户村组镇乡县市])"
)
"""Starts at what masks, which is rare and so found fast; the surname is looked for before it."""
_MASKS = ("某", "*", "＊", "×")
_END = re.compile(r"[。；;！!？?\n]")
"""Full-width marks and what folding makes of them."""


def masked_in(text: str) -> bool:
    """A person stands there by surname.

    >>> masked_in("王某某（二组）"), masked_in("李*"), masked_in("对于某些村"), masked_in("某某村")
    (True, True, False, False)
    """
    return any(mask in text for mask in _MASKS) and bool(_MASKED.search(text))


def may_tell_of(text: str, words: re.Pattern[str], *, codes: bool = False) -> bool:
    """A person and one of the words may stand in a file: worth walking. An escape could hide anything.

    Args:
        codes: a household's code counts as a person.
    """
    if "\\" in text:
        return True
    return (masked_in(text) or (codes and "户编号" in text)) and bool(words.search(text))


def sentences(text: str) -> list[str]:
    """A text cut at full stops, semicolons and line ends."""
    return _END.split(text)
