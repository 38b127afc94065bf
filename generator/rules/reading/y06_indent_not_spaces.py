"""Y06: tabs or full-width spaces at the start of a line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.base import Context, Problem, Rule, Scope
from generator.source.document import Document


def check(document: Document, context: Context) -> Iterator[Problem]:
    """行首的缩进只用空格键打，每一层 2 个英文空格；不用 Tab 键，也不用全角空格。

    为什么：
        电脑靠行首的空格数分层。Tab 键和全角空格看起来像空格，电脑不认，一层就和另一层混到一起。

    怎么查：
        看每一行第一个字前面有没有 Tab 键；写着“名称: 内容”的行，前面有没有全角空格。
        “|”下面成段的文字，段首空两个全角空格没有关系。

    怎么改：
        1. 把行首的 Tab 或全角空格删掉，改打空格，每一层 2 个。
        2. 在编辑器里打开“按 Tab 键输入空格”，以后就不会再有。

    合格：
        异议:
          受理岗位: 村务监督委员会
          截止: 2026-10-26

    合格：
        正文: |
          {全角空格}第三季度办了三件事，数字见下表。
          {全角空格}有不清楚的，请到村委会问。

    不合格：
        异议:
        {Tab}受理岗位: 村务监督委员会  # <- Y06
        {Tab}截止: 2026-10-26  # <- Y06

    不合格：
        异议:
        {全角空格}受理岗位: 村务监督委员会  # <- Y06
        {全角空格}截止: 2026-10-26  # <- Y06
    """
    yield from ()


RULE = Rule(
    code="Y06",
    title="行首只用空格缩进",
    scope=Scope.READING,
    effect=Effect.WITHHOLD,
    effect_reason="缩进读错了，内容会归到别的名称下面，公开出去就错了。",
    basis=("本网站",),
    check=check,
)
