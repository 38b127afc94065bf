"""Y11: YAML tags."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y11",
    title="不用“!”标签",
    effect_reason="标签会让电脑把内容当成别的东西，公开的可能不是写的那样。",
    text="""内容前面不写“!”开头的标签（像 !!str、!重要）；要强调的话写在文字里。

    为什么：
        YAML 里“!”开头的是给程序看的记号，会让电脑改变内容的意思。

    怎么查：
        内容前面有没有“!”开头的记号。中文感叹号“！”、句子中间的“!”没有关系。

    怎么改：
        1. 删掉“!”和连着的字母，只写内容。
        2. 内容本来就以“!”开头的，用英文引号把整段内容括起来。

    合格：
        标题: 请提前存水！三组明天停水

    合格：
        标题: '!三组明天停水'

    不合格：
        标题: !!str 三组停水公告  # <- Y11

    不合格：
        标题: !三组明天停水 请提前存水  # <- Y11
    """,
)
