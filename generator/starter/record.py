"""`disclose new`: writes the form of a kind where a record of it can be, and nowhere else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.base.dates import Period, month_of, parse_period, quarter_of
from generator.base.finding import Finding
from generator.base.names import is_slug, suggest_slug
from generator.base.suggest import closest
from generator.records.carried import before, carried
from generator.records.common import Kind
from generator.records.form import form
from generator.records.kinds import BY_FOLDER
from generator.records.layout import (
    COUNTY_FILE,
    OWN_RECORDS,
    TOWNSHIP_FILE,
    VILLAGE_FILE,
    WHERE,
    Address,
    is_attachment,
    locate,
)
from generator.rules.privacy.p09_file_names import names_a_person
from generator.source.discover import SUFFIX
from generator.source.document import parse
from generator.starter.correction import CORRECTIONS, correction_of
from generator.starter.folder import NotStarted

PROFILES = (COUNTY_FILE, TOWNSHIP_FILE, VILLAGE_FILE)
_ENDING = re.compile(r"[.。．].*$")


def begin(
    kind: Kind[Any], asked: Path, today: date, source: Path | None = None, ledger: Path = Path("ledger")
) -> tuple[Path, Path | None]:
    """Write the form of a kind, filled in with what stays the same, and give its path and that of the record it is like.

    Args:
        asked: the file to write, or the folder of a village, a township, the county's own records or a kind; then the
            file is named by its month, quarter or year.
        today: names such a file.
        source: the record to take over what stays the same; None for the last one before in the same folder. For a
            correction, the record that is corrected.
        ledger: says what that record was when it was public.

    Raises:
        NotStarted: `disclose check` would refuse a record there, or the file exists; the message has the right path.
        OSError: disk full, no permission.
    """
    content, parts = _below_county(asked)
    if folder := _folder_for(content, parts, kind):
        path = _free(folder, _usual_name(kind, today))
    else:
        path = content / Path(*parts)
        if said := _refused(content, parts, kind):
            better = _instead(content, parts, kind, today)
            raise NotStarted(f"没有写：{said}。{f'{better[0]}{_shown(better[1], asked)}' if better else WHERE}")
    shown = _shown(path, asked)
    corrects = _corrected(content, path, source) if source and kind.folder == CORRECTIONS else None
    model = (source if not corrects else None) or before(path.parent, path.stem)
    known = dict(carried(kind, model, path.stem)) if model else {}
    if corrects:
        known |= correction_of(content, ledger, corrects, today)
        model = content / corrects.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(form(kind, known))
    except FileExistsError:
        raise NotStarted(f"{shown} 已经有了，没有动它；换个文件名") from None
    return shown, model if known else None


def _corrected(content: Path, path: Path, source: Path) -> Address:
    """The record that a correction is about, as somebody named it: from here, from the content folder or from the place."""
    home = path.parent.parent
    named = str(source).replace("\\", "/").removesuffix(SUFFIX) + SUFFIX
    file = next((one for one in (Path(named), content / named, home / named) if one.is_file()), None)
    if file is None:
        raise NotStarted(f"没有写：没有找到 {source}。写成 finance/2026-10 这样")
    address = locate(file.resolve().relative_to(content.resolve()).as_posix())
    if not isinstance(address, Address):
        raise NotStarted(f"没有写：{file} 不是记录")
    return address


def address_for(kind: Kind[Any], asked: Path, today: date, name: str | None = None) -> tuple[Path, Address]:
    """The content folder, and where the next record of a kind stands there.

    Args:
        asked: the folder of a village, a township or the county's own records.
        name: of the record; None for that of the last whole month, quarter or year.

    Raises:
        NotStarted: no record of the kind can be there; the message says why.
    """
    content, parts = _below_county(asked)
    folder = _folder_for(content, parts, kind)
    if folder is None:
        raise NotStarted(
            f"没有做：{asked} 不是村、镇的文件夹，或者还没有资料文件（village.yml、township.yml）。{WHERE}"
        )
    stem = name or _usual_name(kind, today)
    address = locate((folder / f"{stem}{SUFFIX}").relative_to(content).as_posix())
    if not isinstance(address, Address):
        raise NotStarted(f"没有做：{address.message}。{address.remedy}")
    return content, address


def _shown(path: Path, asked: Path) -> Path:
    """A path in the manner of the one that was typed."""
    return path if asked.is_absolute() else Path(os.path.relpath(path))


def _below_county(asked: Path) -> tuple[Path, tuple[str, ...]]:
    """The folder that holds county.yml, and the way from there."""
    path = Path(os.path.normpath(asked.absolute()))  # not resolved: a link is told as what it is
    for folder in (path, *path.parents):
        if (folder / COUNTY_FILE).is_file():
            return folder, path.relative_to(folder).parts
    raise NotStarted(f"{asked} 不在县的内容文件夹里（那里有 {COUNTY_FILE}）。{WHERE}")


def _folder_for(content: Path, parts: Sequence[str], kind: Kind[Any]) -> Path | None:
    """The folder of the kind, where a folder was asked for: that of a place, with or without the kind's own."""
    if parts and (content / Path(*parts)).is_file():
        return None
    holder = parts[:-1] if parts and parts[-1] == kind.folder else parts
    if not holder:  # the county's own records have a folder too, and whoever means it says so
        return None
    address = _address(content, ("/".join(holder), "/".join((*holder, OWN_RECORDS))), kind, "new")
    return (content / address.path).parent if address else None


