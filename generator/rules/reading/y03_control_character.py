"""Y03: characters that nobody sees and that break a line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """文件里不能有看不见的字符：控制字符、零宽空格、改变文字方向的记号。它们常常是从别的软件或网页里粘贴时带进来的。

    为什么：
        这些字符眼睛看不到，却会把一行断成两行，让名称认不出来，或者让看到的字和真正的字顺序相反。

    怎么查：
        逐行找控制字符（换行和 Tab 键不算）、没有宽度的字符和方向记号，网页用的换行记号也算；告诉你是哪一个、在哪里。

    怎么改：
        1. 把提到的那一行删掉，重新打一遍。
        2. 从微信、网页、Word 粘贴时，先粘到记事本里，再从记事本复制过来。

    合格：
        标题: 三组自来水管维修停水公告

    合格：
        正文: |
          11月20日上午8点到12点停水。
          {全角空格}请提前存水，给大家添麻烦了。

    不合格：
        标题: 三组自来水管{看不见的字符}维修停水公告  # <- Y03

    不合格：
        标题: 三组自来水管维修停水公告
        发布单位{零宽空格}: 柳湾村村民委员会  # <- Y03

    不合格：
        标题: 三组自来水管维修停水公告
        正文: 11月20日上午停水。{网页换行}请提前存水。  # <- Y03
    """
    yield from ()


RULE = Rule(
    code="Y03",
    title="不能有看不见的字符",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="看不见的字符会把内容断开，公开的可能和填的不一样。",
    basis=("本网站",),
    check=check,
)
