"""The list of kinds. Adding one = one file beside this one and one line here."""

from __future__ import annotations

from typing import Any

from generator.records import commitments, corrections, decisions, finance, notices, questions
from generator.records.common import Kind

KINDS: tuple[Kind[Any], ...] = (
    finance.KIND,
    decisions.KIND,
    commitments.KIND,
    notices.KIND,
    questions.KIND,
    corrections.KIND,
)
"""In the order in which pages list them."""

BY_FOLDER = {kind.folder: kind for kind in KINDS}
