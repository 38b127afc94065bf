"""Bytes → text: UTF-8 only (a BOM is tolerated), and what else a file from a Windows desk may turn out to be."""

from __future__ import annotations

import codecs
import re

from generator.base.finding import Finding
from generator.source import characters
from generator.source.wording import finding

MAX_BYTES = 1 << 20
"""1 MiB: a month of 2,000 entries takes about 0.6."""


class Unreadable(bytes):
    """Stands for the bytes of a file that could not be opened: the system's reason, so that it equals no other content."""


_BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The file's text with plain line breaks, or None, and what is wrong with it.

    Odd characters come back so that reading can go on, beside their findings (see `characters.examined`).
    """
    if isinstance(data, Unreadable):
        remedy = "看看文件的权限，让运行程序的人能读；坏了的，从以前的版本找回来"
        return None, (finding(path, 1, 1, "Y13", f"文件打不开：{data.decode()}", remedy),)
    if len(data) > MAX_BYTES:
        message = f"文件太大（{len(data) // 1024} KB，最多{MAX_BYTES // 1024} KB）"
        return None, (finding(path, 1, 1, "Y04", message, "把记录拆成几个文件；照片和扫描件放进 attachments 文件夹"),)
    if not data.strip():
        return None, (finding(path, 1, 1, "Y01", "文件是空的", "用 disclose new 新建一份空表来填，或者删掉这个文件"),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) > len(data[:200]) // 4:
        return None, (_wrong_encoding(path, 1, "UTF-16（Unicode）"),)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (_wrong_encoding(path, line, _guess(data)),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:  # a line of nothing but blanks is empty to everybody but the parser
        text = _BLANK.sub("", text)
    if characters.is_odd(text):
        return characters.examined(path, text)
    return text, ()


def _wrong_encoding(path: str, line: int, name: str) -> Finding:
    remedy = "用记事本打开，点“另存为”，编码选“UTF-8”，再保存"
    return finding(path, line, 1, "Y02", f"文件编码不是 UTF-8，像是 {name}", remedy)


def _guess(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "别的格式，不是文字文件"
    return "GBK（ANSI）"
