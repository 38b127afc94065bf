"""Finds persons in free text, and cuts text into sentences."""

from __future__ import annotations

import re

from generator.base.names import COMPOUND_SURNAMES
from generator.base.persons import POST, SURNAMES, names_in, persons
from generator.rules.privacy.scan import texts
from generator.rules.rule import Context
from generator.source.document import Document

_MASKED = re.compile(
    rf"(?:[某*＊×○〇□●]|[xX](?=[xX]))(?:(?<=[{''.join(sorted(SURNAMES))}].)|{'|'.join(f'(?<={name}.)' for name in COMPOUND_SURNAMES)})"
    r"(?:(?<=某)某|(?<=[*＊×○〇□●xX])[*＊×○〇□●xX])?(?![某种些个项一年月日天地处点单户村组镇乡县市])"
)
"""The pattern begins with the masking character and looks back for the surname. The character is rare, so this is fast."""
_MASKS = ("某", "*", "＊", "×", "○", "〇", "□", "●", "X", "x")
_END = re.compile(r"[。；;！!？?\n]")
"""The ends of sentences: full-width marks, and their folded forms."""


def masked_in(text: str) -> bool:
    """Whether a person stands there by surname.

    >>> masked_in("王某某（二组）"), masked_in("李*"), masked_in("王XX"), masked_in("对于某些村"), masked_in("某某村")
    (True, True, True, False, False)
    """
    return any(mask in text for mask in _MASKS) and bool(_MASKED.search(text))


def tells_of_a_person(text: str) -> bool:
    """Whether a sentence names somebody, masked or in full, who does not act in it for others."""
    return masked_in(text) or bool(persons(text))


def in_office(document: Document, context: Context) -> frozenset[str]:
    """Who acts in office in a place and in one file: the 机构 of its profile, and names beside a post or behind 经手、审核."""
    bodies = context.profile.bodies if context.profile else ()
    names = {one.name for body in bodies for one in body.officers if one.name}
    for one in texts(document):
        if POST.search(f"{one.label}：") or POST.search(f"{one.text.partition(' ')[0]}："):
            names.update(names_in(one.text))
    return frozenset(names)


def sentences(text: str) -> list[str]:
    """A text cut at full stops, semicolons and line ends."""
    return _END.split(text)
