"""A place in a record, as one says it to a clerk."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.finding import Key


def said(route: Sequence[Key]) -> str:
    """The names that lead to a value, from the innermost list on.

    >>> said(("收到日期",)), said(("转乡镇", "答复", "日期")), said(("公开", "审核", 0, "日期"))
    ('“收到日期”', '“转乡镇”的“答复”的“日期”', '“审核”第1条的“日期”')
    """
    lists = [place for place, key in enumerate(route) if isinstance(key, int)]
    names = route[lists[-1] - 1 :] if lists else route
    words = (f"第{key + 1}条" if isinstance(key, int) else f"“{key}”" for key in names)
    return "的".join(words).replace("”的第", "”第")
