"""Y10: YAML anchors and aliases."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """不用“&”“*”“<<”这些记号引用别处的内容，要写的内容每处都照写。

    为什么：
        别人打开文件，只看到一个记号，看不到公开的是什么；改了一处，另一处也跟着变，自己也不知道。

    怎么查：
        内容或名称前面有没有“&”“*”记号。句子中间的“*”没有关系。

    怎么改：
        1. 把要引用的内容原样再写一遍。
        2. 内容本来就以“*”或“&”开头的，用英文引号把整段内容括起来。

    合格：
        标题: 三组停水公告（*号为第二次停水）

    合格：
        正文: '*号为第二次停水'

    不合格：
        渠道: &渠道 [公开栏, 网站]  # <- Y10

    不合格：
        发布单位: &fabu 柳湾村村民委员会  # <- Y10
        异议:
          受理岗位: *fabu  # <- Y10

    不合格：
        正文: *号为第二次停水  # <- Y10
    """
    yield from ()


RULE = Rule(
    code="Y10",
    title="不用“&”“*”记号引用",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="引用的内容可能不是看到的那样，所以每处都要写清楚。",
    basis=("本网站",),
    check=check,
)
