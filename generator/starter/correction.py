"""What a correction has to say of a record that was changed after it was public: fields, old values and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.base.redact import redact
from generator.build.proposed import unexplained
from generator.records.differences import Change, text_of
from generator.records.kinds.corrections import KIND
from generator.records.layout import Address
from generator.rules.amended import PERSONAL, figure
from generator.starter.folder import NotStarted

CORRECTIONS = KIND.folder
NOTHING, REMOVED = "没有", "删除"


def correction_of(content: Path, ledger: Path, corrected: Address, today: date) -> Mapping[str, Any]:
    """What is known of a correction, as `form` takes it.

    Raises:
        NotStarted: the record was never public, or is as it was then.
    """
    found = unexplained(content, ledger, corrected, today.isoformat())
    called = corrected.path.removesuffix(".yml")
    if found is None:
        raise NotStarted(f"没有写：底本里没有 {called}，它还没有公开过，直接改就行")
    if not found:
        raise NotStarted(f"没有写：{called} 和公开的时候一样，或者已经写了更正。先改那一份，再建更正")
    return {
        "更正的记录": "/".join(called.split("/")[-2:]),
        "改动": [{"字段": one.field, "原来": old_value(one), "改为": _said(one.new, REMOVED)} for one in found],
    }


def old_value(change: Change) -> str:
    """What a record said before, as a correction may repeat it."""
    text = _said(change.old, NOTHING)
    return PERSONAL if redact(text) != text else text


def _said(value: Any, otherwise: str) -> str:
    return otherwise if value is None else text_of(figure(value))
