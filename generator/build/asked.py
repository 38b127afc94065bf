"""Files and folders that a user names, as they lie on the disk or inside the content folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.base.finding import Finding
from generator.records.layout import Place


class NoSuchPath(Exception):
    """There is no such file or folder in the content folder; the message says which."""


def inside(content: Path, given: str | Path) -> str:
    """The path of what a user named, relative to the content folder; empty for that folder itself.

    Args:
        given: from here or from the content folder, with or without `.yml`, with slashes of either kind.

    Raises:
        NoSuchPath: it is not there, or lies elsewhere.
    """
    named = str(given).replace("\\", "/")
    root = content.resolve()
    elsewhere = False
    for path in (Path(named), content / named, Path(f"{named}.yml"), content / f"{named}.yml"):
        if path.exists():
            full = path.resolve()
            if full.is_relative_to(root):
                return full.relative_to(root).as_posix().removeprefix(".")
            elsewhere = True
    raise NoSuchPath(f"{named} 不在 {content} 里" if elsewhere else f"没有这个文件或文件夹：{named}")


def path_inside(content: Path, given: Path) -> str:
    """The path of a file that need not be there yet, relative to the content folder.

    Args:
        given: from here or from the content folder, with or without `.yml`, with slashes of either kind.
    """
    named = str(given).replace("\\", "/").removesuffix(".yml")
    full, root = Path(named).absolute(), content.absolute()
    return f"{full.relative_to(root).as_posix() if full.is_relative_to(root) else named}.yml"


def belongs(path: str, asked: str) -> bool:
    """Whether a path is what was asked for, or lies in it.

    >>> belongs("shidu/liuwan/village.yml", "shidu/liuwan"), belongs("shidu/liuwan2/village.yml", "shidu/liuwan")
    (True, False)
    """
    return not asked or path == asked or path.startswith(f"{asked}/")


def within(findings: Iterable[Finding], asked: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of files that were asked for."""
    return tuple(finding for finding in findings if any(belongs(finding.span.path, one) for one in asked))


def concerns(place: Place, asked: str) -> bool:
    """Whether a place has to be judged to know what is wrong with what was asked for.

    >>> liuwan = Place("shidu", "liuwan")
    >>> [concerns(liuwan, asked) for asked in ("", "shidu", "shidu/liuwan/finance", "shidu/township.yml", "shidu/liu")]
    [True, True, True, False, False]
    """
    return belongs(place.folder, asked) or belongs(asked, place.folder) or asked == place.profile_path
