"""Y07: a full-width colon or full-width quotes where YAML wants its own."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y07",
    title="冒号、引号用英文的",
    effect_reason="冒号不对，电脑分不清名称和内容，没法公开。",
    text="""名称后面的冒号要用英文的“:”，后面空一格；不能用中文的“：”。内容里的中文冒号、中文引号照写。

    为什么：
        中文冒号和英文冒号看起来差不多，电脑只认英文的。

    怎么查：
        文件读不通，或者名称不认得时，找像“名称：内容”的写法，告诉你哪一行、应该写成什么。

    怎么改：
        1. 切换到英文输入法，把名称后面的冒号改成“:”，后面空一格。
        2. 把提示里改好的那一行直接粘贴过来。

    合格：
        标题: 公告：三组停水

    合格：
        标题: “清洁家园：我先行”活动安排

    不合格：
        标题：三组停水公告  # <- Y07
        事项: 一般

    不合格：
        标题: 三组停水公告
        异议:
          受理岗位: 村务监督委员会
          截止：2026-10-26  # <- Y07

    不合格：
        标题: “通知: 三组停水”  # <- Y07
    """,
)
