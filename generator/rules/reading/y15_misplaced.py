"""Y15: a file in a folder where no record can be."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y15",
    title="文件要放对地方",
    effect_reason="放错了地方，就不知道是哪里的哪种记录，没法公开。",
    text="""村的记录放在“镇/村/种类/文件名.yml”，镇里自己的放在“镇/records/种类/文件名.yml”，县里自己的放在“records/种类/文件名.yml”。

    为什么：
        放在哪个文件夹，就是哪个村、镇或者县里的哪种记录，网址也是照这个来的。

    怎么查：
        数路径有几层，看种类的文件夹认不认得；种类有哪些，运行 disclose new 就会列出来。
        写在镇、村、种类这几层以外的资料文件（county.yml、township.yml、village.yml）也不算数。
        不是记录、又不在 attachments 文件夹里的文件（表格、文档、照片）也会指出来。

    怎么改：
        1. 照提示把文件移到对的文件夹。
        2. 附件放在本村（镇）的 attachments 文件夹里，种类文件夹下面的也行。
        3. 新建记录用 disclose new，写村或镇的文件夹，它自己放到对的地方。

    合格：
        # 文件: notices/2026-11-water.yml
        标题: 三组停水公告

    合格：
        # 文件: shidu/records/notices/2026-11-water.yml
        标题: 全镇停水公告

    合格：
        # 文件: records/notices/2026-11-water.yml
        标题: 全县停水公告
        发布单位: 县水利局

    不合格：
        # 文件: records/2026-11-water.yml
        标题: 全县停水公告
        # 应报: Y15 records/2026-11-water.yml

    不合格：
        # 附件: notices/停水安排.docx
        # 文件: notices/2026-11-water.yml
        标题: 三组停水公告
        # 应报: Y15 notices/停水安排.docx

    不合格：
        # 文件: notice/2026-11-water.yml
        标题: 三组停水公告
        # 应报: Y15 notice/2026-11-water.yml

    不合格：
        # 文件: 2026-11-water.yml
        标题: 三组停水公告
        # 应报: Y15 2026-11-water.yml

    不合格：
        # 文件: notices/2026/11-water.yml
        标题: 三组停水公告
        # 应报: Y15 notices/2026/11-water.yml
    """,
)
