"""Y07: a full-width colon or full-width quotes where YAML wants its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """名称后面的冒号要用英文的“:”，后面空一格；单子里各项用英文逗号隔开。内容里的中文冒号、中文引号照写。

    为什么：
        中文的和英文的看起来差不多，电脑只认英文的：“[公开栏，网站]”会算成一个渠道。

    怎么查：
        文件读不通，或者名称不认得时，找像“名称：内容”的写法，告诉你哪一行、应该写成什么。
        渠道、听取、培养联系人这些单子里，看一项中间有没有“，”“、”“；”。

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

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏，网站]  # <- Y07
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
    """
    yield from ()


RULE = Rule(
    code="Y07",
    title="冒号、引号、逗号用英文的",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="冒号不对，电脑分不清名称和内容，没法公开。",
    basis=("本网站",),
    check=check,
)
