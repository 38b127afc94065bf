"""Slugs of files and folders, and how private persons' names are masked."""

from __future__ import annotations

import re

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_WINDOWS_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
RESERVED = frozenset(
    {"assets", "attachments", "data", "help", "index", "records", "rules", "search", "status", "withheld"}
)
"""Names that pages of our own have; a record or place may not take them."""

COMPOUND_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "司徒",
    "端木",
    "完颜",
    "呼延",
)


def is_slug(text: str) -> bool:
    """Lower-case ASCII letters, digits and hyphens, and no name that Windows or we keep for ourselves."""
    return bool(_SLUG.fullmatch(text)) and text not in _WINDOWS_DEVICES and text not in RESERVED


def suggest_slug(text: str) -> str | None:
    """A file name that would do, when the given one is nearly a slug.

    >>> suggest_slug("2026_10"), suggest_slug("Road Lights"), suggest_slug("十月")
    ('2026-10', 'road-lights', None)
    """
    plain = re.sub(r"[\s_.]+", "-", text.strip().lower())
    return plain if is_slug(plain) else None


def mask_name(name: str) -> str:
    """How a private person is written on a public page.

    >>> mask_name("王小明"), mask_name("李雷"), mask_name("欧阳修文")
    ('王某某', '李某', '欧阳某某')
    """
    surname = name[:2] if name.startswith(COMPOUND_SURNAMES) and len(name) > 2 else name[:1]
    return surname + "某" * max(1, min(2, len(name) - len(surname)))


def is_masked(name: str) -> bool:
    """王某, 王某某, 李*, 张××: the given name cannot be read."""
    return bool(re.search(r"[某*＊×Ｘ○〇]", name))
