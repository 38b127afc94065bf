"""What a search should find: a plain look through every text, with none of the product's own code."""

from __future__ import annotations

import random
import re
import unicodedata

from generator.search.documents import SearchDocument


def letters(text: str) -> str:
    """Letters, digits and the stars of masked names, nothing else: what a person compares by."""
    plain = unicodedata.normalize("NFKC", text.replace("×", "*")).lower()
    return "".join(char for char in plain if char.isalnum() or char == "*" or "\ue000" <= char <= "\uf8ff")


def holds(document: SearchDocument, needle: str) -> bool:
    wanted = letters(needle)
    return any(wanted in letters(line) for line in document.haystack.splitlines())


def numbers(document: SearchDocument) -> set[float]:
    found = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", document.haystack)
    return {float(number.replace(",", "")) for number in found}


def sample(documents: list[SearchDocument], pattern: str, count: int) -> list[str]:
    """Some of what stands in the texts."""
    every = sorted({found for document in documents for found in re.findall(pattern, document.haystack)})
    return random.Random(11).sample(every, count)
