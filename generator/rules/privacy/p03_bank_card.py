"""P03: there is no bank card number and no account number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base import numbers
from generator.base.finding import Effect
from generator.base.looks import Look
from generator.base.numbers import RUN, Sort
from generator.base.persons import HAN, is_foreign, names_in
from generator.base.redact import hidden_numbers
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE, Text, may_hold, numbers_in, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_LABEL = re.compile(r"[账帐卡户]号|一卡通|社保卡|存折|银行卡|账户号")
_BEFORE = re.compile(r"(?:[账帐卡户]号|一卡通|社保卡|存折|银行卡)[^，。；]{0,10}$")
_BESIDE = re.compile(r"[^\w。；\n]{1,3}$")
_LONG_TAIL = Look(r"尾号[^\n]*(?:\d[^\n]*){5}", r"尾号[\"']?\s*[,}\]\n]")
"""Five digits behind it, or the heading of a column."""
_TAIL = re.compile(r"[0-9].*[0-9].*[0-9].*[0-9].*[0-9]")


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有银行卡号、存折账号、社保卡号；账户只写名称和尾号4位。

    为什么：
        卡号和姓名、手机号凑到一起，就可能被人盗用。

    怎么查：
        在所有文字里找像银行卡号的数字（16到19位，校验位对得上）；
        写着“账号”“卡号”的地方，紧跟在人名后面的，12位以上的号码都算；“尾号”超过4位也算。
        连在一起的金额、区划代码、文件编号不算。

    怎么改：
        把号码删掉；村里自己的账户写“基本户，尾号3107”。

    合格：
        正文: 补贴打到本人的一卡通，8月底前到账。

    合格：
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户
            尾号: "3107"
            期初: 52000.00
            期末: 64400.00

    合格：
        正文: 项目资金759800379800380000，项目编号6222020000000008，索引号：001008003012/2022-50316，上级文号2026年第1234567890123456号。

    不合格：
        正文: 补贴打到卡上（{银行卡号}），8月底前到账。  # <- P03

    不合格：
        表格:
          - 名称: 账户
            列: [{列: 名称}, {列: 尾号}]
            行:
              - [基本户, "3107"]
              - [项目户, "31075"]  # <- P03

    不合格：
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户（账号 990012003456789）  # <- P03
            尾号: "3107"
            期初: 52000.00
            期末: 64400.00
        # 文件: finance/2026-09.yml
        期间: 2026-09
        账户:
          - 名称: 基本户
            尾号: "6003107"  # <- P03
            期初: 52000.00
            期末: 64400.00

    不合格：
        表格:
          - 列: [{列: 户主}, {列: 卡号}]
            行:
              - [王某某, "990012003456789"]  # <- P03
              - [李某某, 尾号3107]
    """
    if not (may_hold(document, numbers.LOOK) or may_hold(document, _LONG_TAIL)):
        return
    held = dict(numbers_in(document))
    for one in texts(document):
        card = any(number.sort is Sort.CARD for number in held.get(one, ()))
        if card or (one.label == "尾号" and _TAIL.search(one.text)) or _has_account(one):
            yield Problem(
                one.route,
                "有银行卡号或账号",
                "把号码删掉；{村级}里自己的账户只写名称和尾号4位",
                NOTE,
                hide=hidden_numbers,
            )


def _has_account(one: Text) -> bool:
    """Twelve and more digits that the words call an account, or right behind a name."""
    return any(
        _names_it(one, found.start()) for found in RUN.finditer(one.text) if sum(map(str.isdigit, found[0])) > 11
    )


def _names_it(one: Text, start: int) -> bool:
    before = one.text[max(0, start - 16) : start]
    if _LABEL.search(one.label) or _BEFORE.search(before):
        return True
    gap = _BESIDE.search(before)
    if not gap:
        return False
    last = re.split(rf"[^{HAN}某*·•・‧]", before[: gap.start()])[-1]
    if last.endswith(("号", "码")):
        return False  # 索引号, 项目代码: 索 and 项 are family names too
    return masked_in(last[-4:]) or bool(names_in(last)) or is_foreign(last)


RULE = Rule(
    code="P03",
    title="不能有银行卡号、账号",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="账号放到网上会被人盗用，而且收不回来，所以整份先不公开。",
    basis=("个保法·敏感信息", "个保法·公开"),
    check=check,
)
