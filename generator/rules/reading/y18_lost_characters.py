"""Y18: characters that were lost, or that only look like what they should be."""

from __future__ import annotations

from generator.rules.reading.found import found_by_reader

RULE = found_by_reader(
    code="Y18",
    title="不能有乱码和形似的字",
    effect_reason="丢了字的内容公开出去，可能说的是另一件事、另一个人。",
    text="""字要是原来的字：不能有乱码留下的“�”“锟斤拷”“???”，也不能有从 PDF 复制来的部首，它们只是看起来像。

    为什么：
        乱码里原来的字已经丢了。部首“⻓”看起来是“长”，其实是另一个字，搜索不到，朗读也读不出。

    怎么查：
        找文字转换失败时留下的记号、编码表里专给部首用的字，和两个字中间的“□”。

    怎么改：
        1. 乱码：对照原件，把原来的字重新打上。
        2. 部首：把提示里改好的字粘贴过来，或者重新打一遍。

    合格：
        标题: 长塘车间改造

    合格：
        正文: 停水要到什么时候？三组、四组分两次停。

    不合格：
        标题: ⻓塘⻋间改造  # <- Y18

    不合格：
        标题: 锟斤拷修理清单  # <- Y18

    不合格：
        正文: 三组李□某家门口的路灯修好了。  # <- Y18
    """,
)
