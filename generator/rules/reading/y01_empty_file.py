"""Y01: a file with nothing in it."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y01",
    title="文件里要有内容",
    effect_reason="空文件没有东西可以公开；填好以后马上就能公开。",
    text="""每个记录文件里都要有内容；空文件，或者只有“#”注释的文件，不能公开。

    为什么：
        空文件多半是存的时候出了岔子，或者只建了文件还没有填。不提醒的话，这一期就悄悄漏掉了。

    怎么查：
        文件的大小是零，或者去掉空行和“#”开头的注释以后什么也不剩。

    怎么改：
        1. 还要用的：用 disclose new 新建一份空表来填。
        2. 不用的：把这个文件删掉。

    合格：
        标题: 三组自来水管维修停水公告

    合格：
        #11月20日文书填：注释可以有，内容也要有
        标题: 三组自来水管维修停水公告

    不合格：
        # 文件: notices/2026-11-water.yml
        # （文件里什么也没有）
        # 应报: Y01 notices/2026-11-water.yml

    不合格：
        #等停水时间定了再填  # <- Y01
    """,
)
