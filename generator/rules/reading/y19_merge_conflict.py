"""Y19: marks of a merge that nobody finished."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """两个人改了同一处，文件里会留下“<<<<<<<”“=======”“>>>>>>>”三行记号；要选定一份内容，把记号删掉。

    为什么：
        记号中间是两份不同的内容，电脑不知道该公开哪一份。

    怎么查：
        找行首连着七个“<”或“>”的行，告诉你两份内容各在第几行。

    怎么改：
        1. 和另一位改的人对一对，留下对的一份。
        2. 把“<<<<<<<”“=======”“>>>>>>>”这几行和另一份内容删掉。

    合格：
        标题: 三组停水公告
        成文日期: 2026-10-08

    合格：
        正文: |
          停水范围：三组 <<< 村口水泵房 >>> 四组。

    不合格：
        标题: 三组停水公告
        <<<<<<< HEAD  # <- Y19
        成文日期: 2026-10-08
        =======
        成文日期: 2026-10-09
        >>>>>>> b

    不合格：
        标题: 三组停水公告
        >>>>>>> 周小梅的修改  # <- Y19
    """
    yield from ()


RULE = Rule(
    code="Y19",
    title="两份改动要合好",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="两份内容不一样，不知道该公开哪一份。",
    basis=("本网站",),
    check=check,
)
