"""Y13: a folder or a shortcut where a file should be."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y13",
    title="记录要是普通文件",
    effect_reason="快捷方式和文件夹里读不出记录，没法公开。",
    text="""记录要是普通的文本文件；不能是快捷方式（链接），也不能是名称带“.yml”的文件夹。

    为什么：
        快捷方式指向的东西只在你的电脑上有，别人打开是空的；文件夹里再套文件，网站也找不到。

    怎么查：
        逐个看内容文件夹里的东西，是不是普通文件。

    怎么改：
        1. 快捷方式：删掉它，把真正的文件复制到这里。
        2. 文件夹：名称去掉“.yml”，或者删掉，换成文件。

    合格：
        # 文件: notices/2026-11-water.yml
        标题: 三组停水公告

    合格：
        # 附件: notices/attachments/plan.pdf
        # 文件: notices/2026-11-water.yml
        标题: 三组停水公告

    不合格：
        # 快捷方式: notices/2026-11-water.yml
        # 应报: Y13 notices/2026-11-water.yml

    不合格：
        # 文件夹: notices/2026-11-water.yml
        # 应报: Y13 notices/2026-11-water.yml
    """,
)
