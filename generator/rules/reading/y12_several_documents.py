"""Y12: several documents in one file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """一个文件只写一份记录；不能用“---”隔开写好几份，也不要用“---”当分隔线。

    为什么：
        一份记录一个网址，大家才能找到、转给别人。写在一起，后面几份就没有网址。

    怎么查：
        文件中间有没有单独一行“---”，后面又有内容。写在开头的“---”没有关系。

    怎么改：
        1. 每份记录另存成一个文件，起不同的名称。
        2. 只是当分隔线的，删掉那一行，或者写成“#”开头的注释。

    合格：
        ---
        标题: 三组停水公告

    合格：
        标题: 三组停水公告
        #----------------
        事项: 一般

    不合格：
        # 完整
        标题: 三组停水公告
        ---  # <- Y12
        标题: 四组停水公告

    不合格：
        标题: 三组停水公告
        ---  # <- Y12
        事项: 一般
    """
    yield from ()


RULE = Rule(
    code="Y12",
    title="一个文件只写一份记录",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="只会公开一份，后面的会悄悄漏掉，所以先不公开。",
    basis=("本网站",),
    check=check,
)
