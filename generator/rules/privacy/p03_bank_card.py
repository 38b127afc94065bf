"""P03: there is no bank card number and no account number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.privacy.scan import NOTE, matches, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_CARD = re.compile(r"(?<![0-9])(?:6[02389][0-9]{14,17}|(?:4[0-9]|5[1-5]|9[0-9])[0-9]{14}|9[0-9]{18})(?![0-9])")
"""Cards of Chinese banks have 16 to 19 digits and begin like this. Other beginnings are other numbers."""
_ACCOUNT = re.compile(r"(?<![0-9])[0-9]{12,19}(?![0-9])")
_NAMED = re.compile(r"(?:[账帐卡]号|一卡通|社保卡|存折|银行卡)[:为是]?[\s（(“\"]*([0-9][0-9\s\-]{10,24}[0-9])")
_LABEL = re.compile(r"[账帐卡]号|一卡通|社保卡|存折|银行卡")
_WORTH = re.compile(r"[0-9]{12}")
_LONG_TAIL = re.compile(r"尾号[\"']?\s*:\s*[\"']?(?:[*＊]*\d[\s\-]*){5}")
_TAIL = re.compile(r"[0-9].*[0-9].*[0-9].*[0-9].*[0-9]")


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有银行卡号、存折账号、社保卡号；账户只写名称和尾号4位。

    为什么：
        卡号和姓名、手机号凑到一起，就可能被人盗用。

    怎么查：
        在所有文字里找像银行卡号的数字（16到19位，校验位对得上）；
        写着“账号”“卡号”的地方，12位以上的号码都算；“尾号”超过4位也算。
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
        正文: 项目资金759800379800380000，项目编号6222020000000008，上级文号2026年第1234567890123456号。

    不合格：
        正文: 补贴打到卡上（{银行卡号}），8月底前到账。  # <- P03

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
    if not (may_hold(document, _WORTH) or _LONG_TAIL.search(document.text)):
        return
    for route, label, text in texts(document):
        if (label == "尾号" and _TAIL.search(text)) or _has_account(label, text):
            yield Problem(route, "有银行卡号或账号", "把号码删掉；{村级}里自己的账户只写名称和尾号4位", NOTE)


def _has_account(label: str, text: str) -> bool:
    if any(is_card(number) for number in matches(_CARD, text)):
        return True
    if any(len(re.sub(r"\D", "", number)) >= 12 for number in _NAMED.findall(text)):
        return True
    return bool(_LABEL.search(label)) and bool(matches(_ACCOUNT, text))


def is_card(number: str) -> bool:
    """Whether it begins like a bank card and its last digit is right (Luhn)."""
    if not _CARD.fullmatch(number):
        return False
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    total = sum(int(digit) for digit in number[-1::-2]) + sum(value - 9 if value > 9 else value for value in doubled)
    return total % 10 == 0


RULE = Rule(
    code="P03",
    title="不能有银行卡号、账号",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="账号放到网上会被人盗用，而且收不回来，所以整份先不公开。",
    basis=("个保法·敏感信息", "个保法·公开"),
    check=check,
)
