"""P01: there is no ID number anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.base.finding import Effect
from generator.rules.privacy.scan import NOTE, matches, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_EIGHTEEN = re.compile(r"(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])")
_FIFTEEN = re.compile(r"(?<![0-9])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{13}(?![0-9])")
"""It has no check digit. Only the province and the birth day tell it from other numbers."""
_WORTH = re.compile(r"[0-9]{15}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里任何地方都不能有身份证号。

    为什么：
        身份证号放到网上，谁都能拿去冒名办事，收不回来。

    怎么查：
        在所有文字里找18位和15位的号码，按出生日期和校验码核对；只是长得像的数字不算。

    怎么改：
        把号码整个删掉，不要只遮一半。要区分同名的人，写“王某某（二组）”。

    合格：
        标题: 补贴发放公示，总金额759800379800380000分

    合格：
        标题: 王某某（二组）补贴公示

    不合格：
        标题: 王某某（身份证{身份证号}）补贴公示  # <- P01

    不合格：
        表格:
          - 名称: 补贴名单
            列: [{列: 户主}, {列: 证号}]
            行:
              - [王某某, "{身份证号}"]  # <- P01
    """
    if not may_hold(document, _WORTH):
        return
    for route, _, text in texts(document):
        found = [number for number in matches(_EIGHTEEN, text) if is_id_number(number)]
        found += [number for number in matches(_FIFTEEN, text) if _is_day(f"19{number[6:12]}")]
        for _ in found:
            yield Problem(route, "有身份证号", "把号码整个删掉，不要只遮一半", NOTE)


def is_id_number(text: str) -> bool:
    """An 18-digit number with a real birth day and the right check digit (GB 11643)."""
    if not _is_day(text[6:14]):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True)) % 11
    return "10X98765432"[rest] == text[17].upper()


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= day.year <= 2100


RULE = Rule(
    code="P01",
    title="不能有身份证号",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="放到网上会伤害本人，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开", "个保法·敏感信息"),
    check=check,
)
