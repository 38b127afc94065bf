"""Public corrections say what a record now says. C04 and T11 compare this with what was public before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from generator.records.kinds.corrections import Correction
from generator.rules.rule import Context, PlaceCase

_REMOVED = frozenset({"", "无", "没有", "删除", "删去", "取消", "作废"})
_MARKS = re.compile(r"[,，￥¥\s元]")
Amended = Mapping[tuple[str, str], str]
"""(path, plain field) → the value it was corrected to."""


def amended_fields(case: PlaceCase, context: Context) -> Amended:
    """What the public corrections of this place say. Where several are about one field, the last one counts."""
    found: dict[tuple[str, str], str] = {}
    corrections = (r for r in case.records if isinstance(r.body, Correction) and r.address not in case.withheld)
    for record in sorted(corrections, key=lambda r: (r.body.publication.day, r.path)):
        if record.body.publication.day <= context.as_of:
            path = record.address.resolve(record.body.target).path
            found |= {(path, plain(amendment.field)): amendment.new for amendment in record.body.amendments}
    return found


def same(said: str | None, new: str | None) -> bool:
    """Whether a correction's word is the value; commas, currency signs and blanks do not count.

    >>> same("92,378.10 元", "92378.10"), same("删去", None), same(None, None)
    (True, True, False)
    """
    if said is None:
        return False
    return plain(said) in _REMOVED if new is None else plain(said) == plain(new)


def plain(text: str) -> str:
    """A value or a field's name without the marks that people leave out."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


def now_is(new: str | None) -> str:
    """现在是92,378.10 · 现在没有了"""
    return "现在没有了" if new is None else f"现在是{new}"


def altered(field: str, name: str, old: str, new: str | None) -> str:
    """How villagers are told of a change. Of a title they are told only that it changed: it may have named somebody.

    >>> altered("期限", "期限", "2026-08-31", "2026-09-30"), altered("标题", "事项", "帮张小明收稻", "帮1户收稻")
    ('期限原来是2026-08-31，现在是2026-09-30', '事项改过')
    """
    return f"{name}改过" if field == "标题" else f"{name}原来是{old}，{now_is(new)}"
