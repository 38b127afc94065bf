"""What may be made public of a file beside a record: a photo's picture, a PDF's pages, and nothing else that lies in the file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.engine.store import digest, fingerprint
from generator.media import papers, photos
from generator.media.papers import Paper
from generator.media.photos import Photo
from generator.media.unfit import Unfit

__all__ = [
    "MAX_BYTES",
    "Medium",
    "Paper",
    "Photo",
    "Unfit",
    "content",
    "examined",
    "examined_file",
    "maker",
    "published",
]

MAX_BYTES = 20_000_000
"""Of any file. A camera's photo has 3 to 12 million."""
Medium = Photo | Paper


def examined(data: bytes) -> Medium:
    """What a file is, by its first bytes and not by its name. All of it is decoded.

    Raises:
        Unfit: it is no photo or PDF, is broken, locked or too large.
    """
    if papers.is_one(data):
        return papers.examined(data)
    return photos.examined(data)


def examined_file(file: Path) -> Medium | Unfit:
    """The same of a file on the disk; why nothing of it may be published is an answer too."""
    try:
        return examined(content(file))
    except Unfit as unfit:
        return unfit


def content(file: Path) -> bytes:
    """The bytes of a file, of no more than may be looked at.

    Raises:
        Unfit: it cannot be opened, or is too large.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
            size = file.stat().st_size
    except OSError:
        raise Unfit("文件打不开", "看看文件的权限，让运行程序的人能读") from None
    if len(data) > MAX_BYTES:
        megabytes = f"{size / 1_000_000:.0f}MB"
        raise Unfit(f"文件太大（{megabytes}），最大{MAX_BYTES // 1_000_000}MB", "缩小以后再放，照片有2MB就够清楚")
    return data


@cache
def maker() -> str:
    """Changes when the same file may be published otherwise: with the code of this room, or of what it stands on."""
    return digest(fingerprint(Path(__file__).parent, ".py"), *map(version, ("Pillow", "pypdf")))


def published(data: bytes, what: Medium) -> Mapping[str, bytes]:
    """The files that are published of a file, by what their names end with.

    Raises:
        Unfit: it cannot be written anew.
    """
    if isinstance(what, Paper):
        return {papers.SUFFIX: papers.rewritten(data)}
    full, small = photos.made_small(data)
    return {photos.SUFFIX: full, photos.SMALL: small}
