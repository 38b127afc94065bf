"""Finds masked persons in free text, and cuts text into sentences."""

from __future__ import annotations

import re

from generator.base.names import COMPOUND_SURNAMES
from generator.base.persons import SURNAMES

_MASKED = re.compile(
    rf"[某*＊×](?:(?<=[{''.join(sorted(SURNAMES))}].)|{'|'.join(f'(?<={name}.)' for name in COMPOUND_SURNAMES)})"
    r"(?:(?<=某)某|(?<=[*＊×])[*＊×])?(?![某种些个项一年月日天地处点单户村组镇乡县市])"
)
"""The pattern begins with the masking character and looks back for the surname. The character is rare, so this is fast."""
_MASKS = ("某", "*", "＊", "×")
_END = re.compile(r"[。；;！!？?\n]")
"""The ends of sentences: full-width marks, and their folded forms."""


def masked_in(text: str) -> bool:
    """Whether a person stands there by surname.

    >>> masked_in("王某某（二组）"), masked_in("李*"), masked_in("对于某些村"), masked_in("某某村")
    (True, True, False, False)
    """
    return any(mask in text for mask in _MASKS) and bool(_MASKED.search(text))


def may_tell_of(text: str, words: re.Pattern[str], *, codes: bool = False) -> bool:
    """Whether a person and one of the words may stand in a file, so that it has to be walked. A YAML escape could hide both.

    Args:
        codes: a household's code counts as a person.
    """
    if "\\" in text:
        return True
    return (masked_in(text) or (codes and "户编号" in text)) and bool(words.search(text))


def sentences(text: str) -> list[str]:
    """A text cut at full stops, semicolons and line ends."""
    return _END.split(text)
