"""P01: there is no ID number anywhere, and no number of another personal paper or car."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.base.numbers import Sort
from generator.base.redact import hidden_numbers
from generator.rules.privacy.scan import NOTE, Text, may_hold, numbers_in, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_CERTIFICATE = re.compile(
    r"(?:[\u4e00-\u9fff](?<![许使权营登资合检疫林土产规划施公认保凭论验见])[\u4e00-\u9fff](?<![可用利业记质格地房动据产])证(?:件|书|卡)?"
    r"(?:号码?|编号|字号|\s?[:：第])|护照(?:号码?)?|通行证(?:号码?)?|(?:社保|医保|参保|社会保障|学籍|户籍|户口[本簿]?|准考证)(?:卡)?(?:号码?|编号))"
    r"[^\w,，。；、]{0,4}(?:是|为|第)?[^\w,，。；、]{0,4}(?=[A-Za-z0-9-]{0,12}[0-9]{3})[A-Za-z0-9][A-Za-z0-9-]{4,24}(?!\s?元)"
)
"""The number of a personal paper: of a disabled person, of low income, a passport. Licences and deeds are none."""
_PLATE = re.compile(
    r"(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?=[A-Z])|(?:车牌|车号|牌照|号牌)[号码为是:：\s]{0,4}[\u4e00-\u9fff])"
    r"[A-Z][\s·•.\-]{0,2}(?=[A-Z]{0,4}[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])"
)
_PUBLIC_CAR = re.compile(r"(?:公务|公车|公用|集体|村里|单位|消防|洒水|垃圾|清运|环卫|校车|公交|救护)[^，。；]{0,8}$")
_LOOK = Look(
    r"(?:^|[^凭])证[件书卡]?(?:[号编字第]|[:：\s]{1,3}[A-Z]{0,3}\d{5})|护照|通行证|社保|医保|参保|社会保障|学籍|户籍|户口|准考|车牌|号牌|牌照|车号",
    r"[一-鿿][A-Z][\s·•.\-]{0,2}[A-Z0-9]{5}",
)
"""One of these stands in every text with such a number, or in its label."""
_WORTH = re.compile(_LOOK.pattern)


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里任何地方都不能有身份证号，也不能有别的个人证件号、车牌号。

    为什么：
        身份证号放到网上，谁都能拿去冒名办事，收不回来。

    怎么查：
        在所有文字里找18位和15位的号码，按出生日期和校验码核对；中间有空格、点、横线的，夹在更长的号码里的，遮了一半的，都算。
        残疾证、低保证、护照这样的证件号，私人的车牌号，也算。区划代码、营业执照注册号、发票号不算。

    怎么改：
        把号码整个删掉，不要只遮一半。要区分同名的人，写“王某某（二组）”。

    合格：
        标题: 补贴发放公示，总金额759800379800380000分

    合格：
        标题: 王某某（二组）补贴公示

    合格：
        正文: 施工单位营业执照注册号330500600123456，许可证编号A2026-0015，土地证号2019-00123，公务用车川A12345年检。

    不合格：
        正文: 王某某，残疾证号{身份证号}42。  # <- P01
        说明: 低保证号：Z00123456。  # <- P01

    不合格：
        正文: 王某某的三轮车（川A12345）占道。  # <- P01
        说明: 证号990123********5564的农户已核对。  # <- P01

    不合格：
        标题: 王某某（身份证{身份证号}）补贴公示  # <- P01

    不合格：
        表格:
          - 名称: 补贴名单
            列: [{列: 户主}, {列: 证号}]
            行:
              - [王某某, "{身份证号}"]  # <- P01
    """
    told = set()
    for one, found in numbers_in(document):
        if any(number.sort in (Sort.ID, Sort.HALF) for number in found):
            told.add(one.route)
            yield Problem(one.route, "有身份证号", "把号码整个删掉，不要只遮一半", NOTE, hide=hidden_numbers)
    if not may_hold(document, _LOOK):
        return
    for one in texts(document):
        said = _WORTH.search(one.text) or _WORTH.search(one.label)
        if said and one.route not in told and (what := _other(one)):
            yield Problem(one.route, f"有{what}", "把号码整个删掉，不要只遮一半", NOTE)


def _other(one: Text) -> str:
    """A personal number that has no check digit: only the words around it tell it."""
    text = f"{one.label}：{one.text}" if one.label != one.text else one.text
    if _CERTIFICATE.search(text):
        return "个人证件号"
    plates = (found for found in _PLATE.finditer(text) if not _PUBLIC_CAR.search(text, 0, found.start()))
    return "车牌号" if next(plates, None) else ""


RULE = Rule(
    code="P01",
    title="不能有身份证号、证件号",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="放到网上会伤害本人，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开", "个保法·敏感信息"),
    check=check,
)
