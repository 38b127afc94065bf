"""Finds the files of a content folder, in an order that never depends on the file system."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.base.finding import Finding
from generator.base.names import is_slug, suggest_slug
from generator.base.redact import redact
from generator.source.decode import MAX_BYTES, Unreadable
from generator.source.wording import finding

SUFFIX = ".yml"
USUAL_BYTES = 1 << 14
"""Nearly all records are smaller; asking for more makes room for more each time."""
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
"""A pipe is not waited for, and a link is not followed: neither is a record."""
"""Windows would change line ends otherwise."""
_NEARLY = re.compile(r"(?:[.。．](?:ya?ml|yml)(?:$|\W.*$)|\.txt|\.ym|\.yl|。|．)$", re.IGNORECASE)
"""What editors, desks and other keyboards make of the suffix; such a file would be passed over in silence."""
_PASSED = re.compile(r"\.(?![^\W_].*\.ya?ml$)|~\$|(?:Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
"""Hidden files and leftovers, save a hidden record: nobody sees that one on a desk either."""
_PROFILES = ("county", "township", "village")
_ATTACHED = re.compile(r"(?:[^/]+/[^/]+|records)/(?:[^/]+/)?attachments/")
"""Of a village, of a township's own records, of the county's; theirs or one kind's."""

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "刚才还在，现在没有了",
    errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘出错",
    errno.ELOOP: "它是快捷方式（链接），不是文件",
}

Read = Callable[[str], bytes]
"""Path → the file's bytes; `Unreadable` where it cannot be opened."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a folder holds, as paths relative to it with forward slashes, sorted."""

    documents: tuple[str, ...]
    others: tuple[str, ...]
    """Files that are no YAML: attachments, or strays."""
    findings: tuple[Finding, ...]
    folders: tuple[str, ...] = ()
    """Folders that were not entered."""


def discover(root: Path, folder: str = "", *, deep: bool = True) -> Tree:
    """Walk `root/folder` without following links. Hidden files and editors' leftovers are passed over.

    Args:
        folder: relative to `root`, as are all paths that come back.
        deep: also go into the folders under it.

    Raises:
        OSError: `root` itself cannot be read.
    """
    documents: list[str] = []
    others: list[str] = []
    findings: list[Finding] = []
    folders: list[str] = []
    pending = [folder]
    while pending:
        folder = pending.pop()
        for entry in _entries(root, folder, findings):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not path.isprintable():
                findings.append(_unnamed(path))
                continue
            if _PASSED.match(entry.name):
                continue
            if entry.is_symlink():
                findings.append(
                    finding(path, 1, 1, "Y13", "这是一个快捷方式（链接），不是文件", "把真正的文件放到这里")
                )
            elif entry.is_dir():
                if entry.name.endswith(SUFFIX):
                    remedy = "文件夹的名称去掉“.yml”，或者换成文件"
                    findings.append(finding(path, 1, 1, "Y13", "这里应该是文件，却是一个文件夹", remedy))
                else:
                    (pending if deep else folders).append(path)
            elif not entry.is_file():
                findings.append(finding(path, 1, 1, "Y13", "这不是普通文件", "删掉它，换成普通的文本文件"))
            elif path.endswith(SUFFIX):
                documents.append(path)
            else:
                others.append(path)
                if not _ATTACHED.match(path):
                    findings.append(_stray(root, path, entry.name))
    findings.sort(key=Finding.sort_key)
    return Tree(tuple(sorted(documents)), tuple(sorted(others)), tuple(findings), tuple(sorted(folders)))


def _entries(root: Path, folder: str, findings: list[Finding]) -> list[os.DirEntry[str]]:
    """What lies in a folder. One that cannot be opened is told, and the others are gone through."""
    try:
        with os.scandir(root / folder) as entries:
            return list(entries)
    except OSError as error:
        if not folder:
            raise
        message, remedy = f"文件夹打不开：{reason(error)}", "看看文件夹的权限，让运行程序的人能读"
        findings.append(finding(folder, 1, 1, "Y13", message, remedy))
        return []


def _unnamed(path: str) -> Finding:
    """A name that cannot be told apart or printed: bytes of another encoding, or characters that no screen shows."""
    plain = os.fsencode(path).decode("utf-8" if _is_utf8(path) else "gb18030", "replace")
    shown = redact("".join(mark if mark.isprintable() else "�" for mark in plain))
    message = "文件名里有看不见的字，或者不是 UTF-8 编码（多半是解压时弄乱的），没有读"
    return finding(shown, 1, 1, "Y14", message, "改名，用小写英文字母、数字和短横线，例如 2026-10.jpg")


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def reason(error: OSError) -> str:
    """Why a file cannot be opened, in words that a clerk understands."""
    return _REASONS.get(error.errno or 0) or f"系统错误 {error.errno}"


def _stray(root: Path, path: str, name: str) -> Finding:
    """A file that is neither a record nor an attachment: nobody would ever miss it."""
    match = _NEARLY.search(name)
    stem = name[: match.start()] if match else name
    is_of_kind = path.count("/") == (2 if path.startswith("records/") else 3)
    is_record = match is not None or "." not in name
    better = f"{stem if is_slug(stem) else suggest_slug(stem) or '2026-11'}{SUFFIX}"
    if is_record and (is_of_kind or stem in _PROFILES):
        if (root / path).with_name(better).exists():
            remedy = f"旁边已经有 {better}：用得着的，合到那里面；用不着的，删掉"
        else:
            remedy = f"改名为：{better}（在“查看”里打开“文件扩展名”才看得到后缀）"
        return finding(path, 1, 1, "Y14", "文件名没有以“.yml”结尾，不会公开", remedy)
    message = f"“{name}”不是记录，也不在附件的文件夹里，不会公开"
    if is_record:
        remedy = f"是记录的，移到“镇/村/种类/”（镇自己的移到“镇/records/种类/”），改名为：{better}；用不着的，删掉"
        return finding(path, 1, 1, "Y15", message, remedy)
    attached = "是附件的，移到本村（镇）的 attachments 文件夹，在记录的“附件”里写上"
    typed = "内容要公开的，用 disclose new 新建一份来填"
    return finding(path, 1, 1, "Y15", message, f"{attached}；{typed}；用不着的，删掉")


def reader(root: Path) -> Read:
    """Reads files of `root`, never more than a record may hold (what is larger is refused by its size anyway)."""

    folder = f"{root}/"

    def read(path: str) -> bytes:
        # The bare calls: a county has tens of thousands of files, and a file object costs as much as its content.
        try:
            descriptor = os.open(folder + path, _FLAGS)
            try:
                data = os.read(descriptor, USUAL_BYTES)
                return data if len(data) < USUAL_BYTES else data + os.read(descriptor, MAX_BYTES + 1 - USUAL_BYTES)
            finally:
                os.close(descriptor)
        except OSError as error:
            return Unreadable(reason(error).encode())

    return read
