"""Checks the names of files and folders, and masks the names of private persons."""

from __future__ import annotations

import re

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_WINDOWS_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
RESERVED = frozenset(
    {"assets", "attachments", "data", "help", "index", "records", "rules", "search", "status", "withheld"}
)
"""Names of our own pages. A record or place may not use them."""

COMPOUND_SURNAMES = (
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "端木", "完颜", "呼延", "万俟",
    "闻人", "澹台", "濮阳", "太叔", "申屠", "钟离", "宇文", "长孙", "鲜于", "司空", "闾丘", "亓官", "司寇", "颛孙", "巫马", "公西",
    "漆雕", "乐正", "拓跋", "宰父", "谷梁", "百里", "东郭", "羊舌", "微生", "梁丘", "左丘", "西门", "南宫", "赫连", "独孤", "轩辕",
    "单于", "淳于", "仲孙", "纳兰", "贺兰", "哥舒", "达奚",
)  # fmt: skip


def is_slug(text: str) -> bool:
    """Whether it has only lower-case ASCII letters, digits and hyphens, and is not reserved by Windows or by us."""
    return bool(_SLUG.fullmatch(text)) and text not in _WINDOWS_DEVICES and text not in RESERVED


def suggest_slug(text: str) -> str | None:
    """A valid name near the given one, or None.

    >>> suggest_slug("2026_10"), suggest_slug("Road Lights"), suggest_slug("十月")
    ('2026-10', 'road-lights', None)
    """
    plain = re.sub(r"[\s_.]+", "-", text.strip().lower())
    return plain if is_slug(plain) else None


def mask_name(name: str) -> str:
    """The name of a private person as public pages write it.

    >>> mask_name("王小明"), mask_name("李雷"), mask_name("欧阳修文")
    ('王某某', '李某', '欧阳某某')
    """
    surname = name[:2] if name.startswith(COMPOUND_SURNAMES) and len(name) > 2 else name[:1]
    return surname + "某" * max(1, min(2, len(name) - len(surname)))


def is_masked(name: str) -> bool:
    """Whether the given name is hidden: 王某, 王某某, 李*, 张××."""
    return bool(re.search(r"[某*＊×Ｘ○〇]", name))
