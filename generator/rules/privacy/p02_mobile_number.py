"""P02: there is no mobile number, private telephone, messenger account or mail address, except those of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.base.numbers import Sort
from generator.base.persons import private_names
from generator.base.redact import hidden_numbers
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE, Text, may_hold, numbers_in, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_ACCOUNT = re.compile(
    r"(?:[微威薇]信|weixin|wechat|(?<![a-z])[vw]x(?![a-z])|qq|扣扣|支付宝|抖音|快手|钉钉)\s?(?:号码?|账号|id)?[^\w，。；]{0,4}(?:是|为)?[^\w，。；]{0,4}"
    r"(?=[a-z_-]{0,19}[0-9_-]|[a-z]{6})[a-z0-9][a-z0-9_-]{4,19}(?!\s?[元人户群])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[a-z0-9._%+-]{1,64}\s?@\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", re.IGNORECASE)
_LANDLINE = re.compile(
    r"(?<![\d.-])(?:\(?0\d{2,3}\)?[\s)—－-]{0,3})?[1-9]\d{2,3}[\s—－-]{0,2}\d{4}(?![\d.]|\s?[元亩斤吨])"
)
_CALL = re.compile(r"电话|座机|固话|宅电|联系方式|号码|致电|拨打?|打")
_OFFICE = re.compile(
    r"办公|值班|监督|举报|投诉|服务|热线|咨询|受理|村委|居委|村部|党群|政府|[镇乡街县][\u4e00-\u9fff]{0,6}[办所站局]|中心|大厅|学校|医院|公司|派出所|信用社|银行|电站|供电|报修|卫生"
)
_HOME = re.compile(r"[家宅]里?的?(?:电话|座机|固话|电)|住宅|家庭|本人|私人")
_LOOK = Look(
    r"@|[微威薇]信|扣扣|支付宝|抖音|快手|钉钉|座机|固话|宅电|联系方式",
    r"(?i:weixin|wechat|vx|wx|qq)",
    r"(?:^|[^公])电话|(?:^|[^办])公电话",
)
"""One of these stands in every text with such a thing, or in its label."""
_WORTH = re.compile(_LOOK.pattern)


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有手机号、家里的电话、微信、QQ和邮箱；办公室的电话写在“办公电话”里。

    为什么：
        手机号放到网上，骗子和推销的谁都能打，想收也收不回来。

    怎么查：
        在所有文字里找 1 开头的 11 位手机号，中间有空格、短横线的，全角数字的，也算。
        前面有+86的，一位一位写的，也算。写在“办公电话”里的不查；座机写在人名旁边、写着是家里的才算；公家的邮箱不算。

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

    合格：
        正文: 监督邮箱 jiandu@shidu.example，村里的微信公众号已经开通，水费收了{手机号}.56元。

    不合格：
        正文: 王某某家里电话6123308。  # <- P02
        说明: 电工微信 dg_00123。  # <- P02

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
    told = set()
    for one, found in numbers_in(document):
        if "办公电话" not in one.label and any(number.sort is Sort.MOBILE for number in found):
            told.add(one.route)
            yield Problem(
                one.route, "有手机号", "把号码删掉，换成岗位；是办公用的，写在“办公电话”里", NOTE, hide=hidden_numbers
            )
    if not may_hold(document, _LOOK):
        return
    for one in texts(document):
        if not (_WORTH.search(one.text) or _WORTH.search(one.label)):
            continue
        if "办公" not in one.label and one.route not in told and (what := _other(one)):
            yield Problem(one.route, f"有{what}", "删掉，换成岗位；是办公用的，写在“办公电话”里", NOTE)


def _other(one: Text) -> str:
    """A way to reach a person that is no mobile number."""
    text = f"{one.label}：{one.text}" if one.label != one.text else one.text
    if _ACCOUNT.search(text):
        return "微信、QQ这样的账号"
    mails = (found for found in _MAIL.finditer(text) if not _is_office(text, found))
    if next(mails, None):
        return "邮箱"
    lines = _LANDLINE.finditer(text) if _CALL.search(text) else ()
    return "私人电话" if any(_is_private(text, found) for found in lines) else ""


def _is_office(text: str, found: re.Match[str]) -> bool:
    return found[0].lower().endswith(".gov.cn") or bool(_OFFICE.search(text, max(0, found.start() - 20), found.start()))


def _is_private(text: str, found: re.Match[str]) -> bool:
    before = re.split(r"[。；\n]", text[max(0, found.start() - 30) : found.start()])[-1]
    if not _CALL.search(before):
        return False
    return bool(_HOME.search(before)) or (
        not _OFFICE.search(before) and (masked_in(before) or bool(private_names(before)))
    )


RULE = Rule(
    code="P02",
    title="不能有手机号、微信、邮箱",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="号码放到网上会让本人受骚扰、受骗，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开",),
    check=check,
)
