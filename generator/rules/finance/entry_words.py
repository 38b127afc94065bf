"""How the finance rules speak of one entry."""

from __future__ import annotations

from generator.base.redact import redact
from generator.records.kinds.finance import Entry


def called(entry: Entry, index: int) -> str:
    """支-46, or 第3笔 where it has no voucher number. Never the summary: that is the clerk's free text."""
    return redact(entry.voucher)[:20] if entry.voucher else f"第{index + 1}笔"


def purpose(entry: Entry) -> str:
    """What the clerk wrote of its use: summary and category, on a line each."""
    return "\n".join(filter(None, (entry.summary, entry.category)))


def account_called(name: str) -> str:
    """账户“基本户”, long numbers cut short."""
    return f"账户“{redact(name)}”"
