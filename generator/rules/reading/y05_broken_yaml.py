"""Y05: YAML that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """文件要能按“名称: 内容”一行一行读通；冒号、引号、括号、缩进有一处写错，后面就读不下去了。

    为什么：
        电脑靠冒号和缩进分清哪个是名称、哪个是内容。写错了，它只能停在那里。

    怎么查：
        从头读到尾，读不通的地方指出行号，并说最可能是哪里写错。

    怎么改：
        1. 内容里有英文冒号加空格的，用英文引号把整段内容括起来。
        2. 同一层的名称左边对齐，下一层多缩进 2 个空格。
        3. 引号和括号用英文的，前后成对。
        4. 内容以引号、括号、“*”“&”“|”这些记号开头的，用英文单引号把整段内容括起来。
        5. 单子里每一条前面写英文的短横“-”，后面空一格。
        6. 看不出来的，用 disclose new 生成一份样本对照。

    合格：
        标题: '通知: 11月20日三组停水'

    合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏, 网站]
          编制: 村文书 何秀英
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        标题: 通知: 11月20日三组停水  # <- Y05

    不合格：
        标题: "三组停水公告  # <- Y05

    不合格：
        标题: "三务"公开栏更新  # <- Y05

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核:
            -机构: 村务监督委员会  # <- Y05
              日期: 2026-10-09

    不合格：
        异议:
          受理岗位: 村务监督委员会
           办公电话: 0000-612 3318  # <- Y05
          截止: 2026-10-26
    """
    yield from ()


RULE = Rule(
    code="Y05",
    title="冒号、引号、缩进要写对",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="读不出来的文件没法公开；改好那一行马上就能公开。",
    basis=("本网站",),
    check=check,
)
