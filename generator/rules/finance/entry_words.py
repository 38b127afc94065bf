"""How the finance rules speak of one entry and read its account code."""

from __future__ import annotations

import re
import unicodedata

from generator.base.redact import redact
from generator.records.finance import Entry

_CODE = re.compile(r"([0-9](?:[0-9.\-]*[0-9])?)?[\s.\-—–_/:、·]*(.*)", re.DOTALL)


def called(entry: Entry, index: int) -> str:
    """支-46, or 第3笔 where it has no voucher number. Never the summary: that is the clerk's free text."""
    return redact(entry.voucher)[:20] if entry.voucher else f"第{index + 1}笔"


def account_called(name: str) -> str:
    """账户“基本户”, long numbers cut short."""
    return f"账户“{redact(name)}”"


def split_code(text: str) -> tuple[str, str]:
    """Code and name as written, width folded.

    >>> split_code("514 公益支出"), split_code("514-02公益支出"), split_code("514—公益支出"), split_code("公益支出")
    (('514', '公益支出'), ('514-02', '公益支出'), ('514', '公益支出'), ('', '公益支出'))
    """
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return (match[1] or "", match[2].strip()) if match else ("", text)