def _address(content: Path, holders: Iterable[str], kind: Kind[Any], name: str) -> Address | None:
    """Where a record of the kind can be: in the first of some folders that is a place with a profile."""
    for holder in holders:
        address = locate(f"{holder}/{kind.folder}/{name}{SUFFIX}".lstrip("/"))
        if isinstance(address, Address) and (content / address.place.profile_path).is_file():
            return address
    return None


def _refused(content: Path, parts: Sequence[str], kind: Kind[Any]) -> str:
    """Why `disclose check` would refuse a record of the kind there; empty where it would not."""
    if not parts:
        return "没有写是哪个村、哪个镇的"
    path = "/".join(parts)
    link = next((folder for folder in _way(content, parts) if folder.is_symlink()), None)
    if link is not None:
        return f"{link.relative_to(content)} 是一个快捷方式（链接），里面的记录不会公开"
    if names_a_person(path):
        return "文件名里不能有身份证号、手机号、银行卡号"
    if is_attachment(path):
        return "attachments 文件夹里只放附件"
    if not path.endswith(SUFFIX):
        return f"没有这个文件夹；是文件的话，文件名要以“{SUFFIX}”结尾"
    located = locate(path)
    if isinstance(located, Finding):
        return located.message
    if located.kind != kind.folder:
        return f"{located.kind} 文件夹放{BY_FOLDER[located.kind].name}，不放{kind.name}"
    if not (content / located.place.profile_path).is_file():
        return f"还没有 {located.place.profile_path}，不知道这是什么地方"
    return ""


def _way(content: Path, parts: Sequence[str]) -> list[Path]:
    return [content / Path(*parts[:depth]) for depth in range(1, len(parts) + 1)]


def _instead(content: Path, parts: Sequence[str], kind: Kind[Any], today: date) -> tuple[str, Path] | None:
    """What to write in place of a path that cannot be: in the same place, or in the one whose name is most like it."""
    rest = [part for part in parts if part not in BY_FOLDER and part not in ("attachments", OWN_RECORDS)]
    village, township = (
        "/".join(rest[:2]),
        "/".join((*rest[:1], OWN_RECORDS)) if rest or OWN_RECORDS in parts[:1] else "",
    )
    is_own = not rest[1:] or (len(rest) == 2 and bool(_ENDING.search(rest[1])))
    address = _address(content, [village], kind, "new")
    if address or not is_own:
        rest = rest[1:]
    words = "可以写："
    if not address and is_own:
        address = _address(content, [township], kind, "new")
    if not address:
        known = sorted(profile.parent.relative_to(content).as_posix() for profile in content.glob("*/*/village.yml"))
        meant = closest(village, known)
        address, words = _address(content, [meant], kind, "new") if meant else None, "是不是："
    return (words, _free((content / address.path).parent, _name(rest[1:], kind, today))) if address else None


def _name(rest: Sequence[str], kind: Kind[Any], today: date) -> str:
    """The name that was meant for the file, as it can be."""
    stem = _ENDING.sub("", rest[-1]) if rest and rest[-1] not in PROFILES else ""
    name = stem if is_slug(stem) else suggest_slug(stem)
    return name if name and not names_a_person(name) else _usual_name(kind, today)


def _free(folder: Path, name: str) -> Path:
    """A file that is not there yet: 2026-11.yml, else 2026-11-2.yml …"""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name}-{number}{SUFFIX}", number + 1
    return path


def _usual_name(kind: Kind[Any], today: date) -> str:
    """The last whole month, quarter or half, or the year, as the kind's sample covers one; else this month."""
    sample = parse("", kind.sample.encode()).document
    about = next((sample.root[key] for key in ("期间", "年度") if sample and key in sample.root), "")
    period = parse_period(str(about))
    if period is None:
        return f"{today:%Y-%m}"
    if period.is_month:
        return month_of(_before(month_of(today))).code
    if period.is_quarter:
        return quarter_of(_before(quarter_of(today))).code.lower()
    if period.is_half:
        first = today.month <= 6
        return f"{today.year - first}-h{2 if first else 1}"
    return str(today.year)


def _before(period: Period) -> date:
    return period.start - timedelta(days=1)
