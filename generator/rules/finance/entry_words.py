"""How the finance rules speak of one entry."""

from __future__ import annotations

from generator.base.redact import redact
from generator.records.kinds.finance import Entry


def called(entry: Entry, index: int) -> str:
    """The name of an entry in messages: 支-46, or 第3笔 if it has no voucher number.

    The summary is never used, because it is the clerk's free text.
    """
    return redact(entry.voucher)[:20] if entry.voucher else f"第{index + 1}笔"


def purpose(entry: Entry) -> str:
    """What the clerk wrote about the use of the money: the summary and the category, on one line each."""
    return "\n".join(filter(None, (entry.summary, entry.category)))


def account_called(name: str) -> str:
    """The name of an account in messages: 账户“基本户”. Long numbers in it are cut short."""
    return f"账户“{redact(name)}”"
