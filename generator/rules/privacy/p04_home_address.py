"""P04: there is no home address with a door number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.privacy.scan import NOTE, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_N = r"[\d一二三四五六七八九十百]"
_PLACE = (
    "机|水|井|塘|池|渠|支|斗|干|沟|河|坝|闸|泵|路|灯|桥|地|田|山|林|果|园|棚|变压|台区|电|线|杆|标|厕|公|垃圾|监控|站|点|楼|仓|库|厂|文|凭|票|令"
    "|会|合同|项目|工程|图|宗|档|表|账|车|口"
)
"""Other things that have numbers within a group: wells, ponds, canals, lamps, lots."""
_ADDRESS = re.compile(
    rf"{_N}\s*(?:村民)?小?组\s*{_N}+\s*号(?!\s*(?:[、，和及与到至~\-—]\s*{_N}+\s*号?\s*)*(?:{_PLACE}))"
    rf"|{_N}+\s*(?:栋|幢|座|号楼)\s*(?:{_N}+\s*单元\s*)?\d{{2,4}}\s*(?:室|号房)"
    rf"|{_N}+\s*(?:栋|幢|座|号楼)\s*{_N}+\s*单元"
    rf"|{_N}+\s*单元\s*\d{{3,4}}"
    rf"|{_N}+\s*[栋幢]\s*\d{{3,4}}(?![\d.\u4e00-\u9fff])"
    rf"|{_N}+\s*号院"
    rf"|门牌号?码?\s*[:：为是]?\s*{_N}+(?!{_N}|\s*[块个面户元张套])"
    rf"|(?:家住|现住|住址|住所|户籍地?|家庭地址)\s*[:：为是]?[^，。；\s]{{0,20}}{_N}+\s*号"
    r"|(?:东经|北纬|经度|纬度)\s*[:：为是]?\s*\d{2,3}(?:\.\d{3,}|\s*[°度]\s*\d)"
    r"|(?<![\d.])(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{5,}\s*[,，、\s]\s*(?:1[89]|[2-4]\d|5[0-3])\.\d{5,}(?!\d)"
    r"|(?<![\d.])(?:1[89]|[2-4]\d|5[0-3])\.\d{5,}\s*[,，、\s]\s*(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{5,}(?!\d)"
)
_OFFICE = re.compile(r"(?:政府|委会|党群|中心|办公|大厅|办事处|学校|小学|医院|卫生院|信用社|银行|公司)[^，。；]{0,6}$")
"""Words before a number in the address of an office."""
_WORTH = re.compile(
    r"栋|幢|单元|号院|号房|门牌|家住|现住|住址|住所|户籍|家庭地址|东经|北纬|经度|纬度|\\"
    rf"|组\s*{_N}+\s*号|室(?<=[\d\s]室)|\.\d{{5}}"
)
"""Every address that `_ADDRESS` finds holds one of these. A YAML escape could hide any of them."""
_HOME = re.compile(r"住址|家庭地址|门牌")
_DOOR = re.compile(rf"{_N}+\s*(?:号|室|栋|幢|单元)")
_PUBLIC = ("地点", "位置")
"""A field whose name ends so is a public place: of a meeting, a notice board, a road."""


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有住到几号、几栋几室的家庭住址，也不能有经纬度；写到村民小组为止。

    为什么：
        姓名加门牌，谁都能找上门去；老人、孩子一个人在家的，更不安全。

    怎么查：
        在所有文字里找“几组几号”“几栋几单元几室”“几号院”“门牌几号”，还有经纬度。
        开会地点、公告栏位置、“3组2号机井”这样的公共地方不算。

    怎么改：
        改成“二组”“柳湾村三组”，后面的号、栋、室删掉。

    合格：
        正文: 王某某（三组）申请翻建住房。文化广场北墙、5号楼会议室、G107国道旁都贴了公示。

    合格：
        表格:
          - 名称: 维修清单
            列: [{列: 哪里}, {列: 做什么}, {列: 集合地点}]
            行:
              - [三组2号机井, 换水泵, 三组12号门口]
              - [2组5号路灯, 换灯泡, 村委会]

    不合格：
        正文: 王某某（柳湾村3组12号）申请翻建住房。  # <- P04

    不合格：
        表格:
          - 名称: 搬迁名单
            列: [{列: 户主}, {列: 住址}]
            行:
              - [王某某, 三组]
              - [李某某, 安置区2栋1单元302室]  # <- P04
              - [赵某某, 老街12号]  # <- P04
    """
    if not _WORTH.search(document.text):  # this test is cheap, and almost no file holds any of these
        return
    for route, label, text in texts(document):
        if label.endswith(_PUBLIC):
            continue
        if _is_home(text) or (_HOME.search(label) and _DOOR.search(text)):
            yield Problem(route, "有详细的家庭住址", "只写到小组，例如“三组”，后面的号、栋、室删掉", NOTE)


def _is_home(text: str) -> bool:
    return any(not _OFFICE.search(text[: found.start()]) for found in _ADDRESS.finditer(text))


RULE = Rule(
    code="P04",
    title="不能有详细的家庭住址",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="住址放到网上，别人能找上门，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开",),
    check=check,
)
