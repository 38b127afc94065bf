"""Y02: a file that is not UTF-8."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y02",
    title="文件要存成 UTF-8 编码",
    effect_reason="别的编码读出来是乱码，没法公开；重新存一次就好。",
    text="""文件要用 UTF-8 编码保存；用 GBK（ANSI）或 UTF-16（Unicode）保存的，汉字会变成乱码。

    为什么：
        同一个汉字，不同的编码存成不同的数。网站只按 UTF-8 读，这样在每台手机、每台电脑上看到的字都一样。

    怎么查：
        按 UTF-8 读文件，读不通就指出第一处在哪一行，并说它像是哪种编码。
        记事本存的“带有 BOM 的 UTF-8”也可以。

    怎么改：
        1. 用记事本打开文件，点“文件”里的“另存为”。
        2. “编码”选“UTF-8”，文件名不变，点“保存”。

    合格：
        标题: 三组自来水管维修停水公告

    合格：
        # 编码: utf-8-sig
        标题: 三组自来水管维修停水公告

    不合格：
        # 编码: gbk
        标题: 三组自来水管维修停水公告  # <- Y02

    不合格：
        # 编码: utf-16
        标题: 三组自来水管维修停水公告  # <- Y02
    """,
)
