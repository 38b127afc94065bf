"""The beginning of a long text, for the line under a title."""

from __future__ import annotations

import re

_NUMBER_AT_END = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿零〇.．,，]*[0-9０-９][0-9０-９.．,，%万亿]*$")
_LOOSE = "，、；：（“‘《 "


def shortened(text: str, most: int = 40) -> str:
    """A text of at most so many characters. A number is never cut, nor parted from its unit: it is left out as a whole.

    >>> shortened("上半年收入一共3.2万元", 20), shortened("上半年收入3.2万元，支出16293.50元", 17), shortened("支出1629元", 4)
    ('上半年收入一共3.2万元', '上半年收入3.2万元，支出…', '支出…')
    """
    if len(text) <= most:
        return text
    return f"{_NUMBER_AT_END.sub('', text[: most - 1]).rstrip(_LOOSE)}…"
