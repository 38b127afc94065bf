"""P02: there is no mobile number, except that of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.privacy.scan import DASHES, NOTE, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_MOBILE = re.compile(
    r"(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])"
    rf"|(?<![0-9{DASHES}])1[3-9][0-9][{DASHES}][0-9]{{4}}[{DASHES}][0-9]{{4}}(?![{DASHES}]?[0-9])"
    r"|(?<![0-9])(?<![0-9]\s)1(?:[3-9][0-9]\s{1,2}[0-9]{4}\s{1,2}[0-9]{4}|[3-9][0-9]\s{1,2}[0-9]{8}"
    r"|[3-9][0-9]{5}\s{1,2}[0-9]{4}|(?:\s[0-9]){10})(?!\s?[0-9])"
)
"""A number in one piece, in groups as people write them, or digit by digit. It is no row of figures (135 1200 3500 20)."""

_WORTH = re.compile(r"1[3-9][0-9]{9}")


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有手机号；办公室的电话写在“办公电话”里。

    为什么：
        手机号放到网上，骗子和推销的谁都能打，想收也收不回来。

    怎么查：
        在所有文字里找 1 开头的 11 位手机号，中间有空格、短横线的，全角数字的，也算。
        写在“办公电话”里的不查；座机不查。

    怎么改：
        1. 把号码删掉，换成岗位，例如“请找村报账员”。
        2. 是办公用的，写在“办公电话”里。

    合格：
        异议:
          受理岗位: 村务监督委员会
          办公电话: "{手机号}"
          截止: 2026-10-26

    合格：
        正文: 路灯坏了请打村委会值班电话 0000-612 3307，1380米水渠已修好。

    不合格：
        正文: 路灯坏了请打电工电话{手机号}。  # <- P02

    不合格：
        表格:
          - 名称: 网格员
            列: [{列: 小组}, {列: 电话}]
            行:
              - [一组, 139 0000 1234]  # <- P02
              - [二组, 139-0000-1234]  # <- P02
    """
    if not may_hold(document, _WORTH):
        return
    for route, label, text in texts(document):
        if "办公电话" not in label and _MOBILE.search(text):
            yield Problem(route, "有手机号", "把号码删掉，换成岗位；是办公用的，写在“办公电话”里", NOTE)


RULE = Rule(
    code="P02",
    title="不能有手机号",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="号码放到网上会让本人受骚扰、受骗，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开",),
    check=check,
)
