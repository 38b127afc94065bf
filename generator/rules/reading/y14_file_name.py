"""Y14: a file or folder name that cannot be a web address."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y14",
    title="文件名用英文字母和数字",
    effect_reason="文件名就是网址的一部分，名称不合规就没有网址。",
    text="""文件和文件夹的名称只用小写英文字母、数字和短横线，文件名以“.yml”结尾。标题在文件里面写，用中文。

    为什么：
        文件名就是网址的一部分，印在公开栏上，也要能在手机上打出来。中文和空格放进网址，会变成一长串看不懂的记号。

    怎么查：
        看每一层的名称；网站自己要用的几个名称（如 index、search）也不能用。
        记事本存成“.yml.txt”“.txt”的、后缀写成“.yaml”“。yml”的、没有后缀的、名称以点开头的，也会指出来。

    怎么改：
        改名，例如 2026-10、road-lights。改名以后，别的记录里写到它的地方也要改。

    合格：
        # 文件: notices/2026-11-water.yml
        标题: 三组停水公告

    合格：
        # 文件: decisions/2026-road-lights.yml
        标题: 三组路灯安装

    不合格：
        # 文件: notices/停水公告.yml
        标题: 三组停水公告
        # 应报: Y14 notices/停水公告.yml

    不合格：
        # 文件: notices/2026_11 Water.yml
        标题: 三组停水公告
        # 应报: Y14 notices/2026_11 Water.yml

    不合格：
        # 文件: notices/2026-11-water.yml.txt
        标题: 三组停水公告
        # 应报: Y14 notices/2026-11-water.yml.txt

    不合格：
        # 文件: notices/2026-11。yml
        标题: 三组停水公告
        # 应报: Y14 notices/2026-11。yml
    """,
)
